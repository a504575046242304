package org.saleskpi.law;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** The rules of the common calendar, told by walking from day to day and asking what the calendar calls it. */
final class SchoolbookCalendar {

    private static final int WEEKS_OF_A_YEAR = 52;

    private SchoolbookCalendar() {}

    /** What the calendar calls the unit that holds a day. */
    static String name(CalendarUnit unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day.toString();
            case WEEK -> day.get(IsoFields.WEEK_BASED_YEAR) + " week " + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> day.getYear() + " month " + day.getMonthValue();
            case QUARTER -> day.getYear() + " quarter " + (day.getMonthValue() - 1) / 3;
            case YEAR -> "year " + day.getYear();
        };
    }

    static boolean isFirst(CalendarUnit unit, LocalDate day) {
        return !name(unit, day).equals(name(unit, day.minusDays(1)));
    }

    static LocalDate first(CalendarUnit unit, LocalDate day) {
        LocalDate first = day;
        while (!isFirst(unit, first)) {
            first = first.minusDays(1);
        }
        return first;
    }

    static LocalDate firstAfter(CalendarUnit unit, LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isFirst(unit, next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The largest unit of which a range is exactly one or several. */
    static CalendarUnit largestUnit(DateRange range) {
        CalendarUnit largest = CalendarUnit.DAY;
        for (CalendarUnit unit : CalendarUnit.values()) {
            if (isFirst(unit, range.startInclusive()) && isFirst(unit, range.endExclusive())) {
                largest = unit;
            }
        }
        return largest;
    }

    /** As many of them before the range. */
    static DateRange previous(DateRange range) {
        CalendarUnit unit = largestUnit(range);
        LocalDate start = range.startInclusive();
        LocalDate day = range.startInclusive();
        while (day.isBefore(range.endExclusive())) {
            day = firstAfter(unit, day);
            start = first(unit, start.minusDays(1));
        }
        return DateRange.of(start, range.startInclusive());
    }

    /** The same dates in the year before, or those of 52 weeks earlier. */
    static DateRange aYearBefore(DateRange range) {
        if (largestUnit(range) == CalendarUnit.WEEK) {
            return DateRange.of(
                    range.startInclusive().minusDays(7 * WEEKS_OF_A_YEAR),
                    range.endExclusive().minusDays(7 * WEEKS_OF_A_YEAR));
        }
        LocalDate start = aYearBefore(range.startInclusive());
        LocalDate end = aYearBefore(range.endExclusive());
        return start.equals(end) ? DateRange.day(start) : DateRange.of(start, end);
    }

    private static LocalDate aYearBefore(LocalDate day) {
        boolean isLeapDay = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
        return LocalDate.of(day.getYear() - 1, day.getMonthValue(), isLeapDay ? 28 : day.getDayOfMonth());
    }
}
