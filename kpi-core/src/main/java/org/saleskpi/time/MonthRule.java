package org.saleskpi.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoField;

/**
 * A calendar whose years are twelve calendar months.
 *
 * @param firstMonth the month that years begin with
 * @param namedByStart whether a year goes by the calendar year in which it begins; else by that in which it ends
 * @param firstDayOfWeek the weekday that weeks begin with
 */
record MonthRule(Month firstMonth, boolean namedByStart, DayOfWeek firstDayOfWeek) implements CalendarRule {

    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int WEEKS_OF_A_YEAR = 52;

    @Override
    public long numberOf(CalendarUnit unit, LocalDate date) {
        return switch (unit) {
            case DAY -> date.toEpochDay();
            case WEEK -> Weeks.numberOf(date, firstDayOfWeek);
            case MONTH -> month(date);
            case QUARTER -> Math.floorDiv(month(date), MONTHS_OF_A_QUARTER);
            case YEAR -> Math.floorDiv(month(date), MONTHS);
        };
    }

    /** The number of months since the year 0 began in this calendar. */
    private long month(LocalDate date) {
        return date.getLong(ChronoField.PROLEPTIC_MONTH) - shift();
    }

    private int shift() {
        return firstMonth.getValue() - 1;
    }

    @Override
    public LocalDate startOf(CalendarUnit unit, long number) {
        return switch (unit) {
            case DAY -> LocalDate.ofEpochDay(number);
            case WEEK -> Weeks.startOf(number, firstDayOfWeek);
            case MONTH -> firstOf(number);
            case QUARTER -> firstOf(MONTHS_OF_A_QUARTER * number);
            case YEAR -> firstOf(MONTHS * number);
        };
    }

    private LocalDate firstOf(long month) {
        long common = month + shift();
        return LocalDate.of((int) Math.floorDiv(common, MONTHS), Math.floorMod(common, MONTHS) + 1, 1);
    }

    @Override
    public long yearOf(int name) {
        return (long) name - nameOf(0);
    }

    @Override
    public long nameOf(long year) {
        return namedByStart || hasCommonYears() ? year : year + 1;
    }

    @Override
    public boolean hasCommonYears() {
        return firstMonth == Month.JANUARY;
    }

    @Override
    public boolean numbersWeeks() {
        return false;
    }

    @Override
    public LocalDate aYearBefore(LocalDate bound, CalendarUnit largest) {
        return largest == CalendarUnit.WEEK ? bound.minusWeeks(WEEKS_OF_A_YEAR) : bound.minusYears(1);
    }

    @Override
    public String toString() {
        if (!hasCommonYears()) {
            return "fiscal:" + CalendarNames.shortName(firstMonth) + (namedByStart ? ":start" : "");
        }
        return firstDayOfWeek == DayOfWeek.MONDAY ? "iso" : "weeks:" + CalendarNames.shortName(firstDayOfWeek);
    }
}
