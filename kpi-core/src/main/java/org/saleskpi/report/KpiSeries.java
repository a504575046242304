package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.KpiValue;

/**
 * Reports on consecutive periods, such as the months of a year. Immutable and thread-safe.
 *
 * <pre>{@code
 * KpiSeries months = KpiCalculator.of(history).during(DateRange.year(2026)).every(CalendarUnit.MONTH);
 * List<Amount> revenueByMonth = months.get(SalesIndicators.REVENUE);
 * }</pre>
 */
public final class KpiSeries implements KpiAnswers<KpiSeries> {

    private final ImmutableList<KpiReport> reports;

    private KpiSeries(ImmutableList<KpiReport> reports) {
        this.reports = reports;
    }

    /**
     * Returns a series of reports.
     *
     * @param reports the reports, in time order
     * @return the series
     * @throws IllegalArgumentException if there are none, or one does not begin where the one before it ends
     */
    public static KpiSeries of(List<KpiReport> reports) {
        checkArgument(!reports.isEmpty(), "KpiSeries: expected at least one report");
        for (int i = 1; i < reports.size(); i++) {
            checkArgument(
                    reports.get(i - 1)
                            .terms()
                            .period()
                            .endExclusive()
                            .equals(reports.get(i).terms().period().startInclusive()),
                    "KpiSeries: %s does not follow %s",
                    reports.get(i).terms(),
                    reports.get(i - 1).terms());
        }
        return new KpiSeries(ImmutableList.copyOf(reports));
    }

    /**
     * Returns the reports.
     *
     * @return one for each period, in time order, unmodifiable
     */
    public List<KpiReport> reports() {
        return reports;
    }

    /**
     * Returns the answers to one indicator.
     *
     * @param indicator one of the indicators of the reports
     * @param <V> the kind of answer
     * @return one for each period, in time order, unmodifiable
     * @throws IllegalArgumentException if the indicator is not in the reports
     */
    public <V extends KpiValue<V>> List<V> get(Indicator<V> indicator) {
        return reports.stream().map(report -> report.get(indicator)).collect(ImmutableList.toImmutableList());
    }

    @Override
    public KpiSeries plus(KpiSeries other) {
        return combine(other, KpiReport::plus);
    }

    @Override
    public KpiSeries minus(KpiSeries part) {
        return combine(part, KpiReport::minus);
    }

    private KpiSeries combine(KpiSeries other, BinaryOperator<KpiReport> combination) {
        checkArgument(
                reports.size() == other.reports.size(),
                "Series of %s and %s periods have no sum",
                reports.size(),
                other.reports.size());
        ImmutableList.Builder<KpiReport> combined = ImmutableList.builderWithExpectedSize(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            combined.add(combination.apply(reports.get(i), other.reports.get(i)));
        }
        return new KpiSeries(combined.build());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KpiSeries series && reports.equals(series.reports);
    }

    @Override
    public int hashCode() {
        return reports.hashCode();
    }

    /** Returns the reports one after the other, for a person to read. */
    @Override
    public String toString() {
        return reports.stream().map(KpiReport::toString).collect(Collectors.joining("\n\n"));
    }
}
