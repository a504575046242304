package org.saleskpi.time;

/**
 * The name of a unit of the calendar, by which a period is cut into a series. Which dates a unit has is said by a
 * {@link SalesCalendar}.
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
