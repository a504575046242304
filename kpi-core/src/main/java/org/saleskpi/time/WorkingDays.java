package org.saleskpi.time;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which a business works.
 *
 * @param weekdays the days of the week
 * @param holidays the dates on which it does not, all the same
 */
record WorkingDays(Set<DayOfWeek> weekdays, ImmutableSortedSet<LocalDate> holidays) {

    static final WorkingDays MONDAY_TO_FRIDAY = new WorkingDays(
            ImmutableSet.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), ImmutableSortedSet.of());

    private static final int DAYS_OF_A_WEEK = 7;

    WorkingDays on(Collection<DayOfWeek> days) {
        return new WorkingDays(ImmutableSet.copyOf(EnumSet.copyOf(days)), holidays);
    }

    WorkingDays without(Collection<LocalDate> dates) {
        return new WorkingDays(weekdays, ImmutableSortedSet.copyOf(dates));
    }

    boolean contains(LocalDate date) {
        return weekdays.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    long in(LocalDate startInclusive, LocalDate endExclusive) {
        long days = endExclusive.toEpochDay() - startInclusive.toEpochDay();
        LocalDate rest = startInclusive.plusDays(days - days % DAYS_OF_A_WEEK);
        return days / DAYS_OF_A_WEEK * weekdays.size()
                + rest.datesUntil(endExclusive)
                        .filter(date -> weekdays.contains(date.getDayOfWeek()))
                        .count()
                - holidays.subSet(startInclusive, endExclusive).stream()
                        .filter(date -> weekdays.contains(date.getDayOfWeek()))
                        .count();
    }
}
