package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.InstantRange;

/**
 * Many threads change a live history and ask it, for as long as {@code -Dsoak.seconds} says. Every change moves money from one
 * contract to another, or a call from one customer to another: so revenue and calls are the same in every state, and a state that
 * was half made shows.
 */
class LiveSalesHistorySoakTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstantRange YEAR = InstantRange.of(START, Instant.parse("2027-01-01T00:00:00Z"));
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("soak.seconds", 10));
    private static final int WRITERS = 3;
    private static final int CUSTOMERS_OF_WRITER = 500;
    private static final int CUSTOMERS = WRITERS * CUSTOMERS_OF_WRITER;
    private static final long CENTS = 10_000;

    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong questions = new AtomicLong();

    private static Customer customer(int number) {
        return Customer.builder("c-" + number, START).owner("rep-" + number % 7).build();
    }

    private static Contract contract(int number, long cents) {
        return Contract.builder("s-" + number, START.plusSeconds(number), Money.ofMinor(CurrencyUnit.EUR, cents))
                .customer("c-" + number)
                .build();
    }

    private static Call call(int number, int customer) {
        return Call.builder("k-" + number, START.plusSeconds(number))
                .customer("c-" + customer)
                .build();
    }

    private static SalesHistory start() {
        SalesHistoryBuilder history = SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR);
        for (int i = 0; i < CUSTOMERS; i++) {
            history.add(customer(i)).add(contract(i, CENTS)).add(call(i, i));
        }
        return history.build();
    }

    /** Moves money and calls among customers of its own, and returns the records that it leaves. */
    private HistoryChanges write(LiveSalesHistory live, int writer, long end) {
        RandomGenerator random = new SplittableRandom(writer);
        int first = writer * CUSTOMERS_OF_WRITER;
        long[] cents = new long[CUSTOMERS_OF_WRITER];
        int[] customerOfCall = new int[CUSTOMERS_OF_WRITER];
        for (int i = 0; i < CUSTOMERS_OF_WRITER; i++) {
            cents[i] = CENTS;
            customerOfCall[i] = first + i;
        }
        while (System.nanoTime() < end) {
            int from = random.nextInt(CUSTOMERS_OF_WRITER);
            int to = random.nextInt(CUSTOMERS_OF_WRITER);
            if (random.nextBoolean()) {
                long moved = random.nextLong(cents[from] + 1);
                cents[from] -= moved;
                cents[to] += moved;
                live.put(contract(first + from, cents[from]), contract(first + to, cents[to]));
            } else {
                customerOfCall[from] = first + to;
                live.apply(HistoryChanges.builder()
                        .remove(RecordType.CALL, "k-" + (first + from))
                        .put(call(first + from, first + to))
                        .build());
            }
            changes.incrementAndGet();
            if (random.nextInt(20) == 0) {
                Thread.onSpinWait();
            }
        }
        HistoryChanges.Builder left = HistoryChanges.builder();
        for (int i = 0; i < CUSTOMERS_OF_WRITER; i++) {
            left.put(contract(first + i, cents[i])).put(call(first + i, customerOfCall[i]));
        }
        return left.build();
    }

    private Void read(LiveSalesHistory live, long end) {
        while (System.nanoTime() < end) {
            KpiCalculator kpis = live.calculator();
            KpiBreakdown<KpiReport> reps = kpis.during(YEAR).by(Dimension.OWNER);
            assertWhole(reps.total());
            assertThat(reps.groups().stream()
                            .mapToLong(group ->
                                    group.answers().get(SalesIndicators.CALLS).value())
                            .sum())
                    .isEqualTo(CUSTOMERS);
            assertWhole(kpis.asOf(YEAR.endExclusive()).during(YEAR).report());
            questions.incrementAndGet();
        }
        return null;
    }

    private static void assertWhole(KpiReport report) {
        assertThat(report.get(SalesIndicators.REVENUE).money())
                .isEqualTo(Money.ofMinor(CurrencyUnit.EUR, CENTS * CUSTOMERS));
        assertThat(report.get(SalesIndicators.CALLS).value()).isEqualTo(CUSTOMERS);
    }

    @Test
    void everyStateThatIsSeenIsWholeAndTheLastIsThatOfANewBuild() throws Exception {
        SalesHistory start = start();
        ExecutorService merging = Executors.newSingleThreadExecutor();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            LiveSalesHistory live = LiveSalesHistory.builder(KpiCalculator.of(start))
                    .mergeOn(merging)
                    .prepare(Dimension.OWNER)
                    .build();
            long end = System.nanoTime() + LENGTH.toNanos();
            List<Future<HistoryChanges>> written = new ArrayList<>();
            List<Future<Void>> readers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                written.add(threads.submit(() -> write(live, writer, end)));
            }
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> read(live, end)));
            }
            for (Future<Void> reader : readers) {
                reader.get();
            }
            SalesHistory expected = start;
            for (Future<HistoryChanges> writer : written) {
                expected = expected.with(writer.get());
            }

            SalesHistory fresh = SalesHistory.builder(expected.zone(), expected.currency())
                    .addAll(expected.records())
                    .build();
            assertThat(live.history().records()).isEqualTo(fresh.records());
            assertThat(live.calculator().during(YEAR).by(Dimension.OWNER))
                    .isEqualTo(KpiCalculator.of(fresh).during(YEAR).by(Dimension.OWNER));
            assertThat(changes.get()).isGreaterThan(CUSTOMERS);
            assertThat(questions.get()).isPositive();
        } finally {
            threads.shutdownNow();
            merging.shutdownNow();
        }
    }
}
