package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.List;

/** A unit of the calendar, by which a period is cut into a series. */
public enum CalendarUnit {
    /** A calendar day. */
    DAY(ChronoUnit.DAYS),
    /** An ISO week, Monday to Sunday, not cut where the year ends. */
    WEEK(ChronoUnit.WEEKS),
    /** A calendar month. */
    MONTH(ChronoUnit.MONTHS),
    /** A quarter of the calendar year. */
    QUARTER(IsoFields.QUARTER_YEARS),
    /** A calendar year. */
    YEAR(ChronoUnit.YEARS);

    private static final int MOST_PIECES = 1_000_000;

    private final TemporalUnit unit;

    CalendarUnit(TemporalUnit unit) {
        this.unit = unit;
    }

    /**
     * Returns the first day of the unit that holds a date.
     *
     * @param date any date in the unit
     * @return its first day: the date itself for {@link #DAY}, its Monday for {@link #WEEK}, and so on
     */
    public LocalDate startOf(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /**
     * Returns the first day of the unit that follows the one that holds a date.
     *
     * @param date any date in the unit
     * @return the first day of the next unit
     */
    public LocalDate startAfter(LocalDate date) {
        return startOf(date).plus(1, unit);
    }

    /**
     * Cuts a period along this unit of the calendar of a time zone.
     *
     * <pre>{@code
     * ZoneId paris = ZoneId.of("Europe/Paris");
     * List<InstantRange> weeks = CalendarUnit.WEEK.split(DateRange.month(2026, 3).atZone(paris), paris);
     * assert weeks.size() == 6; // 1 March 2026 is a Sunday
     * assert weeks.get(0).equals(DateRange.day(LocalDate.of(2026, 3, 1)).atZone(paris));
     * }</pre>
     *
     * @param period the period to cut
     * @param zone the time zone whose calendar is followed
     * @return the pieces in time order: together they are the period; the first and the last are cut at its bounds, and a
     *     unit that holds no instant, because the zone skipped it, is left out
     * @throws IllegalArgumentException if there would be more than a million pieces, or the calendar does not reach that far
     */
    public List<InstantRange> split(InstantRange period, ZoneId zone) {
        Duration length = Duration.between(period.startInclusive(), period.endExclusive());
        checkArgument(
                length.dividedBy(unit.getDuration()) <= MOST_PIECES,
                "Period %s has more than %s pieces of one %s",
                period,
                MOST_PIECES,
                this);
        try {
            return pieces(period, zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Period " + period + " is beyond the calendar", e);
        }
    }

    private List<InstantRange> pieces(InstantRange period, ZoneId zone) {
        List<InstantRange> pieces = new ArrayList<>();
        LocalDate date = startOf(period.startInclusive().atZone(zone).toLocalDate());
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
}
