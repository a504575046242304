package org.saleskpi.time;

/**
 * The name of a unit of the calendar, by which a period is cut into a series. Which dates a unit has is said by a
 * {@link SalesCalendar}.
 *
 * <pre>{@code
 * KpiSeries weeks = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).every(CalendarUnit.WEEK);
 * assert weeks.reports().size() == 14; // the first and the last lie in the quarter in part
 * }</pre>
 *
 * @since 0.1.0
 */
public enum CalendarUnit {
    /** A day. */
    DAY,
    /** A week: seven days, not cut where the year ends. */
    WEEK,
    /** A month. */
    MONTH,
    /** A quarter of a year. */
    QUARTER,
    /** A year. */
    YEAR
}
