package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;

@Domain(SalesDomain.class)
class CatalogueProperties {

    @Property
    void aRateLiesBetweenZeroAndItsCompanionsBetweenItAndOne(@ForAll Situation situation) {
        KpiReport report = situation.kpis().during(situation.period()).report();
        for (KpiValue<?> value : Answers.of(report).values()) {
            if (value instanceof Rate rate) {
                assertThat(rate.total()).isEqualTo(rate.hits() + rate.misses() + rate.open());
                assertThat(rate.value().isPresent()).isEqualTo(rate.total() > 0);
                assertThat(rate.ceiling().isPresent()).isEqualTo(rate.total() > 0);
                assertThat(rate.decided().isPresent()).isEqualTo(rate.hits() + rate.misses() > 0);
                double soFar = rate.value().orElse(0);
                double decided = rate.decided().orElse(soFar);
                assertThat(soFar).isBetween(0.0, decided);
                assertThat(decided).isLessThanOrEqualTo(rate.ceiling().orElse(1));
                assertThat(rate.ceiling().orElse(1)).isLessThanOrEqualTo(1);
            }
        }
    }

    @Property
    void retentionAndChurnAreTheTwoPartsOfTheOpeningBalance(@ForAll Situation situation) {
        KpiReport report = situation
                .kpis()
                .asOf(situation.moment())
                .during(situation.period())
                .report();
        Rate retention = report.get(SalesIndicators.RETENTION_RATE);
        Rate churn = report.get(SalesIndicators.CHURN_RATE);

        assertThat(churn).isEqualTo(retention.complement());
        assertThat(retention.hits() + churn.hits()).isEqualTo(retention.total());
        assertThat(retention.open()).isZero();
    }

    @Property
    void theOpeningBalanceAndTheMovementsMakeTheClosingBalance(@ForAll Situation situation) {
        KpiCalculator kpis = situation.kpis();
        KpiReport report = kpis.during(situation.period()).report();

        long opening = customersInForce(kpis, situation.period().startInclusive());
        long gained = report.get(UserIndicators.CUSTOMERS_GAINED).value();
        long lost = report.get(UserIndicators.CUSTOMERS_LOST).value();
        long closing = customersInForce(kpis, situation.period().endExclusive());

        assertThat(opening + gained - lost).isEqualTo(closing);
        assertThat(opening)
                .isEqualTo(report.get(SalesIndicators.RETENTION_RATE).total())
                .isEqualTo(SchoolbookOracle.of(situation.raw())
                        .openingStretches(situation.period().startInclusive()));
    }

    /** No two stretches of a customer are in force at once: customers and stretches in force are as many. */
    private static long customersInForce(KpiCalculator kpis, Instant moment) {
        return kpis.history().journeys().stream()
                .flatMap(journey -> journey.cover().stream())
                .filter(stretch -> stretch.isInForceOnEveOf(moment))
                .count();
    }

    @Property
    void factsOfConsecutivePeriodsAddUpToThoseOfTheirUnion(@ForAll Situation situation) {
        Instant start = situation.period().startInclusive();
        Instant end = situation.period().endExclusive();
        Instant cut = situation.moment();
        KpiCalculator kpis = situation.kpis();
        if (!start.isBefore(cut) || !cut.isBefore(end)) {
            cut = start.plusNanos(1);
            end = end.plusNanos(1);
        }
        KpiReport whole = kpis.during(InstantRange.of(start, end)).report();
        List<KpiReport> parts = List.of(
                kpis.during(InstantRange.of(start, cut)).report(),
                kpis.during(InstantRange.of(cut, end)).report());

        for (Indicator<?> indicator : kpis.indicators()) {
            if (indicator.additiveOverPeriods()) {
                assertThat((Object) Answers.sum(indicator, parts))
                        .as(indicator.key())
                        .isEqualTo(whole.get(indicator));
            }
        }
    }

    @Property(tries = 200)
    void theReportsOfASeriesTileThePeriodAndFactsAddUp(@ForAll Situation situation) {
        InstantRange period = Periods.atMost(60, situation.unit(), situation.period());
        KpiCalculator kpis = situation.kpis();
        KpiSeries series = kpis.during(period).every(situation.unit());
        KpiReport whole = kpis.during(period).report();

        Instant end = period.startInclusive();
        for (KpiReport report : series.reports()) {
            assertThat(report.terms().period().startInclusive()).isEqualTo(end);
            assertThat(report).isEqualTo(kpis.during(report.terms().period()).report());
            end = report.terms().period().endExclusive();
        }
        assertThat(end).isEqualTo(period.endExclusive());
        for (Indicator<?> indicator : kpis.indicators()) {
            assertThat(series.get(indicator)).hasSameSizeAs(series.reports());
            if (indicator.additiveOverPeriods()) {
                assertThat((Object) Answers.sum(indicator, series.reports())).isEqualTo(whole.get(indicator));
            }
        }
    }

    @Property
    void oneAnswerIsThatOfTheReport(@ForAll Situation situation) {
        KpiReport report = situation.kpis().during(situation.period()).report();
        for (Indicator<?> indicator : report.indicators()) {
            // Of a calculator that was never asked before, so that nothing is remembered from the report.
            assertThat((Object) KpiCalculator.of(situation.raw().build())
                            .during(situation.period())
                            .get(indicator))
                    .as(indicator.key())
                    .isEqualTo(report.get(indicator));
        }
    }
}
