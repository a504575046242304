package org.saleskpi.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

/**
 * What was asked. Writers that show more than the answers ask further: the same facts, narrowed in the same way, over other
 * dates or grouped otherwise. Immutable and thread-safe.
 *
 * @param kpis answers about the facts, as of the moment that was asked for
 * @param dates the dates that were asked about
 * @param filters how the question was narrowed, once for each dimension
 * @param dimensions what was grouped by; none for nothing
 * @param indicators what was asked for, in order
 * @param unit the calendar unit by which the dates were cut; null for none
 * @param locale the language of text
 */
public record Question(
        KpiCalculator kpis,
        DateRange dates,
        List<Filter> filters,
        List<Dimension> dimensions,
        List<Indicator<?>> indicators,
        @Nullable CalendarUnit unit,
        Locale locale) {

    /**
     * Creates a question.
     *
     * @param kpis answers about the facts, as of the moment that was asked for
     * @param dates the dates that were asked about
     * @param filters how the question was narrowed, once for each dimension
     * @param dimensions what was grouped by; none for nothing
     * @param indicators what was asked for, in order
     * @param unit the calendar unit by which the dates were cut; null for none
     * @param locale the language of text
     */
    public Question {
        filters = List.copyOf(filters);
        dimensions = List.copyOf(dimensions);
        indicators = List.copyOf(indicators);
    }

    /**
     * Returns the facts, as of the moment that was asked for.
     *
     * @return the history
     */
    public SalesHistory history() {
        return kpis.history();
    }

    /**
     * Asks about other dates, narrowed in the same way.
     *
     * @param other the dates
     * @return the question to the calculator
     * @throws IllegalArgumentException if the zone skipped all of the dates
     */
    public KpiQuery during(DateRange other) {
        KpiQuery narrowed = kpis.during(other).only(indicators.toArray(Indicator<?>[]::new));
        for (Filter filter : filters) {
            narrowed = narrowed.where(filter.dimension(), filter.anyOf());
        }
        return narrowed;
    }

    /**
     * Asks about the year before, piece by piece.
     *
     * @param whole the dates of a series
     * @param by the unit that cuts them
     * @return a report for each piece of the series, in time order; none if the zone skipped one of either year
     */
    public List<KpiReport> yearBefore(DateRange whole, CalendarUnit by) {
        SalesCalendar calendar = history().calendar();
        List<KpiReport> reports = new ArrayList<>();
        try {
            for (DateRange piece : calendar.split(whole, by)) {
                piece.atZone(history().zone());
                reports.add(during(piece.aYearBefore(calendar)).report());
            }
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        return reports;
    }

    /**
     * Asks what was asked.
     *
     * @return the answers
     * @throws IllegalArgumentException if the unit cuts the dates in more than a million pieces
     */
    public Answers answers() {
        KpiQuery query = during(dates);
        if (unit == null) {
            return dimensions.isEmpty() ? Answers.of(query.report()) : Answers.of(query.by(dimensions));
        }
        return dimensions.isEmpty() ? Answers.of(query.every(unit)) : Answers.of(query.by(dimensions, unit));
    }
}
