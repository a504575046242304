package org.saleskpi.cli.output.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/**
 * Which dates a page draws, and by which unit.
 *
 * @param dates the dates
 * @param unit the unit that cuts them
 * @param isCoarser whether the unit is larger than the one that was asked for, of which there would be too many
 */
record TrendWindow(DateRange dates, CalendarUnit unit, boolean isCoarser) {

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
    static TrendWindow of(DateRange dates, @Nullable CalendarUnit asked) {
        if (asked != null) {
            CalendarUnit unit = Stream.of(CalendarUnit.values())
                    .filter(larger -> larger.compareTo(asked) >= 0 && pieces(dates, larger) <= MOST_PERIODS)
                    .findFirst()
                    .orElse(CalendarUnit.YEAR);
            return new TrendWindow(dates, unit, unit != asked);
        }
        LocalDate start = dates.startInclusive();
        LocalDate end = dates.endExclusive();
        long months = ChronoUnit.MONTHS.between(start, end);
        if (ChronoUnit.DAYS.between(start, end) <= DAYS_OF_A_MONTH) {
            LocalDate lastMonth = CalendarUnit.MONTH.startOf(end.minusDays(1));
            return new TrendWindow(
                    DateRange.of(lastMonth.minusMonths(MONTHS_OF_A_YEAR - 1L), end), CalendarUnit.MONTH, false);
        }
        CalendarUnit unit = months <= MONTHS_BY_MONTH
                ? CalendarUnit.MONTH
                : months <= MONTHS_BY_QUARTER ? CalendarUnit.QUARTER : CalendarUnit.YEAR;
        return new TrendWindow(dates, unit, false);
    }

    /** About how many units the dates have, two too many at most. */
    private static long pieces(DateRange dates, CalendarUnit unit) {
        LocalDate start = unit.startOf(dates.startInclusive());
        long days = ChronoUnit.DAYS.between(start, dates.endExclusive());
        long daysOfOne = ChronoUnit.DAYS.between(start, unit.startAfter(start));
        return (days + daysOfOne - 1) / daysOfOne;
    }

    /** Whether there are so many years that they cannot be drawn. */
    boolean isTooLong() {
        return pieces(dates, unit) > MOST_PERIODS;
    }
}
