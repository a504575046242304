package org.saleskpi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.saleskpi.engine.Index;
import org.saleskpi.engine.PeriodAnswers;
import org.saleskpi.engine.Questions;
import org.saleskpi.engine.Scope;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/**
 * A question to a {@link KpiCalculator}: a period, perhaps narrowed to a part of the history, that waits to be asked for
 * the answers in one shape or another.
 *
 * <pre>{@code
 * KpiQuery year = KpiCalculator.of(history).during(DateRange.year(2026));
 * Amount revenue = year.get(SalesIndicators.REVENUE);
 * Amount revenueOfAlice = year.where(Dimension.OWNER, "alice").get(SalesIndicators.REVENUE);
 * KpiBreakdown<KpiSeries> monthsByRep = year.by(Dimension.OWNER, CalendarUnit.MONTH);
 * }</pre>
 *
 * <p>Immutable and thread-safe. Questions asked of a valid history do not fail.
 */
public final class KpiQuery {

    private final SalesHistory history;
    private final Index index;
    private final ReportLayout layout;
    private final Questions questions;
    private final InstantRange period;
    private final Scope scope;

    KpiQuery(
            SalesHistory history,
            Index index,
            ReportLayout layout,
            Questions questions,
            InstantRange period,
            Scope scope) {
        this.history = history;
        this.index = index;
        this.layout = layout;
        this.questions = questions;
        this.period = requireNonNull(period, "period");
        this.scope = scope;
    }

    /**
     * Narrows the question to the members of one group, exactly as {@link #by by(dimension)} groups them. Repeated, it
     * means <em>and</em>.
     *
     * <p>Members are filtered, never the facts that decide what became of them: a prospect of Alice's who signed with Bob
     * is won.
     *
     * @param dimension what is grouped by
     * @param key the owner or attribute value
     * @return the narrower question
     */
    public KpiQuery where(Dimension dimension, String key) {
        return narrowed(scope.and(dimension, requireNonNull(key, "key")));
    }

    /**
     * Narrows the question to the members that have no key, nor has their customer.
     *
     * @param dimension what is grouped by
     * @return the narrower question
     */
    public KpiQuery whereUnassigned(Dimension dimension) {
        return narrowed(scope.and(dimension, null));
    }

    private KpiQuery narrowed(Scope part) {
        return new KpiQuery(history, index, layout, questions, period, part);
    }

    /**
     * Asks for some indicators instead of all of the calculator's; they need not be among those.
     *
     * @param indicators what to ask for, in the order of the answers
     * @return the question for those
     * @throws IllegalArgumentException if two indicators have one key
     */
    public KpiQuery only(Indicator<?>... indicators) {
        ReportLayout chosen = ReportLayout.of(List.of(indicators));
        return new KpiQuery(history, index, chosen, new Questions(index, chosen.indicators()), period, scope);
    }

    /**
     * Answers one indicator, which need not be among the calculator's.
     *
     * @param indicator the indicator
     * @param <V> the kind of answer
     * @return the answer
     */
    public <V extends KpiValue<V>> V get(Indicator<V> indicator) {
        return new Questions(index, List.of(indicator))
                .about(scope)
                .during(period)
                .answer(indicator);
    }

    /**
     * Answers all indicators.
     *
     * @return the answers, with the terms of the question
     */
    public KpiReport report() {
        return report(period, questions.about(scope));
    }

    /**
     * Answers all indicators for each unit of the calendar.
     *
     * @param unit a day, week, month, quarter or year of the business time zone
     * @return a report for each unit in time order, the first and the last cut at the bounds of the period
     * @throws IllegalArgumentException if there would be more than a million reports
     */
    public KpiSeries every(CalendarUnit unit) {
        return series(pieces(unit), scope);
    }

    /**
     * Answers all indicators group by group, and in total.
     *
     * @param dimension what to group by
     * @return a report for each key that occurs anywhere in the history, even where nothing happened
     */
    public KpiBreakdown<KpiReport> by(Dimension dimension) {
        return breakdown(dimension, part -> report(period, questions.about(part)));
    }

    /**
     * Answers all indicators group by group and in total, for each unit of the calendar.
     *
     * @param dimension what to group by
     * @param unit a day, week, month, quarter or year of the business time zone
     * @return a series for each key that occurs anywhere in the history, even where nothing happened
     * @throws IllegalArgumentException if a series would have more than a million reports
     */
    public KpiBreakdown<KpiSeries> by(Dimension dimension, CalendarUnit unit) {
        List<InstantRange> pieces = pieces(unit);
        return breakdown(dimension, part -> series(pieces, part));
    }

    /**
     * Returns the very facts behind the answer to an indicator, which need not be among the calculator's.
     *
     * @param indicator the indicator
     * @return the facts, as many as {@link #get} counts
     */
    public CountedFacts facts(Indicator<?> indicator) {
        return index.facts(indicator, period, scope);
    }

    private List<InstantRange> pieces(CalendarUnit unit) {
        return unit.split(period, history.zone());
    }

    private KpiReport report(InstantRange piece, PeriodAnswers answers) {
        ReportTerms terms =
                new ReportTerms(piece, history.zone(), history.viewedAsOf().orElse(null), history.currency());
        return layout.report(terms, answers.during(piece));
    }

    private KpiSeries series(List<InstantRange> pieces, Scope part) {
        PeriodAnswers answers = questions.about(part);
        return KpiSeries.of(pieces.stream().map(piece -> report(piece, answers)).toList());
    }

    private <A extends KpiAnswers<A>> KpiBreakdown<A> breakdown(Dimension dimension, Function<Scope, A> answers) {
        List<KpiBreakdown.Group<A>> groups = questions.keys(dimension, scope).stream()
                .map(key -> group(key, answers.apply(scope.and(dimension, key.orElse(null)))))
                .toList();
        return new KpiBreakdown<>(dimension, groups, answers.apply(scope));
    }

    private static <A extends KpiAnswers<A>> KpiBreakdown.Group<A> group(Optional<String> key, A answers) {
        return new KpiBreakdown.Group<>(key.orElse(null), answers);
    }

    /** Returns the period and how it is narrowed. */
    @Override
    public String toString() {
        return "KpiQuery during " + period + (scope.filters().isEmpty() ? "" : " where " + scope.filters());
    }
}
