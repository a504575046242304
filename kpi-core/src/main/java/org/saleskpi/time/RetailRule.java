package org.saleskpi.time;

import java.time.LocalDate;

/**
 * A calendar whose years are whole weeks: four quarters of three periods, the last of which has the extra week of a long year.
 * A year's number is its name.
 *
 * @param pattern the weeks of the periods of a quarter
 * @param yearEnd the day on which years end
 */
record RetailRule(RetailPattern pattern, RetailYearEnd yearEnd) implements CalendarRule {

    private static final int PERIODS_OF_A_QUARTER = 3;
    private static final int DAYS_OF_52_WEEKS = 364;

    @Override
    public long numberOf(CalendarUnit unit, LocalDate date) {
        if (unit == CalendarUnit.DAY) {
            return date.toEpochDay();
        }
        if (unit == CalendarUnit.WEEK) {
            return Weeks.numberOf(date, yearEnd.firstDayOfWeek());
        }
        long year = yearOf(date);
        int week = (int) ((date.toEpochDay() - startOfYear(year).toEpochDay()) / 7);
        int quarter = Math.min(week / RetailPattern.WEEKS_OF_A_QUARTER, QUARTERS - 1);
        return switch (unit) {
            case YEAR -> year;
            case QUARTER -> QUARTERS * year + quarter;
            case MONTH ->
                MONTHS * year
                        + (long) PERIODS_OF_A_QUARTER * quarter
                        + pattern.periodOf(week - RetailPattern.WEEKS_OF_A_QUARTER * quarter);
            case DAY, WEEK -> throw new AssertionError(unit);
        };
    }

    private long yearOf(LocalDate date) {
        // A year ends in the calendar year of its name or in the next.
        long year = date.getYear() - 1L;
        while (!startOfYear(year + 1).isAfter(date)) {
            year++;
        }
        return year;
    }

    private LocalDate startOfYear(long year) {
        return yearEnd.lastDay(yearEnd.calendarYearOf(Math.toIntExact(year - 1)))
                .plusDays(1);
    }

    @Override
    public LocalDate startOf(CalendarUnit unit, long number) {
        return switch (unit) {
            case DAY -> LocalDate.ofEpochDay(number);
            case WEEK -> Weeks.startOf(number, yearEnd.firstDayOfWeek());
            case MONTH -> {
                long quarter = Math.floorDiv(number, PERIODS_OF_A_QUARTER);
                int period = Math.floorMod(number, PERIODS_OF_A_QUARTER);
                yield startOf(CalendarUnit.QUARTER, quarter).plusWeeks(pattern.weeksBefore(period));
            }
            case QUARTER ->
                startOfYear(Math.floorDiv(number, QUARTERS))
                        .plusWeeks((long) RetailPattern.WEEKS_OF_A_QUARTER * Math.floorMod(number, QUARTERS));
            case YEAR -> startOfYear(number);
        };
    }

    @Override
    public long yearOf(int name) {
        return name;
    }

    @Override
    public long nameOf(long year) {
        return year;
    }

    @Override
    public boolean hasCommonYears() {
        return false;
    }

    @Override
    public boolean numbersWeeks() {
        return true;
    }

    @Override
    public LocalDate aYearBefore(LocalDate bound, CalendarUnit largest) {
        return switch (largest) {
            case DAY, WEEK -> bound.minusDays(DAYS_OF_52_WEEKS);
            case MONTH -> startOf(largest, numberOf(largest, bound) - MONTHS);
            case QUARTER -> startOf(largest, numberOf(largest, bound) - QUARTERS);
            case YEAR -> startOf(largest, numberOf(largest, bound) - 1);
        };
    }

    @Override
    public String toString() {
        return pattern + ":" + yearEnd;
    }
}
