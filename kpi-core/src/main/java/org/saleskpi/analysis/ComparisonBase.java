package org.saleskpi.analysis;

import static java.util.Objects.requireNonNull;

import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

/**
 * The dates that a period is compared with: those just before, or those of the year before.
 *
 * @see Comparison
 * @since 0.1.0
 */
public enum ComparisonBase {

    /** The dates just before: the month before a month, the fifteen days before fifteen days. */
    PREVIOUS {
        @Override
        DateRange before(DateRange dates, SalesCalendar calendar) {
            return dates.previous(calendar);
        }
    },

    /** The dates of the year before: March with March, a week with that of 52 weeks earlier. */
    YEAR {
        @Override
        DateRange before(DateRange dates, SalesCalendar calendar) {
            return dates.aYearBefore(calendar);
        }
    };

    abstract DateRange before(DateRange dates, SalesCalendar calendar);

    /**
     * Returns the whole base period of some dates.
     *
     * <pre>{@code
     * DateRange march = DateRange.month(2026, 3);
     * assert ComparisonBase.PREVIOUS.of(march, SalesCalendar.iso()).equals(DateRange.month(2026, 2));
     * assert ComparisonBase.YEAR.of(march, SalesCalendar.iso()).equals(DateRange.month(2025, 3));
     * }</pre>
     *
     * @param dates the dates that are compared
     * @param calendar the calendar, that of the history
     * @return {@link DateRange#previous} or {@link DateRange#aYearBefore}
     * @throws IllegalArgumentException if those dates are beyond the years -999999 to 999999
     */
    public DateRange of(DateRange dates, SalesCalendar calendar) {
        return before(requireNonNull(dates, "dates"), requireNonNull(calendar, "calendar"));
    }
}
