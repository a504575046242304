package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.saleskpi.RefreshedHistories;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.service.demo.DemoTenant;
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
    private RefreshedHistories<String, ?> tenants;

    @Test
    void allRowsOfALargeTenantBecomeRecords() {
        demo.add("large", 7_000, Instant.parse("2026-04-15T00:00:00Z"));
        long rows = List.of("company", "phone_call", "appointment", "offer", "deal", "feedback").stream()
                .mapToLong(table -> database.sql("select count(*) from " + table + " where tenant = 'large'")
                        .query(Long.class)
                        .single())
                .sum();

        long start = System.nanoTime();
        CompletableFuture<SalesHistory> reading =
                CompletableFuture.supplyAsync(() -> tenants.calculator("large").history());
        Set<String> fetches = new HashSet<>();
        while (!reading.isDone()) {
            fetches.addAll(fetches());
        }
        SalesHistory history = reading.join();
        System.out.printf("%,d rows read in %,d ms%n", rows, (System.nanoTime() - start) / 1_000_000);

        assertThat(fetches).hasSizeGreaterThan(10);
        assertThat(rows).isGreaterThan(50_000);
        assertThat(history.problems()).isEmpty();
        assertThat(history.records()).hasSize((int) rows);
    }

    /**
     * When the database was last asked for calls, by each connection: anew for each thousand of them. Who is sent all of them at once asks once,
     * in three steps.
     */
    private List<String> fetches() {
        return database.sql("select pid || ' ' || query_start from pg_stat_activity"
                        + " where query like '%phone_call%' and query not like '%pg_stat_activity%'")
                .query(String.class)
                .list();
    }
}
