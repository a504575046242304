package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.indicator.Direction;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Waits;

final class ChangeTest {

    @Test
    void countsChangeByANumberAndInPercentIfThereWereAtLeastTen() {
        assertThat(text(Count.of(10), Count.of(13))).isEqualTo("+3 (+30.0%)");
        assertThat(text(Count.of(9), Count.of(1))).isEqualTo("−8");
        assertThat(text(Count.of(0), Count.of(1_200))).isEqualTo("+1,200");
        assertThat(text(Count.of(12), Count.of(12))).isEqualTo("0");
        assertThat(change(Count.of(10), Count.of(13)).orElseThrow().brief()).isEqualTo("+30.0%");
        assertThat(change(Count.of(9), Count.of(1)).orElseThrow().brief()).isEqualTo("−8");
        assertThat(text(Count.of(0), Count.of(Long.MAX_VALUE))).isEqualTo("+9,223,372,036,854,775,807");
    }

    @Test
    void amountsChangeByAnAmountAndInPercentIfThereWasAny() {
        assertThat(text(euros("1000.00"), euros("875.50"))).isEqualTo("−€124.50 (−12.4%)");
        assertThat(text(euros("0"), euros("5"))).isEqualTo("+€5.00");
        assertThat(text(MeanAmount.of(money("30"), 3), MeanAmount.of(money("44"), 4)))
                .isEqualTo("+€1.00 (+10.0%)");
    }

    @Test
    void aPartOfAChangeIsInPointsOfARateAndInPercentOfAMean() {
        Wording english = new Wording(Locale.ENGLISH);
        assertThat(Change.ofPart(0.0312, false, english)).isEqualTo("+3.1\u00A0pts");
        assertThat(Change.ofPart(-0.0312, true, english)).isEqualTo("−3.1%");
        assertThat(Change.ofPart(0.0004, false, english)).isEqualTo("0.0\u00A0pts");
        assertThat(Change.ofPart(-0.0004, true, english)).isEqualTo("0.0%");
    }

    @Test
    void ratesChangeByPercentagePointsDaysByDaysRatiosByANumber() {
        assertThat(text(Rate.of(1, 3, 0), Rate.of(1, 1, 0))).isEqualTo("+25.0 pts");
        assertThat(text(Days.of(10, 20), Days.of(11))).isEqualTo("−4.0 d");
        assertThat(text(Ratio.of(1, 2), Ratio.of(3, 4))).isEqualTo("+0.25");
    }

    @Test
    void theOtherKindsChangeInTheirUnits() {
        assertThat(text(
                        RateOfAmounts.of(money("1"), money("3"), money("0")),
                        RateOfAmounts.of(money("1"), money("1"), money("0"))))
                .isEqualTo("+25.0 pts");
        assertThat(text(RatioOfAmounts.of(money("1"), money("2")), RatioOfAmounts.of(money("3"), money("4"))))
                .isEqualTo("+0.25");
        assertThat(text(Score.of(7, 2, 1), Score.of(1, 1, 0))).isEqualTo("−10.0 pts");
        assertThat(text(Waits.of(0, 0, 10, 20), Waits.of(0, 0, 12))).isEqualTo("−3.0 h");
    }

    @Test
    void whatIsUndefinedBeforeOrNowHasNoChange() {
        assertThat(change(Rate.of(0, 0, 0), Rate.of(1, 1, 0))).isEmpty();
        assertThat(change(Rate.of(1, 1, 0), Rate.of(0, 0, 0))).isEmpty();
        assertThat(change(MeanAmount.of(money("0"), 0), MeanAmount.of(money("3"), 1)))
                .isEmpty();
        assertThat(change(Days.of(), Days.of(3))).isEmpty();
    }

    @Test
    void whichWayIsBetterIsTheIndicatorsToSay() {
        Change less = change(Rate.of(3, 1, 0), Rate.of(1, 3, 0)).orElseThrow();
        assertThat(less.isBetter(SalesIndicators.CHURN_RATE)).isTrue();
        assertThat(less.isBetter(SalesIndicators.WIN_RATE)).isFalse();
        assertThat(less.isBetter(SalesIndicators.DEAL_CYCLE)).isTrue();
        assertThat(less.isBetter(SalesIndicators.PROPOSALS_PER_MEETING)).isNull();
        Indicator<Count> own = Indicator.count("own", SalesPopulations.SALES_MEETINGS);
        assertThat(less.isBetter(own)).isNull();
        assertThat(less.isBetter(own.withDirection(Direction.LESS_IS_BETTER))).isTrue();
        assertThat(change(Count.of(1), Count.of(1)).orElseThrow().isBetter(SalesIndicators.CALLS))
                .isNull();
    }

    private static String text(KpiValue<?> before, KpiValue<?> now) {
        return change(before, now).orElseThrow().text().replace('\u00A0', ' ');
    }

    private static Optional<Change> change(KpiValue<?> before, KpiValue<?> now) {
        return Change.of(Comparison.of(report(now), report(before)), SalesIndicators.CALLS, new Wording(Locale.UK));
    }

    /** A report that answers one indicator, of whatever kind the answer is. */
    private static KpiReport report(KpiValue<?> value) {
        ReportTerms terms = new ReportTerms(
                DateRange.month(2026, 3).atZone(ZoneOffset.UTC), ZoneOffset.UTC, null, CurrencyUnit.EUR, Scope.ALL);
        return ReportLayout.of(List.of(SalesIndicators.CALLS)).report(terms, new ReportLayout.Answers() {
            @Override
            @SuppressWarnings("unchecked") // Asked for one indicator only, and only by writers, which take any kind.
            public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
                return (V) value;
            }
        });
    }

    private static Amount euros(String amount) {
        return Amount.from(money(amount));
    }

    private static Money money(String amount) {
        return Money.of(CurrencyUnit.EUR, new java.math.BigDecimal(amount));
    }
}
