package org.saleskpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

/**
 * What some dates are compared with, like for like: where a view cuts them, as much of the base as of them has passed, and as of a
 * moment at which the base had had as long to ripen.
 *
 * @param period the base period
 * @param asOf the moment as of which it is viewed; null if the dates are viewed as of none
 */
record BasePeriod(InstantRange period, @Nullable Instant asOf) {

    /**
     * The base of some dates in a history.
     *
     * @throws IllegalArgumentException if the zone skipped all of the dates or all of the base, or the base is beyond the years
     *     -999999 to 999999
     */
    static BasePeriod of(DateRange dates, ComparisonBase base, SalesHistory history) {
        DateRange before = base.of(dates, history.calendar());
        ZoneId zone = history.zone();
        InstantRange period = dates.atZone(zone);
        InstantRange whole = before.atZone(zone);
        Instant view = history.viewedAsOf().orElse(null);
        if (view == null) {
            return new BasePeriod(whole, null);
        }
        ZonedDateTime local = view.atZone(zone);
        if (view.isAfter(period.startInclusive()) && view.isBefore(period.endExclusive())) {
            long elapsed = ChronoUnit.DAYS.between(dates.startInclusive(), local.toLocalDate());
            InstantRange equal = until(at(before.startInclusive().plusDays(elapsed), local), whole);
            return new BasePeriod(equal, equal.endExclusive());
        }
        long earlier = ChronoUnit.DAYS.between(before.endExclusive(), dates.endExclusive());
        return new BasePeriod(whole, at(local.toLocalDate().minusDays(earlier), local));
    }

    /** The moment at which a date has the local time of another. */
    private static Instant at(LocalDate date, ZonedDateTime time) {
        return date.atTime(time.toLocalTime()).atZone(time.getZone()).toInstant();
    }

    /** The beginning of a period, at most all of it. Where clocks were set back at its start, it may be shorter than a moment. */
    private static InstantRange until(Instant end, InstantRange whole) {
        Instant first = whole.startInclusive().plusNanos(1);
        Instant latest = end.isBefore(whole.endExclusive()) ? end : whole.endExclusive();
        return InstantRange.of(whole.startInclusive(), latest.isBefore(first) ? first : latest);
    }
}
