package org.saleskpi.time;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Weeks that begin with some weekday, numbered in time order. */
final class Weeks {

    private static final int DAYS = 7;
    private static final DayOfWeek EPOCH = LocalDate.EPOCH.getDayOfWeek();

    private Weeks() {}

    static long numberOf(LocalDate date, DayOfWeek firstDay) {
        return Math.floorDiv(date.toEpochDay() - offset(firstDay), DAYS);
    }

    static LocalDate startOf(long number, DayOfWeek firstDay) {
        return LocalDate.ofEpochDay(DAYS * number + offset(firstDay));
    }

    /** How many days after the epoch, or before it, the week of the number 0 begins. */
    private static int offset(DayOfWeek firstDay) {
        return firstDay.getValue() - EPOCH.getValue();
    }
}
