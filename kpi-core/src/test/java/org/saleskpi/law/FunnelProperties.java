package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;
import org.saleskpi.value.Rate;

@Domain(SalesDomain.class)
class FunnelProperties {

    /** Stages of kinds of fact that the standard ones do not have, one by a moment that may lie before the entry. */
    private static final FunnelStages OWN = FunnelStages.of("booked", Population.of(Meeting.class, Meeting::bookedAt))
            .then("answered", Population.of(Survey.class, Survey::at))
            .then("covered", Population.of(Stretch.class, Stretch::startsAt))
            .then("won", SalesPopulations.CUSTOMERS_WON);

    @Property
    void aFunnelIsWhatTheOracleCounts(@ForAll Situation situation) {
        assertThat(situation.kpis().during(situation.period()).funnel().stages())
                .isEqualTo(oracle(situation, SchoolbookOracle.of(situation.raw())));
    }

    @Property
    void aFunnelOfAViewIsWhatTheOracleCounts(@ForAll Situation situation) {
        assertThat(situation
                        .kpisAsOf(situation.moment())
                        .during(situation.period())
                        .funnel()
                        .stages())
                .isEqualTo(
                        oracle(situation, SchoolbookOracle.of(situation.raw()).asOf(situation.moment())));
    }

    @Property
    void groupsAreWhatTheOracleCounts(@ForAll Situation situation) {
        SchoolbookOracle oracle = SchoolbookOracle.of(situation.raw()).asOf(situation.moment());
        GroupedAnalysis<Funnel> groups = situation
                .kpisAsOf(situation.moment())
                .during(situation.period())
                .by(List.of(situation.grouping().dimension()), KpiQuery::funnel);

        List<@Nullable String> keys = oracle.keys(situation.grouping());
        assertThat(groups.groups()).hasSameSizeAs(keys);
        for (int i = 0; i < keys.size(); i++) {
            assertThat(groups.groups().get(i).key().parts()).containsExactly(keys.get(i));
            assertThat(groups.groups().get(i).analysis().stages())
                    .isEqualTo(oracle(situation, oracle.where(situation.grouping(), keys.get(i))));
        }
    }

    private static List<Funnel.Stage> oracle(Situation situation, SchoolbookOracle oracle) {
        return new AnalysisOracle(oracle)
                .funnel(situation.period().startInclusive(), situation.period().endExclusive());
    }

    @Property
    void stagesNeverGrow(@ForAll Situation situation) {
        for (FunnelStages stages : List.of(FunnelStages.STANDARD, OWN)) {
            Funnel funnel = situation.kpis().during(situation.period()).funnel(stages);
            for (int i = 1; i < funnel.stages().size(); i++) {
                assertThat(funnel.stages().get(i).customers())
                        .isLessThanOrEqualTo(funnel.stages().get(i - 1).customers());
            }
            assertThat(funnel.stages().get(0).customers()).isLessThanOrEqualTo(funnel.entered());
        }
    }

    @Property
    void theLastStandardStageIsTheConversionRate(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        Rate conversion = query.get(SalesIndicators.CONVERSION_RATE);

        assertThat(query.funnel().stage("signed").orElseThrow().fromFirst()).isEqualTo(conversion);
        assertThat(query.funnel().entered()).isEqualTo(conversion.total());
    }

    @Property
    void groupsAddUpToTheTotal(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        GroupedAnalysis<Funnel> groups = query.by(List.of(situation.grouping().dimension()), part -> part.funnel(OWN));

        assertThat(groups.total()).isEqualTo(query.funnel(OWN));
        assertThat(groups.groups().stream()
                        .map(group -> group.analysis())
                        .reduce(Funnel::plus)
                        .map(Funnel::stages))
                .isEqualTo(
                        groups.groups().isEmpty()
                                ? Optional.empty()
                                : Optional.of(groups.total().stages()));
    }

    @Property
    void severalKeysAreTheSumOfTheirGroups(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        List<@Nullable String> keys =
                SchoolbookOracle.of(situation.raw()).asOf(situation.moment()).keys(situation.grouping());
        KpiQuery some = query.where(situation.grouping().dimension(), keys)
                .where(situation.otherGrouping().dimension(), List.of("alice", "Bob", "north"));

        if (situation.grouping() != situation.otherGrouping()) {
            assertThat(some.funnel().stages())
                    .isEqualTo(query.where(situation.otherGrouping().dimension(), List.of("alice", "Bob", "north"))
                            .funnel()
                            .stages());
        }
        assertThat(query.where(situation.grouping().dimension(), keys).funnel().stages())
                .isEqualTo(query.funnel().stages());
    }

    @Property
    void funnelsOfHistoriesThatShareNoCustomerAddUp(@ForAll Situation situation) {
        List<Funnel> parts = situation.parts(3).stream()
                .map(raw -> Situation.calculator(raw).during(situation.period()).funnel(OWN))
                .toList();

        assertThat(parts.get(0).plus(parts.get(1)).plus(parts.get(2)))
                .isEqualTo(situation.kpis().during(situation.period()).funnel(OWN));
    }

    @Property
    void whatHappensAfterTheMomentOfAViewChangesNothing(@ForAll Situation situation) {
        Instant earlier =
                situation.moment().isBefore(situation.otherMoment()) ? situation.moment() : situation.otherMoment();

        assertThat(situation
                        .kpisAsOf(situation.moment())
                        .asOf(situation.otherMoment())
                        .during(situation.period())
                        .funnel(OWN))
                .isEqualTo(
                        situation.kpisAsOf(earlier).during(situation.period()).funnel(OWN));
    }

    @Property
    void whoeverHasNoEventIsInNoStageButInTheCohort(@ForAll Situation situation) {
        FunnelStages nobody = FunnelStages.of(
                "nobody",
                Population.of(CustomerJourney.class, CustomerJourney::entry).where(journey -> false));
        Funnel funnel = situation.kpis().during(situation.period()).funnel(nobody);

        assertThat(funnel.stages().get(0).customers()).isZero();
        assertThat(funnel.entered())
                .isEqualTo(situation.kpis().during(situation.period()).funnel().entered());
    }
}
