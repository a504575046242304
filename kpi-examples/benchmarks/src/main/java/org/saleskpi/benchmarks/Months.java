package org.saleskpi.benchmarks;

import java.util.List;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;

/** The sixty months of the data, as seconds since 1970. */
final class Months {

    /** How many there are. */
    static final int COUNT = 60;

    private static final List<InstantRange> PERIODS = SalesCalendar.iso()
            .split(SyntheticSales.YEARS.atZone(SyntheticSales.ZONE), CalendarUnit.MONTH, SyntheticSales.ZONE);
    private static final long[] BOUNDS = bounds();
    private static final int DAY = 86_400;
    private static final byte[] MONTH_AT_DAY = monthAtDay();

    private Months() {}

    /** The 61 moments at which a month starts or the last one ends. */
    static long bound(int index) {
        return BOUNDS[index];
    }

    /** The month that a second lies in; -1 before the first and after the last. */
    static int of(long second) {
        long day = Math.floorDiv(second - BOUNDS[0], DAY);
        if (day < 0 || second >= BOUNDS[COUNT]) {
            return -1;
        }
        int month = MONTH_AT_DAY[(int) day];
        return second >= BOUNDS[month + 1] ? month + 1 : month;
    }

    /** How many bounds lie before or at a second: the index of the first one after it. */
    static int boundsUpTo(long second) {
        if (second < BOUNDS[0]) {
            return 0;
        }
        return second >= BOUNDS[COUNT] ? COUNT + 1 : of(second) + 1;
    }

    /** The bounds at whose eve something is in force from a second to another: bit by bit. */
    static long mask(long start, long end) {
        int first = boundsUpTo(start);
        int last = boundsUpTo(end);
        return ((1L << last) - 1) & -(1L << first);
    }

    private static long[] bounds() {
        long[] bounds = new long[COUNT + 1];
        for (int month = 0; month < COUNT; month++) {
            bounds[month] = PERIODS.get(month).startInclusive().getEpochSecond();
        }
        bounds[COUNT] = PERIODS.get(COUNT - 1).endExclusive().getEpochSecond();
        return bounds;
    }

    /** The month at the start of each day, counted in days of 24 hours from the first bound. */
    private static byte[] monthAtDay() {
        byte[] months = new byte[(int) ((BOUNDS[COUNT] - BOUNDS[0]) / DAY) + 1];
        byte month = 0;
        for (int day = 0; day < months.length; day++) {
            while (month < COUNT - 1 && BOUNDS[0] + (long) day * DAY >= BOUNDS[month + 1]) {
                month++;
            }
            months[day] = month;
        }
        return months;
    }
}
