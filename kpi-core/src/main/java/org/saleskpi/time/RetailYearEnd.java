package org.saleskpi.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a retail year ends: always the same weekday, so that years are whole weeks, 52 or 53 of them.
 *
 * <pre>{@code
 * RetailYearEnd nrf = RetailYearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY);
 * RetailYearEnd within = RetailYearEnd.last(DayOfWeek.SATURDAY, Month.JANUARY);
 * assert nrf.in(2024).equals(LocalDate.of(2024, 2, 3));
 * assert within.in(2024).equals(LocalDate.of(2024, 1, 27));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class RetailYearEnd {

    private final DayOfWeek weekday;
    private final Month month;
    private final boolean nearest;

    private RetailYearEnd(DayOfWeek weekday, Month month, boolean nearest) {
        this.weekday = requireNonNull(weekday, "weekday");
        this.month = requireNonNull(month, "month");
        this.nearest = nearest;
    }

    /**
     * Returns the last of some weekday within a month.
     *
     * @param weekday the weekday on which each year ends
     * @param month the month in which each year ends
     * @return the end of years
     */
    public static RetailYearEnd last(DayOfWeek weekday, Month month) {
        return new RetailYearEnd(weekday, month, false);
    }

    /**
     * Returns the one of some weekday that is nearest to the last day of a month: at most three days before it or after.
     *
     * @param weekday the weekday on which each year ends
     * @param month the month near whose end each year ends
     * @return the end of years
     */
    public static RetailYearEnd nearest(DayOfWeek weekday, Month month) {
        return new RetailYearEnd(weekday, month, true);
    }

    /**
     * Returns the last day of the retail year that ends with the month of a calendar year.
     *
     * @param calendarYear the calendar year of the month
     * @return the day; of {@link #nearest}, perhaps one of the next month
     * @throws IllegalArgumentException if the year is not from -999999 to 999999
     */
    public LocalDate in(int calendarYear) {
        Years.check("RetailYearEnd", calendarYear);
        return lastDay(calendarYear);
    }

    LocalDate lastDay(int calendarYear) {
        LocalDate endOfMonth = YearMonth.of(calendarYear, month).atEndOfMonth();
        LocalDate within = endOfMonth.with(TemporalAdjusters.previousOrSame(weekday));
        // Of two such weekdays, the one within the month is the nearer if it is one of the last four days.
        return nearest && within.isBefore(endOfMonth.minusDays(3)) ? within.plusWeeks(1) : within;
    }

    /** The weekday on which weeks begin. */
    DayOfWeek firstDayOfWeek() {
        return weekday.plus(1);
    }

    /** The calendar year that the year of a name ends in: years that end in January to May go by the one before. */
    int calendarYearOf(int name) {
        return month.compareTo(Month.MAY) <= 0 ? name + 1 : name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetailYearEnd end
                && weekday == end.weekday
                && month == end.month
                && nearest == end.nearest;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * weekday.hashCode() + month.hashCode()) + Boolean.hashCode(nearest);
    }

    /** Returns weekday, month and which of them, such as {@code SAT:JAN:nearest}. */
    @Override
    public String toString() {
        return CalendarNames.shortName(weekday) + ":" + CalendarNames.shortName(month) + ":"
                + (nearest ? "nearest" : "last");
    }
}
