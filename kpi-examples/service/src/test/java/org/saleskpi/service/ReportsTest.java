package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.saleskpi.service.crm.Companies;
import org.saleskpi.service.crm.Company;
import org.saleskpi.service.crm.Deal;
import org.saleskpi.service.crm.Deals;
import org.saleskpi.service.crm.Tenant;
import org.saleskpi.service.crm.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@CrmTest
class ReportsTest {

    @Autowired
    private Tenants tenants;

    @Autowired
    private Companies companies;

    @Autowired
    private Deals deals;

    @LocalServerPort
    private int port;

    @Test
    void aReportIsJson() {
        tenants.save(new Tenant("reports", ZoneId.of("Europe/Paris"), "EUR"));
        Company acme = companies.save(
                new Company("reports", "alice", "Acme", Instant.parse("2026-03-02T09:00:00Z"), "EMEA", null));
        deals.save(new Deal(
                "reports",
                "alice",
                acme.id(),
                Instant.parse("2026-03-20T09:00:00Z"),
                new BigDecimal("1200.50"),
                "EUR",
                "CRM"));
        RestClient client = RestClient.create("http://localhost:" + port);

        assertThat(client.get().uri("/reports/kpis?period=2026-03").retrieve().body(String.class))
                .contains("\"revenue\":{\"amount\":\"1200.50\",\"currency\":\"EUR\"");
    }
}
