package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.service.demo.DemoTenant;
import org.saleskpi.service.kpi.LiveTenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant of fifty thousand rows, which come a thousand at a time. */
@CrmTest
class StreamingTest {

    @Autowired
    private DemoTenant demo;

    @Autowired
    private JdbcClient database;

    @Autowired
    private LiveTenants tenants;

    @Test
    void allRowsOfALargeTenantBecomeRecords() {
        demo.add("large", 7_000, Instant.parse("2026-04-15T00:00:00Z"));
        long rows = List.of("company", "phone_call", "appointment", "offer", "deal", "feedback").stream()
                .mapToLong(table -> database.sql("select count(*) from " + table + " where tenant = 'large'")
                        .query(Long.class)
                        .single())
                .sum();

        long start = System.nanoTime();
        SalesHistory history = tenants.calculator("large").history();
        System.out.printf("%,d rows read in %,d ms%n", rows, (System.nanoTime() - start) / 1_000_000);

        assertThat(rows).isGreaterThan(50_000);
        assertThat(history.problems()).isEmpty();
        assertThat(history.records()).hasSize((int) rows);
    }
}
