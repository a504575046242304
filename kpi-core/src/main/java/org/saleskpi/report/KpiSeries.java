package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.bytes.ByteForm;
import org.saleskpi.bytes.ByteSink;
import org.saleskpi.bytes.ByteSource;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/**
 * Reports on consecutive periods, such as the months of a year. Immutable and thread-safe.
 *
 * <pre>{@code
 * KpiSeries months = KpiCalculator.of(history).during(DateRange.year(2026)).every(CalendarUnit.MONTH);
 * List<Amount> revenueByMonth = months.get(SalesIndicators.REVENUE);
 * }</pre>
 *
 * @since 0.1.0
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
        ImmutableList<KpiReport> series = requireElements(reports, "reports");
        checkArgument(!series.isEmpty(), "KpiSeries: expected at least one report");
        for (int i = 1; i < series.size(); i++) {
            checkArgument(
                    series.get(i - 1)
                            .terms()
                            .period()
                            .endExclusive()
                            .equals(series.get(i).terms().period().startInclusive()),
                    "KpiSeries: %s does not follow %s",
                    series.get(i).terms(),
                    series.get(i - 1).terms());
        }
        return new KpiSeries(series);
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
        requireNonNull(indicator, "indicator");
        return reports.stream().map(report -> report.get(indicator)).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the answer to one indicator over all periods: the sum of its answers.
     *
     * @param indicator one of the indicators of the reports
     * @param <V> the kind of answer
     * @return the sum
     * @throws IllegalArgumentException if the indicator is not in the reports; if there are several and it does
     *     not {@linkplain Indicator#additiveOverPeriods add up over periods}, such as retention, or they are as of different
     *     moments
     * @throws ArithmeticException if the sum is too large to represent
     */
    public <V extends KpiValue<V>> V total(Indicator<V> indicator) {
        return rolling(indicator, reports.size()).get(0);
    }

    /**
     * Returns the report over all periods, whose answers are the sums of the answers.
     *
     * @return the report from the start of the first to the end of the last
     * @throws IllegalArgumentException if there are several reports and one of the indicators does
     *     not {@linkplain Indicator#additiveOverPeriods add up over periods}, such as retention, or they are as of different
     *     moments
     * @throws ArithmeticException if a sum is too large to represent
     */
    public KpiReport total() {
        return rolling(reports.size()).get(0);
    }

    /**
     * Returns the answers to one indicator over each run of some neighbouring periods, such as every twelve months: a rolling
     * sum, or the rate of those months together.
     *
     * <pre>{@code
     * KpiSeries months = KpiCalculator.of(history).during(DateRange.year(2026)).every(CalendarUnit.MONTH);
     * List<Rate> winRateOfThreeMonths = months.rolling(SalesIndicators.WIN_RATE, 3);
     * assert winRateOfThreeMonths.size() == 10; // January to March, February to April, ..., October to December
     * }</pre>
     *
     * @param indicator one of the indicators of the reports
     * @param periods how many neighbours make one answer, at least 1
     * @param <V> the kind of answer
     * @return the sums, of which there are as many as reports less the periods but one; none if the series is shorter;
     *     unmodifiable
     * @throws IllegalArgumentException if there are fewer periods than 1; if the indicator is not in the reports; for
     *     several periods, if it does not {@linkplain Indicator#additiveOverPeriods add up over periods}, such as retention, or
     *     the reports are as of different moments
     * @throws ArithmeticException if a sum is too large to represent
     */
    public <V extends KpiValue<V>> List<V> rolling(Indicator<V> indicator, int periods) {
        List<V> answers = get(indicator);
        checkAddUp(List.of(indicator), periods);
        return runs(periods)
                .mapToObj(first -> sum(indicator, answers.subList(first, first + periods)))
                .toList();
    }

    /**
     * Returns a report over each run of some neighbouring periods, such as every twelve months.
     *
     * @param periods how many neighbours make one report, at least 1
     * @return the reports in time order, whose periods overlap, and of which there are as many as in this series less the
     *     periods but one; none if the series is shorter; unmodifiable
     * @throws IllegalArgumentException if there are fewer periods than 1; for several periods, if one of the indicators does
     *     not {@linkplain Indicator#additiveOverPeriods add up over periods}, such as retention, or the reports are as of
     *     different moments
     * @throws ArithmeticException if a sum is too large to represent
     */
    public List<KpiReport> rolling(int periods) {
        checkAddUp(reports.get(0).indicators(), periods);
        return runs(periods)
                .mapToObj(first -> reports.subList(first, first + periods))
                .map(KpiSeries::sum)
                .toList();
    }

    private IntStream runs(int periods) {
        return IntStream.rangeClosed(0, reports.size() - periods);
    }

    /** Refuses what does not add up, of which a run of one period has nothing. */
    private void checkAddUp(List<Indicator<?>> indicators, int periods) {
        checkArgument(periods >= 1, "KpiSeries: expected runs of at least 1 period, not %s", periods);
        if (periods == 1) {
            return;
        }
        for (Indicator<?> indicator : indicators) {
            checkArgument(
                    indicator.additiveOverPeriods(),
                    "Indicator %s does not add up over periods: ask about the whole period",
                    indicator);
        }
        ReportTerms first = reports.get(0).terms();
        for (KpiReport report : reports) {
            checkArgument(
                    first.during(report.terms().period()).equals(report.terms()),
                    "Reports on different terms do not add up over periods: %s and %s",
                    first,
                    report.terms());
        }
    }

    private static KpiReport sum(List<KpiReport> run) {
        ReportTerms terms = run.get(0)
                .terms()
                .during(InstantRange.of(
                        run.get(0).terms().period().startInclusive(),
                        run.get(run.size() - 1).terms().period().endExclusive()));
        return run.stream()
                .map(report -> report.on(terms))
                .reduce(KpiReport::plus)
                .orElseThrow();
    }

    private static <V extends KpiValue<V>> V sum(Indicator<V> indicator, List<V> answers) {
        KpiReport.Combination plus = KpiValue::plus;
        return answers.stream()
                .reduce((left, right) -> plus.of(indicator, left, right))
                .orElseThrow();
    }

    @Override
    public KpiSeries plus(KpiSeries other) {
        return combine(requireNonNull(other, "other"), KpiReport::plus);
    }

    @Override
    public KpiSeries minus(KpiSeries part) {
        return combine(requireNonNull(part, "part"), KpiReport::minus);
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

    /**
     * Writes this series in the byte form, to be read again by {@link #fromBytes}, elsewhere or later.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        return ByteForm.SERIES.write(this::write);
    }

    /**
     * Reads a series from its byte form.
     *
     * @param bytes what {@link #toBytes} wrote, in this version or an earlier one
     * @param indicators among which those of the reports are found by their keys, in any order; your own too
     * @return the series
     * @throws IllegalArgumentException if the bytes are something else, or damaged, if an indicator is not among those given,
     *     or has another kind of answer than the one given
     */
    public static KpiSeries fromBytes(byte[] bytes, Collection<? extends Indicator<?>> indicators) {
        KnownIndicators known = KnownIndicators.of(indicators);
        return ByteForm.SERIES.read(bytes, source -> read(source, known));
    }

    void write(ByteSink sink) {
        sink.list(reports, (out, report) -> report.write(out));
    }

    static KpiSeries read(ByteSource source, KnownIndicators known) {
        return of(source.list(each -> KpiReport.read(each, known)));
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
