package org.saleskpi;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import org.saleskpi.engine.Index;
import org.saleskpi.engine.Part;
import org.saleskpi.engine.Questions;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

/**
 * Answers indicators over a {@link SalesHistory}. Keep it: it holds what was computed for one question for the next.
 *
 * <pre>{@code
 * KpiCalculator kpis = KpiCalculator.of(history);
 * KpiReport march = kpis.during(DateRange.month(2026, 3)).report();
 * KpiSeries months = kpis.during(DateRange.year(2026)).every(CalendarUnit.MONTH);
 * KpiBreakdown<KpiReport> reps = kpis.during(DateRange.year(2026)).by(Dimension.OWNER);
 * KpiReport asItClosed = kpis.asOf(Instant.parse("2026-04-01T00:00:00Z"))
 *         .during(DateRange.month(2026, 3))
 *         .report();
 * }</pre>
 *
 * <p>Immutable and thread-safe: one calculator serves all threads.
 */
public final class KpiCalculator {

    private final SalesHistory history;
    private final Index index;
    private final ReportLayout layout;
    private final Questions questions;

    private KpiCalculator(SalesHistory history, Index index, ReportLayout layout) {
        this.history = history;
        this.index = index;
        this.layout = layout;
        this.questions = new Questions(index, layout.indicators());
    }

    /**
     * Returns a calculator for the {@link SalesIndicators standard catalogue}.
     *
     * @param history the facts
     * @return the calculator
     */
    public static KpiCalculator of(SalesHistory history) {
        return of(history, List.of());
    }

    /**
     * Returns a calculator for the {@link SalesIndicators standard catalogue} and indicators of your own, which every
     * report then answers too.
     *
     * @param history the facts
     * @param extra the indicators to add, in order
     * @return the calculator
     * @throws IllegalArgumentException if two indicators have one key
     */
    public static KpiCalculator of(SalesHistory history, List<Indicator<?>> extra) {
        requireNonNull(history, "history");
        for (int i = 0; i < requireNonNull(extra, "extra").size(); i++) {
            if (extra.get(i) == null) {
                throw new NullPointerException("extra[" + i + "]");
            }
        }
        ReportLayout layout = ReportLayout.of(ImmutableList.<Indicator<?>>builder()
                .addAll(SalesIndicators.all())
                .addAll(extra)
                .build());
        return new KpiCalculator(history, new Index(history), layout);
    }

    /**
     * Returns a calculator for the history as it was known just before a moment.
     *
     * @param moment the moment
     * @return a calculator for {@link SalesHistory#asOf history.asOf(moment)}
     */
    public KpiCalculator asOf(Instant moment) {
        SalesHistory view = history.asOf(moment);
        return view.viewedAsOf().equals(history.viewedAsOf())
                ? this
                : new KpiCalculator(view, index.asOf(view), layout);
    }

    /**
     * Begins a question about calendar dates in the history's business time zone.
     *
     * @param dates the dates
     * @return the question
     * @throws IllegalArgumentException if the zone skipped all of the dates
     */
    public KpiQuery during(DateRange dates) {
        return during(requireNonNull(dates, "dates").atZone(history.zone()));
    }

    /**
     * Begins a question about any two instants.
     *
     * @param period the period
     * @return the question
     */
    public KpiQuery during(InstantRange period) {
        return new KpiQuery(history, index, layout, questions, period, Part.ALL);
    }

    /**
     * Returns the facts.
     *
     * @return the history
     */
    public SalesHistory history() {
        return history;
    }

    /**
     * Returns what reports answer.
     *
     * @return the indicators in the order of reports, unmodifiable
     */
    public List<Indicator<?>> indicators() {
        return layout.indicators();
    }

    /** Returns the history and the number of indicators. */
    @Override
    public String toString() {
        return "KpiCalculator of " + indicators().size() + " indicators over " + history;
    }
}
