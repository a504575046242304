package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The years that periods lie in, which are those that the moments of records lie in. The dates of Java reach much further,
 * so that arithmetic on dates within these years never fails.
 */
final class Years {

    private static final int FIRST = -999_999;
    private static final int LAST = 999_999;
    private static final String ALL = FIRST + " to " + LAST;
    private static final LocalDate START = LocalDate.of(FIRST, 1, 1);
    private static final LocalDate END = LocalDate.of(LAST + 1, 1, 1);

    // A day more on either side: a year begins and ends at other instants in other zones.
    private static final Instant EARLIEST = Instant.parse("-1000000-12-31T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+1000000-01-02T00:00:00Z");

    private Years() {}

    /** Checks the year that a part of the calendar is asked of. */
    static void check(String type, int year) {
        checkArgument(year >= FIRST && year <= LAST, "%s: year %s is not from %s", type, year, ALL);
    }

    /** Returns a date that lies within the years or is the first day after them. */
    static LocalDate check(String type, String name, LocalDate date) {
        requireNonNull(date, name);
        checkArgument(
                !date.isBefore(START) && !date.isAfter(END), "%s: %s %s is beyond the years %s", type, name, date, ALL);
        return date;
    }

    /** Checks that the instants of a period lie within the years. */
    static void check(InstantRange period) {
        checkArgument(
                !period.startInclusive().isBefore(EARLIEST)
                        && !period.endExclusive().isAfter(LATEST),
                "InstantRange %s is beyond the years %s",
                period,
                ALL);
    }
}
