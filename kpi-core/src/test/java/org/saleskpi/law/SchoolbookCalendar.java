package org.saleskpi.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** The rules of calendars as a diary: a page for each day of some decades, written by walking from day to day. */
final class SchoolbookCalendar {

    private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2070, 1, 1);
    private static final int WEEKS_OF_A_YEAR = 52;

    /** The common calendar. */
    static final SchoolbookCalendar ISO = ofMonths(Month.JANUARY, false, DayOfWeek.MONDAY);

    /** What the calendar calls the units that hold a day; the week is the number of those before it in the diary. */
    record Page(int year, int quarter, int month, int week, int weekOfYear) {}

    private final Map<LocalDate, Page> pages = new HashMap<>();
    private final boolean isRetail;

    private SchoolbookCalendar(boolean isRetail) {
        this.isRetail = isRetail;
    }

    /** Years that begin with a month; weeks that begin with a weekday. */
    static SchoolbookCalendar ofMonths(Month first, boolean namedByStart, DayOfWeek firstDayOfWeek) {
        SchoolbookCalendar diary = new SchoolbookCalendar(false);
        int year = FIRST.getYear() - 1;
        int month = FIRST.getMonthValue() - first.getValue() + 12;
        if (month >= 12) {
            month -= 12;
            year++;
        }
        year += namedByStart || first == Month.JANUARY ? 0 : 1;
        int week = 0;
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            if (!day.equals(FIRST) && day.getDayOfMonth() == 1) {
                month = (month + 1) % 12;
                year += month == 0 ? 1 : 0;
            }
            week += day.getDayOfWeek() == firstDayOfWeek ? 1 : 0;
            diary.pages.put(day, new Page(year, month / 3 + 1, month + 1, week, 0));
        }
        return diary;
    }

    /** Years of whole weeks that end on a weekday, the last of a month or the one nearest to the month's last day. */
    static SchoolbookCalendar retail(int[] pattern, DayOfWeek weekday, Month endMonth, boolean nearest) {
        SchoolbookCalendar diary = new SchoolbookCalendar(true);
        Predicate<LocalDate> isMonthEnd =
                day -> day.getMonth() == endMonth && day.plusDays(1).getDayOfMonth() == 1;
        LocalDate day = FIRST;
        int year = 0;
        int week = 0;
        int weekOfYear = 0;
        boolean isWithinAYear = false;
        while (day.isBefore(LAST)) {
            if (isWithinAYear) {
                weekOfYear += day.getDayOfWeek() == weekday.plus(1) ? 1 : 0;
                week += day.getDayOfWeek() == weekday.plus(1) ? 1 : 0;
                int period = 1;
                for (int left = weekOfYear; period < 12 && left > pattern[(period - 1) % 3]; period++) {
                    left -= pattern[(period - 1) % 3];
                }
                diary.pages.put(day, new Page(year, (period - 1) / 3 + 1, period, week, weekOfYear));
            }
            if (day.getDayOfWeek() == weekday) {
                for (int distance = nearest ? -3 : 0; distance <= (nearest ? 3 : 6); distance++) {
                    LocalDate end = day.plusDays(distance);
                    if (isMonthEnd.test(end)) {
                        // The year after the one that ended.
                        year = end.getYear() + (endMonth.getValue() <= 5 ? 0 : 1);
                        weekOfYear = 0;
                        isWithinAYear = true;
                    }
                }
            }
            day = day.plusDays(1);
        }
        return diary;
    }

    Page page(LocalDate day) {
        Page page = pages.get(day);
        if (page == null) {
            throw new IllegalArgumentException(day + " is not in the diary");
        }
        return page;
    }

    /** What the calendar calls the unit that holds a day. */
    String name(CalendarUnit unit, LocalDate day) {
        Page page = page(day);
        return switch (unit) {
            case DAY -> day.toString();
            case WEEK -> "week " + page.week();
            case MONTH -> page.year() + " month " + page.month();
            case QUARTER -> page.year() + " quarter " + page.quarter();
            case YEAR -> "year " + page.year();
        };
    }

    boolean isFirst(CalendarUnit unit, LocalDate day) {
        return !name(unit, day).equals(name(unit, day.minusDays(1)));
    }

    LocalDate first(CalendarUnit unit, LocalDate day) {
        LocalDate first = day;
        while (!isFirst(unit, first)) {
            first = first.minusDays(1);
        }
        return first;
    }

    LocalDate firstAfter(CalendarUnit unit, LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isFirst(unit, next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The largest unit of which a range is exactly one or several. */
    CalendarUnit largestUnit(DateRange range) {
        CalendarUnit largest = CalendarUnit.DAY;
        for (CalendarUnit unit : CalendarUnit.values()) {
            if (isFirst(unit, range.startInclusive()) && isFirst(unit, range.endExclusive())) {
                largest = unit;
            }
        }
        return largest;
    }

    /** As many of them before the range. */
    DateRange previous(DateRange range) {
        CalendarUnit unit = largestUnit(range);
        LocalDate start = range.startInclusive();
        LocalDate day = range.startInclusive();
        while (day.isBefore(range.endExclusive())) {
            day = firstAfter(unit, day);
            start = first(unit, start.minusDays(1));
        }
        return DateRange.of(start, range.startInclusive());
    }

    /** The same dates in the year before, those of 52 weeks earlier, or the units of the same number in the retail year before. */
    DateRange aYearBefore(DateRange range) {
        CalendarUnit unit = largestUnit(range);
        if (unit == CalendarUnit.WEEK || (isRetail && unit == CalendarUnit.DAY)) {
            return DateRange.of(
                    range.startInclusive().minusDays(7 * WEEKS_OF_A_YEAR),
                    range.endExclusive().minusDays(7 * WEEKS_OF_A_YEAR));
        }
        if (isRetail) {
            return DateRange.of(
                    namesakeBefore(unit, range.startInclusive()), namesakeBefore(unit, range.endExclusive()));
        }
        LocalDate start = aYearBefore(range.startInclusive());
        LocalDate end = aYearBefore(range.endExclusive());
        return start.equals(end) ? DateRange.day(start) : DateRange.of(start, end);
    }

    /** The first day of the unit that has the same number in the year before. */
    private LocalDate namesakeBefore(CalendarUnit unit, LocalDate first) {
        Page page = page(first);
        LocalDate day = first;
        while (!(page(day).year() == page.year() - 1
                && isFirst(unit, day)
                && (unit != CalendarUnit.MONTH || page(day).month() == page.month())
                && (unit != CalendarUnit.QUARTER || page(day).quarter() == page.quarter()))) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static LocalDate aYearBefore(LocalDate day) {
        boolean isLeapDay = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
        return LocalDate.of(day.getYear() - 1, day.getMonthValue(), isLeapDay ? 28 : day.getDayOfMonth());
    }
}
