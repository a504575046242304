package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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
 * assert march.previous(SalesCalendar.iso()).equals(DateRange.month(2026, 2));
 * assert march.aYearBefore(SalesCalendar.iso()).equals(DateRange.month(2025, 3));
 * }</pre>
 *
 * <p>Which instants a range covers depends on the time zone: {@link #atZone(ZoneId)}. Its dates lie in the years -999999 to
 * 999999. Ranges about today, such as the last 30 days or the year to date, are made by a {@link SalesCalendar}. Immutable
 * and thread-safe.
 *
 * @param startInclusive the first day of the range
 * @param endExclusive the first day after the range, later than the start
 * @since 0.1.0
 */
public record DateRange(LocalDate startInclusive, LocalDate endExclusive) {

    private static final Pattern SHORT_FORM = Pattern.compile(
            "(?<year>\\d{4})(?:-(?<month>\\d{2})|-Q(?<quarter>[1-4])|-H(?<half>[12])|-W(?<week>\\d{2}))?");
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;

    /**
     * Creates a range of dates.
     *
     * @param startInclusive the first day of the range
     * @param endExclusive the first day after the range, later than the start
     * @throws IllegalArgumentException if the start is not before the end, or the range is not within the years -999999 to
     *     999999
     */
    public DateRange {
        Years.check("DateRange", "startInclusive", startInclusive);
        Years.check("DateRange", "endExclusive", endExclusive);
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
     * @throws IllegalArgumentException if the start is not before the end, or the range is not within the years -999999 to
     *     999999
     */
    public static DateRange of(LocalDate startInclusive, LocalDate endExclusive) {
        return new DateRange(startInclusive, endExclusive);
    }

    /**
     * Returns one day.
     *
     * @param date the day
     * @return the range of that day alone
     * @throws IllegalArgumentException if the day is not within the years -999999 to 999999
     */
    public static DateRange day(LocalDate date) {
        return unit(CalendarUnit.DAY, date);
    }

    /**
     * Returns one ISO week, Monday to Sunday.
     *
     * @param weekBasedYear the year that the week counts to: that of its Thursday
     * @param week the number of the week, from 1 to 52 or 53
     * @return the range of the week
     * @throws IllegalArgumentException if that year has no such week, or is not from -999999 to 999999
     */
    public static DateRange isoWeek(int weekBasedYear, int week) {
        Years.check("DateRange", weekBasedYear);
        // The fourth of January is always in week 1.
        LocalDate monday = SalesCalendar.iso()
                .startOf(CalendarUnit.WEEK, LocalDate.of(weekBasedYear, 1, 4))
                .plusWeeks(week - 1L);
        checkArgument(
                monday.get(IsoFields.WEEK_BASED_YEAR) == weekBasedYear,
                "DateRange: %s has no ISO week %s",
                weekBasedYear,
                week);
        return unit(CalendarUnit.WEEK, monday);
    }

    /**
     * Returns one month.
     *
     * @param year the year
     * @param month the month, from 1 to 12
     * @return the range of the month
     * @throws IllegalArgumentException if there is no such month, or the year is not from -999999 to 999999
     */
    public static DateRange month(int year, int month) {
        checkPart("month", month, 12);
        return unit(CalendarUnit.MONTH, firstOf(year, month));
    }

    /**
     * Returns one quarter of a calendar year.
     *
     * @param year the year
     * @param quarter the quarter, from 1 to 4
     * @return the range of the quarter
     * @throws IllegalArgumentException if there is no such quarter, or the year is not from -999999 to 999999
     */
    public static DateRange quarter(int year, int quarter) {
        checkPart("quarter", quarter, 4);
        return unit(CalendarUnit.QUARTER, firstOf(year, 3 * quarter - 2));
    }

    /**
     * Returns one half of a calendar year.
     *
     * @param year the year
     * @param half the half, 1 or 2
     * @return the range of the half
     * @throws IllegalArgumentException if there is no such half, or the year is not from -999999 to 999999
     */
    public static DateRange half(int year, int half) {
        checkPart("half", half, 2);
        LocalDate start = firstOf(year, 6 * half - 5);
        return new DateRange(start, start.plusMonths(6));
    }

    /**
     * Returns one calendar year.
     *
     * @param year the year
     * @return the range of the year
     * @throws IllegalArgumentException if the year is not from -999999 to 999999
     */
    public static DateRange year(int year) {
        return unit(CalendarUnit.YEAR, firstOf(year, 1));
    }

    private static void checkPart(String name, int number, int last) {
        checkArgument(number >= 1 && number <= last, "DateRange: %s %s is not from 1 to %s", name, number, last);
    }

    private static LocalDate firstOf(int year, int month) {
        Years.check("DateRange", year);
        return LocalDate.of(year, month, 1);
    }

    private static DateRange unit(CalendarUnit unit, LocalDate date) {
        return SalesCalendar.iso().rangeOf(unit, date);
    }

    /**
     * Returns the dates that a period is made of, as {@link #atZone} turns them into it.
     *
     * @param period the period
     * @param zone the time zone of the dates
     * @return the dates; of two ranges that differ by a day that the zone skipped, the longer one
     * @throws IllegalArgumentException if the period does not begin and end with a date of the zone, or is beyond the years
     *     -999999 to 999999
     */
    public static DateRange from(InstantRange period, ZoneId zone) {
        requireNonNull(period, "period");
        requireNonNull(zone, "zone");
        Years.check(period);
        LocalDate start = period.startInclusive().atZone(zone).toLocalDate();
        LocalDate end = period.endExclusive().atZone(zone).toLocalDate();
        checkArgument(
                startOfDay(start, zone).equals(period.startInclusive())
                        && startOfDay(end, zone).equals(period.endExclusive()),
                "InstantRange %s is not made of whole dates in %s",
                period,
                zone);
        return of(start, end);
    }

    /**
     * Reads a range of dates, as {@link #toString} writes it.
     *
     * <p>Years, halves, quarters and months are those of the common calendar, weeks those of ISO 8601.
     *
     * @param text a day {@code 2026-03-15}, an ISO week {@code 2026-W12}, a month {@code 2026-03}, a quarter {@code 2026-Q1},
     *     a half {@code 2026-H1}, a year {@code 2026}, or two dates {@code 2026-03-01/2026-04-01}, the second of which is
     *     exclusive
     * @return the range
     * @throws IllegalArgumentException if the text is none of these, its start is not before its end, or the range is not
     *     within the years -999999 to 999999
     */
    public static DateRange parse(String text) {
        Matcher form = SHORT_FORM.matcher(requireNonNull(text, "text"));
        return form.matches() ? partOfYear(form) : dates(text);
    }

    private static DateRange partOfYear(Matcher form) {
        int year = Integer.parseInt(form.group("year"));
        if (form.group("month") != null) {
            return month(year, Integer.parseInt(form.group("month")));
        }
        if (form.group("quarter") != null) {
            return quarter(year, Integer.parseInt(form.group("quarter")));
        }
        if (form.group("half") != null) {
            return half(year, Integer.parseInt(form.group("half")));
        }
        if (form.group("week") != null) {
            return isoWeek(year, Integer.parseInt(form.group("week")));
        }
        return year(year);
    }

    private static DateRange dates(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? day(LocalDate.parse(text))
                    : new DateRange(
                            LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a day (2026-03-15), an ISO week (2026-W12), a month (2026-03), a quarter"
                            + " (2026-Q1), a half (2026-H1), a year (2026) or two dates (2026-03-01/2026-04-01, the second"
                            + " one exclusive)",
                    e);
        }
    }

    /**
     * Returns the dates just before, to compare with: as many units of a calendar, of the largest kind of which this range is
     * exactly one or several.
     *
     * <pre>{@code
     * SalesCalendar iso = SalesCalendar.iso();
     * assert DateRange.parse("2026-03").previous(iso).toString().equals("2026-02");
     * assert DateRange.parse("2026-03-01/2027-01-01").previous(iso).toString().equals("2025-05-01/2026-03-01");
     * assert DateRange.parse("2026-01-17/2026-02-01").previous(iso).toString().equals("2026-01-02/2026-01-17");
     * }</pre>
     *
     * @param calendar the calendar, that of the history
     * @return the month before a month, the ten months before ten months, the fifteen days before fifteen days
     * @throws IllegalArgumentException if those dates are beyond the years -999999 to 999999
     */
    public DateRange previous(SalesCalendar calendar) {
        return ComparedDates.before(this, requireNonNull(calendar, "calendar"));
    }

    /**
     * Returns the dates of the year before, to compare with: each bound one year earlier. Where the largest unit of which
     * this range is exactly one or several is the week, each bound is 52 weeks earlier.
     *
     * <p>The 29th of February has its counterpart in the 28th. If that leaves no day (from the 28th to the 29th), it is the
     * one day a year before the start.
     *
     * <pre>{@code
     * SalesCalendar iso = SalesCalendar.iso();
     * assert DateRange.parse("2024-02").aYearBefore(iso).toString().equals("2023-02");
     * assert DateRange.parse("2024-02-29").aYearBefore(iso).toString().equals("2023-02-28");
     * assert DateRange.parse("2026-W12").aYearBefore(iso).toString().equals("2025-W12");
     * }</pre>
     *
     * @param calendar the calendar, that of the history
     * @return the dates a year before
     * @throws IllegalArgumentException if those dates are beyond the years -999999 to 999999
     */
    public DateRange aYearBefore(SalesCalendar calendar) {
        return ComparedDates.aYearBefore(this, requireNonNull(calendar, "calendar"));
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
        requireNonNull(zone, "zone");
        Instant start = startOfDay(startInclusive, zone);
        Instant end = startOfDay(endExclusive, zone);
        checkArgument(start.isBefore(end), "DateRange %s holds no instant in %s, which skipped it", this, zone);
        return new InstantRange(start, end);
    }

    static Instant startOfDay(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    /**
     * Returns the shortest of the forms that {@link #parse} reads: {@code 2026}, {@code 2026-H1}, {@code 2026-Q1},
     * {@code 2026-03}, {@code 2026-W12}, {@code 2026-03-15}, or else the two dates with a slash between them.
     */
    @Override
    public String toString() {
        int year = startInclusive.getYear();
        if (hasFourDigits(year)) {
            int month = startInclusive.getMonthValue();
            if (isOne(CalendarUnit.YEAR)) {
                return format("%04d", year);
            }
            if (equals(half(year, month <= 6 ? 1 : 2))) {
                return format("%04d-H%d", year, month <= 6 ? 1 : 2);
            }
            if (isOne(CalendarUnit.QUARTER)) {
                return format("%04d-Q%d", year, startInclusive.get(IsoFields.QUARTER_OF_YEAR));
            }
            if (isOne(CalendarUnit.MONTH)) {
                return format("%04d-%02d", year, month);
            }
        }
        int weekBasedYear = startInclusive.get(IsoFields.WEEK_BASED_YEAR);
        if (hasFourDigits(weekBasedYear) && isOne(CalendarUnit.WEEK)) {
            return format("%04d-W%02d", weekBasedYear, startInclusive.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
        return isOne(CalendarUnit.DAY) ? startInclusive.toString() : startInclusive + "/" + endExclusive;
    }

    private static boolean hasFourDigits(int year) {
        return year >= 0 && year <= LAST_YEAR_OF_FOUR_DIGITS;
    }

    private boolean isOne(CalendarUnit unit) {
        SalesCalendar calendar = SalesCalendar.iso();
        return calendar.startOf(unit, startInclusive).equals(startInclusive)
                && calendar.startAfter(unit, startInclusive).equals(endExclusive);
    }

    private static String format(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
