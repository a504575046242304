package org.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.time.CalendarUnit.DAY;
import static org.saleskpi.time.CalendarUnit.MONTH;
import static org.saleskpi.time.CalendarUnit.QUARTER;
import static org.saleskpi.time.CalendarUnit.WEEK;
import static org.saleskpi.time.CalendarUnit.YEAR;
import static org.saleskpi.time.DateRangeTest.missing;
import static org.saleskpi.time.DateRangeTest.nothing;
import static org.saleskpi.time.DateRangeTest.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesCalendarTest {

    private static final SalesCalendar ISO = SalesCalendar.iso();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    @Test
    void whatIsOverEndsBeforeThePresentUnit() {
        assertThat(ISO.last(30, DAY, TODAY)).hasToString("2026-02-16/2026-03-18");
        assertThat(ISO.last(1, DAY, TODAY)).hasToString("2026-03-17");
        assertThat(ISO.last(1, WEEK, TODAY)).hasToString("2026-W11");
        assertThat(ISO.last(3, MONTH, TODAY)).hasToString("2025-12-01/2026-03-01");
        assertThat(ISO.last(1, QUARTER, TODAY)).hasToString("2025-Q4");
        assertThat(ISO.last(2, YEAR, TODAY)).hasToString("2024-01-01/2026-01-01");
        assertThat(ISO.last(1_000_000, MONTH, TODAY).endExclusive()).isEqualTo("2026-03-01");
    }

    @Test
    void whatHasPassedOfAUnitHoldsToday() {
        assertThat(ISO.toDate(DAY, TODAY)).hasToString("2026-03-18");
        assertThat(ISO.toDate(WEEK, TODAY)).hasToString("2026-03-16/2026-03-19");
        assertThat(ISO.toDate(MONTH, TODAY)).hasToString("2026-03-01/2026-03-19");
        assertThat(ISO.toDate(QUARTER, TODAY)).hasToString("2026-01-01/2026-03-19");
        assertThat(ISO.toDate(YEAR, LocalDate.of(2026, 12, 31))).hasToString("2026");
    }

    @Test
    void aPeriodMayBeToldFromToday() {
        assertThat(ISO.parsePeriod("today", TODAY)).hasToString("2026-03-18");
        assertThat(ISO.parsePeriod("yesterday", TODAY)).hasToString("2026-03-17");
        assertThat(ISO.parsePeriod("this-month", TODAY)).hasToString("2026-03");
        assertThat(ISO.parsePeriod("Last Month", TODAY)).hasToString("2026-02");
        assertThat(ISO.parsePeriod("last-quarter", TODAY)).hasToString("2025-Q4");
        assertThat(ISO.parsePeriod("this-year", TODAY)).hasToString("2026");
        assertThat(ISO.parsePeriod("ytd", TODAY)).hasToString("2026-01-01/2026-03-19");
        assertThat(ISO.parsePeriod("month to date", TODAY)).hasToString("2026-03-01/2026-03-19");
        assertThat(ISO.parsePeriod("last 30d", TODAY)).hasToString("2026-02-16/2026-03-18");
        assertThat(ISO.parsePeriod("last-12-months", TODAY)).hasToString("2025-03-01/2026-03-01");
        assertThat(ISO.parsePeriod("2026-H1", TODAY)).hasToString("2026-H1");
        assertThat(SalesCalendar.fiscal(Month.JULY).parsePeriod("this-year", TODAY))
                .hasToString("2025-07-01/2026-07-01");
        assertThat(SalesCalendar.fiscal(Month.JULY).parsePeriod("FY2026", TODAY))
                .hasToString("2025-07-01/2026-07-01");
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        refused(
                "\"lastmonth\" is not a period: told from today it is such as today, yesterday, this-month, last-month,"
                        + " month-to-date, ytd or last-30d, else such as 2026-03 or FY2026-Q1",
                () -> ISO.parsePeriod("lastmonth", TODAY));
        refused("\"last-0d\": count 0 is not from 1 to 1000000", () -> ISO.parsePeriod("last-0d", TODAY));
        refused("DateRange: month 13 is not from 1 to 12", () -> ISO.parsePeriod("2026-13", TODAY));
        missing("text", () -> ISO.parsePeriod(nothing(), TODAY));
        missing("today", () -> ISO.parsePeriod("ytd", nothing()));
    }

    @Test
    void weeksAreNotCutAtYears() {
        assertThat(ISO.split(DateRange.parse("2025-12-29/2026-01-12").atZone(PARIS), WEEK, PARIS))
                .containsExactly(
                        DateRange.isoWeek(2026, 1).atZone(PARIS),
                        DateRange.isoWeek(2026, 2).atZone(PARIS));
    }

    @Test
    void theFirstAndTheLastPieceAreCutAtTheBounds() {
        InstantRange period = InstantRange.parse("2026-01-31T12:00:00Z/2026-03-01T06:00:00Z");

        assertThat(ISO.split(period, MONTH, ZoneOffset.UTC))
                .containsExactly(
                        InstantRange.parse("2026-01-31T12:00:00Z/2026-02-01T00:00:00Z"),
                        DateRange.month(2026, 2).atZone(ZoneOffset.UTC),
                        InstantRange.parse("2026-03-01T00:00:00Z/2026-03-01T06:00:00Z"));
    }

    @Test
    void aDayThatAZoneSkippedIsNoPiece() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        assertThat(ISO.split(DateRange.month(2011, 12).atZone(apia), DAY, apia)).hasSize(30);
    }

    @Test
    void aPeriodIsCutInAMillionPiecesAtMost() {
        Instant start = Instant.parse("1970-01-01T00:00:00Z");
        InstantRange most = InstantRange.of(start, start.plusSeconds(86_400L * 1_000_000));
        InstantRange more = InstantRange.of(start, most.endExclusive().plusNanos(1));

        List<InstantRange> days = ISO.split(most, DAY, ZoneOffset.UTC);

        assertThat(days.size()).isEqualTo(1_000_000);
        refused(
                "InstantRange " + more + " has more than 1000000 pieces of one DAY",
                () -> ISO.split(more, DAY, ZoneOffset.UTC));
        DateRange mostYears = DateRange.of(LocalDate.of(-500_000, 12, 31), LocalDate.of(499_999, 1, 2));
        DateRange moreYears = DateRange.of(LocalDate.of(-500_000, 12, 31), LocalDate.of(500_000, 1, 2));
        assertThat(ISO.split(mostYears, YEAR).size()).isEqualTo(1_000_000);
        refused(
                "DateRange -500000-12-31/+500000-01-02 has more than 1000000 pieces of one YEAR",
                () -> ISO.split(moreYears, YEAR));
    }

    @Test
    void whatIsBeyondTheYearsIsRefused() {
        InstantRange ages = InstantRange.of(Instant.MIN, Instant.EPOCH);
        refused("InstantRange " + ages + " is beyond the years -999999 to 999999", () -> ISO.split(ages, YEAR, PARIS));
        InstantRange end = InstantRange.of(Instant.MAX.minusSeconds(1), Instant.MAX);
        refused("InstantRange " + end + " is beyond the years -999999 to 999999", () -> ISO.split(end, DAY, PARIS));
        refused(
                "SalesCalendar: date -999999999-01-01 is beyond the years -999999 to 999999",
                () -> ISO.startOf(WEEK, LocalDate.MIN));
        refused(
                "SalesCalendar: date +1000000-01-02 is beyond the years -999999 to 999999",
                () -> ISO.startAfter(YEAR, LocalDate.of(1_000_000, 1, 2)));
        refused(
                "DateRange: endExclusive +1000000-01-03 is beyond the years -999999 to 999999",
                () -> ISO.rangeOf(WEEK, LocalDate.of(999_999, 12, 31)));
        refused(
                "SalesCalendar: today +999999999-12-31 is beyond the years -999999 to 999999",
                () -> ISO.toDate(YEAR, LocalDate.MAX));
        refused(
                "DateRange: startInclusive -1995974-01-01 is beyond the years -999999 to 999999",
                () -> ISO.last(1_000_000, YEAR, TODAY.plusYears(-998_000)));
    }

    @Test
    void countsOutOfBoundsAreNamed() {
        refused("SalesCalendar: count 0 is not from 1 to 1000000", () -> ISO.last(0, DAY, TODAY));
        refused("SalesCalendar: count 1000001 is not from 1 to 1000000", () -> ISO.last(1_000_001, DAY, TODAY));
    }

    @Test
    void whatIsMissingIsNamed() {
        InstantRange march = DateRange.month(2026, 3).atZone(PARIS);
        missing("unit", () -> ISO.startOf(nothing(), TODAY));
        missing("date", () -> ISO.startOf(DAY, nothing()));
        missing("date", () -> ISO.rangeOf(DAY, nothing()));
        missing("unit", () -> ISO.last(1, nothing(), TODAY));
        missing("today", () -> ISO.last(1, DAY, nothing()));
        missing("unit", () -> ISO.toDate(nothing(), TODAY));
        missing("today", () -> ISO.toDate(DAY, nothing()));
        missing("range", () -> ISO.largestUnitOf(nothing()));
        missing("range", () -> ISO.split(nothing(), DAY));
        missing("unit", () -> ISO.split(DateRange.month(2026, 3), nothing()));
        missing("period", () -> ISO.split(nothing(), DAY, PARIS));
        missing("unit", () -> ISO.split(march, nothing(), PARIS));
        missing("zone", () -> ISO.split(march, DAY, nothing()));
    }

    @Test
    void hasAName() {
        assertThat(ISO).hasToString("iso");
    }
}
