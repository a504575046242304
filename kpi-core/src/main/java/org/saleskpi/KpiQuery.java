package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Explanation;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.engine.Analyses;
import org.saleskpi.engine.LayeredIndex;
import org.saleskpi.engine.Questions;
import org.saleskpi.engine.Selection;
import org.saleskpi.engine.SelectionAnswers;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
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
 *
 * @since 0.1.0
 */
public final class KpiQuery {

    private final KpiCalculator calculator;
    private final SalesHistory history;
    private final LayeredIndex index;
    private final ReportLayout layout;
    private final Questions questions;
    private final InstantRange period;
    private final @Nullable DateRange dates;
    private final Selection part;

    KpiQuery(
            KpiCalculator calculator,
            ReportLayout layout,
            Questions questions,
            InstantRange period,
            @Nullable DateRange dates,
            Selection part) {
        this.calculator = calculator;
        this.history = calculator.history();
        this.index = calculator.index();
        this.layout = layout;
        this.questions = questions;
        this.period = requireNonNull(period, "period");
        this.dates = dates;
        this.part = part;
    }

    /**
     * Narrows the question to the members of some groups, exactly as {@link #by by(dimension)} groups them: to those that
     * have any of the keys. Conditions on several dimensions, and repeated ones on one, mean <em>and</em>: the keys that all
     * of them name are left. If none is left, the answers are those about nothing.
     *
     * <p>Members are filtered, never the facts that decide what became of them: a prospect of Alice's who signed with Bob
     * is won.
     *
     * @param dimension what is grouped by
     * @param anyOf the owners or attribute values, any of which will do
     * @return the narrower question
     * @throws IllegalArgumentException if another dimension of that name was named before
     */
    public KpiQuery where(Dimension dimension, String... anyOf) {
        return where(dimension, Arrays.asList(requireElements(anyOf, "anyOf")));
    }

    /**
     * Narrows the question to the members of some groups, of which what is unassigned may be one.
     *
     * @param dimension what is grouped by
     * @param anyOf the owners or attribute values, any of which will do; null among them for the members that have no key, nor
     *     has their customer
     * @return the narrower question
     * @throws IllegalArgumentException if another dimension of that name was named before
     */
    public KpiQuery where(Dimension dimension, Collection<? extends @Nullable String> anyOf) {
        requireNonNull(dimension, "dimension");
        requireNonNull(anyOf, "anyOf");
        return with(part.where(dimension, anyOf));
    }

    private KpiQuery with(Selection another) {
        return new KpiQuery(calculator, layout, questions, period, dates, another);
    }

    /**
     * Narrows the question to the members that have no key, nor has their customer.
     *
     * @param dimension what is grouped by
     * @return the narrower question
     * @throws IllegalArgumentException if another dimension of that name was named before
     */
    public KpiQuery whereUnassigned(Dimension dimension) {
        return where(dimension, Collections.singleton(null));
    }

    /**
     * Asks for some indicators instead of all of the calculator's; they need not be among those.
     *
     * @param indicators what to ask for, in the order of the answers
     * @return the question for those
     * @throws IllegalArgumentException if two indicators have one key
     */
    public KpiQuery only(Indicator<?>... indicators) {
        List<Indicator<?>> asked = List.of(requireElements(indicators, "indicators"));
        return calculator.query(ReportLayout.of(asked), period, dates, part);
    }

    /**
     * Answers one indicator, which need not be among the calculator's.
     *
     * @param indicator the indicator
     * @param <V> the kind of answer
     * @return the answer
     */
    public <V extends KpiValue<V>> V get(Indicator<V> indicator) {
        requireNonNull(indicator, "indicator");
        return new Questions(index, List.of(indicator))
                .about(part)
                .during(period)
                .answer(indicator);
    }

    /**
     * Answers all indicators.
     *
     * @return the answers, with the terms of the question
     */
    public KpiReport report() {
        return report(period, part);
    }

    /**
     * Answers all indicators for each unit of the calendar.
     *
     * @param unit a day, week, month, quarter or year of the history's calendar and time zone
     * @return a report for each unit in time order, the first and the last cut at the bounds of the period
     * @throws IllegalArgumentException if there would be more than a million reports
     */
    public KpiSeries every(CalendarUnit unit) {
        return series(pieces(unit), part);
    }

    /**
     * Answers all indicators for each unit of the calendar as they stood when it closed: each report is one in the view as of
     * the end of its own period, so that later outcomes do not change it. A report on a period that has not ended yet, or that
     * ends after the moment as of which the calculator views the history, says what is known.
     *
     * <pre>{@code
     * KpiSeries closed = KpiCalculator.of(history).during(DateRange.year(2026)).everyAsClosed(CalendarUnit.MONTH);
     * List<Rate> asReported = closed.get(SalesIndicators.CONVERSION_RATE);
     * }</pre>
     *
     * <p>Each period takes a {@link KpiCalculator#asOf view} of its own, and as long as one. The reports are on different
     * terms: they do not add up to one on the whole period.
     *
     * @param unit a day, week, month, quarter or year of the business time zone
     * @return a report for each unit in time order, the first and the last cut at the bounds of the period
     * @throws IllegalArgumentException if there would be more than a million reports
     */
    public KpiSeries everyAsClosed(CalendarUnit unit) {
        return KpiSeries.of(pieces(unit).stream().map(this::asClosed).toList());
    }

    private KpiReport asClosed(InstantRange piece) {
        return calculator
                .asOf(piece.endExclusive())
                .query(layout, piece, null, part)
                .report();
    }

    /**
     * Answers all indicators group by group, and in total. Of several dimensions, a group is a combination of keys.
     *
     * @param dimension what to group by
     * @param more what to group by too
     * @return a report for each key, or combination of them, that occurs anywhere in the history, even where nothing happened
     * @throws IllegalArgumentException if a dimension stands twice, or two have one name
     */
    public KpiBreakdown<KpiReport> by(Dimension dimension, Dimension... more) {
        return by(Lists.asList(requireNonNull(dimension, "dimension"), requireElements(more, "more")));
    }

    /**
     * Answers all indicators group by group, and in total, by a dimension as it comes in a request.
     *
     * @param dimension the name of the dimension: {@code owner}, or an attribute of some record
     * @return a report for each key that occurs anywhere in the history, even where nothing happened
     * @throws NoSuchElementException if there is no such dimension; its message tells which there are
     */
    public KpiBreakdown<KpiReport> by(String dimension) {
        return by(TextQuestion.dimension(calculator, requireNonNull(dimension, "dimension")));
    }

    /**
     * Answers all indicators group by group, and in total. Of several dimensions, a group is a combination of keys.
     *
     * @param dimensions what to group by, at least one dimension
     * @return a report for each key, or combination of them, that occurs anywhere in the history, even where nothing happened
     * @throws IllegalArgumentException if there is no dimension, one stands twice, or two have one name
     */
    public KpiBreakdown<KpiReport> by(List<Dimension> dimensions) {
        return breakdown(requireElements(dimensions, "dimensions"), group -> report(period, group));
    }

    /**
     * Answers all indicators group by group and in total, for each unit of the calendar.
     *
     * @param dimension what to group by
     * @param unit a day, week, month, quarter or year of the history's calendar and time zone
     * @return a series for each key that occurs anywhere in the history, even where nothing happened
     * @throws IllegalArgumentException if a series would have more than a million reports
     */
    public KpiBreakdown<KpiSeries> by(Dimension dimension, CalendarUnit unit) {
        return by(List.of(requireNonNull(dimension, "dimension")), unit);
    }

    /**
     * Answers all indicators group by group and in total, for each unit of the calendar.
     *
     * @param dimensions what to group by, at least one dimension
     * @param unit a day, week, month, quarter or year of the business time zone
     * @return a series for each key, or combination of them, that occurs anywhere in the history, even where nothing happened
     * @throws IllegalArgumentException if there is no dimension, one stands twice, or two have one name, or a series would have more than
     *     a million reports
     */
    public KpiBreakdown<KpiSeries> by(List<Dimension> dimensions, CalendarUnit unit) {
        List<InstantRange> pieces = pieces(unit);
        return breakdown(requireElements(dimensions, "dimensions"), group -> series(pieces, group));
    }

    /**
     * Asks for an analysis group by group, and in total, such as {@code by(List.of(Dimension.OWNER), KpiQuery::funnel)}.
     *
     * @param dimensions what to group by, at least one dimension
     * @param analysis what to ask of each group
     * @param <A> the kind of analysis
     * @return the analysis of each key, or combination of them, that occurs anywhere in the history, even where nothing
     *     happened
     * @throws IllegalArgumentException if there is no dimension, one stands twice, or two have one name
     */
    public <A> GroupedAnalysis<A> by(List<Dimension> dimensions, Function<KpiQuery, A> analysis) {
        requireNonNull(analysis, "analysis");
        QueryGroups groups = QueryGroups.of(dimensions, part, questions);
        return new GroupedAnalysis<>(
                groups.dimensions(),
                groups.map((key, group) -> new GroupedAnalysis.Group<>(key, analysis.apply(with(group)))),
                analysis.apply(this));
    }

    /**
     * Follows the customers that entered in the period along the {@link FunnelStages#STANDARD standard stages}.
     *
     * @return how far they have come
     */
    public Funnel funnel() {
        return funnel(FunnelStages.STANDARD);
    }

    /**
     * Follows the customers that entered in the period along stages of your own.
     *
     * @param stages the stages
     * @return how far they have come
     */
    public Funnel funnel(FunnelStages stages) {
        return new Analyses(index).funnel(requireNonNull(stages, "stages"), part, terms(period, part));
    }

    /**
     * Tells how long it takes to win the customers that entered in the period, those that are open included.
     *
     * @return how long it takes, as {@link #cycle(Cycle.Losses) cycle(CENSORED)}
     */
    public Cycle cycle() {
        return cycle(Cycle.Losses.CENSORED);
    }

    /**
     * Tells how long it takes to win the customers that entered in the period, those that are open included.
     *
     * <p>They are observed until just before the moment of the calculator's view. Where it is no view, that is one nanosecond
     * after the {@linkplain SalesHistory#recorded() last record} of the history, and the answer is that of the
     * {@link KpiCalculator#asOf view} as of then, which costs as much: ask a view that you keep.
     *
     * @param losses what a lost customer says about the others
     * @return how long it takes
     */
    public Cycle cycle(Cycle.Losses losses) {
        requireNonNull(losses, "losses");
        if (history.viewedAsOf().isPresent()) {
            return new Analyses(index).cycle(losses, part, terms(period, part));
        }
        Instant end = history.recorded().map(RecordedSpan::last).orElse(Instant.EPOCH);
        return calculator
                .asOf(end.plusNanos(1))
                .query(layout, period, dates, part)
                .cycle(losses);
    }

    /**
     * Follows the customers won in each unit of the calendar through the units after it: the retention triangle. A condition is
     * one on conversions, which go by the first contract's key, else the customer's.
     *
     * @param unit a day, week, month, quarter or year of the history's calendar and time zone
     * @return a cohort for each unit of the period
     * @throws IllegalArgumentException if the period is not made of whole units, or of more than 1,000
     */
    public Cohorts cohorts(CalendarUnit unit) {
        return new Analyses(index).cohorts(requireNonNull(unit, "unit"), part, terms(period, part));
    }

    /**
     * Compares the period with the dates before, or with those of the year before, like for like.
     *
     * <pre>{@code
     * KpiQuery march = KpiCalculator.of(history).during(DateRange.month(2026, 3));
     * Comparison comparison = march.comparedWith(ComparisonBase.PREVIOUS).report();
     * assert comparison.before().terms().period().equals(DateRange.month(2026, 2).atZone(history.zone()));
     * }</pre>
     *
     * @param base what to compare with
     * @return the question about both periods
     * @throws IllegalArgumentException if the period is not made of whole dates of the business time zone
     */
    public ComparedQuery comparedWith(ComparisonBase base) {
        requireNonNull(base, "base");
        return new ComparedQuery(this, dates == null ? DateRange.from(period, history.zone()) : dates, base);
    }

    /** The pieces of some dates that the zone did not skip. */
    List<DateRange> pieces(DateRange whole, CalendarUnit unit) {
        return history.calendar().split(whole, requireNonNull(unit, "unit")).stream()
                .filter(piece -> startOf(piece.startInclusive()).isBefore(startOf(piece.endExclusive())))
                .toList();
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(history.zone()).toInstant();
    }

    /** This question about other dates. */
    KpiQuery over(DateRange others) {
        return new KpiQuery(calculator, layout, questions, others.atZone(history.zone()), others, part);
    }

    /** This question about what it is compared with. */
    KpiQuery over(BasePeriod base) {
        KpiCalculator equallyRipe = base.asOf() == null ? calculator : calculator.asOf(base.asOf());
        return equallyRipe.query(layout, base.period(), null, part);
    }

    SalesHistory history() {
        return history;
    }

    /**
     * Returns the keys that the question is narrowed to and that occur nowhere in the history: names that were mistyped, or
     * are not known yet. There is nothing to tell about those, which is an answer, not an error.
     *
     * @return the keys in order by the names of their dimensions; of other dimensions there are none; unmodifiable
     */
    public Map<String, List<String>> unknownKeys() {
        ImmutableMap.Builder<String, List<String>> unknown = ImmutableMap.builder();
        for (Dimension dimension : part.dimensions()) {
            Set<String> known = new HashSet<>(keys(index, dimension));
            List<String> others = part.keys(dimension).stream()
                    .<String>flatMap(Stream::ofNullable)
                    .filter(key -> !known.contains(key))
                    .toList();
            if (!others.isEmpty()) {
                unknown.put(dimension.name(), others);
            }
        }
        return unknown.buildOrThrow();
    }

    /** The keys of a dimension that occur, in order. */
    static List<String> keys(LayeredIndex index, Dimension dimension) {
        return index.keys(ImmutableList.of(dimension)).stream()
                .flatMap(key -> key.parts().stream())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * Returns the very facts behind the answer to an indicator, which need not be among the calculator's.
     *
     * @param indicator the indicator
     * @return the facts, as many as {@link #get} counts
     */
    public CountedFacts facts(Indicator<?> indicator) {
        requireNonNull(indicator, "indicator");
        return new Questions(index, List.of(indicator))
                .about(part)
                .during(period)
                .facts(indicator);
    }

    /**
     * Explains the answer to an indicator, which need not be among the calculator's: what was counted and how, on which terms,
     * what was set aside, what is open, and whether the answer is final.
     *
     * @param indicator the indicator
     * @param <V> the kind of answer
     * @return the explanation, with the answer itself
     */
    public <V extends KpiValue<V>> Explanation<V> explain(Indicator<V> indicator) {
        return Explanation.of(indicator, get(indicator), terms(period, part), history);
    }

    private List<InstantRange> pieces(CalendarUnit unit) {
        return history.calendar().split(period, unit, history.zone());
    }

    private KpiReport report(InstantRange piece, Selection about) {
        return report(piece, about, questions.about(about));
    }

    private KpiReport report(InstantRange piece, Selection about, SelectionAnswers answers) {
        return layout.report(terms(piece, about), answers.during(piece));
    }

    private ReportTerms terms(InstantRange piece, Selection about) {
        return new ReportTerms(
                piece, history.zone(), history.viewedAsOf().orElse(null), history.currency(), about.scope());
    }

    private KpiSeries series(List<InstantRange> pieces, Selection about) {
        SelectionAnswers answers = questions.about(about);
        return KpiSeries.of(
                pieces.stream().map(piece -> report(piece, about, answers)).toList());
    }

    private <A extends KpiAnswers<A>> KpiBreakdown<A> breakdown(
            List<Dimension> dimensions, Function<Selection, A> answers) {
        QueryGroups groups = QueryGroups.of(dimensions, part, questions);
        return new KpiBreakdown<>(
                groups.dimensions(),
                groups.map((key, group) -> new KpiBreakdown.Group<>(key, answers.apply(group))),
                answers.apply(part));
    }

    /** Returns the period and how it is narrowed. */
    @Override
    public String toString() {
        return "KpiQuery during " + period + (part.equals(Selection.ALL) ? "" : " where " + part.scope());
    }
}
