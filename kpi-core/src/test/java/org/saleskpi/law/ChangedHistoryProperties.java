package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.LiveSalesHistory;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Findings;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

/** A history with changes is what a new build of its records gives, and so are all answers about it. */
@Domain(SalesDomain.class)
class ChangedHistoryProperties {

    private static final int STEPS = 12;

    @Property(tries = 100)
    void aHistoryWithChangesIsTheNewBuild(@ForAll Situation situation) {
        ChangingHistory changing = new ChangingHistory(situation, false);
        changing.steps(STEPS);

        assertSameHistory(changing.kpis().history(), changing.built());
    }

    @Property(tries = 100)
    void aLenientHistoryWithChangesIsTheNewBuild(@ForAll Situation situation) {
        ChangingHistory changing = new ChangingHistory(situation, true);
        changing.steps(STEPS);

        assertSameHistory(changing.kpis().history(), changing.built());
        assertThat(changing.kpis().history().problems())
                .isEqualTo(changing.built().problems());
    }

    @Property(tries = 100)
    void itsAnswersAreThoseOfTheNewBuild(@ForAll Situation situation) {
        ChangingHistory changing =
                new ChangingHistory(situation, situation.random().nextBoolean());
        for (int round = 0; round < 4; round++) {
            // Answers about a state shortly before are remembered, others are not.
            changing.steps(1 + situation.random().nextInt(STEPS / 3));
            KpiCalculator fresh = changing.fresh();

            assertSameAnswers(changing.kpis(), fresh, situation);
            assertSameAnswers(changing.kpis().asOf(situation.moment()), fresh.asOf(situation.moment()), situation);
        }
    }

    @Property(tries = 60)
    void itsAnalysesAreThoseOfTheNewBuild(@ForAll Situation situation) {
        ChangingHistory changing = new ChangingHistory(situation, true);
        changing.steps(STEPS);
        KpiQuery changed = changing.kpis().during(situation.period());
        KpiQuery fresh = changing.fresh().during(situation.period());

        assertThat(changed.funnel()).isEqualTo(fresh.funnel());
        assertThat(changed.cycle()).isEqualTo(fresh.cycle());
        InstantRange units = CohortsProperties.wholeUnits(situation);
        assertThat(changing.kpis().during(units).cohorts(situation.unit()))
                .isEqualTo(KpiCalculator.of(changing.built()).during(units).cohorts(situation.unit()));
    }

    @Property(tries = 60)
    void soIsWhatIsMadeOfItsAnswers(@ForAll Situation situation, @ForAll ComparisonBase base) {
        ChangingHistory changing =
                new ChangingHistory(situation, situation.random().nextBoolean());
        for (int round = 0; round < 3; round++) {
            changing.steps(STEPS / 3);
            KpiCalculator fresh = changing.fresh();

            assertSameComparisons(changing.kpis(), fresh, situation, base);
            // A view of a view is that of the earlier moment, whichever was asked for first.
            assertSameComparisons(
                    changing.kpis().asOf(situation.moment()).asOf(situation.otherMoment()),
                    fresh.asOf(situation.otherMoment()).asOf(situation.moment()),
                    situation,
                    base);
            assertThat(Findings.of(changing.kpis().history())).isEqualTo(Findings.of(changing.built()));
        }
    }

    private static void assertSameComparisons(
            KpiCalculator changed, KpiCalculator fresh, Situation situation, ComparisonBase base) {
        ZonedDateTime moment = situation.moment().atZone(situation.raw().zone());
        DateRange dates = DateRange.month(moment.getYear(), moment.getMonthValue());
        KpiQuery question = changed.during(dates);
        KpiQuery expected = fresh.during(dates);
        Random some = situation.random();
        List<Dimension> dimensions = Stream.of(Grouping.values())
                .filter(grouping -> some.nextBoolean())
                .map(Grouping::dimension)
                .toList();

        assertThat(question.comparedWith(base).report())
                .isEqualTo(expected.comparedWith(base).report());
        assertThat(question.everyAsClosed(CalendarUnit.WEEK)).isEqualTo(expected.everyAsClosed(CalendarUnit.WEEK));
        if (!dimensions.isEmpty()) {
            assertThat(question.by(dimensions)).isEqualTo(expected.by(dimensions));
            assertThat(question.comparedWith(base).by(dimensions.get(0)))
                    .isEqualTo(expected.comparedWith(base).by(dimensions.get(0)));
        }
        for (Grouping grouping : Grouping.values()) {
            assertThat(changed.keys(grouping.dimension())).isEqualTo(fresh.keys(grouping.dimension()));
            assertThat(question.whereUnassigned(grouping.dimension()).report())
                    .isEqualTo(expected.whereUnassigned(grouping.dimension()).report());
        }
        for (Indicator<?> indicator : fresh.indicators()) {
            assertThat(question.explain(indicator)).isEqualTo(expected.explain(indicator));
        }
    }

    @Property(tries = 60)
    void aLiveHistoryIsTheNewBuildAfterAnyChanges(@ForAll Situation situation) {
        ChangingHistory changing =
                new ChangingHistory(situation, situation.random().nextBoolean());
        Deque<Runnable> tasks = new ArrayDeque<>();
        LiveSalesHistory.Builder builder = LiveSalesHistory.builder(changing.kpis());
        LiveSalesHistory live = (changing.random().nextBoolean() ? builder.mergeOn(tasks::add) : builder).build();
        for (int step = 0; step < 2 * STEPS && !situation.raw().records().isEmpty(); step++) {
            changing.step(live::apply, live::calculator);
            if (changing.random().nextInt(3) == 0 && !tasks.isEmpty()) {
                tasks.remove().run();
            }
            if (changing.random().nextBoolean()) {
                assertThat(live.calculator().during(situation.period()).report())
                        .isEqualTo(changing.fresh().during(situation.period()).report());
            }
        }

        assertSameHistory(live.history(), changing.built());
        assertThat(live.history().problems()).isEqualTo(changing.built().problems());
        assertSameAnswers(live.calculator(), changing.fresh(), situation);
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
}
