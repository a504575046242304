package org.saleskpi.output;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.indicator.Indicator;
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
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** A report with one answer of each kind, and one with none that is defined. */
public final class OneOfEachKind {

    private OneOfEachKind() {}

    /** The answers, by what they are filed under. */
    public static Map<String, KpiValue<?>> defined() {
        Map<String, KpiValue<?>> values = new LinkedHashMap<>();
        values.put("count", Count.of(120));
        values.put("amount", Amount.from(euros("15200.00")));
        values.put("mean-amount", MeanAmount.of(euros("15200.00"), 4));
        values.put("days", Days.of(28, 29, 33));
        values.put("waits", Waits.of(1, 3, 2, 2, 3, 3, 4, 5, 6, 10, 55));
        values.put("rate", Rate.of(3, 5, 32));
        values.put("rate-of-amounts", RateOfAmounts.of(euros("9000.00"), euros("3000.00"), euros("6000.00")));
        values.put("ratio", Ratio.of(9, 12));
        values.put("ratio-of-amounts", RatioOfAmounts.of(euros("10500.00"), euros("10000.00")));
        values.put("score", Score.of(7, 2, 1));
        values.put("velocity", new Velocity(12, Rate.of(4, 4, 0), MeanAmount.of(euros("8000.00"), 4), 60));
        return values;
    }

    /** Answers about nothing. */
    public static Map<String, KpiValue<?>> undefined() {
        Map<String, KpiValue<?>> values = new LinkedHashMap<>();
        values.put("waits", Waits.of(0, 0));
        values.put("rate-of-amounts", RateOfAmounts.of(euros("0.00"), euros("0.00"), euros("0.00")));
        values.put("ratio-of-amounts", RatioOfAmounts.of(euros("10500.00"), euros("0.00")));
        values.put("score", Score.of(0, 0, 0));
        values.put("velocity", new Velocity(12, Rate.of(0, 4, 0), MeanAmount.of(euros("0.00"), 0), 0));
        return values;
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }

    /** A report of March 2026 with some answers. */
    static Answers report(Map<String, KpiValue<?>> values) {
        List<Indicator<?>> indicators = new ArrayList<>();
        values.keySet().forEach(key -> indicators.add(Indicator.count(key, SalesPopulations.PROSPECTING_CALLS)));
        ZoneId zone = ZoneOffset.UTC;
        DateRange march = DateRange.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
        ReportTerms terms = new ReportTerms(march.atZone(zone), zone, null, CurrencyUnit.EUR, Scope.ALL);
        KpiReport report = ReportLayout.of(indicators).report(terms, new Given(values));
        return Answers.of(report);
    }

    /** Answers each indicator by its key. */
    private record Given(Map<String, KpiValue<?>> values) implements ReportLayout.Answers {

        @Override
        @SuppressWarnings("unchecked") // Writers take any kind of answer to any indicator.
        public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
            return (V) Objects.requireNonNull(values.get(indicator.key()));
        }
    }
}
