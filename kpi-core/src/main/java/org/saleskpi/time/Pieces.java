package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Cuts dates and periods along one kind of unit. */
record Pieces(CalendarRule rule, CalendarUnit unit) {

    /** How many units one question may be about. */
    static final int MOST = 1_000_000;

    List<DateRange> of(DateRange range) {
        check(range.startInclusive(), range.endExclusive().minusDays(1), range);
        List<DateRange> pieces = new ArrayList<>();
        LocalDate start = range.startInclusive();
        while (start.isBefore(range.endExclusive())) {
            LocalDate next = startAfter(start);
            LocalDate end = next.isBefore(range.endExclusive()) ? next : range.endExclusive();
            pieces.add(new DateRange(start, end));
            start = end;
        }
        return List.copyOf(pieces);
    }

    List<InstantRange> of(InstantRange period, ZoneId zone) {
        Years.check(period);
        LocalDate date = localDate(period.startInclusive(), zone);
        check(date, localDate(period.endExclusive().minusNanos(1), zone), period);
        List<InstantRange> pieces = new ArrayList<>();
        Instant start = period.startInclusive();
        while (start.isBefore(period.endExclusive())) {
            date = startAfter(date);
            Instant next = DateRange.startOfDay(date, zone);
            Instant end = next.isBefore(period.endExclusive()) ? next : period.endExclusive();
            if (start.isBefore(end)) {
                pieces.add(new InstantRange(start, end));
                start = end;
            }
        }
        return List.copyOf(pieces);
    }

    private LocalDate startAfter(LocalDate date) {
        return rule.startOf(unit, rule.numberOf(unit, date) + 1);
    }

    private static LocalDate localDate(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private void check(LocalDate first, LocalDate last, Object whole) {
        checkArgument(
                rule.numberOf(unit, last) - rule.numberOf(unit, first) < MOST,
                "%s %s has more than %s pieces of one %s",
                whole.getClass().getSimpleName(),
                whole,
                MOST,
                unit);
    }
}
