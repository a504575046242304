package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.RetailPattern;
import org.saleskpi.time.RetailYearEnd;
import org.saleskpi.time.SalesCalendar;

/** Every kind of calendar agrees with the schoolbook, which walks from day to day. */
class CalendarProperties {

    /** A calendar, and the diary that its rules make. */
    record Taught(SalesCalendar calendar, SchoolbookCalendar book, boolean numbersWeeks) {

        @Override
        public String toString() {
            return calendar.toString();
        }
    }

    private static final List<Taught> TAUGHT = taught();

    private static List<Taught> taught() {
        List<Taught> all = new ArrayList<>();
        all.add(new Taught(SalesCalendar.iso(), SchoolbookCalendar.ISO, false));
        for (DayOfWeek day : List.of(DayOfWeek.SUNDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY)) {
            all.add(new Taught(
                    SalesCalendar.weeksFrom(day), SchoolbookCalendar.ofMonths(Month.JANUARY, false, day), false));
        }
        for (Month month : List.of(Month.FEBRUARY, Month.APRIL, Month.JULY, Month.DECEMBER)) {
            all.add(new Taught(
                    SalesCalendar.fiscal(month), SchoolbookCalendar.ofMonths(month, false, DayOfWeek.MONDAY), false));
            all.add(new Taught(
                    SalesCalendar.fiscalNamedByStart(month),
                    SchoolbookCalendar.ofMonths(month, true, DayOfWeek.MONDAY),
                    false));
        }
        addRetail(all, RetailPattern.FOUR_FIVE_FOUR, new int[] {4, 5, 4}, DayOfWeek.SATURDAY, Month.JANUARY);
        addRetail(all, RetailPattern.FOUR_FOUR_FIVE, new int[] {4, 4, 5}, DayOfWeek.SUNDAY, Month.DECEMBER);
        addRetail(all, RetailPattern.FIVE_FOUR_FOUR, new int[] {5, 4, 4}, DayOfWeek.THURSDAY, Month.AUGUST);
        addRetail(all, RetailPattern.FOUR_FOUR_FIVE, new int[] {4, 4, 5}, DayOfWeek.FRIDAY, Month.FEBRUARY);
        addRetail(all, RetailPattern.FOUR_FIVE_FOUR, new int[] {4, 5, 4}, DayOfWeek.MONDAY, Month.MAY);
        addRetail(all, RetailPattern.FIVE_FOUR_FOUR, new int[] {5, 4, 4}, DayOfWeek.SATURDAY, Month.JUNE);
        return List.copyOf(all);
    }

    private static void addRetail(List<Taught> all, RetailPattern pattern, int[] weeks, DayOfWeek day, Month month) {
        all.add(new Taught(
                SalesCalendar.retail(pattern, RetailYearEnd.nearest(day, month)),
                SchoolbookCalendar.retail(weeks, day, month, true),
                true));
        all.add(new Taught(
                SalesCalendar.retail(pattern, RetailYearEnd.last(day, month)),
                SchoolbookCalendar.retail(weeks, day, month, false),
                true));
    }

    @Provide
    Arbitrary<Taught> calendars() {
        return Arbitraries.of(TAUGHT);
    }

    /** Any day of fifty years, half of them at the turn of a month in which some year or February ends. */
    @Provide
    Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(
                        LocalDate.of(1999, 1, 1).toEpochDay(),
                        LocalDate.of(2049, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<Integer> years = Arbitraries.integers().between(1999, 2048);
        Arbitrary<Integer> around = Arbitraries.integers().between(-8, 8);
        Arbitrary<LocalDate> edges = Combinators.combine(years, Arbitraries.of(1, 2, 3, 4, 6, 7, 9, 12), around)
                .as((year, month, days) -> LocalDate.of(year, month, 1).plusDays(days));
        return Arbitraries.oneOf(any, edges);
    }

    /** Any days, and one or several whole units of each kind. */
    private static DateRange range(Taught taught, LocalDate day, int count, CalendarUnit unit, boolean anyDays) {
        if (anyDays) {
            return DateRange.of(day, day.plusDays(count * 97L % 800 + 1));
        }
        LocalDate start = taught.book().first(unit, day);
        LocalDate end = start;
        for (int i = 0; i < count; i++) {
            end = taught.book().firstAfter(unit, end);
        }
        return DateRange.of(start, end);
    }

    @Property
    void aUnitIsTheDaysOfOneName(
            @ForAll("calendars") Taught taught, @ForAll CalendarUnit unit, @ForAll("days") LocalDate day) {
        LocalDate first = taught.book().first(unit, day);
        LocalDate next = taught.book().firstAfter(unit, day);

        assertThat(taught.calendar().startOf(unit, day)).isEqualTo(first);
        assertThat(taught.calendar().startAfter(unit, day)).isEqualTo(next);
        assertThat(taught.calendar().rangeOf(unit, day)).isEqualTo(DateRange.of(first, next));
    }

    @Property
    void aRangeIsComparedWithAsManyUnitsBefore(
            @ForAll("calendars") Taught taught,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll CalendarUnit unit,
            @ForAll boolean anyDays) {
        DateRange range = range(taught, day, count, unit, anyDays);

        assertThat(taught.calendar().largestUnitOf(range))
                .isEqualTo(taught.book().largestUnit(range));
        assertThat(range.previous(taught.calendar())).isEqualTo(taught.book().previous(range));
    }

    @Property
    void aRangeIsComparedWithItsDatesInTheYearBefore(
            @ForAll("calendars") Taught taught,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll CalendarUnit unit,
            @ForAll boolean anyDays) {
        DateRange range = range(taught, day, count, unit, anyDays);

        assertThat(range.aYearBefore(taught.calendar())).isEqualTo(taught.book().aYearBefore(range));
    }

    @Property
    void thePiecesOfARangeTileItAndEachLiesInOneUnit(
            @ForAll("calendars") Taught taught,
            @ForAll CalendarUnit unit,
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = 1, max = 800) int length) {
        DateRange range = DateRange.of(first, first.plusDays(length));
        LocalDate day = range.startInclusive();
        for (DateRange piece : taught.calendar().split(range, unit)) {
            LocalDate next = taught.book().firstAfter(unit, day);
            LocalDate end = next.isBefore(range.endExclusive()) ? next : range.endExclusive();
            assertThat(piece).isEqualTo(DateRange.of(day, end));
            day = end;
        }
        assertThat(day).isEqualTo(range.endExclusive());
    }

    @Property
    void theLastUnitsEndWhereThePresentOneBegins(
            @ForAll("calendars") Taught taught,
            @ForAll @IntRange(min = 1, max = 15) int count,
            @ForAll CalendarUnit unit,
            @ForAll("days") LocalDate today) {
        DateRange last = taught.calendar().last(count, unit, today);
        DateRange present = taught.calendar().toDate(unit, today);

        assertThat(last.endExclusive()).isEqualTo(taught.book().first(unit, today));
        assertThat(taught.book().isFirst(unit, last.startInclusive())).isTrue();
        LocalDate day = last.startInclusive();
        for (int i = 0; i < count; i++) {
            assertThat(day).isBefore(last.endExclusive());
            day = taught.book().firstAfter(unit, day);
        }
        assertThat(day).isEqualTo(last.endExclusive());
        assertThat(present).isEqualTo(DateRange.of(last.endExclusive(), today.plusDays(1)));
    }

    @Property
    void wordsAboutTodayMeanUnitsOfTheCalendar(
            @ForAll("calendars") Taught taught,
            @ForAll @IntRange(min = 1, max = 15) int count,
            @ForAll CalendarUnit unit,
            @ForAll("days") LocalDate today) {
        String name = unit.name().toLowerCase(Locale.ROOT);
        LocalDate first = taught.book().first(unit, today);
        LocalDate next = taught.book().firstAfter(unit, today);
        LocalDate before = taught.book().first(unit, first.minusDays(1));
        LocalDate tomorrow = today.plusDays(1);

        assertThat(taught.calendar().parsePeriod("this-" + name, today)).isEqualTo(DateRange.of(first, next));
        assertThat(taught.calendar().parsePeriod("last-" + name, today)).isEqualTo(DateRange.of(before, first));
        assertThat(taught.calendar().parsePeriod(name + "-to-date", today)).isEqualTo(DateRange.of(first, tomorrow));
        assertThat(taught.calendar().parsePeriod("last-" + count + name.charAt(0), today))
                .isEqualTo(taught.calendar().last(count, unit, today));
        if (unit != CalendarUnit.DAY) {
            assertThat(taught.calendar().parsePeriod(name.charAt(0) + "td", today))
                    .isEqualTo(DateRange.of(first, tomorrow));
        }
    }

    @Property
    void thePartsOfAYearGoByItsNameAndTheirNumber(@ForAll("calendars") Taught taught, @ForAll("days") LocalDate day) {
        SchoolbookCalendar.Page page = taught.book().page(day);
        String year = "FY%04d".formatted(page.year());

        assertThat(taught.calendar().parsePeriod(year)).isEqualTo(unitOf(taught, CalendarUnit.YEAR, day));
        assertThat(taught.calendar().parsePeriod(year + "-Q" + page.quarter()))
                .isEqualTo(unitOf(taught, CalendarUnit.QUARTER, day));
        assertThat(taught.calendar().parsePeriod(year + "-P%02d".formatted(page.month())))
                .isEqualTo(unitOf(taught, CalendarUnit.MONTH, day));
        DateRange half = taught.calendar().parsePeriod(year + "-H" + (page.quarter() + 1) / 2);
        assertThat(taught.calendar().split(half, CalendarUnit.QUARTER))
                .hasSize(2)
                .contains(unitOf(taught, CalendarUnit.QUARTER, day));
        if (taught.numbersWeeks()) {
            assertThat(taught.calendar().parsePeriod(year + "-W%02d".formatted(page.weekOfYear())))
                    .isEqualTo(unitOf(taught, CalendarUnit.WEEK, day));
        }
    }

    private static DateRange unitOf(Taught taught, CalendarUnit unit, LocalDate day) {
        return DateRange.of(taught.book().first(unit, day), taught.book().firstAfter(unit, day));
    }

    @Property
    void aYearHasNoWeekAfterItsLast(@ForAll("calendars") Taught taught, @ForAll("days") LocalDate day) {
        if (taught.numbersWeeks()) {
            LocalDate next = taught.book().firstAfter(CalendarUnit.YEAR, day);
            int year = taught.book().page(day).year();
            int weeks = taught.book().page(next.minusDays(1)).weekOfYear();

            assertThat(weeks).isBetween(52, 53);
            assertThatThrownBy(() -> taught.calendar().parsePeriod("FY%04d-W%02d".formatted(year, weeks + 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void whatARangeIsCalledIsRead(
            @ForAll("calendars") Taught taught,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll CalendarUnit unit,
            @ForAll boolean anyDays) {
        DateRange range = range(taught, day, count, unit, anyDays);

        assertThat(taught.calendar().parsePeriod(taught.calendar().nameOf(range)))
                .isEqualTo(range);
    }

    @Property
    void aCalendarIsReadByItsName(@ForAll("calendars") Taught taught) {
        assertThat(SalesCalendar.parse(taught.calendar().toString()))
                .isEqualTo(taught.calendar())
                .hasSameHashCodeAs(taught.calendar());
    }

    @Property
    void workingDaysAreCountedDayByDay(
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = 1, max = 80) int length,
            @ForAll @Size(min = 1) Set<DayOfWeek> weekdays,
            @ForAll @Size(max = 12) Set<@IntRange(min = -3, max = 83) Integer> holidays) {
        List<LocalDate> days = holidays.stream().map(first::plusDays).toList();
        SalesCalendar calendar = SalesCalendar.iso().withWorkingDays(weekdays).withHolidays(days);
        DateRange range = DateRange.of(first, first.plusDays(length));

        long worked = 0;
        for (LocalDate day = first; day.isBefore(range.endExclusive()); day = day.plusDays(1)) {
            boolean works = weekdays.contains(day.getDayOfWeek()) && !days.contains(day);
            assertThat(calendar.isWorkingDay(day)).isEqualTo(works);
            worked += works ? 1 : 0;
        }
        assertThat(calendar.workingDays(range)).isEqualTo(worked);
    }
}
