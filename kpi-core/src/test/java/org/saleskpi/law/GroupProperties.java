package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiQuery;
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
        KpiQuery query = situation.kpis().asOf(situation.moment()).during(situation.period());
        for (KpiBreakdown.Group<KpiReport> group :
                query.by(situation.otherGrouping().dimension()).groups()) {
            KpiQuery part = Answers.where(query, situation.otherGrouping(), group.key());

            assertAddsUp(part.by(situation.grouping().dimension()), part.report());
        }
    }

    @Property(tries = 200)
    void groupsOfSeriesAddUpToTheSeries(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(Periods.atMost(24, situation.unit(), situation.period()));

        assertAddsUp(query.by(situation.grouping().dimension(), situation.unit()), query.every(situation.unit()));
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
            assertThat(Answers.where(query, situation.grouping(), group.key()).report())
                    .isEqualTo(group.answers());
            assertThat(group.key() == null ? breakdown.unassigned() : breakdown.group(group.key()))
                    .contains(group.answers());
        }
    }

    @Property
    void narrowingTwiceMeansAndInAnyOrder(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        for (KpiBreakdown.Group<KpiReport> group :
                query.by(situation.grouping().dimension()).groups()) {
            KpiQuery narrowed = Answers.where(query, situation.grouping(), group.key());
            KpiBreakdown<KpiReport> others =
                    narrowed.by(situation.otherGrouping().dimension());
            for (KpiBreakdown.Group<KpiReport> other : others.groups()) {
                KpiQuery both = Answers.where(narrowed, situation.otherGrouping(), other.key());
                KpiQuery otherWayRound = Answers.where(
                        Answers.where(query, situation.otherGrouping(), other.key()),
                        situation.grouping(),
                        group.key());

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
            assertThat(Answers.where(query, situation.grouping(), group.key()).every(situation.unit()))
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
                .map(KpiBreakdown.Group::key)
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
