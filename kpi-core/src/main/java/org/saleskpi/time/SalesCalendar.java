package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * <p>Years may begin with any month ({@link #fiscal}), or be whole weeks ({@link #retail}); their parts have names:
 *
 * <pre>{@code
 * SalesCalendar fiscal = SalesCalendar.fiscal(Month.JULY);
 * assert fiscal.parsePeriod("FY2026-Q1").toString().equals("2025-Q3");
 * SalesCalendar nrf = SalesCalendar.retail(
 *         RetailPattern.FOUR_FIVE_FOUR, RetailYearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY));
 * assert nrf.parsePeriod("FY2023").equals(DateRange.parse("2023-01-29/2024-02-04")); // 53 weeks
 * assert nrf.nameOf(DateRange.parse("2024-01-28/2024-02-04")).equals("FY2023-W53");
 * }</pre>
 *
 * <p>Units of one kind follow one another without gap or overlap. Dates lie in the years -999999 to 999999. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class SalesCalendar {

    private static final SalesCalendar ISO = ofMonths(Month.JANUARY, false, DayOfWeek.MONDAY);

    private final CalendarRule rule;
    private final WorkingDays workingDays;

    private SalesCalendar(CalendarRule rule, WorkingDays workingDays) {
        this.rule = rule;
        this.workingDays = workingDays;
    }

    private static SalesCalendar ofMonths(Month firstMonth, boolean namedByStart, DayOfWeek firstDayOfWeek) {
        return new SalesCalendar(new MonthRule(firstMonth, namedByStart, firstDayOfWeek), WorkingDays.MONDAY_TO_FRIDAY);
    }

    /**
     * Returns the common calendar: months, quarters and years begin on the first of January, weeks on Monday (ISO 8601).
     *
     * @return the calendar
     */
    public static SalesCalendar iso() {
        return ISO;
    }

    /**
     * Returns a calendar whose years begin with a month, each named by the calendar year in which it ends: with July, the
     * year {@code FY2026} is that of July 2025 to June 2026. Quarters are three months of such a year; weeks are those of ISO
     * 8601.
     *
     * @param firstMonth the month that years begin with
     * @return the calendar
     */
    public static SalesCalendar fiscal(Month firstMonth) {
        return ofMonths(requireNonNull(firstMonth, "firstMonth"), false, DayOfWeek.MONDAY);
    }

    /**
     * Returns a calendar whose years begin with a month, each named by the calendar year in which it begins: with July, the
     * year {@code FY2026} is that of July 2026 to June 2027. All else is as in {@link #fiscal}.
     *
     * @param firstMonth the month that years begin with
     * @return the calendar
     */
    public static SalesCalendar fiscalNamedByStart(Month firstMonth) {
        // Both names of a year that begins in January are one.
        requireNonNull(firstMonth, "firstMonth");
        return ofMonths(firstMonth, firstMonth != Month.JANUARY, DayOfWeek.MONDAY);
    }

    /**
     * Returns the common calendar with weeks that begin on another day than Monday.
     *
     * @param firstDayOfWeek the weekday that weeks begin with
     * @return the calendar
     */
    public static SalesCalendar weeksFrom(DayOfWeek firstDayOfWeek) {
        return ofMonths(Month.JANUARY, false, requireNonNull(firstDayOfWeek, "firstDayOfWeek"));
    }

    /**
     * Returns a retail calendar: years of 52 or 53 whole weeks, each of four quarters, each of three periods, which are what
     * {@link CalendarUnit#MONTH} means in it. Weeks begin on the day after the weekday on which years end. In a year of 53
     * weeks the last period has the extra week. A year is named by the calendar year of the month near which it ends; for
     * January to May by the one before.
     *
     * @param pattern the weeks of the three periods of a quarter
     * @param yearEnd the day on which years end
     * @return the calendar
     */
    public static SalesCalendar retail(RetailPattern pattern, RetailYearEnd yearEnd) {
        return new SalesCalendar(
                new RetailRule(requireNonNull(pattern, "pattern"), requireNonNull(yearEnd, "yearEnd")),
                WorkingDays.MONDAY_TO_FRIDAY);
    }

    /**
     * Reads a calendar, as {@link #toString} writes it.
     *
     * @param text {@code iso}, {@code fiscal:JUL}, {@code fiscal:JUL:start} for years named by their start, {@code weeks:SUN},
     *     or the weeks of the periods of a quarter, the weekday and the month that years end with, and whether on the last
     *     such weekday in the month or on the one nearest to its last day: {@code 454:SAT:JAN:nearest},
     *     {@code 445:SUN:DEC:last}; in small or capital letters
     * @return the calendar, with working days from Monday to Friday
     * @throws IllegalArgumentException if the text is none of these
     */
    public static SalesCalendar parse(String text) {
        return CalendarNames.parse(requireNonNull(text, "text"));
    }

    /**
     * Returns this calendar with other working days of the week than Monday to Friday.
     *
     * @param weekdays the days on which the business works, at least one
     * @return the calendar
     * @throws IllegalArgumentException if there are none
     */
    public SalesCalendar withWorkingDays(Set<DayOfWeek> weekdays) {
        List<DayOfWeek> days = requireElements(weekdays, "weekdays");
        checkArgument(!days.isEmpty(), "SalesCalendar: expected at least one working day");
        return new SalesCalendar(rule, workingDays.on(days));
    }

    /**
     * Returns this calendar with holidays, in place of any that it had.
     *
     * @param holidays the dates on which the business does not work
     * @return the calendar
     */
    public SalesCalendar withHolidays(Collection<LocalDate> holidays) {
        return new SalesCalendar(rule, workingDays.without(requireElements(holidays, "holidays")));
    }

    /**
     * Tells whether the business works on a date.
     *
     * @param date the date
     * @return true if it is one of the working days of the week and no holiday
     */
    public boolean isWorkingDay(LocalDate date) {
        return workingDays.contains(requireNonNull(date, "date"));
    }

    /**
     * Counts the days on which the business works.
     *
     * <pre>{@code
     * SalesCalendar calendar = SalesCalendar.iso().withHolidays(List.of(LocalDate.of(2026, 5, 1)));
     * assert calendar.workingDays(DateRange.month(2026, 5)) == 20;
     * }</pre>
     *
     * @param range the dates to count among
     * @return how many of them are working days
     */
    public long workingDays(DateRange range) {
        return workingDays.in(requireNonNull(range, "range").startInclusive(), range.endExclusive());
    }

    /**
     * Reads the name of a part of one of this calendar's years, or any range of dates as {@link DateRange#parse} reads it.
     *
     * @param text a year {@code FY2026}, a half {@code FY2026-H1}, a quarter {@code FY2026-Q1}, a period or month
     *     {@code FY2026-P03}, where years begin with a week, a week {@code FY2026-W07}; or what {@link DateRange#parse} reads,
     *     which means the same in all calendars: {@code 2026-03} is March
     * @return the dates
     * @throws IllegalArgumentException if the text is none of these, or that year has no such part
     */
    public DateRange parsePeriod(String text) {
        return FiscalPeriods.isOne(requireNonNull(text, "text"))
                ? new FiscalPeriods(this, rule).parse(text)
                : DateRange.parse(text);
    }

    /**
     * Reads a period told from today, as scheduled reports have it, or else as {@link #parsePeriod(String)} does.
     *
     * <pre>{@code
     * LocalDate today = LocalDate.of(2026, 3, 18); // or history.today(clock)
     * assert SalesCalendar.iso().parsePeriod("last-30d", today).toString().equals("2026-02-16/2026-03-18");
     * }</pre>
     *
     * <p>Any unit of this calendar may stand in place of the month. Spaces may stand for dashes, capital for small letters.
     *
     * @param text {@code today}, {@code yesterday}; {@code this-month}, the whole unit that holds today; {@code last-month}, the
     *     unit before it; {@code month-to-date} or {@code mtd}, what has passed of it, today included; {@code last-30-days} or
     *     {@code last-30d}, so many units, all of which are over; or what {@link #parsePeriod(String)} reads
     * @param today the date that it is: {@code history.today(clock)} is that of the business
     * @return the dates
     * @throws IllegalArgumentException if the text is none of these, or the dates are beyond the years -999999 to 999999
     */
    public DateRange parsePeriod(String text, LocalDate today) {
        Years.check("SalesCalendar", "today", requireNonNull(today, "today"));
        return PeriodsAboutToday.parse(requireNonNull(text, "text"), this, today)
                .orElseGet(() -> parsePeriod(text));
    }

    /**
     * Returns what a range of dates is called in this calendar, as {@link #parsePeriod(String)} reads it.
     *
     * @param range the dates
     * @return such as {@code FY2026-Q1}; in a retail calendar also {@code FY2026-P03} and {@code FY2026-W07}; what the common
     *     calendar has a name for too, and all else, as {@link DateRange#toString} writes it
     */
    public String nameOf(DateRange range) {
        return rule.hasCommonYears()
                ? requireNonNull(range, "range").toString()
                : new FiscalPeriods(this, rule).nameOf(requireNonNull(range, "range"));
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
                count >= 1 && count <= Pieces.MOST, "SalesCalendar: count %s is not from 1 to %s", count, Pieces.MOST);
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
        LocalDate start = requireNonNull(range, "range").startInclusive();
        CalendarUnit[] units = CalendarUnit.values();
        int largest = units.length - 1;
        while (!start(units[largest], start).equals(start)
                || !start(units[largest], range.endExclusive()).equals(range.endExclusive())) {
            largest--;
        }
        return units[largest];
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
        return new Pieces(rule, requireNonNull(unit, "unit")).of(range);
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
        return new Pieces(rule, requireNonNull(unit, "unit")).of(period, requireNonNull(zone, "zone"));
    }

    /** What makes the units of this calendar. */
    CalendarRule rule() {
        return rule;
    }

    private LocalDate start(CalendarUnit unit, LocalDate date) {
        return rule.startOf(unit, rule.numberOf(unit, date));
    }

    /** The first day of the unit that comes so many units later. */
    private LocalDate plus(CalendarUnit unit, LocalDate start, long units) {
        return rule.startOf(unit, rule.numberOf(unit, start) + units);
    }

    /** Tells whether another calendar has the same units under the same names, and the same working days. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SalesCalendar calendar
                && rule.equals(calendar.rule)
                && workingDays.equals(calendar.workingDays);
    }

    @Override
    public int hashCode() {
        return 31 * rule.hashCode() + workingDays.hashCode();
    }

    /** Returns the name of the calendar, as {@link #parse} reads it, which says nothing of its working days. */
    @Override
    public String toString() {
        return rule.toString();
    }
}
