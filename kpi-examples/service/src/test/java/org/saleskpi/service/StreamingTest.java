package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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
        int whileSomeAreToCome = 0;
        while (!reading.isDone()) {
            whileSomeAreToCome += openCursors();
        }
        SalesHistory history = reading.join();
        System.out.printf("%,d rows read in %,d ms%n", rows, (System.nanoTime() - start) / 1_000_000);

        assertThat(whileSomeAreToCome).isPositive();
        assertThat(rows).isGreaterThan(50_000);
        assertThat(history.problems()).isEmpty();
        assertThat(history.records()).hasSize((int) rows);
    }

    /**
     * How many connections have read some of the calls and not the others: the database waits for what comes next, and keeps the rows as
     * they were when they were asked for. It keeps none for who has been sent all.
     */
    private int openCursors() {
        return database.sql("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                        + " and backend_xmin is not null and query like '%phone_call%'")
                .query(Integer.class)
                .single();
    }
}
