package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.ActivityIndicators;
import org.saleskpi.indicator.CustomerIndicators;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.PipelineIndicators;
import org.saleskpi.indicator.RecurringRevenueIndicators;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Velocity;

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
                .kpisAsOf(situation.moment())
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

        assertBalanced(report);
        assertBalanced(kpis.asOf(situation.moment()).during(situation.period()).report());
        assertThat(report.get(CustomerIndicators.CUSTOMERS_OPENING))
                .isEqualTo(Count.of(report.get(SalesIndicators.RETENTION_RATE).total()));
        long opening = customersInForce(kpis, situation.period().startInclusive());
        long gained = report.get(CustomerIndicators.CUSTOMERS_GAINED).value();
        long lost = report.get(CustomerIndicators.CUSTOMERS_LOST).value();
        long closing = customersInForce(kpis, situation.period().endExclusive());

        assertThat(opening + gained - lost).isEqualTo(closing);
        assertThat(opening)
                .isEqualTo(report.get(SalesIndicators.RETENTION_RATE).total())
                .isEqualTo(SchoolbookOracle.of(situation.raw())
                        .openingStretches(situation.period().startInclusive()));
    }

    private static void assertBalanced(KpiReport report) {
        assertThat(report.get(CustomerIndicators.CUSTOMERS_OPENING)
                        .plus(report.get(CustomerIndicators.CUSTOMERS_GAINED))
                        .minus(report.get(CustomerIndicators.CUSTOMERS_LOST)))
                .isEqualTo(report.get(CustomerIndicators.CUSTOMERS_CLOSING));
    }

    @Property
    void newAndRepeatBusinessAreRevenue(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        List<KpiReport> reports = new ArrayList<>(List.of(query.report()));
        query.by(situation.grouping().dimension()).groups().forEach(group -> reports.add(group.answers()));
        for (KpiReport report : reports) {
            RateOfAmounts share = report.get(CustomerIndicators.REPEAT_SHARE);

            assertThat(share.hits()).isEqualTo(report.get(CustomerIndicators.REPEAT_BUSINESS));
            assertThat(share.misses()).isEqualTo(report.get(CustomerIndicators.NEW_BUSINESS));
            assertThat(share.total()).isEqualTo(report.get(SalesIndicators.REVENUE));
        }
        assertThat(query.get(CustomerIndicators.REVENUE_PER_CUSTOMER).total())
                .isEqualTo(query.get(SalesIndicators.REVENUE));
    }

    @Property
    void grossRetentionIsAShareAndNetRetentionIsNoLess(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        RateOfAmounts gross = query.get(RecurringRevenueIndicators.GROSS_RETENTION);
        RatioOfAmounts net = query.get(RecurringRevenueIndicators.NET_RETENTION);

        assertThat(net.divisor()).isEqualTo(gross.total());
        assertThat(net.dividend()).isGreaterThanOrEqualTo(gross.hits());
        assertThat(gross.value().orElse(0)).isBetween(0.0, 1.0);
        assertThat(gross.open().minorUnits()).isZero();
        if (situation.moment().isAfter(situation.period().startInclusive())) {
            assertThat(gross.total())
                    .isEqualTo(situation
                            .kpisAsOf(situation.moment())
                            .during(InstantRange.of(
                                    situation.period().startInclusive().minusNanos(1),
                                    situation.period().startInclusive()))
                            .get(RecurringRevenueIndicators.MRR));
        } else {
            assertThat(gross.total().minorUnits()).isZero();
        }
    }

    @Property
    void theVelocityIsMadeOfTheOtherIndicatorsOfThePipeline(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        Velocity velocity = query.get(PipelineIndicators.SALES_VELOCITY);

        assertThat(velocity.wins()).isEqualTo(query.get(SalesIndicators.WIN_RATE));
        assertThat(velocity.amount())
                .isEqualTo(query.get(PipelineIndicators.WIN_RATE_BY_AMOUNT).hits());
        assertThat(velocity.days())
                .isEqualTo(query.get(SalesIndicators.DEAL_CYCLE).total());
    }

    @Property
    void callsThatSucceedWereAnswered(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        Rate answered = query.get(ActivityIndicators.ANSWERED_CALL_SUCCESS_RATE);

        assertThat(answered.total())
                .isEqualTo(query.get(ActivityIndicators.CONTACT_RATE).hits());
        assertThat(answered.hits())
                .isEqualTo(query.get(SalesIndicators.CALL_SUCCESS_RATE).hits());
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
