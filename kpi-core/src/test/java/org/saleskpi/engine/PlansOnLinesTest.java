package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Rate;
import org.saleskpi.work.Workers;

/** When the tables of a plan are put on lines, and what becomes of the moments that they had. */
class PlansOnLinesTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final SalesHistory HISTORY = history(200);

    private static SalesHistory history(int customers) {
        List<Customer> all = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            Instant at = MARCH.plus(HOUR.multipliedBy(i));
            String id = "c-" + i;
            all.add(Customer.builder(id, at).owner("rep-" + i % 3).build());
            calls.add(Call.builder(id, at)
                    .customer(id)
                    .outcome(i % 2 == 0 ? Call.Outcome.MEETING_BOOKED : Call.Outcome.NO_ANSWER)
                    .build());
            proposals.add(Proposal.builder(id, at)
                    .customer(id)
                    .decided(Proposal.Status.ACCEPTED, at.plus(HOUR.multipliedBy(i % 7)))
                    .build());
            contracts.add(Contract.builder(id, at, Money.parse("EUR 10.00"))
                    .customer(id)
                    .endsAt(at.plus(HOUR.multipliedBy(1 + i % 90)))
                    .build());
        }
        return SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(all)
                .addAll(calls)
                .addAll(proposals)
                .addAll(contracts)
                .build();
    }

    private static InstantRange period(int number) {
        Instant start = MARCH.plus(HOUR.multipliedBy(number));
        return InstantRange.of(start, start.plus(HOUR.multipliedBy(1 + 5L * number)));
    }

    /** Asks a plan, and tells whether it finds all it looks for on lines. */
    private static boolean findsOnLines(Plan plan) {
        Placement placement = plan.placement();
        return placement != null && placement.areOnLine(0, plan.size());
    }

    private static @Nullable EventLine line(Plan plan) {
        return requireNonNull(plan.placement(), "placement").lines().get(0).line();
    }

    /** The runs of tables that have any member; others need no line. */
    private static List<GroupedMembers<?>> withMembers(Plan plan) {
        return plan.members().stream()
                .filter(members -> !members.slices().isEmpty())
                .toList();
    }

    private static boolean hasMomentsOfItsOwn(GroupedMembers<?> members) {
        return members.slices().table().times() instanceof Moments;
    }

    @Test
    void theThirdQuestionIsTheFirstThatFindsItsTablesOnALineWhichThenTellsTheirTimes() {
        Plan plan = Plan.of(new Index(HISTORY), SalesIndicators.all(), ImmutableList.of());
        assertThat(findsOnLines(plan)).isFalse();
        assertThat(findsOnLines(plan)).isFalse();
        assertThat(plan.members()).allMatch(PlansOnLinesTest::hasMomentsOfItsOwn);
        assertThat(findsOnLines(plan)).isTrue();
        assertThat(withMembers(plan)).noneMatch(PlansOnLinesTest::hasMomentsOfItsOwn);
    }

    @Test
    void groupsArePutOnALineWhenEachWasAskedAboutTwiceAndOneIsAgain() {
        ImmutableList<Dimension> byOwner = ImmutableList.of(Dimension.OWNER);
        Plan plan = Plan.of(new Index(HISTORY), SalesIndicators.all(), byOwner);
        for (int i = 0; i < 6; i++) {
            assertThat(findsOnLines(plan)).isFalse();
        }
        assertThat(findsOnLines(plan)).isTrue();
    }

    @Test
    void oneIndicatorIsLookedForInItsTableHoweverOftenItIsAskedFor() {
        Plan plan = Plan.of(new Index(HISTORY), List.of(SalesIndicators.CALLS), ImmutableList.of());
        for (int i = 0; i < 10; i++) {
            assertThat(findsOnLines(plan)).isFalse();
        }
    }

    /** It looks for starts and ends of customers: two tables, as it were, of each group. */
    @Test
    void retentionAloneIsLookedForGroupByGroupHoweverOftenItIsAskedFor() {
        for (ImmutableList<Dimension> dimensions :
                List.of(ImmutableList.<Dimension>of(), ImmutableList.of(Dimension.OWNER))) {
            Plan plan = Plan.of(new Index(HISTORY), List.of(SalesIndicators.RETENTION_RATE), dimensions);
            for (int i = 0; i < 20; i++) {
                assertThat(plan.placement()).isNull();
            }
        }
    }

    /** There are no calls and the like, the tables of which are one group; customers are of three. */
    @Test
    void groupsOfCustomersAreCountedToo() {
        SalesHistory withoutCalls = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(HISTORY.customers())
                .addAll(HISTORY.contracts())
                .build();
        List<Indicator<?>> several = List.of(
                SalesIndicators.RETENTION_RATE,
                SalesIndicators.CALLS,
                SalesIndicators.MEETINGS,
                SalesIndicators.PROPOSALS,
                SalesIndicators.SATISFACTION_RATE);
        Plan plan = Plan.of(new Index(withoutCalls), several, ImmutableList.of(Dimension.OWNER));
        for (int i = 0; i < 6; i++) {
            assertThat(plan.placement()).isNull();
        }
        assertThat(plan.placement()).isNotNull();
    }

    /** Customers with one, two and ten stretches, of which the second are so many that pairs of them are counted. */
    @Test
    void retentionIsTheSameOnALineAsCustomerByCustomer() {
        SalesHistory history = withStretches(InForce.MANY_CUSTOMERS + 100);
        KpiCalculator oneByOne = KpiCalculator.of(history);
        KpiCalculator onLines = KpiCalculator.of(history);
        onLines.prepare(Dimension.OWNER);
        for (int number = 0; number < 60; number += 7) {
            InstantRange period = period(3 * number);
            for (String owner : List.of("rep-0", "rep-1", "rep-2", "")) {
                Rate expected = retention(history, period, owner);
                for (KpiCalculator kpis : List.of(oneByOne, onLines)) {
                    KpiQuery of = owner.isEmpty()
                            ? kpis.during(period)
                            : kpis.during(period).where(Dimension.OWNER, owner);
                    assertThat(of.report().get(SalesIndicators.RETENTION_RATE)).isEqualTo(expected);
                    assertThat(of.get(SalesIndicators.RETENTION_RATE)).isEqualTo(expected);
                }
            }
        }
    }

    private static SalesHistory withStretches(int customers) {
        SalesHistoryBuilder builder = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR);
        for (int i = 0; i < customers; i++) {
            String id = "c-" + i;
            builder.add(Customer.builder(id, MARCH).owner("rep-" + i % 3).build());
            int stretches = i % 50 == 0 ? 10 : i % 100 == 1 ? 1 : 2;
            for (int term = 0; term < stretches; term++) {
                Instant start = MARCH.plus(HOUR.multipliedBy(i % 97 + 40L * term));
                builder.add(Contract.builder(id + "-" + term, start, Money.parse("EUR 10.00"))
                        .customer(id)
                        .endsAt(i % 5 == 0 && term == stretches - 1 ? null : start.plus(HOUR.multipliedBy(1 + i % 31)))
                        .build());
            }
        }
        return builder.build();
    }

    private static Rate retention(SalesHistory history, InstantRange period, String owner) {
        int atStart = 0;
        int atBoth = 0;
        for (CustomerJourney journey : history.journeys()) {
            if (owner.isEmpty() || owner.equals(journey.customer().owner())) {
                boolean isAtStart = journey.isInForceOnEveOf(period.startInclusive());
                atStart += isAtStart ? 1 : 0;
                atBoth += isAtStart && journey.isInForceOnEveOf(period.endExclusive()) ? 1 : 0;
            }
        }
        return Rate.of(atBoth, atStart - atBoth, 0);
    }

    @Test
    void whatIsPutOnLinesAheadIsFoundThereFromTheFirstQuestionOn() {
        LayeredIndex index = LayeredIndex.of(HISTORY);
        Questions questions = new Questions(index, SalesIndicators.all());
        questions.putOnLines(List.of(Dimension.OWNER), Workers.CALLER);
        for (ImmutableList<Dimension> dimensions :
                List.of(ImmutableList.<Dimension>of(), ImmutableList.of(Dimension.OWNER))) {
            Plan plan = Plan.of(index.layers().get(0).index(), SalesIndicators.all(), dimensions);
            assertThat(findsOnLines(plan)).isTrue();
        }
    }

    /** One by one, each of ten tables is three lines of memory, and so is each of two lists that retention looks into. */
    @Test
    void aSearchReadsTenLinesOfMemoryForAllThatAReportLooksFor() {
        Plan plan = Plan.of(new Index(history(3_000)), SalesIndicators.all(), ImmutableList.of());
        plan.putOnLines();
        assertThat(plan.size()).isEqualTo(15);
        assertThat(requireNonNull(line(plan), "line").mostLines()).isLessThanOrEqualTo(10);
    }

    @Test
    void moreTablesMakeANewLineOnWhichThoseOfTheOldOneAreToo() {
        Index index = new Index(HISTORY);
        Plan first = Plan.of(index, SalesIndicators.all(), ImmutableList.of());
        first.putOnLines();
        EventLine line = line(first);
        Plan all = Plan.of(index, IndicatorCatalogue.all(), ImmutableList.of());
        assertThat(findsOnLines(all)).isFalse();
        all.putOnLines();
        assertThat(findsOnLines(all)).isTrue();
        assertThat(findsOnLines(first)).isTrue();
        assertThat(line(first)).isNotSameAs(line).isSameAs(line(all));
        // Nothing is left of the first line.
        assertThat(withMembers(all))
                .allSatisfy(members -> assertThat(((EventLine.TimesOnLine)
                                        members.slices().table().times())
                                .line())
                        .isNotSameAs(line));
    }

    @Test
    void asManyTablesAreOnALineAsHaveRoom() {
        List<Events> many = Stream.generate(PlansOnLinesTest::oneInstant)
                .limit(EventLine.MOST_TABLES + 3)
                .toList();
        EventsOnLine most = EventsOnLine.NONE.with(many.subList(0, 2)).with(many);
        assertThat(many).filteredOn(most::has).hasSize(EventLine.MOST_TABLES);
        assertThat(most.with(many)).isSameAs(most);
        assertThat(most.with(many.subList(1, 5))).isSameAs(most);
    }

    private static Events oneInstant() {
        Moments.Builder moments = new Moments.Builder(1);
        moments.add(MARCH);
        Events.Part part = new Events.Part(moments.build(), 0, 1);
        return new Events() {
            @Override
            public int groups() {
                return 1;
            }

            @Override
            public IntFunction<Part> parts() {
                return group -> part;
            }

            @Override
            public boolean isEmpty() {
                return false;
            }

            @Override
            public void tellBy(EventLine line, int number, @Nullable EventLine replaced) {
                // These go on to tell themselves.
            }
        };
    }

    /** A table that is the same whole by two groupings, by both of which it is asked for. */
    @Test
    void aTableOnTwoLinesIsToldItsTimesByTheFirst() {
        Index index = new Index(HISTORY);
        Plan whole = Plan.of(index, SalesIndicators.all(), ImmutableList.of());
        whole.putOnLines();
        List<Times> times = timesOf(whole);
        Dimension nobodys = Dimension.derived("all", Dimension.OWNER, owner -> "one");
        Plan inOneGroup = Plan.of(index, SalesIndicators.all(), ImmutableList.of(nobodys));
        inOneGroup.putOnLines();
        assertThat(findsOnLines(inOneGroup)).isTrue();
        assertThat(timesOf(whole)).isEqualTo(times);
    }

    private static List<Times> timesOf(Plan plan) {
        return plan.members().stream()
                .map(members -> members.slices().table().times())
                .toList();
    }

    @Test
    void answersAreTheSameBeforeWhileAndAfterTablesArePutOnLinesByOneOfManyThreads() throws Exception {
        SalesHistory history = history(3_000);
        List<KpiReport> expected = IntStream.range(0, 40)
                .mapToObj(number ->
                        KpiCalculator.of(history).during(period(number)).report())
                .toList();
        KpiCalculator kpis = KpiCalculator.of(history);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch together = new CountDownLatch(4);
            List<Future<List<KpiReport>>> answers = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                answers.add(pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return IntStream.range(0, 40)
                            .mapToObj(number -> kpis.during(period(number)).report())
                            .toList();
                }));
            }
            for (Future<List<KpiReport>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void tablesThatAreGoneMakeRoomOnTheNextLine() {
        List<Events> kept = List.of(oneInstant());
        EventsOnLine full = EventsOnLine.NONE
                .with(kept)
                .with(Stream.generate(PlansOnLinesTest::oneInstant)
                        .limit(EventLine.MOST_TABLES)
                        .toList());
        System.gc();
        List<Events> more = Stream.generate(PlansOnLinesTest::oneInstant)
                .limit(EventLine.MOST_TABLES - 1)
                .toList();
        EventsOnLine next = full.with(more);
        assertThat(more).allMatch(next::has);
        assertThat(kept).allMatch(next::has);
    }
}
