package org.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.time.DateRangeTest.missing;
import static org.saleskpi.time.DateRangeTest.nothing;
import static org.saleskpi.time.DateRangeTest.refused;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Years that are not those of the common calendar, and the days on which a business works. */
class BusinessYearsTest {

    /** The calendar of the National Retail Federation of the USA. */
    private static final SalesCalendar NRF = SalesCalendar.parse("454:SAT:JAN:nearest");

    private static final SalesCalendar JULY = SalesCalendar.fiscal(Month.JULY);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    /** NRF, 4-5-4 calendar: 2023 has 53 weeks, 29 January 2023 to 3 February 2024; 2024 has 52, to 1 February 2025. */
    @Test
    void retailYearsAreThosePublished() {
        assertThat(NRF.parsePeriod("FY2023")).isEqualTo(DateRange.parse("2023-01-29/2024-02-04"));
        assertThat(NRF.parsePeriod("FY2024")).isEqualTo(DateRange.parse("2024-02-04/2025-02-02"));
        assertThat(NRF.split(NRF.parsePeriod("FY2023"), CalendarUnit.WEEK)).hasSize(53);
        assertThat(NRF.split(NRF.parsePeriod("FY2024"), CalendarUnit.WEEK)).hasSize(52);
    }

    @Test
    void theExtraWeekBelongsToTheLastPeriod() {
        assertThat(NRF.split(NRF.parsePeriod("FY2023"), CalendarUnit.MONTH))
                .extracting(period -> NRF.split(period, CalendarUnit.WEEK).size())
                .containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5);
        assertThat(NRF.parsePeriod("FY2023-W53")).isEqualTo(DateRange.parse("2024-01-28/2024-02-04"));
        assertThat(NRF.parsePeriod("FY2023-Q4").endExclusive()).isEqualTo("2024-02-04");
    }

    @Test
    void theYearBeforeAPeriodIsThePeriodOfTheSameNumber() {
        assertThat(NRF.parsePeriod("FY2023-P12").aYearBefore(NRF)).isEqualTo(NRF.parsePeriod("FY2022-P12"));
        assertThat(NRF.parsePeriod("FY2024").aYearBefore(NRF)).isEqualTo(NRF.parsePeriod("FY2023"));
        assertThat(NRF.parsePeriod("FY2024-W01").aYearBefore(NRF)).isEqualTo(NRF.parsePeriod("FY2023-W02"));
        assertThat(DateRange.day(DAY).aYearBefore(NRF)).isEqualTo(DateRange.day(DAY.minusDays(364)));
    }

    @Test
    void fiscalYearsAreNamedByTheirEndOrByTheirStart() {
        assertThat(JULY.parsePeriod("FY2026")).isEqualTo(DateRange.parse("2025-07-01/2026-07-01"));
        assertThat(SalesCalendar.fiscalNamedByStart(Month.JULY).parsePeriod("FY2026"))
                .isEqualTo(DateRange.parse("2026-07-01/2027-07-01"));
        assertThat(SalesCalendar.iso().parsePeriod("FY2026-P03")).isEqualTo(DateRange.parse("2026-03"));
        assertThat(SalesCalendar.fiscalNamedByStart(Month.JANUARY))
                .isEqualTo(SalesCalendar.fiscal(Month.JANUARY))
                .isEqualTo(SalesCalendar.iso());
    }

    @Test
    void whatTheCommonCalendarNamesKeepsItsMeaning() {
        assertThat(JULY.parsePeriod("2026")).isEqualTo(DateRange.year(2026));
        assertThat(NRF.parsePeriod("2026-03")).isEqualTo(DateRange.month(2026, 3));
        assertThat(SalesCalendar.weeksFrom(DayOfWeek.SUNDAY).parsePeriod("2026-W12"))
                .isEqualTo(DateRange.isoWeek(2026, 12));
    }

    @Test
    void partsOfAYearAreCalledByIt() {
        assertThat(JULY.nameOf(DateRange.parse("2025-07-01/2026-07-01"))).isEqualTo("FY2026");
        assertThat(JULY.nameOf(DateRange.parse("2026-H1"))).isEqualTo("FY2026-H2");
        assertThat(JULY.nameOf(DateRange.parse("2025-10-01/2026-04-01"))).isEqualTo("2025-10-01/2026-04-01");
        assertThat(JULY.nameOf(DateRange.parse("2025-Q3"))).isEqualTo("FY2026-Q1");
        assertThat(JULY.nameOf(DateRange.parse("2025-07"))).isEqualTo("2025-07");
        assertThat(NRF.nameOf(DateRange.parse("2024-02-04/2024-03-03"))).isEqualTo("FY2024-P01");
        assertThat(SalesCalendar.iso().nameOf(DateRange.quarter(2026, 1))).isEqualTo("2026-Q1");
        assertThat(JULY.nameOf(DateRange.parse("9999-07-01/+10000-07-01"))).isEqualTo("9999-07-01/+10000-07-01");
        assertThat(JULY.nameOf(DateRange.parse("9998-07-01/9999-07-01"))).isEqualTo("FY9999");
        assertThat(JULY.nameOf(DateRange.of(LocalDate.of(-2, 7, 1), LocalDate.of(-1, 7, 1))))
                .isEqualTo("-0002-07-01/-0001-07-01");
    }

    @Test
    void whatAYearDoesNotHaveIsRefused() {
        refused(
                "\"FY2024-W53\": that year of the calendar 454:SAT:JAN:nearest has the weeks 1 to 52, not 53",
                () -> NRF.parsePeriod("FY2024-W53"));
        refused(
                "\"FY2024-W00\": that year of the calendar 454:SAT:JAN:nearest has the weeks 1 to 52, not 0",
                () -> NRF.parsePeriod("FY2024-W00"));
        refused(
                "\"FY2024-P13\": that year of the calendar fiscal:JUL has the periods 1 to 12, not 13",
                () -> JULY.parsePeriod("FY2024-P13"));
        refused(
                "\"FY2024-Q5\": that year of the calendar fiscal:JUL has the quarters 1 to 4, not 5",
                () -> JULY.parsePeriod("FY2024-Q5"));
        refused(
                "\"FY2024-H3\": that year of the calendar fiscal:JUL has the halves 1 to 2, not 3",
                () -> JULY.parsePeriod("FY2024-H3"));
        refused(
                "\"FY2024-W01\": the years of the calendar fiscal:JUL do not begin with a week, so that their weeks have no"
                        + " numbers",
                () -> JULY.parsePeriod("FY2024-W01"));
        for (String text : List.of("FY24", "FY2024-P3", "FY2024-Q01", "FY2024-03", "FY2024-", "FY2024-W001")) {
            refused(
                    "\"" + text
                            + "\" is not a year (FY2026) of the calendar fiscal:JUL, nor a half (FY2026-H1), a quarter"
                            + " (FY2026-Q1), a period (FY2026-P03) or a week (FY2026-W07) of one",
                    () -> JULY.parsePeriod(text));
        }
    }

    @Test
    void aRetailYearEndsOnOneWeekday() {
        RetailYearEnd nearest = RetailYearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY);
        RetailYearEnd last = RetailYearEnd.last(DayOfWeek.SATURDAY, Month.JANUARY);

        assertThat(nearest.in(2024)).isEqualTo("2024-02-03");
        assertThat(nearest.in(2028)).isEqualTo("2028-01-29");
        assertThat(last.in(2024)).isEqualTo("2024-01-27");
        assertThat(nearest)
                .hasToString("SAT:JAN:nearest")
                .isEqualTo(RetailYearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY))
                .hasSameHashCodeAs(RetailYearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY))
                .isNotEqualTo(last)
                .isNotEqualTo(RetailYearEnd.nearest(DayOfWeek.FRIDAY, Month.JANUARY))
                .isNotEqualTo(RetailYearEnd.nearest(DayOfWeek.SATURDAY, Month.MARCH));
        refused("RetailYearEnd: year 1000000 is not from -999999 to 999999", () -> last.in(1_000_000));
    }

    @Test
    void retailYearsReachAsFarAsDates() {
        assertThat(NRF.rangeOf(CalendarUnit.YEAR, LocalDate.of(999_998, 6, 1)).startInclusive())
                .isAfter("+999998-01-27");
        assertThat(NRF.rangeOf(CalendarUnit.YEAR, LocalDate.of(-999_998, 6, 1)).startInclusive())
                .isBefore("-999998-02-05");
    }

    @Test
    void calendarsAreReadInSmallOrCapitalLetters() {
        assertThat(SalesCalendar.parse("FISCAL:apr:Start")).hasToString("fiscal:APR:start");
        assertThat(SalesCalendar.parse("weeks:sun")).hasToString("weeks:SUN");
        assertThat(SalesCalendar.parse("weeks:MON")).isEqualTo(SalesCalendar.iso());
        assertThat(SalesCalendar.parse("445:sun:dec:LAST")).hasToString("445:SUN:DEC:last");
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        for (String text :
                List.of("", "gregorian", "fiscal", "fiscal:JULY", "weeks", "444:SAT:JAN:last", "454:SAT:JAN")) {
            refused(
                    "\"" + text
                            + "\" is not a calendar: iso, fiscal:JUL, fiscal:JUL:start, weeks:SUN, or a retail calendar"
                            + " such as 454:SAT:JAN:nearest or 445:SUN:DEC:last",
                    () -> SalesCalendar.parse(text));
        }
        refused(
                "\"fiscal:abc\" is not a calendar: no month is called ABC, expected one of JAN, FEB, MAR, APR, MAY, JUN,"
                        + " JUL, AUG, SEP, OCT, NOV, DEC",
                () -> SalesCalendar.parse("fiscal:abc"));
        refused(
                "\"454:JAN:JAN:last\" is not a calendar: no weekday is called JAN, expected one of MON, TUE, WED, THU, FRI,"
                        + " SAT, SUN",
                () -> SalesCalendar.parse("454:JAN:JAN:last"));
    }

    @Test
    void calendarsOfOtherWorkingDaysDiffer() {
        SalesCalendar calendar = SalesCalendar.iso().withHolidays(Set.of(DAY));

        assertThat(calendar).isNotEqualTo(SalesCalendar.iso()).hasToString("iso");
        assertThat(calendar.withHolidays(Set.of())).isEqualTo(SalesCalendar.iso());
        assertThat(calendar.withWorkingDays(EnumSet.of(DayOfWeek.SUNDAY)))
                .isNotEqualTo(calendar)
                .isEqualTo(SalesCalendar.iso()
                        .withWorkingDays(EnumSet.of(DayOfWeek.SUNDAY))
                        .withHolidays(List.of(DAY, DAY)));
        refused("SalesCalendar: expected at least one working day", () -> calendar.withWorkingDays(Set.of()));
    }

    @Test
    void whatIsMissingIsNamed() {
        SalesCalendar calendar = SalesCalendar.iso();
        missing("firstMonth", () -> SalesCalendar.fiscal(nothing()));
        missing("firstMonth", () -> SalesCalendar.fiscalNamedByStart(nothing()));
        missing("firstDayOfWeek", () -> SalesCalendar.weeksFrom(nothing()));
        missing("pattern", () -> SalesCalendar.retail(nothing(), RetailYearEnd.last(DayOfWeek.SUNDAY, Month.MAY)));
        missing("yearEnd", () -> SalesCalendar.retail(RetailPattern.FOUR_FIVE_FOUR, nothing()));
        missing("weekday", () -> RetailYearEnd.last(nothing(), Month.MAY));
        missing("month", () -> RetailYearEnd.nearest(DayOfWeek.SUNDAY, nothing()));
        missing("text", () -> SalesCalendar.parse(nothing()));
        missing("text", () -> calendar.parsePeriod(nothing()));
        missing("range", () -> calendar.nameOf(nothing()));
        missing("range", () -> JULY.nameOf(nothing()));
        missing("range", () -> calendar.workingDays(nothing()));
        missing("date", () -> calendar.isWorkingDay(nothing()));
        missing("weekdays", () -> calendar.withWorkingDays(nothing()));
        missing("holidays", () -> calendar.withHolidays(nothing()));
        missing("holidays[1]", () -> calendar.withHolidays(Arrays.asList(DAY, null)));
    }
}
