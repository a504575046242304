package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;

/** Histories are built and prepared the same whoever helps; they are large enough that somebody is asked to. */
class SharedWorkProperties {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<Call.Outcome> OUTCOMES = List.of(Call.Outcome.values());
    private static final int SECONDS = 2 * 365 * 86_400;
    private static final InstantRange YEAR =
            InstantRange.of(START.plusSeconds(100 * 86_400), START.plusSeconds(465 * 86_400));

    /** What an executor may do with a task. */
    @SuppressWarnings("ImmutableEnumChecker") // Executors have no state that a test changes.
    enum Help {
        AT_ONCE(Runnable::run),
        BY_COMMON_POOL(ForkJoinPool.commonPool()),
        NEVER(task -> {}),
        REFUSED(task -> {
            throw new RejectedExecutionException("closed");
        });

        private final Executor executor;

        Help(Executor executor) {
            this.executor = executor;
        }
    }

    private static Instant moment(Random random) {
        return START.plusSeconds(random.nextInt(SECONDS));
    }

    private static Money amount(Random random) {
        return Money.ofMinor(random.nextInt(4_000) == 0 ? CurrencyUnit.CHF : CurrencyUnit.EUR, random.nextInt(900_000));
    }

    /** Some thousands of records; if they are bad, some have no customer, an id of another, no rate, or come too late. */
    private static SalesHistoryBuilder records(long seed, boolean areBad) {
        Random random = new Random(seed);
        int customers = 1_200;
        int known = areBad ? customers + 3 : customers;
        List<SalesRecord> records = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            Instant since = moment(random);
            records.add(Customer.builder("c-" + i, since)
                    .owner(i % 10 == 0 ? null : "rep-" + i % 30)
                    .disqualifiedAt(random.nextInt(20) == 0 ? since.plusSeconds(areBad ? 1_000 : SECONDS) : null)
                    .build());
        }
        for (int i = 0; i < 9_000; i++) {
            records.add(Call.builder("k-" + (areBad && random.nextInt(2_000) == 0 ? i / 2 : i), moment(random))
                    .customer("c-" + random.nextInt(known))
                    .owner(random.nextBoolean() ? "rep-" + random.nextInt(40) : null)
                    .outcome(OUTCOMES.get(random.nextInt(OUTCOMES.size())))
                    .build());
        }
        for (int i = 0; i < 1_000; i++) {
            String customer = "c-" + random.nextInt(known);
            records.add(Meeting.builder("m-" + i, moment(random), Meeting.Outcome.NO_SHOW)
                    .customer(customer)
                    .build());
            Instant sent = moment(random);
            records.add(Proposal.builder("p-" + i, sent)
                    .customer(customer)
                    .amount(areBad ? amount(random) : Money.ofMinor(CurrencyUnit.EUR, i))
                    .decided(Proposal.Status.ACCEPTED, sent.plusSeconds(random.nextInt(SECONDS)))
                    .build());
            Instant signed = moment(random);
            records.add(Contract.builder("t-" + i, signed, areBad ? amount(random) : Money.ofMinor(CurrencyUnit.EUR, i))
                    .customer(customer)
                    .endsAt(random.nextInt(10) == 0 ? null : signed.plusSeconds(1 + random.nextInt(SECONDS)))
                    .build());
            records.add(Survey.builder("s-" + i, moment(random), Survey.Scale.NPS, random.nextInt(11))
                    .customer(customer)
                    .build());
        }
        return SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR).addAll(records);
    }

    private static KpiCalculator of(SalesHistory history) {
        return KpiCalculator.builder(history)
                .without(SalesIndicators.all().toArray(Indicator<?>[]::new))
                .add(IndicatorCatalogue.all().toArray(Indicator<?>[]::new))
                .build();
    }

    private static void assertSame(SalesHistory helped, SalesHistory alone, KpiCalculator prepared) {
        assertThat(helped.records()).isEqualTo(alone.records());
        assertThat(helped.journeys()).isEqualTo(alone.journeys());
        assertThat(helped.problems()).isEqualTo(alone.problems());
        KpiCalculator usual = of(alone);
        assertThat(prepared.during(YEAR).report()).isEqualTo(usual.during(YEAR).report());
        assertThat(prepared.during(YEAR).by(Dimension.OWNER))
                .isEqualTo(usual.during(YEAR).by(Dimension.OWNER));
        assertThat(prepared.keys(Dimension.OWNER)).isEqualTo(usual.keys(Dimension.OWNER));
        Instant moment = YEAR.startInclusive().plusSeconds(10_000_000);
        assertThat(prepared.asOf(moment).during(YEAR).report())
                .isEqualTo(usual.asOf(moment).during(YEAR).report());
    }

    @Property(tries = 12)
    void whoeverHelpsTheHistoryAndTheAnswersAreTheSame(@ForAll Help help, @ForAll boolean areBad, @ForAll long seed) {
        SalesHistory alone = records(seed, areBad).lenient().build();
        SalesHistory helped = records(seed, areBad).lenient().build(help.executor);
        assertSame(helped, alone, of(helped).prepare(help.executor, Dimension.OWNER));
        Instant moment = YEAR.endExclusive();
        assertThat(of(helped)
                        .asOf(moment)
                        .prepare(help.executor, Dimension.OWNER)
                        .during(YEAR)
                        .report())
                .isEqualTo(of(alone).asOf(moment).during(YEAR).report());
    }

    @Property(tries = 4)
    void aStrictBuildTellsTheSameProblems(@ForAll Help help, @ForAll long seed) {
        InvalidHistoryException alone = catchThrowableOfType(
                InvalidHistoryException.class, () -> records(seed, true).build());
        InvalidHistoryException helped = catchThrowableOfType(
                InvalidHistoryException.class, () -> records(seed, true).build(help.executor));
        assertThat(helped.problems()).isNotEmpty().isEqualTo(alone.problems());
    }

    /** All threads of the pool build and prepare at a time, each with the help of the pool. */
    @Property(tries = 3)
    void aPoolOfWhichAllThreadsWaitForItDoesNotHang(@ForAll long seed) throws Exception {
        SalesHistory alone = records(seed, false).build();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<KpiCalculator>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(pool.submit(() -> of(records(seed, false).build(pool)).prepare(pool, Dimension.OWNER)));
            }
            for (Future<KpiCalculator> task : tasks) {
                assertSame(task.get().history(), alone, task.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Example
    void aFewRecordsAskNobodyForHelp() {
        Executor never = task -> {
            throw new AssertionError("was asked for help");
        };
        SalesHistory few = SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR)
                .add(Call.builder("k", START).build())
                .build(never);
        assertThat(KpiCalculator.of(few)
                        .prepare(never, Dimension.OWNER)
                        .during(YEAR)
                        .get(SalesIndicators.CALLS)
                        .value())
                .isZero();
    }

    @Example
    void whatAFunctionThrowsIsThrownToTheCaller() {
        SalesHistory history = records(7, false).build();
        Indicator<?> failing = Indicator.rate("failing", SalesPopulations.PROSPECTING_CALLS, call -> {
            throw new UnsupportedOperationException(
                    "no such call: " + call.moment().getEpochSecond() / 1_000_000_000);
        });
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            KpiCalculator kpis = KpiCalculator.builder(history).add(failing).build();
            assertThatThrownBy(() -> kpis.prepare(pool, Dimension.OWNER))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("no such call: 1");
            assertThat(kpis.during(YEAR).get(SalesIndicators.CALLS))
                    .isEqualTo(KpiCalculator.of(history).during(YEAR).get(SalesIndicators.CALLS));
        } finally {
            pool.shutdown();
        }
    }
}
