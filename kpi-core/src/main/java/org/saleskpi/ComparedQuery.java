package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.Lists;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/**
 * A {@link KpiQuery question} about some dates that is asked about the dates before too, or about those of the year before, like
 * for like.
 *
 * <pre>{@code
 * ComparedQuery compared =
 *         KpiCalculator.of(history).during(DateRange.year(2026)).comparedWith(ComparisonBase.YEAR);
 * OptionalDouble growth = compared.report().change(SalesIndicators.REVENUE);
 * List<Comparison> months = compared.every(CalendarUnit.MONTH);
 * }</pre>
 *
 * <p>Without a view, both periods are answered as they are known now. In a view, both are equally ripe: April as of 1 May is
 * compared with March as of 1 April, not with a March whose open cases have had a month longer. Where the view ends within the
 * period, only as much of the base counts: the year as of 20 May is compared with the first of January to the nineteenth of May
 * of the year before, as of the twentieth.
 *
 * <p>In a view, the base is answered by a view of its own, which costs a pass over the history: one for a report, and for a
 * breakdown of it; one for each piece of a series. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ComparedQuery {

    private final KpiQuery query;
    private final DateRange dates;
    private final ComparisonBase base;

    ComparedQuery(KpiQuery query, DateRange dates, ComparisonBase base) {
        this.query = query;
        this.dates = dates;
        this.base = base;
    }

    /**
     * Answers all indicators over both periods.
     *
     * @return the comparison
     * @throws IllegalArgumentException if the base is beyond the years -999999 to 999999, or the zone skipped all of it
     */
    public Comparison report() {
        return Comparison.of(query.report(), before(dates).report());
    }

    /**
     * Answers all indicators for each unit of the calendar. The base of each piece follows from its own dates: the first and the
     * last, which may be cut, are compared with as many days.
     *
     * @param unit a day, week, month, quarter or year of the history's calendar
     * @return a comparison for each unit in time order; unmodifiable
     * @throws IllegalArgumentException if there would be more than a million, a base is beyond the years -999999 to 999999, or
     *     the zone skipped all of it
     */
    public List<Comparison> every(CalendarUnit unit) {
        return pieces(unit).map(ComparedQuery::report).toList();
    }

    /**
     * Answers all indicators group by group, and in total. Of several dimensions, a group is a combination of keys.
     *
     * @param dimension what to group by
     * @param more what to group by too
     * @return a comparison for each key, or combination of them, that occurs anywhere in the history, or in the view of it that
     *     the base is asked of
     * @throws IllegalArgumentException if a dimension stands twice, or two have one name; if the base is beyond the years
     *     -999999 to 999999, or the zone skipped all of it
     */
    public GroupedAnalysis<Comparison> by(Dimension dimension, Dimension... more) {
        return by(Lists.asList(requireNonNull(dimension, "dimension"), requireElements(more, "more")));
    }

    /**
     * Answers all indicators group by group, and in total. Of several dimensions, a group is a combination of keys.
     *
     * @param dimensions what to group by, at least one dimension
     * @return a comparison for each key, or combination of them, that occurs anywhere in the history
     * @throws IllegalArgumentException if there is no dimension, one stands twice, or two have one name; if the base is beyond
     *     the years -999999 to 999999, or the zone skipped all of it
     */
    public GroupedAnalysis<Comparison> by(List<Dimension> dimensions) {
        KpiBreakdown<KpiReport> now = query.by(dimensions);
        KpiQuery before = before(dates);
        Map<GroupKey, KpiReport> groups = new TreeMap<>();
        now.groups().forEach(group -> groups.put(group.key(), group.answers()));
        if (dimensions.stream().anyMatch(Dimension::dependsOnView)) {
            // An earlier view may have groups that the later one has not, such as prospects that all have signed since.
            before.by(dimensions)
                    .groups()
                    .forEach(group -> groups.computeIfAbsent(
                            group.key(), key -> narrowed(query, dimensions, key).report()));
        }
        return new GroupedAnalysis<>(
                now.dimensions(),
                groups.entrySet().stream()
                        .map(group -> new GroupedAnalysis.Group<>(
                                group.getKey(),
                                Comparison.of(
                                        group.getValue(),
                                        narrowed(before, dimensions, group.getKey())
                                                .report())))
                        .toList(),
                Comparison.of(now.total(), before.report()));
    }

    private static KpiQuery narrowed(KpiQuery query, List<Dimension> dimensions, GroupKey key) {
        KpiQuery group = query;
        for (int i = 0; i < dimensions.size(); i++) {
            group = group.where(
                    dimensions.get(i), Collections.singletonList(key.parts().get(i)));
        }
        return group;
    }

    /**
     * Answers all indicators group by group and in total, for each unit of the calendar.
     *
     * @param dimensions what to group by, at least one dimension
     * @param unit a day, week, month, quarter or year of the history's calendar
     * @return for each unit in time order a comparison of each group; unmodifiable
     * @throws IllegalArgumentException as {@link #every} and {@link #by(List)}
     */
    public List<GroupedAnalysis<Comparison>> by(List<Dimension> dimensions, CalendarUnit unit) {
        return pieces(unit).map(piece -> piece.by(dimensions)).toList();
    }

    private Stream<ComparedQuery> pieces(CalendarUnit unit) {
        return query.pieces(dates, unit).stream().map(piece -> new ComparedQuery(query.over(piece), piece, base));
    }

    private KpiQuery before(DateRange now) {
        return query.over(BasePeriod.of(now, base, query.history()));
    }

    /** Returns the question and what it is compared with. */
    @Override
    public String toString() {
        return query + ", compared with " + base;
    }
}
