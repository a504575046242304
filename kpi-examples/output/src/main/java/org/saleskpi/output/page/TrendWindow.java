package org.saleskpi.output.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

/**
 * Which dates a page draws, and by which unit.
 *
 * @param dates the dates
 * @param unit the unit that cuts them
 * @param isCoarser whether the unit is larger than the one that was asked for, of which there would be too many
 * @param isTooLong whether there are so many years that they cannot be drawn
 */
record TrendWindow(DateRange dates, CalendarUnit unit, boolean isCoarser, boolean isTooLong) {

    /** More periods than this are no picture any more. */
    static final int MOST_PERIODS = 400;

    private static final int DAYS_OF_A_MONTH = 31;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int MONTHS_BY_MONTH = 24;
    private static final int MONTHS_BY_QUARTER = 120;

    /**
     * The unit that was asked for over the dates that were asked about. Without one, the twelve months that end with a month
     * or less; the months of what is longer, the quarters of more than two years, the years of more than ten.
     */
    static TrendWindow of(DateRange dates, @Nullable CalendarUnit asked, SalesCalendar calendar) {
        if (asked != null) {
            CalendarUnit unit = Stream.of(CalendarUnit.values())
                    .filter(larger -> larger.compareTo(asked) >= 0 && isDrawable(dates, larger, calendar))
                    .findFirst()
                    .orElse(CalendarUnit.YEAR);
            return new TrendWindow(dates, unit, unit != asked, !isDrawable(dates, unit, calendar));
        }
        LocalDate start = dates.startInclusive();
        LocalDate end = dates.endExclusive();
        long months = ChronoUnit.MONTHS.between(start, end);
        if (ChronoUnit.DAYS.between(start, end) <= DAYS_OF_A_MONTH) {
            LocalDate lastDay = end.minusDays(1);
            LocalDate first = calendar.last(MONTHS_OF_A_YEAR - 1, CalendarUnit.MONTH, lastDay)
                    .startInclusive();
            return new TrendWindow(DateRange.of(first, end), CalendarUnit.MONTH, false, false);
        }
        CalendarUnit unit = months <= MONTHS_BY_MONTH
                ? CalendarUnit.MONTH
                : months <= MONTHS_BY_QUARTER ? CalendarUnit.QUARTER : CalendarUnit.YEAR;
        return new TrendWindow(dates, unit, false, !isDrawable(dates, unit, calendar));
    }

    /** The same window from the unit on in which the records begin: what is before is not zero, and only takes room. */
    TrendWindow from(LocalDate firstRecord, SalesCalendar calendar) {
        LocalDate start = calendar.startOf(unit, firstRecord);
        return start.isAfter(dates.startInclusive()) && start.isBefore(dates.endExclusive())
                ? new TrendWindow(DateRange.of(start, dates.endExclusive()), unit, isCoarser, isTooLong)
                : this;
    }

    /** Judges by about how many units the dates have, two too many at most. */
    private static boolean isDrawable(DateRange dates, CalendarUnit unit, SalesCalendar calendar) {
        DateRange first = calendar.rangeOf(unit, dates.startInclusive());
        long days = ChronoUnit.DAYS.between(first.startInclusive(), dates.endExclusive());
        long daysOfOne = ChronoUnit.DAYS.between(first.startInclusive(), first.endExclusive());
        return (days + daysOfOne - 1) / daysOfOne <= MOST_PERIODS;
    }
}
