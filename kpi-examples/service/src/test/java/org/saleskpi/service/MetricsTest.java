package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.saleskpi.service.crm.Deal;
import org.saleskpi.service.crm.Deals;
import org.saleskpi.service.demo.DemoTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CrmTest
class MetricsTest {

    @Autowired
    private DemoTenant demo;

    @Autowired
    private Deals deals;

    @LocalServerPort
    private int port;

    private double count(String meter) {
        return new Web(port)
                .json("/actuator/metrics/" + meter)
                .at("/measurements/0/value")
                .asDouble();
    }

    @Test
    void buildsRefreshesAndQuestionsAreMeasured() {
        Instant now = Instant.parse("2026-04-15T00:00:00Z");
        demo.add("metrics", 10, now);
        Web web = new Web(port);
        web.json("/metrics/kpis?period=2026");
        double builds = count("kpi.build");
        double refreshes = count("kpi.refresh");
        double seen = count("kpi.staleness");
        double questions = count("kpi.query");

        deals.save(new Deal("metrics", "zoé", null, now, BigDecimal.ONE, "EUR", "CRM"));
        await().until(() -> count("kpi.staleness") == seen + 1);
        web.json("/metrics/kpis/funnel?period=2026");

        assertThat(builds).isPositive();
        assertThat(count("kpi.build")).isEqualTo(builds);
        assertThat(count("kpi.refresh")).isEqualTo(refreshes + 1);
        assertThat(count("kpi.query")).isEqualTo(questions + 1);
        assertThat(count("cache.gets")).isPositive();
    }
}
