package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The calendar of a business: which dates its weeks, months, quarters and years have. It belongs to a history, as the zone
 * and the currency do, so that all reports on it speak of the same units.
 *
 * <pre>{@code
 * SalesCalendar calendar = history.calendar();
 * LocalDate today = LocalDate.of(2026, 3, 18); // or history.today(clock)
 * assert calendar.rangeOf(CalendarUnit.QUARTER, today).equals(DateRange.quarter(2026, 1));
 * assert calendar.toDate(CalendarUnit.MONTH, today).toString().equals("2026-03-01/2026-03-19");
 * assert calendar.last(30, CalendarUnit.DAY, today).toString().equals("2026-02-16/2026-03-18");
 * assert calendar.last(1, CalendarUnit.MONTH, today).toString().equals("2026-02");
 * }</pre>
 *
 * <p>Units of one kind follow one another without gap or overlap. Dates lie in the years -999999 to 999999. Immutable and
 * thread-safe.
 */
public final class SalesCalendar {

    private static final SalesCalendar ISO = new SalesCalendar();

    private static final int MOST_UNITS = 1_000_000;
    private static final int WEEKS_OF_A_YEAR = 52;

    private SalesCalendar() {}

    /**
     * Returns the common calendar: months, quarters and years begin on the first of January, weeks on Monday (ISO 8601).
     *
     * @return the calendar
     */
    public static SalesCalendar iso() {
        return ISO;
    }

    /**
     * Returns the first day of the unit that holds a date.
     *
     * @param unit the kind of unit
     * @param date any date in the unit
     * @return its first day: the date itself for {@link CalendarUnit#DAY}
     * @throws IllegalArgumentException if the date is beyond the years -999999 to 999999
     */
    public LocalDate startOf(CalendarUnit unit, LocalDate date) {
        return start(requireNonNull(unit, "unit"), Years.check("SalesCalendar", "date", date));
    }

    /**
     * Returns the first day of the unit that follows the one that holds a date.
     *
     * @param unit the kind of unit
     * @param date any date in the unit
     * @return the first day of the next unit
     * @throws IllegalArgumentException if the date is beyond the years -999999 to 999999
     */
    public LocalDate startAfter(CalendarUnit unit, LocalDate date) {
        return plus(unit, startOf(unit, date), 1);
    }

    /**
     * Returns the unit that holds a date.
     *
     * @param unit the kind of unit
     * @param date any date in the unit
     * @return the dates of that unit
     * @throws IllegalArgumentException if the unit is beyond the years -999999 to 999999
     */
    public DateRange rangeOf(CalendarUnit unit, LocalDate date) {
        LocalDate start = startOf(unit, date);
        return new DateRange(start, plus(unit, start, 1));
    }

    /**
     * Returns the last units that are over, such as the last thirty days, which end with yesterday, or the last three
     * months, of which the present one is none.
     *
     * @param count how many, from 1 to 1,000,000
     * @param unit the kind of unit
     * @param today the date that it is: {@code history.today(clock)} is that of the business
     * @return the units before the one that holds today
     * @throws IllegalArgumentException if the count is not in its bounds, or the units are beyond the years -999999 to
     *     999999
     */
    public DateRange last(int count, CalendarUnit unit, LocalDate today) {
        checkArgument(
                count >= 1 && count <= MOST_UNITS, "SalesCalendar: count %s is not from 1 to %s", count, MOST_UNITS);
        LocalDate end = start(requireNonNull(unit, "unit"), Years.check("SalesCalendar", "today", today));
        return new DateRange(plus(unit, end, -count), end);
    }

    /**
     * Returns what has passed of a unit, today included: the month to date, the year to date.
     *
     * @param unit the kind of unit
     * @param today the date that it is: {@code history.today(clock)} is that of the business
     * @return the dates from the first of the unit that holds today, to today
     * @throws IllegalArgumentException if the dates are beyond the years -999999 to 999999
     */
    public DateRange toDate(CalendarUnit unit, LocalDate today) {
        LocalDate start = start(requireNonNull(unit, "unit"), Years.check("SalesCalendar", "today", today));
        return new DateRange(start, today.plusDays(1));
    }

    /**
     * Returns the largest unit of which a range is exactly one or several: year, quarter, month, week or day.
     *
     * <pre>{@code
     * SalesCalendar calendar = SalesCalendar.iso();
     * assert calendar.largestUnitOf(DateRange.half(2026, 1)) == CalendarUnit.QUARTER;
     * assert calendar.largestUnitOf(DateRange.parse("2026-03-01/2027-01-01")) == CalendarUnit.MONTH;
     * assert calendar.largestUnitOf(DateRange.parse("2026-01-17/2026-02-01")) == CalendarUnit.DAY;
     * }</pre>
     *
     * @param range the dates
     * @return the unit; {@link CalendarUnit#DAY} if no larger one fits
     */
    public CalendarUnit largestUnitOf(DateRange range) {
        requireNonNull(range, "range");
        CalendarUnit[] units = CalendarUnit.values();
        int largest = units.length - 1;
        while (!begins(units[largest], range.startInclusive()) || !begins(units[largest], range.endExclusive())) {
            largest--;
        }
        return units[largest];
    }

    private boolean begins(CalendarUnit unit, LocalDate date) {
        return start(unit, date).equals(date);
    }

    /**
     * Cuts a range of dates along the units of the calendar.
     *
     * <pre>{@code
     * List<DateRange> weeks = SalesCalendar.iso().split(DateRange.month(2026, 3), CalendarUnit.WEEK);
     * assert weeks.size() == 6;
     * assert weeks.get(0).toString().equals("2026-03-01"); // a Sunday
     * assert weeks.get(1).toString().equals("2026-W10");
     * }</pre>
     *
     * @param range the dates to cut
     * @param unit the kind of unit
     * @return the pieces in time order, unmodifiable: together they are the range; the first and the last are cut at its
     *     bounds
     * @throws IllegalArgumentException if the range meets more than 1,000,000 units
     */
    public List<DateRange> split(DateRange range, CalendarUnit unit) {
        requireNonNull(range, "range");
        requireNonNull(unit, "unit");
        LocalDate last = range.endExclusive().minusDays(1);
        checkPieces(unit, range.startInclusive(), last, range);
        List<DateRange> pieces = new ArrayList<>();
        LocalDate start = range.startInclusive();
        while (start.isBefore(range.endExclusive())) {
            LocalDate next = plus(unit, start(unit, start), 1);
            LocalDate end = next.isBefore(range.endExclusive()) ? next : range.endExclusive();
            pieces.add(new DateRange(start, end));
            start = end;
        }
        return List.copyOf(pieces);
    }

    /**
     * Cuts a period along the units of the calendar in a time zone.
     *
     * <pre>{@code
     * ZoneId paris = ZoneId.of("Europe/Paris");
     * List<InstantRange> weeks =
     *         SalesCalendar.iso().split(DateRange.month(2026, 3).atZone(paris), CalendarUnit.WEEK, paris);
     * assert weeks.size() == 6; // 1 March 2026 is a Sunday
     * assert weeks.get(0).equals(DateRange.parse("2026-03-01").atZone(paris));
     * }</pre>
     *
     * @param period the period to cut
     * @param unit the kind of unit
     * @param zone the time zone whose dates are followed
     * @return the pieces in time order, unmodifiable: together they are the period; the first and the last are cut at its
     *     bounds, and a unit that holds no instant, because the zone skipped it, is left out
     * @throws IllegalArgumentException if the period meets more than 1,000,000 units, or is beyond the years -999999 to
     *     999999
     */
    public List<InstantRange> split(InstantRange period, CalendarUnit unit, ZoneId zone) {
        requireNonNull(period, "period");
        requireNonNull(unit, "unit");
        requireNonNull(zone, "zone");
        Years.check(period);
        LocalDate date = localDate(period.startInclusive(), zone);
        checkPieces(unit, date, localDate(period.endExclusive().minusNanos(1), zone), period);
        List<InstantRange> pieces = new ArrayList<>();
        Instant start = period.startInclusive();
        while (start.isBefore(period.endExclusive())) {
            date = plus(unit, start(unit, date), 1);
            Instant next = DateRange.startOfDay(date, zone);
            Instant end = next.isBefore(period.endExclusive()) ? next : period.endExclusive();
            if (start.isBefore(end)) {
                pieces.add(new InstantRange(start, end));
                start = end;
            }
        }
        return List.copyOf(pieces);
    }

    private void checkPieces(CalendarUnit unit, LocalDate first, LocalDate last, Object whole) {
        checkArgument(
                between(unit, start(unit, first), start(unit, last)) < MOST_UNITS,
                "%s %s has more than %s pieces of one %s",
                whole.getClass().getSimpleName(),
                whole,
                MOST_UNITS,
                unit);
    }

    private static LocalDate localDate(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    /** As many units before a range, of the largest kind of which it is one or several. */
    DateRange before(DateRange range) {
        LocalDate start = range.startInclusive();
        CalendarUnit unit = largestUnitOf(range);
        return new DateRange(plus(unit, start, -between(unit, start, range.endExclusive())), start);
    }

    /** What a range is compared with in the year before. */
    DateRange aYearBefore(DateRange range) {
        LocalDate start = range.startInclusive();
        LocalDate end = range.endExclusive();
        if (largestUnitOf(range) == CalendarUnit.WEEK) {
            return new DateRange(start.minusWeeks(WEEKS_OF_A_YEAR), end.minusWeeks(WEEKS_OF_A_YEAR));
        }
        LocalDate before = start.minusYears(1);
        LocalDate endBefore = end.minusYears(1);
        // From the 28th to the 29th of February, no day is left.
        return new DateRange(before, before.isBefore(endBefore) ? endBefore : before.plusDays(1));
    }

    private LocalDate start(CalendarUnit unit, LocalDate date) {
        return switch (unit) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** The first day of the unit that comes so many units later. */
    private LocalDate plus(CalendarUnit unit, LocalDate start, long units) {
        return start.plus(units, length(unit));
    }

    /** How many units lie between two first days of one. */
    private long between(CalendarUnit unit, LocalDate start, LocalDate laterStart) {
        return start.until(laterStart, length(unit));
    }

    private static TemporalUnit length(CalendarUnit unit) {
        return switch (unit) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case QUARTER -> IsoFields.QUARTER_YEARS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    /** Returns the name of the calendar. */
    @Override
    public String toString() {
        return "iso";
    }
}
