package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.joda.money.Money;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.LiveSalesHistory;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;

/** A history with changes is what a new build of its records gives, and so are all answers about it. */
@Domain(SalesDomain.class)
class ChangedHistoryProperties {

    private static final int STEPS = 12;

    @Property(tries = 100)
    void aHistoryWithChangesIsTheNewBuild(@ForAll Situation situation) {
        Changing changing = new Changing(situation, false);
        changing.steps(STEPS);

        assertSameHistory(changing.kpis.history(), changing.built());
    }

    @Property(tries = 100)
    void aLenientHistoryWithChangesIsTheNewBuild(@ForAll Situation situation) {
        Changing changing = new Changing(situation, true);
        changing.steps(STEPS);

        assertSameHistory(changing.kpis.history(), changing.built());
        assertThat(changing.kpis.history().problems())
                .isEqualTo(changing.built().problems());
    }

    @Property(tries = 100)
    void itsAnswersAreThoseOfTheNewBuild(@ForAll Situation situation) {
        Changing changing = new Changing(situation, situation.random().nextBoolean());
        for (int round = 0; round < 3; round++) {
            changing.steps(STEPS / 3);
            KpiCalculator fresh = KpiCalculator.of(changing.built(), UserIndicators.ALL);

            assertSameAnswers(changing.kpis, fresh, situation);
            assertSameAnswers(changing.kpis.asOf(situation.moment()), fresh.asOf(situation.moment()), situation);
        }
    }

    @Property(tries = 60)
    void itsAnalysesAreThoseOfTheNewBuild(@ForAll Situation situation) {
        Changing changing = new Changing(situation, true);
        changing.steps(STEPS);
        KpiQuery changed = changing.kpis.during(situation.period());
        KpiQuery fresh = KpiCalculator.of(changing.built(), UserIndicators.ALL).during(situation.period());

        assertThat(changed.funnel()).isEqualTo(fresh.funnel());
        assertThat(changed.cycle()).isEqualTo(fresh.cycle());
        InstantRange units = CohortsProperties.wholeUnits(situation);
        assertThat(changing.kpis.during(units).cohorts(situation.unit()))
                .isEqualTo(KpiCalculator.of(changing.built()).during(units).cohorts(situation.unit()));
    }

    @Property(tries = 60)
    void aLiveHistoryIsTheNewBuildAfterAnyChanges(@ForAll Situation situation) {
        Changing changing = new Changing(situation, situation.random().nextBoolean());
        Deque<Runnable> tasks = new ArrayDeque<>();
        LiveSalesHistory.Builder builder = LiveSalesHistory.builder(changing.kpis);
        LiveSalesHistory live = (situation.random().nextBoolean() ? builder.mergeOn(tasks::add) : builder).build();
        for (int step = 0; step < 2 * STEPS && !situation.raw().records().isEmpty(); step++) {
            changing.step(live::apply, live::calculator);
            if (changing.random.nextInt(3) == 0 && !tasks.isEmpty()) {
                tasks.remove().run();
            }
            if (changing.random.nextBoolean()) {
                assertThat(live.calculator().during(situation.period()).report())
                        .isEqualTo(KpiCalculator.of(changing.built(), UserIndicators.ALL)
                                .during(situation.period())
                                .report());
            }
        }

        assertSameHistory(live.history(), changing.built());
        assertThat(live.history().problems()).isEqualTo(changing.built().problems());
        assertSameAnswers(live.calculator(), KpiCalculator.of(changing.built(), UserIndicators.ALL), situation);
    }

    private static void assertSameHistory(SalesHistory changed, SalesHistory fresh) {
        assertThat(changed.records()).isEqualTo(fresh.records());
        assertThat(changed.journeys()).isEqualTo(fresh.journeys());
        assertThat(changed.bookings()).isEqualTo(fresh.bookings());
        assertThat(changed.recorded()).isEqualTo(fresh.recorded());
        assertThat(changed.attributeNames()).isEqualTo(fresh.attributeNames());
        assertThat(changed.detached().records()).isEqualTo(fresh.records());
    }

    private static void assertSameAnswers(KpiCalculator changed, KpiCalculator fresh, Situation situation) {
        Dimension dimension = situation.grouping().dimension();
        Dimension other = situation.otherGrouping().dimension();
        KpiQuery question = changed.during(situation.period());
        KpiQuery expected = fresh.during(situation.period());

        assertThat(question.report()).isEqualTo(expected.report());
        assertThat(question.by(dimension)).isEqualTo(expected.by(dimension));
        if (!dimension.name().equals(other.name())) {
            assertThat(question.by(dimension, other)).isEqualTo(expected.by(dimension, other));
        }
        assertThat(changed.keys(other)).isEqualTo(fresh.keys(other));
        assertThat(question.where(dimension, "alice", "Bob").report())
                .isEqualTo(expected.where(dimension, "alice", "Bob").report());
        for (Indicator<?> indicator : fresh.indicators()) {
            assertSameFacts(question.facts(indicator), expected.facts(indicator), indicator);
        }
    }

    private static void assertSameFacts(CountedFacts facts, CountedFacts expected, Indicator<?> indicator) {
        assertThat(facts.hits()).as(indicator.key()).isEqualTo(expected.hits());
        assertThat(facts.misses()).as(indicator.key()).isEqualTo(expected.misses());
        assertThat(facts.open()).as(indicator.key()).isEqualTo(expected.open());
        assertThat(facts.divisor()).as(indicator.key()).isEqualTo(expected.divisor());
    }

    /** A history that changes step by step, and the records that a new build of it would be given. */
    private static final class Changing {

        private final Situation situation;
        private final boolean lenient;
        private final Random random;
        private final Map<String, SalesRecord> pool = new LinkedHashMap<>();
        private final Map<String, SalesRecord> given = new LinkedHashMap<>();
        private KpiCalculator kpis;

        Changing(Situation situation, boolean lenient) {
            this.situation = situation;
            this.lenient = lenient;
            this.random = situation.random();
            situation.raw().records().forEach(record -> pool.put(key(record), record));
            pool.forEach((key, record) -> {
                if (random.nextInt(3) > 0) {
                    given.put(key, random.nextInt(4) == 0 ? another(record) : record);
                }
            });
            if (!lenient) {
                given.clear();
                given.putAll(pool);
            }
            kpis = KpiCalculator.of(built(), UserIndicators.ALL);
            if (random.nextBoolean()) {
                kpis.prepare(situation.grouping().dimension());
            }
        }

        private static String key(SalesRecord record) {
            return record.type() + " " + record.id();
        }

        SalesHistory built() {
            return built(given);
        }

        private SalesHistory built(Map<String, SalesRecord> records) {
            var builder = situation.raw().with(List.copyOf(records.values())).builder();
            return (lenient ? builder.lenient() : builder).build();
        }

        void steps(int count) {
            for (int i = 0; i < count && !pool.isEmpty(); i++) {
                step(changes -> kpis = kpis.with(changes), () -> kpis);
            }
        }

        /** Puts and removes a few records; a strict history refuses what a new build refuses, and stays as it was. */
        void step(Consumer<HistoryChanges> target, Supplier<KpiCalculator> state) {
            Map<String, SalesRecord> next = new LinkedHashMap<>(given);
            HistoryChanges.Builder changes = HistoryChanges.builder();
            List<SalesRecord> records = new ArrayList<>(pool.values());
            for (int i = random.nextInt(3); i >= 0; i--) {
                SalesRecord record = records.get(random.nextInt(records.size()));
                switch (random.nextInt(4)) {
                    case 0 -> {
                        changes.remove(record.type(), record.id());
                        next.remove(key(record));
                    }
                    case 1 -> {
                        changes.put(record);
                        next.put(key(record), record);
                    }
                    default -> {
                        SalesRecord other = another(record);
                        changes.put(other);
                        next.put(key(other), other);
                    }
                }
            }
            KpiCalculator before = state.get();
            Throwable refused = catchThrowable(() -> target.accept(changes.build()));
            if (refused == null) {
                given.clear();
                given.putAll(next);
            } else {
                assertThat(state.get()).isSameAs(before);
                Throwable expected = catchThrowable(() -> built(next));
                assertThat(expected).isInstanceOf(InvalidHistoryException.class);
                assertThat(((InvalidHistoryException) refused).problems())
                        .isEqualTo(((InvalidHistoryException) expected).problems());
            }
        }

        /** Another state of a record. */
        private SalesRecord another(SalesRecord record) {
            Instant at = random.nextBoolean() ? situation.moment() : situation.otherMoment();
            String owner = random.nextBoolean() ? "alice" : null;
            List<Customer> customers = situation.raw().customers();
            String customerId = customers.isEmpty() || random.nextInt(4) == 0
                    ? null
                    : customers.get(random.nextInt(customers.size())).id();
            Money amount = Money.ofMinor(situation.raw().currency(), random.nextInt(500));
            return switch (record.type()) {
                case CUSTOMER ->
                    Customer.builder(record.id(), at)
                            .owner(owner)
                            .attribute("region", random.nextBoolean() ? "Bob" : null)
                            .disqualifiedAt(random.nextInt(3) == 0 ? situation.moment() : null)
                            .build();
                case CALL ->
                    Call.builder(record.id(), at)
                            .customer(customerId)
                            .owner(owner)
                            .attribute("region", random.nextBoolean() ? "north" : null)
                            .build();
                case MEETING ->
                    Meeting.builder(record.id(), at, Meeting.Outcome.HELD)
                            .customer(customerId)
                            .owner(owner)
                            .bookedAt(random.nextBoolean() ? situation.moment() : null)
                            .build();
                case PROPOSAL ->
                    Proposal.builder(record.id(), at)
                            .customer(customerId)
                            .owner(owner)
                            .amount(amount)
                            .build();
                case CONTRACT ->
                    Contract.builder(record.id(), at, amount)
                            .customer(customerId == null ? "unknown" : customerId)
                            .owner(owner)
                            .endsAt(random.nextBoolean() ? null : at.plusSeconds(random.nextInt(90_000_000)))
                            .build();
                case SURVEY ->
                    Survey.builder(record.id(), at, Survey.Scale.NPS, random.nextInt(11))
                            .customer(customerId)
                            .owner(owner)
                            .build();
                case EXCHANGE_RATE -> throw new AssertionError("no record");
            };
        }
    }
}
