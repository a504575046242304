package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;

@Domain(SalesDomain.class)
class CohortsProperties {

    private static final int MOST_UNITS = 12;

    /** The units that a situation's period meets, from the start of the first to the end of the last, but not too many. */
    static InstantRange wholeUnits(Situation situation) {
        SalesHistory history = situation.kpis().history();
        InstantRange period = Periods.atMost(MOST_UNITS, situation.unit(), situation.period());
        InstantRange first = unitOf(period.startInclusive(), situation, history);
        InstantRange last = unitOf(period.endExclusive().minusNanos(1), situation, history);
        // Where clocks are set back over midnight, a later moment may have the earlier date.
        return last.startInclusive().isBefore(first.startInclusive())
                ? first
                : InstantRange.of(first.startInclusive(), last.endExclusive());
    }

    private static InstantRange unitOf(Instant moment, Situation situation, SalesHistory history) {
        return history.calendar()
                .rangeOf(situation.unit(), LocalDate.ofInstant(moment, history.zone()))
                .atZone(history.zone());
    }

    private static List<InstantRange> units(Situation situation) {
        SalesHistory history = situation.kpis().history();
        return history.calendar().split(wholeUnits(situation), situation.unit(), history.zone());
    }

    @Property
    void cohortsAreWhatTheOracleCounts(@ForAll Situation situation) {
        assertThat(situation
                        .kpis()
                        .during(wholeUnits(situation))
                        .cohorts(situation.unit())
                        .cohorts())
                .isEqualTo(new AnalysisOracle(SchoolbookOracle.of(situation.raw())).cohorts(units(situation)));
    }

    @Property
    void cohortsOfAGroupOfAViewAreWhatTheOracleCounts(@ForAll Situation situation) {
        SchoolbookOracle oracle = SchoolbookOracle.of(situation.raw()).asOf(situation.moment());
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(wholeUnits(situation));

        assertThat(query.cohorts(situation.unit()).cohorts())
                .isEqualTo(new AnalysisOracle(oracle).cohorts(units(situation)));
        for (String key : oracle.keys(situation.grouping())) {
            assertThat(Answers.where(query, situation.grouping(), key)
                            .cohorts(situation.unit())
                            .cohorts())
                    .isEqualTo(new AnalysisOracle(oracle.where(situation.grouping(), key)).cohorts(units(situation)));
        }
    }

    @Property
    void thoseWonAreTheCustomersWon(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(wholeUnits(situation));

        assertThat(query.cohorts(situation.unit()).cohorts().stream()
                        .mapToLong(Cohorts.Cohort::customers)
                        .sum())
                .isEqualTo(query.get(SalesIndicators.CUSTOMERS_WON).value());
    }

    @Property
    void whatTheySignWithWhoWasWonBeforeIsTheRevenue(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(wholeUnits(situation));
        SalesHistory history = situation.kpis().history();
        Amount signed = query.get(SalesIndicators.REVENUE);
        long ofOthers = history.contracts().stream()
                .filter(contract -> query.facts(SalesIndicators.REVENUE).hits().contains(contract))
                .filter(contract -> history.journeyOf(contract.customerId())
                        .orElseThrow()
                        .isWonBefore(wholeUnits(situation).startInclusive()))
                .mapToLong(contract -> history.valueOf(contract).getAmountMinorLong())
                .sum();

        assertThat(query.cohorts(situation.unit()).cohorts().stream()
                        .flatMap(cohort -> cohort.cells().stream())
                        .mapToLong(cell -> cell.revenue().minorUnits())
                        .sum())
                .isEqualTo(signed.minorUnits() - ofOthers);
    }

    @Property
    void severalKeysAreTheSumOfTheirGroups(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(wholeUnits(situation));

        assertThat(query.where(
                                situation.grouping().dimension(),
                                SchoolbookOracle.of(situation.raw())
                                        .asOf(situation.moment())
                                        .keys(situation.grouping()))
                        .cohorts(situation.unit())
                        .cohorts())
                .isEqualTo(query.cohorts(situation.unit()).cohorts());
    }

    @Property
    void whatHappensAfterTheMomentOfAViewChangesNothing(@ForAll Situation situation) {
        Instant earlier =
                situation.moment().isBefore(situation.otherMoment()) ? situation.moment() : situation.otherMoment();
        InstantRange period = wholeUnits(situation);

        assertThat(situation
                        .kpisAsOf(situation.moment())
                        .asOf(situation.otherMoment())
                        .during(period)
                        .cohorts(situation.unit()))
                .isEqualTo(situation.kpisAsOf(earlier).during(period).cohorts(situation.unit()));
    }
}
