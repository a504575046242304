package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.time.InstantRange;

@Domain(SalesDomain.class)
class GroupProperties {

    @Property
    void groupsAddUpToTheTotal(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());

        assertAddsUp(query.by(situation.grouping().dimension()), query.report());
    }

    @Property
    void groupsOfAPartAddUpToThePart(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        for (KpiBreakdown.Group<KpiReport> group :
                query.by(situation.otherGrouping().dimension()).groups()) {
            KpiQuery part = Answers.where(query, situation.otherGrouping(), Answers.key(group));

            assertAddsUp(part.by(situation.grouping().dimension()), part.report());
        }
    }

    @Property(tries = 200)
    void groupsOfSeriesAddUpToTheSeries(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(Periods.atMost(24, situation.unit(), situation.period()));

        assertAddsUp(query.by(situation.grouping().dimension(), situation.unit()), query.every(situation.unit()));
    }

    @Property
    void combinationsThatOccurAddUpToTheTotal(@ForAll Situation situation) {
        Assume.that(situation.grouping() != situation.otherGrouping());
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        KpiBreakdown<KpiReport> pairs = query.by(
                situation.grouping().dimension(), situation.otherGrouping().dimension());

        assertThat(pairs.groups().stream().map(group -> group.key().parts()))
                .isEqualTo(SchoolbookOracle.of(situation.raw())
                        .asOf(situation.moment())
                        .keys(situation.grouping(), situation.otherGrouping()));
        assertThat(pairs.total()).isEqualTo(query.report());
        assertThat(Answers.sum(
                        pairs.groups().stream().map(KpiBreakdown.Group::answers).toList()))
                .isEqualTo(pairs.groups().isEmpty() ? Map.of() : Answers.of(query.report()));
        for (KpiBreakdown.Group<KpiReport> pair : pairs.groups()) {
            KpiQuery one = Answers.where(
                    query, situation.grouping(), pair.key().parts().get(0));
            assertThat(pair.answers())
                    .isEqualTo(Answers.where(
                                    one,
                                    situation.otherGrouping(),
                                    pair.key().parts().get(1))
                            .report());
        }
    }

    @Property(tries = 100)
    void theOrderOfDimensionsIsThatOfTheKeysAndNoMore(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(Periods.atMost(6, situation.unit(), situation.period()));
        List<Dimension> dimensions =
                new ArrayList<>(List.of(Dimension.OWNER, Grouping.REGION.dimension(), Grouping.TEAM.dimension()));
        KpiBreakdown<KpiSeries> breakdown = query.by(dimensions, situation.unit());
        Collections.shuffle(dimensions, situation.random());
        KpiBreakdown<KpiSeries> shuffled = query.by(dimensions, situation.unit());

        assertThat(shuffled.dimensions())
                .isEqualTo(dimensions.stream().map(Dimension::name).toList());
        assertThat(shuffled.groups().stream().map(KpiBreakdown.Group::key)).isSorted();
        assertThat(shuffled.total()).isEqualTo(breakdown.total());
        assertThat(shuffled.groups().stream().map(KpiBreakdown.Group::answers))
                .containsExactlyInAnyOrderElementsOf(breakdown.groups().stream()
                        .map(KpiBreakdown.Group::answers)
                        .toList());
    }

    private static <A extends KpiAnswers<A>> void assertAddsUp(KpiBreakdown<A> breakdown, A total) {
        assertThat(breakdown.total()).isEqualTo(total);
        // A history without records has no groups, and the total is zero.
        A sum = breakdown.groups().stream()
                .map(KpiBreakdown.Group::answers)
                .reduce(KpiAnswers::plus)
                .orElse(total.minus(total));
        assertThat(answers(sum)).isEqualTo(answers(total));
    }

    /** What the answers are, whichever part they are said to be about: all groups of a dimension are the whole. */
    private static Object answers(KpiAnswers<?> answers) {
        return answers instanceof KpiSeries series ? Answers.of(series) : Answers.of((KpiReport) answers);
    }

    @Property
    void narrowingToAKeyIsExactlyItsGroup(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        KpiBreakdown<KpiReport> breakdown = query.by(situation.grouping().dimension());
        for (KpiBreakdown.Group<KpiReport> group : breakdown.groups()) {
            assertThat(Answers.where(query, situation.grouping(), Answers.key(group))
                            .report())
                    .isEqualTo(group.answers());
            assertThat(breakdown.group(group.key())).contains(group.answers());
        }
    }

    @Property(tries = 200)
    void aPopulationNarrowedToAKeyCountsWhatItsGroupDoes(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        Dimension dimension = situation.grouping().dimension();
        for (KpiBreakdown.Group<KpiReport> group : query.by(dimension).groups()) {
            List<@Nullable String> key = Collections.singletonList(Answers.key(group));
            assertThat(query.get(Indicator.count("calls", SalesPopulations.PROSPECTING_CALLS.where(dimension, key))))
                    .isEqualTo(group.answers().get(SalesIndicators.CALLS));
            assertThat(query.get(Indicator.count("won", SalesPopulations.CUSTOMERS_WON.where(dimension, key))))
                    .isEqualTo(group.answers().get(SalesIndicators.CUSTOMERS_WON));
        }
    }

    @Property
    void narrowingTwiceMeansAndInAnyOrder(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        for (KpiBreakdown.Group<KpiReport> group :
                query.by(situation.grouping().dimension()).groups()) {
            KpiQuery narrowed = Answers.where(query, situation.grouping(), Answers.key(group));
            KpiBreakdown<KpiReport> others =
                    narrowed.by(situation.otherGrouping().dimension());
            for (KpiBreakdown.Group<KpiReport> other : others.groups()) {
                KpiQuery both = Answers.where(narrowed, situation.otherGrouping(), Answers.key(other));
                KpiQuery otherWayRound = Answers.where(
                        Answers.where(query, situation.otherGrouping(), Answers.key(other)),
                        situation.grouping(),
                        Answers.key(group));

                assertThat(both.report()).isEqualTo(other.answers()).isEqualTo(otherWayRound.report());
            }
        }
    }

    @Property(tries = 200)
    void aSeriesOfAGroupIsTheGroupOfEachReport(@ForAll Situation situation) {
        InstantRange period = Periods.atMost(12, situation.unit(), situation.period());
        KpiQuery query = situation.kpis().during(period);
        KpiBreakdown<KpiSeries> breakdown = query.by(situation.grouping().dimension(), situation.unit());
        for (KpiBreakdown.Group<KpiSeries> group : breakdown.groups()) {
            assertThat(Answers.where(query, situation.grouping(), Answers.key(group))
                            .every(situation.unit()))
                    .isEqualTo(group.answers());
        }
        assertThat(breakdown.groups().stream().map(KpiBreakdown.Group::key))
                .isEqualTo(query.by(situation.grouping().dimension()).groups().stream()
                        .map(KpiBreakdown.Group::key)
                        .toList());
    }

    @Property
    void groupsDoNotDependOnThePeriodOrTheNarrowing(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        KpiQuery other = situation
                .kpis()
                .during(InstantRange.of(
                        situation.otherMoment(), situation.otherMoment().plusNanos(1)))
                .where(situation.otherGrouping().dimension(), "nobody");

        assertThat(keysOf(other, situation)).isEqualTo(keysOf(query, situation));
        assertThat(keysOf(query, situation))
                .isEqualTo(SchoolbookOracle.of(situation.raw()).keys(situation.grouping()));
    }

    private static List<String> keysOf(KpiQuery query, Situation situation) {
        return query.by(situation.grouping().dimension()).groups().stream()
                .map(Answers::key)
                .toList();
    }

    @Property
    void whatHasAnUnknownKeyIsNothing(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());

        assertThat(Answers.of(
                        query.where(situation.grouping().dimension(), "nobody").report()))
                .isEqualTo(Answers.of(query.report().minus(query.report())));
    }
}
