package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of calendar dates: the start belongs to it, the end does not.
 *
 * <pre>{@code
 * DateRange march = DateRange.month(2026, 3);
 * DateRange sameMarch = DateRange.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
 * assert march.equals(sameMarch);
 * assert march.equals(DateRange.parse("2026-03"));
 * assert march.toString().equals("2026-03");
 * }</pre>
 *
 * <p>Which instants a range covers depends on the time zone: {@link #atZone(ZoneId)}. Immutable and thread-safe.
 *
 * @param startInclusive the first day of the range
 * @param endExclusive the first day after the range, later than the start
 */
public record DateRange(LocalDate startInclusive, LocalDate endExclusive) {

    private static final Pattern SHORT_FORM =
            Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{2})|-Q(?<quarter>[1-4])|-W(?<week>\\d{2}))?");

    /**
     * Creates a range of dates.
     *
     * @param startInclusive the first day of the range
     * @param endExclusive the first day after the range, later than the start
     * @throws IllegalArgumentException if the start is not before the end
     */
    public DateRange {
        requireNonNull(startInclusive, "startInclusive");
        requireNonNull(endExclusive, "endExclusive");
        checkArgument(
                startInclusive.isBefore(endExclusive),
                "DateRange: start %s is not before end %s",
                startInclusive,
                endExclusive);
    }

    /**
     * Returns the range between two dates.
     *
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @return the range
     * @throws IllegalArgumentException if the start is not before the end
     */
    public static DateRange of(LocalDate startInclusive, LocalDate endExclusive) {
        return new DateRange(startInclusive, endExclusive);
    }

    /**
     * Returns one day.
     *
     * @param date the day
     * @return the range of that day alone
     */
    public static DateRange day(LocalDate date) {
        return of(CalendarUnit.DAY, date);
    }

    /**
     * Returns one ISO week, Monday to Sunday.
     *
     * @param weekBasedYear the year that the week counts to: that of its Thursday
     * @param week the number of the week, from 1 to 52 or 53
     * @return the range of the week
     * @throws IllegalArgumentException if that year has no such week
     */
    public static DateRange isoWeek(int weekBasedYear, int week) {
        // The fourth of January is always in week 1.
        LocalDate monday =
                CalendarUnit.WEEK.startOf(LocalDate.of(weekBasedYear, 1, 4)).plusWeeks(week - 1L);
        checkArgument(
                week >= 1 && monday.get(IsoFields.WEEK_BASED_YEAR) == weekBasedYear,
                "DateRange: %s has no ISO week %s",
                weekBasedYear,
                week);
        return of(CalendarUnit.WEEK, monday);
    }

    /**
     * Returns one month.
     *
     * @param year the year
     * @param month the month, from 1 to 12
     * @return the range of the month
     * @throws IllegalArgumentException if there is no such month
     */
    public static DateRange month(int year, int month) {
        checkArgument(month >= 1 && month <= 12, "DateRange: month %s is not from 1 to 12", month);
        return of(CalendarUnit.MONTH, LocalDate.of(year, month, 1));
    }

    /**
     * Returns one quarter of a calendar year.
     *
     * @param year the year
     * @param quarter the quarter, from 1 to 4
     * @return the range of the quarter
     * @throws IllegalArgumentException if there is no such quarter
     */
    public static DateRange quarter(int year, int quarter) {
        checkArgument(quarter >= 1 && quarter <= 4, "DateRange: quarter %s is not from 1 to 4", quarter);
        return of(CalendarUnit.QUARTER, LocalDate.of(year, 3 * quarter - 2, 1));
    }

    /**
     * Returns one calendar year.
     *
     * @param year the year
     * @return the range of the year
     */
    public static DateRange year(int year) {
        return of(CalendarUnit.YEAR, LocalDate.of(year, 1, 1));
    }

    /**
     * Returns the day, week, month, quarter or year that holds a date.
     *
     * @param unit the calendar unit
     * @param date any date in it
     * @return the range of that unit
     */
    public static DateRange of(CalendarUnit unit, LocalDate date) {
        LocalDate start = unit.startOf(date);
        return new DateRange(start, unit.startAfter(start));
    }

    /**
     * Reads a range of dates, as {@link #toString} writes it.
     *
     * @param text a year {@code 2026}, a quarter {@code 2026-Q1}, a month {@code 2026-03}, an ISO week {@code 2026-W12},
     *     or two dates {@code 2026-03-01/2026-04-01}, the second of which is exclusive
     * @return the range
     * @throws IllegalArgumentException if the text is none of these, or its start is not before its end
     */
    public static DateRange parse(String text) {
        Matcher form = SHORT_FORM.matcher(text);
        if (form.matches()) {
            int year = Integer.parseInt(form.group("year"));
            if (form.group("month") != null) {
                return month(year, Integer.parseInt(form.group("month")));
            }
            if (form.group("quarter") != null) {
                return quarter(year, Integer.parseInt(form.group("quarter")));
            }
            if (form.group("week") != null) {
                return isoWeek(year, Integer.parseInt(form.group("week")));
            }
            return year(year);
        }
        int slash = text.indexOf('/');
        try {
            if (slash > 0) {
                return new DateRange(
                        LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(notARange(text), e);
        }
        throw new IllegalArgumentException(notARange(text));
    }

    private static String notARange(String text) {
        return "\"" + text + "\" is not a year (2026), a quarter (2026-Q1), a month (2026-03), an ISO week (2026-W12)"
                + " or two dates (2026-03-01/2026-04-01)";
    }

    /**
     * Returns the instants that this range covers in a time zone: from the first instant of its first day to the first
     * instant of the day after its last.
     *
     * <p>A day begins at midnight, or at the first instant after it where the zone's clocks skip midnight; where they
     * show it twice, at the first of the two.
     *
     * @param zone the time zone
     * @return the period
     * @throws IllegalArgumentException if the zone skipped every day of this range
     */
    public InstantRange atZone(ZoneId zone) {
        Instant start = startOfDay(startInclusive, zone);
        Instant end = startOfDay(endExclusive, zone);
        checkArgument(start.isBefore(end), "DateRange %s holds no instant in %s, which skipped it", this, zone);
        return new InstantRange(start, end);
    }

    static Instant startOfDay(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    /**
     * Returns the shortest of the forms that {@link #parse} reads: {@code 2026}, {@code 2026-Q1}, {@code 2026-03},
     * {@code 2026-W12}, or else the two dates with a slash between them.
     */
    @Override
    public String toString() {
        int year = startInclusive.getYear();
        if (year >= 1 && year < 9999) {
            if (isOne(CalendarUnit.YEAR)) {
                return String.format(Locale.ROOT, "%04d", year);
            }
            if (isOne(CalendarUnit.QUARTER)) {
                return String.format(Locale.ROOT, "%04d-Q%d", year, startInclusive.get(IsoFields.QUARTER_OF_YEAR));
            }
            if (isOne(CalendarUnit.MONTH)) {
                return String.format(Locale.ROOT, "%04d-%02d", year, startInclusive.get(ChronoField.MONTH_OF_YEAR));
            }
            if (isOne(CalendarUnit.WEEK)) {
                return String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        startInclusive.get(IsoFields.WEEK_BASED_YEAR),
                        startInclusive.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            }
        }
        return startInclusive + "/" + endExclusive;
    }

    private boolean isOne(CalendarUnit unit) {
        return unit.startOf(startInclusive).equals(startInclusive)
                && unit.startAfter(startInclusive).equals(endExclusive);
    }
}
