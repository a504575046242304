package org.saleskpi.time;

import java.time.LocalDate;

/** The dates that a range is compared with in a calendar. */
final class ComparedDates {

    private ComparedDates() {}

    /** As many units before a range, of the largest kind of which it is one or several. */
    static DateRange before(DateRange range, SalesCalendar calendar) {
        CalendarRule rule = calendar.rule();
        CalendarUnit unit = calendar.largestUnitOf(range);
        LocalDate start = range.startInclusive();
        long first = rule.numberOf(unit, start);
        long units = rule.numberOf(unit, range.endExclusive()) - first;
        return new DateRange(rule.startOf(unit, first - units), start);
    }

    /** What a range is compared with in the year before. */
    static DateRange aYearBefore(DateRange range, SalesCalendar calendar) {
        CalendarRule rule = calendar.rule();
        CalendarUnit unit = calendar.largestUnitOf(range);
        LocalDate before = rule.aYearBefore(range.startInclusive(), unit);
        LocalDate endBefore = rule.aYearBefore(range.endExclusive(), unit);
        // From the 28th to the 29th of February, no day is left.
        return new DateRange(before, before.isBefore(endBefore) ? endBefore : before.plusDays(1));
    }
}
