package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Rate;

/**
 * What answers cost in memory and work, which no clock needs to be read for. Bytes are those of a heap with the serial collector, with
 * which the build runs tests: others count whole regions for what is large.
 */
class FrugalityTest {

    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final long DAYS = 5 * 365;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** About fourteen records a customer, over five years. */
    private static SalesHistory history(int customers) {
        SplittableRandom random = new SplittableRandom(customers);
        List<Customer> all = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        List<Meeting> meetings = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        List<Survey> surveys = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            String id = "c-" + c;
            Instant since = START.plusSeconds(random.nextLong(DAYS * 86_400));
            all.add(Customer.builder(id, since).owner("rep-" + c % 50).build());
            for (int i = 0; i < 10; i++) {
                calls.add(Call.builder(id + "-" + i, later(since, random))
                        .customer(id)
                        .outcome(pick(List.of(Call.Outcome.values()), random))
                        .build());
            }
            meetings.add(Meeting.builder(id, later(since, random), pick(List.of(Meeting.Outcome.values()), random))
                    .customer(id)
                    .build());
            Instant sent = later(since, random);
            proposals.add(Proposal.builder(id, sent)
                    .customer(id)
                    .decided(Proposal.Status.ACCEPTED, later(sent, random))
                    .build());
            if (c % 3 == 0) {
                contracts.add(Contract.builder(id, sent, Money.ofMinor(CurrencyUnit.EUR, random.nextInt(1_000_000)))
                        .customer(id)
                        .endsAt(later(sent, random))
                        .build());
            }
            surveys.add(Survey.builder(id, later(since, random), Survey.Scale.NPS, random.nextInt(11))
                    .customer(id)
                    .build());
        }
        return SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .customers(all)
                .calls(calls)
                .meetings(meetings)
                .proposals(proposals)
                .contracts(contracts)
                .surveys(surveys)
                .build();
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Instant later(Instant moment, SplittableRandom random) {
        return moment.plusSeconds(1 + random.nextLong(200 * 86_400));
    }

    private static InstantRange anyPeriod(SplittableRandom random) {
        Instant start = START.plusSeconds(random.nextLong(DAYS * 86_400));
        return InstantRange.of(start, start.plusSeconds(86_400 + random.nextLong(700 * 86_400)));
    }

    /** Where reports are put, so that the JVM cannot do without them. */
    private volatile @Nullable KpiReport lastReport;

    /** The bytes that a report over any period allocates, once the JVM has warmed to it. */
    private long bytesOfAReport(KpiCalculator kpis) {
        SplittableRandom random = new SplittableRandom(7);
        List<InstantRange> periods = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            periods.add(anyPeriod(random));
        }
        long bytes = 0;
        for (int round = 0; round < 40; round++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (InstantRange period : periods) {
                lastReport = kpis.during(period).report();
            }
            bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
        assertThat(lastReport).isNotNull();
        return bytes / periods.size();
    }

    @Test
    void aReportAllocatesALittleWhateverTheSizeOfTheHistory() {
        long small = bytesOfAReport(KpiCalculator.of(history(700)));
        long large = bytesOfAReport(KpiCalculator.of(history(70_000)));
        assertThat(large).isLessThan(2_048);
        // A hundred times the records. What the JVM has optimised away by then differs a little.
        assertThat(large).isLessThan(2 * small);
    }

    @Test
    void theIndexTakesAFewBytesARecord() {
        SalesHistory large = history(40_000);
        long records = 40_000 * 14 + 40_000 / 3;
        assertThat(bytesHeldBy(() -> indexed(large)) / records).isLessThan(11);
    }

    @Test
    void groupsTakeAFewBytesARecordMore() {
        SalesHistory large = history(40_000);
        long records = 40_000 * 14 + 40_000 / 3;
        assertThat(bytesHeldBy(() -> askedThriceByOwner(large)) / records).isLessThan(17);
    }

    /** The line on which tables are put when they are asked about again takes the place of the moments that each had. */
    @Test
    void anIndexThatIsAskedAgainTakesNoMoreThanOneThatIsAskedOnce() {
        SalesHistory large = history(20_000);
        long askedOnce = bytesHeldBy(() -> indexed(large));
        assertThat(bytesHeldBy(() -> askedThrice(large))).isLessThan(askedOnce);
        assertThat(bytesHeldBy(() -> KpiCalculator.of(large).prepare())).isLessThan(askedOnce);
        // A group's events are further apart, so that their times have more bits.
        assertThat(bytesHeldBy(() -> askedThriceByOwner(large)))
                .isLessThan(bytesHeldBy(() -> indexedByOwner(large)) * 21 / 20);
    }

    private static KpiCalculator askedThrice(SalesHistory history) {
        KpiCalculator kpis = indexed(history);
        for (int i = 0; i < 2; i++) {
            kpis.during(InstantRange.of(START, START.plus(Duration.ofDays(700))))
                    .report();
        }
        return kpis;
    }

    private static KpiCalculator askedThriceByOwner(SalesHistory history) {
        KpiCalculator kpis = askedThrice(history);
        for (int i = 0; i < 3; i++) {
            kpis.during(InstantRange.of(START, START.plus(Duration.ofDays(700))))
                    .by(Dimension.OWNER);
        }
        return kpis;
    }

    @Test
    void theIndexOfASmallHistoryIsSmallAndThatOfAFewRecordsTakesNextToNothing() {
        // A thousand records of fifty reps, and fourteen of one.
        SalesHistory thousand = history(71);
        SalesHistory few = history(1);
        assertThat(bytesOfMany(() -> indexed(thousand))).isLessThan(18_000);
        assertThat(bytesOfMany(() -> indexedByOwner(thousand))).isLessThan(38_000);
        assertThat(bytesOfMany(() -> indexed(few))).isLessThan(6_500);
        assertThat(bytesOfMany(() -> indexedByOwner(few))).isLessThan(9_000);
    }

    /** What each of many calculators takes: of a single one, what else is on the heap would count too. */
    private static long bytesOfMany(Supplier<KpiCalculator> maker) {
        assertThat(maker.get()).isNotNull();
        int number = 200;
        return bytesHeldBy(() -> Stream.generate(maker).limit(number).toList()) / number;
    }

    private static KpiCalculator indexedByOwner(SalesHistory history) {
        KpiCalculator kpis = indexed(history);
        kpis.during(InstantRange.of(START, START.plus(Duration.ofDays(700)))).by(Dimension.OWNER);
        return kpis;
    }

    private static KpiCalculator indexed(SalesHistory history) {
        KpiCalculator kpis = KpiCalculator.of(history);
        kpis.during(InstantRange.of(START, START.plus(Duration.ofDays(700)))).report();
        return kpis;
    }

    private static long bytesHeldBy(Supplier<Object> maker) {
        long before = bytesInUse();
        Object held = maker.get();
        long after = bytesInUse();
        assertThat(held).isNotNull();
        return after - before;
    }

    private static long bytesInUse() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    @Test
    void anIndicatorMadeForOneQuestionLeavesNothingBehind() {
        KpiCalculator kpis = indexed(history(2_000));
        InstantRange year = InstantRange.of(START, START.plus(Duration.ofDays(365)));
        // Each column is some kilobytes: kept, they would be megabytes.
        assertThat(bytesHeldBy(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        int minute = i;
                        kpis.during(year)
                                .get(Indicator.rate(
                                        "on-the-fly",
                                        SalesPopulations.PROSPECTING_CALLS,
                                        call -> call.at().getEpochSecond() % 60 == minute % 60));
                    }
                    // The JVM tells that an indicator is gone some time after it is; the next question then lets go.
                    for (int i = 0; i < 20; i++) {
                        System.gc();
                        LockSupport.parkNanos(10_000_000);
                        kpis.during(year).report();
                    }
                    return kpis;
                }))
                .isLessThan(2_000_000);
    }

    @Test
    void anAttributeThatNoRecordHasCostsNothingHoweverManyAreAskedFor() {
        KpiCalculator kpis = indexed(history(2_000));
        InstantRange year = InstantRange.of(START, START.plus(Duration.ofDays(365)));
        // A regrouped copy of the calls alone is 80 kilobytes.
        assertThat(bytesHeldBy(() -> {
                    for (int i = 0; i < 400; i++) {
                        Dimension unknown = Dimension.attribute("unknown-" + i);
                        assertThat(kpis.during(year).by(unknown).groups()).hasSize(1);
                        assertThat(kpis.during(year)
                                        .where(unknown, "x")
                                        .get(SalesIndicators.CALLS)
                                        .value())
                                .isZero();
                    }
                    return kpis;
                }))
                .isLessThan(400_000);
    }

    @Test
    void groupingsThatWereNotAskedAboutForLongAreForgotten() {
        SalesHistory history = history(2_000);
        KpiCalculator kpis = indexed(history);
        InstantRange year = InstantRange.of(START, START.plus(Duration.ofDays(365)));
        KpiReport before = kpis.during(year).where(Dimension.OWNER, "rep-7").report();
        // Each is some hundreds of kilobytes: sixteen of them are kept, a hundred would be tens of megabytes.
        assertThat(bytesHeldBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        int teams = 2 + i;
                        kpis.during(year)
                                .by(Dimension.derived(
                                        "team", Dimension.OWNER, owner -> "team-" + owner.hashCode() % teams));
                    }
                    for (int i = 0; i < 20; i++) {
                        System.gc();
                        LockSupport.parkNanos(10_000_000);
                        kpis.during(year).report();
                    }
                    return kpis;
                }))
                .isLessThan(20_000_000);
        assertThat(kpis.during(year).where(Dimension.OWNER, "rep-7").report()).isEqualTo(before);
    }

    @Test
    void aColumnIsMadeOnceHoweverManyThreadsAsk() throws Exception {
        SalesHistory history = history(500);
        KpiCalculator kpis = KpiCalculator.of(history);
        AtomicLong asked = new AtomicLong();
        Indicator<Rate> counting = Indicator.rate("counting", SalesPopulations.PROSPECTING_CALLS, call -> {
            asked.incrementAndGet();
            return call.isSuccessful();
        });
        InstantRange year = InstantRange.of(START, START.plus(Duration.ofDays(365)));
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch together = new CountDownLatch(threads);
            List<Future<Rate>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return kpis.during(year).get(counting);
                }));
            }
            for (Future<Rate> answer : answers) {
                assertThat(answer.get()).isEqualTo(kpis.during(year).get(SalesIndicators.CALL_SUCCESS_RATE));
            }
        } finally {
            pool.shutdown();
        }
        assertThat(asked).hasValue(history.calls().size());
    }
}
