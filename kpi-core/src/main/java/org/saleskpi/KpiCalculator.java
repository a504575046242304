package org.saleskpi;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.saleskpi.engine.LayeredIndex;
import org.saleskpi.engine.Questions;
import org.saleskpi.engine.Selection;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.work.Workers;

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
 *
 * @since 0.1.0
 */
public final class KpiCalculator {

    private final SalesHistory history;
    private final LayeredIndex index;
    private final ReportLayout layout;
    private final Questions questions;

    /** What this is a view of; itself if it is none. */
    private final KpiCalculator base;

    /** The views of the base that somebody still holds, by their moments. */
    private final Views views;

    private KpiCalculator(SalesHistory history, LayeredIndex index, ReportLayout layout, @Nullable KpiCalculator base) {
        this.history = history;
        this.index = index;
        this.layout = layout;
        this.questions = new Questions(index, layout.indicators()).remembered();
        this.base = base == null ? this : base;
        this.views = base == null ? new Views() : base.views;
    }

    /**
     * Returns a calculator for the {@link SalesIndicators standard catalogue}.
     *
     * @param history the facts
     * @return the calculator
     */
    public static KpiCalculator of(SalesHistory history) {
        return builder(history).build();
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
        requireNonNull(extra, "extra");
        return builder(history).add(extra.toArray(Indicator<?>[]::new)).build();
    }

    /**
     * Returns a builder of a calculator that answers a catalogue of your own: the {@link SalesIndicators standard one}, with
     * indicators added, replaced or left out.
     *
     * <pre>{@code
     * Indicator<Amount> turnover = SalesIndicators.REVENUE.named("Turnover");
     * KpiCalculator kpis = KpiCalculator.builder(history)
     *         .replace(turnover)
     *         .without(SalesIndicators.SATISFACTION_RATE)
     *         .build();
     * Amount march = kpis.during(DateRange.month(2026, 3)).report().get(turnover);
     * }</pre>
     *
     * @param history the facts
     * @return the builder, which has the indicators of the standard catalogue
     */
    public static Builder builder(SalesHistory history) {
        return new Builder(requireNonNull(history, "history"));
    }

    /**
     * Builds a calculator that answers some indicators, each of which has a key of its own. For one thread.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private final SalesHistory history;
        private final Map<String, Indicator<?>> indicators = new LinkedHashMap<>();

        private Builder(SalesHistory history) {
            this.history = history;
            SalesIndicators.all().forEach(this::add);
        }

        /**
         * Adds indicators, which reports answer after the others.
         *
         * @param extra the indicators, in order
         * @return this builder
         * @throws IllegalArgumentException if there is an indicator of the same key
         */
        public Builder add(Indicator<?>... extra) {
            for (Indicator<?> indicator : requireElements(extra, "extra")) {
                checkArgument(
                        indicators.putIfAbsent(indicator.key(), indicator) == null,
                        "Two indicators have the key \"%s\"",
                        indicator.key());
            }
            return this;
        }

        /**
         * Puts an indicator in the place of the one that has its key. If it differs from that only in its words, as
         * {@link Indicator#named named} makes it, reports are asked for either.
         *
         * @param indicator the indicator
         * @return this builder
         * @throws IllegalArgumentException if no indicator has its key
         */
        public Builder replace(Indicator<?> indicator) {
            requireKnown(requireNonNull(indicator, "indicator"));
            indicators.put(indicator.key(), indicator);
            return this;
        }

        /**
         * Leaves indicators out.
         *
         * @param unwanted the indicators, or others that have their keys
         * @return this builder
         * @throws IllegalArgumentException if no indicator has the key of one of them
         */
        public Builder without(Indicator<?>... unwanted) {
            for (Indicator<?> indicator : requireElements(unwanted, "unwanted")) {
                requireKnown(indicator);
                indicators.remove(indicator.key());
            }
            return this;
        }

        private void requireKnown(Indicator<?> indicator) {
            checkArgument(
                    indicators.containsKey(indicator.key()),
                    "No indicator has the key \"%s\", expected one of %s",
                    indicator.key(),
                    indicators.keySet());
        }

        /**
         * Returns the calculator, which computes nothing until it is asked.
         *
         * @return the calculator
         */
        public KpiCalculator build() {
            return new KpiCalculator(
                    history, LayeredIndex.of(history), ReportLayout.of(List.copyOf(indicators.values())), null);
        }
    }

    /**
     * Returns a calculator for the history as it was known just before a moment. Asked again for a moment, it returns the same
     * one, with all that was computed for it, as long as somebody holds it: keep those that you ask about again and again. A view
     * of a view is the view as of the earlier of the two moments.
     *
     * <p>The first question about a view costs a pass over the customers, contracts and proposals of the history.
     *
     * @param moment the moment
     * @return a calculator for {@link SalesHistory#asOf history.asOf(moment)}
     */
    public KpiCalculator asOf(Instant moment) {
        requireNonNull(moment, "moment");
        Instant viewedAsOf = history.viewedAsOf().orElse(null);
        return viewedAsOf != null && !moment.isBefore(viewedAsOf) ? this : views.asOf(moment, base::view);
    }

    private KpiCalculator view(Instant moment) {
        SalesHistory view = history.asOf(moment);
        return new KpiCalculator(view, index.asOf(view), layout, this);
    }

    /**
     * Returns a calculator for this one's history with records that are new, changed or gone. It shares what was made for this one,
     * so that its first answers take about as long as the changed customers' records, not all records, would.
     *
     * <pre>{@code
     * Call call = Call.builder("k-9", Instant.parse("2026-04-02T14:00:00Z")).customer("c-0074").build();
     * KpiCalculator now = kpis.with(HistoryChanges.of(call));
     * }</pre>
     *
     * @param changes the changes, which are made together or not at all
     * @return a calculator for {@link SalesHistory#with history.with(changes)}
     * @throws org.saleskpi.sales.InvalidHistoryException if the history was built strictly and the records do not fit together
     *     afterwards, or if amounts cannot be summed; it holds all problems
     * @throws IllegalStateException if this is a view
     */
    public KpiCalculator with(HistoryChanges changes) {
        KpiCalculator next = over(history.revise().apply(changes).snapshot());
        return next.inLayersOf(next.history().compacted(), this);
    }

    /**
     * Returns a calculator that answers the same indicators for another history. It shares what was made for this one, if the one
     * history was {@linkplain SalesHistory#with changed} from the other.
     *
     * @param another any history
     * @return a calculator for it; this one if it is the same
     */
    public KpiCalculator over(SalesHistory another) {
        return requireNonNull(another, "another") == history
                ? this
                : new KpiCalculator(another, index.over(another), layout, null);
    }

    /** A calculator for an equal history in other layers, which shares what was made for another calculator of the same indicators too. */
    KpiCalculator inLayersOf(SalesHistory equal, KpiCalculator more) {
        return equal == history ? this : new KpiCalculator(equal, index.inLayersOf(equal, more.index), layout, null);
    }

    /**
     * Makes what the first report and the first breakdowns need, which else the first to ask waits for, and what makes them as fast
     * as they will be, which else the third to ask does. A service that takes in a new history prepares a calculator for it, and
     * then puts it in the place of the old one.
     *
     * <pre>{@code
     * KpiCalculator fresh = KpiCalculator.of(history).prepare(Dimension.OWNER, Dimension.attribute("region"));
     * }</pre>
     *
     * @param dimensions what breakdowns will be asked by, each for itself
     * @return this calculator
     */
    public KpiCalculator prepare(Dimension... dimensions) {
        return prepared(Workers.CALLER, List.of(requireElements(dimensions, "dimensions")));
    }

    /**
     * Makes ready what reports and breakdowns need as {@link #prepare(Dimension...)} does, with the help of other threads. What is
     * answered afterwards is the same.
     *
     * <p>The calling thread does the work, and waits for no thread but those that have begun to help: a pool whose threads are all
     * busy, or of which the caller is a thread, is no danger, and one that refuses tasks is no help. A history of fewer than
     * 10,000 records is prepared by the caller alone, which is as fast. A caller that is interrupted goes on, and is interrupted
     * afterwards. The functions of indicators, populations and dimensions run in several threads at a time; what one throws is thrown
     * here.
     *
     * @param executor whose threads help
     * @param dimensions what breakdowns will be asked by, each for itself
     * @return this calculator
     * @see org.saleskpi.sales.SalesHistoryBuilder#build(Executor)
     */
    public KpiCalculator prepare(Executor executor, Dimension... dimensions) {
        Workers workers = Workers.of(
                requireNonNull(executor, "executor"), history.records().size());
        return prepared(workers, List.of(requireElements(dimensions, "dimensions")));
    }

    private KpiCalculator prepared(Workers workers, List<Dimension> dimensions) {
        if (workers != Workers.CALLER) {
            questions.prepare(dimensions, workers);
        }
        // Balances are followed to the end of what is known: a period that ends there needs all that any does.
        Instant end = history.viewedAsOf().filter(Instant.MIN::isBefore).orElse(Instant.EPOCH);
        KpiQuery query = new KpiQuery(
                this, layout, questions.anew(), InstantRange.of(end.minusNanos(1), end), null, Selection.ALL);
        query.report();
        for (Dimension dimension : dimensions) {
            query.by(dimension);
        }
        questions.putOnLines(dimensions, workers);
        return this;
    }

    /**
     * Begins a question about calendar dates in the history's business time zone.
     *
     * @param dates the dates
     * @return the question
     * @throws IllegalArgumentException if the zone skipped all of the dates
     */
    public KpiQuery during(DateRange dates) {
        return query(layout, requireNonNull(dates, "dates").atZone(history.zone()), dates, Selection.ALL);
    }

    /**
     * Begins a question about any two instants.
     *
     * @param period the period
     * @return the question
     */
    public KpiQuery during(InstantRange period) {
        return query(layout, period, null, Selection.ALL);
    }

    /**
     * Begins a question that is told in texts, as they come with a request:
     * {@code period=2026-03&where.owner=alice&where.owner=bob}.
     *
     * <pre>{@code
     * KpiCalculator kpis = KpiCalculator.of(history);
     * Map<String, List<String>> request = Map.of("period", List.of("2026-03"), "where.owner", List.of("alice"));
     * assert kpis.ask(request).report().equals(
     *         kpis.during(DateRange.month(2026, 3)).where(Dimension.OWNER, "alice").report());
     * }</pre>
     *
     * @param texts by their names: one {@code period}, as the calendar of the history
     *     {@linkplain org.saleskpi.time.SalesCalendar#parsePeriod reads} it, and for any {@linkplain #dimension dimension}, under
     *     {@code where.} and its name, the keys any of which will do; what has other names is left alone
     * @return the question
     * @throws IllegalArgumentException if there is no period, more than one, or one that cannot be read
     * @throws java.util.NoSuchElementException if no record has such a dimension, or such a key in it
     */
    public KpiQuery ask(Map<String, ? extends List<String>> texts) {
        return new TextQuestion(this, requireElements(texts, "texts")).query();
    }

    /** The question for the indicators of a layout about a part of the history, and the dates that it was given in, if any. */
    KpiQuery query(ReportLayout asked, InstantRange period, @Nullable DateRange dates, Selection part) {
        Questions about = asked == layout ? questions : new Questions(index, asked.indicators());
        return new KpiQuery(this, asked, about, period, dates, part);
    }

    LayeredIndex index() {
        return index;
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
     * Returns the keys of a dimension, such as the reps there are: those that occur on any record.
     *
     * @param dimension what is grouped by
     * @return the keys in the order of their code points; what is unassigned has none; unmodifiable
     */
    public List<String> keys(Dimension dimension) {
        return KpiQuery.keys(index, requireNonNull(dimension, "dimension"));
    }

    /**
     * Returns what reports answer.
     *
     * @return the indicators in the order of reports, unmodifiable
     */
    public List<Indicator<?>> indicators() {
        return layout.indicators();
    }

    /**
     * Finds one of the {@link #indicators} by its key.
     *
     * @param key what its answer is filed under, such as {@code win-rate}
     * @return the indicator; empty if none has that key
     */
    public Optional<Indicator<?>> indicator(String key) {
        requireNonNull(key, "key");
        return indicators().stream()
                .filter(indicator -> indicator.key().equals(key))
                .findFirst();
    }

    /**
     * Finds a dimension by its name, as it comes in a request: {@code owner}, or an attribute of some record.
     *
     * <pre>{@code
     * KpiCalculator kpis = KpiCalculator.of(history);
     * assert kpis.dimension("owner").equals(Optional.of(Dimension.OWNER));
     * assert kpis.dimension("region").equals(Optional.of(Dimension.attribute("region")));
     * assert kpis.dimension("regoin").isEmpty();
     * }</pre>
     *
     * @param name the name
     * @return the dimension; empty if no record has an attribute of that name
     */
    public Optional<Dimension> dimension(String name) {
        requireNonNull(name, "name");
        if (name.equals(Dimension.OWNER.name())) {
            return Optional.of(Dimension.OWNER);
        }
        return history.attributeNames().contains(name) ? Optional.of(Dimension.attribute(name)) : Optional.empty();
    }

    /** Returns the history and the number of indicators. */
    @Override
    public String toString() {
        return "KpiCalculator of " + indicators().size() + " indicators over " + history;
    }
}
