package org.saleskpi.time;

import java.time.LocalDate;

/**
 * Where the units of a calendar begin. Units of one kind are numbered in time order: a year has the quarters from four times
 * its number on, and the months from twelve times its number on.
 */
interface CalendarRule {

    int QUARTERS = 4;
    int MONTHS = 12;

    /** The number of the unit that holds a date. */
    long numberOf(CalendarUnit unit, LocalDate date);

    /** The first day of the unit of a number. */
    LocalDate startOf(CalendarUnit unit, long number);

    /** The number of the year that people know by a name such as 2026. */
    long yearOf(int name);

    /** What people call the year of a number. */
    long nameOf(long year);

    /** Whether years are those that everybody means by 2026. */
    boolean hasCommonYears();

    /** Whether each year begins with a week, so that its weeks have numbers. */
    boolean numbersWeeks();

    /** What a bound of a range corresponds to in the year before, where some unit is the largest that fits the range. */
    LocalDate aYearBefore(LocalDate bound, CalendarUnit largest);
}
