package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.saleskpi.service.demo.DemoTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two hundred dashboards a second beside two hundred changes a second, each over HTTP: nothing fails, no change is lost, and how long
 * they take is printed. For ten seconds, or as many as {@code -Dload.seconds=60} says.
 */
@CrmTest
class LoadTest {

    private static final int PER_SECOND = 200;

    @Autowired
    private DemoTenant demo;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Test
    void dashboardsAndChangesAtTheSameTime() throws Exception {
        int seconds = Integer.getInteger("load.seconds", 10);
        demo.add("load", 1_000, Instant.now());
        Web web = new Web(port);
        String year = "period=2025-01-01/2030-01-01";
        long before =
                web.json("/load/kpis?" + year).at("/indicators/calls/count").asLong();
        Load warmUp = new Load();
        warmUp.run(2, i -> web.get("/load/dashboard?" + year).statusCode(), 200);

        Load dashboards = new Load();
        Load changes = new Load();
        ExecutorService both = Executors.newFixedThreadPool(2);
        var reading = both.submit(() -> dashboards.run(
                seconds,
                i -> web.get("/load/dashboard?" + year + "&where.owner=alice").statusCode(),
                200));
        var writing = both.submit(() -> changes.run(
                seconds, i -> web.send("POST", "/load/calls", call(i)).statusCode(), 201));
        reading.get();
        writing.get();
        both.shutdown();

        dashboards.print("dashboards");
        changes.print("changes");
        for (String meter : new String[] {"kpi.refresh", "kpi.staleness"}) {
            System.out.println(
                    meter + " " + web.json("/actuator/metrics/" + meter).get("measurements"));
        }
        assertThat(dashboards.failures).hasValue(0);
        assertThat(changes.failures).hasValue(0);
        long added = (long) seconds * PER_SECOND;
        await().atMost(Duration.ofMinutes(2))
                .until(() -> web.json("/load/kpis?" + year)
                                .at("/indicators/calls/count")
                                .asLong()
                        == before + added);
        assertThat(database.sql("select count(*) from phone_call where tenant = 'load' and not support")
                        .query(Long.class)
                        .single())
                .isEqualTo(before + added);
    }

    private static String call(int number) {
        return "{\"agent\":\"alice\",\"companyId\":null,\"result\":\"%s\"}"
                .formatted(number % 2 == 0 ? "TALKED" : "VOICEMAIL");
    }

    /** Requests that begin at even distances, whether or not those before are answered. */
    private static final class Load {

        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final AtomicInteger failures = new AtomicInteger();

        Void run(int seconds, IntFunction<Integer> request, int expected) throws InterruptedException {
            ExecutorService clients = Executors.newFixedThreadPool(32);
            long start = System.nanoTime();
            for (int i = 0; i < seconds * PER_SECOND; i++) {
                int number = i;
                long due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                clients.execute(() -> {
                    if (request.apply(number) != expected) {
                        failures.incrementAndGet();
                    }
                    nanos.add(System.nanoTime() - due); // Waiting for a client counts too.
                });
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
            return null;
        }

        void print(String what) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "%,d %s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                    sorted.length,
                    what,
                    millis(sorted, 0.5),
                    millis(sorted, 0.9),
                    millis(sorted, 0.99),
                    millis(sorted, 1));
        }

        private static double millis(long[] sorted, double part) {
            return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
        }
    }
}
