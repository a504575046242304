package org.saleskpi.cli.output;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** The dates that a person compares others with. */
public final class ReferenceDates {

    /** As many days as keep the weekdays in place. */
    private static final int DAYS_OF_52_WEEKS = 364;

    private ReferenceDates() {}

    /**
     * The dates just before: the month before a month, three whole months before three whole months, ten days before ten
     * days.
     */
    static DateRange before(DateRange dates) {
        LocalDate start = dates.startInclusive();
        LocalDate end = dates.endExclusive();
        boolean wholeMonths = start.getDayOfMonth() == 1 && end.getDayOfMonth() == 1;
        LocalDate before = wholeMonths
                ? start.minusMonths(ChronoUnit.MONTHS.between(start, end))
                : start.minusDays(ChronoUnit.DAYS.between(start, end));
        return DateRange.of(before, start);
    }

    /**
     * Returns the dates a year before, such that cut by the same unit they give as many pieces, each the counterpart of
     * one: the same months, or the same weekdays.
     *
     * @param dates the dates
     * @param unit what cuts them
     * @return the dates a year before
     */
    public static DateRange aYearBefore(DateRange dates, CalendarUnit unit) {
        LocalDate start = dates.startInclusive();
        LocalDate end = dates.endExclusive();
        return switch (unit) {
            case DAY, WEEK -> DateRange.of(start.minusDays(DAYS_OF_52_WEEKS), end.minusDays(DAYS_OF_52_WEEKS));
            case MONTH, QUARTER, YEAR -> {
                // The 29th of February has no counterpart of its own: what ends there ends with the month.
                LocalDate yearBefore = end.minusYears(1);
                LocalDate from = start.minusYears(1);
                yield DateRange.of(from, from.isBefore(yearBefore) ? yearBefore : from.plusDays(1));
            }
        };
    }
}
