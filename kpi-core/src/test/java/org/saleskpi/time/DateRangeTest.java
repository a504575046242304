package org.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final SalesCalendar ISO = SalesCalendar.iso();

    @Test
    void aMonthInParisFollowsSummerTime() {
        assertThat(DateRange.month(2026, 3).atZone(PARIS))
                .isEqualTo(InstantRange.parse("2026-02-28T23:00:00Z/2026-03-31T22:00:00Z"));
    }

    @Test
    void aDayBeginsAfterAMidnightThatTheClocksSkip() {
        assertThat(DateRange.day(LocalDate.of(2018, 11, 4)).atZone(ZoneId.of("America/Sao_Paulo")))
                .isEqualTo(InstantRange.parse("2018-11-04T03:00:00Z/2018-11-05T02:00:00Z"));
    }

    @Test
    void aDayThatAZoneSkippedHoldsNothing() {
        refused(
                "DateRange 2011-12-30 holds no instant in Pacific/Apia, which skipped it",
                () -> DateRange.day(LocalDate.of(2011, 12, 30)).atZone(ZoneId.of("Pacific/Apia")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026",
                "2026-H1",
                "2026-H2",
                "2026-Q1",
                "2026-Q4",
                "2026-01",
                "2026-12",
                "2026-W01",
                "2026-W53",
                "2026-03-15",
                "2026-03-01/2026-03-08",
                "0000",
                "0000-W01",
                "0999-Q4",
                "9999",
                "9999-H2",
                "9999-W52",
                "+10000-01-01",
                "-0001-12-31",
                "+10000-01-01/+10001-01-01"
            })
    void parseReadsWhatToStringWrites(String text) {
        assertThat(DateRange.parse(text)).hasToString(text);
    }

    @Test
    void theShortestFormIsWritten() {
        assertThat(DateRange.parse("2026-01-01/2027-01-01")).hasToString("2026");
        assertThat(DateRange.parse("2026-07-01/2027-01-01")).hasToString("2026-H2");
        assertThat(DateRange.parse("2026-04-01/2026-07-01")).hasToString("2026-Q2");
        assertThat(DateRange.parse("2025-12-29/2026-01-05")).hasToString("2026-W01");
        assertThat(DateRange.day(LocalDate.of(2026, 3, 15))).hasToString("2026-03-15");
        assertThat(DateRange.parse("2026-02-01/2026-08-01")).hasToString("2026-02-01/2026-08-01");
    }

    @Test
    void aHalfIsTwoQuarters() {
        assertThat(DateRange.half(2026, 1)).isEqualTo(DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1)));
        assertThat(DateRange.half(2026, 2)).isEqualTo(DateRange.of(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1)));
    }

    @Test
    void theFirstWeekHoldsTheFirstThursday() {
        assertThat(DateRange.isoWeek(2026, 1).startInclusive()).isEqualTo("2025-12-29");
        assertThat(DateRange.isoWeek(2021, 1).startInclusive()).isEqualTo("2021-01-04");
        assertThat(DateRange.isoWeek(2020, 53).endExclusive()).isEqualTo("2021-01-04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-3",
                "2026-Q5",
                "2026-H3",
                "march",
                "2026-02-30",
                "2026-03-01/",
                "/2026-03-01",
                "2026-02-30/2026-03-01"
            })
    void whatIsNoRangeIsNamed(String text) {
        refused(
                "\"" + text + "\" is not a day (2026-03-15), an ISO week (2026-W12), a month (2026-03), a quarter"
                        + " (2026-Q1), a half (2026-H1), a year (2026) or two dates (2026-03-01/2026-04-01, the second one"
                        + " exclusive)",
                () -> DateRange.parse(text));
    }

    @Test
    void partsOfTheCalendarThatDoNotExistAreNamed() {
        refused("DateRange: month 13 is not from 1 to 12", () -> DateRange.parse("2026-13"));
        refused("DateRange: month 0 is not from 1 to 12", () -> DateRange.month(2026, 0));
        refused("DateRange: quarter 0 is not from 1 to 4", () -> DateRange.quarter(2026, 0));
        refused("DateRange: quarter 5 is not from 1 to 4", () -> DateRange.quarter(2026, 5));
        refused("DateRange: half 0 is not from 1 to 2", () -> DateRange.half(2026, 0));
        refused("DateRange: half 3 is not from 1 to 2", () -> DateRange.half(2026, 3));
        refused("DateRange: 2025 has no ISO week 53", () -> DateRange.isoWeek(2025, 53));
        refused("DateRange: 2026 has no ISO week 0", () -> DateRange.parse("2026-W00"));
        refused("DateRange: 2026 has no ISO week 2147483647", () -> DateRange.isoWeek(2026, Integer.MAX_VALUE));
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsNone() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        refused("DateRange: start 2026-03-01 is not before end 2026-03-01", () -> DateRange.of(day, day));
        refused(
                "DateRange: start 2026-03-01 is not before end 2026-02-28",
                () -> DateRange.parse("2026-03-01/2026-02-28"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-999_999, 999_999})
    void theFirstAndTheLastYearsAreWithinTheCalendar(int year) {
        DateRange whole = DateRange.year(year);

        assertThat(DateRange.month(year, 1).startInclusive()).isEqualTo(whole.startInclusive());
        assertThat(DateRange.quarter(year, 4).endExclusive()).isEqualTo(whole.endExclusive());
        for (ZoneId zone : new ZoneId[] {PARIS, ZoneId.of("America/New_York"), ZoneOffset.MIN, ZoneOffset.MAX}) {
            assertThat(ISO.split(whole.atZone(zone), CalendarUnit.MONTH, zone)).hasSize(12);
        }
    }

    @Test
    void datesBeyondTheCalendarAreRefused() {
        refused("DateRange: year 999999999 is not from -999999 to 999999", () -> DateRange.year(999_999_999));
        refused("DateRange: year 1000000 is not from -999999 to 999999", () -> DateRange.half(1_000_000, 1));
        refused("DateRange: year -1000000 is not from -999999 to 999999", () -> DateRange.month(-1_000_000, 1));
        refused(
                "DateRange: year 2147483647 is not from -999999 to 999999",
                () -> DateRange.isoWeek(Integer.MAX_VALUE, 1));
        refused(
                "DateRange: startInclusive -999999999-01-01 is beyond the years -999999 to 999999",
                () -> DateRange.of(LocalDate.MIN, LocalDate.EPOCH));
        refused(
                "DateRange: endExclusive +999999999-12-31 is beyond the years -999999 to 999999",
                () -> DateRange.parse("2026-01-01/+999999999-12-31"));
        refused(
                "SalesCalendar: date +999999999-12-31 is beyond the years -999999 to 999999",
                () -> DateRange.day(LocalDate.MAX));
        refused(
                "DateRange: startInclusive -1000000-01-01 is beyond the years -999999 to 999999",
                () -> DateRange.year(-999_999).aYearBefore(ISO));
        refused(
                "DateRange: startInclusive -1000000-01-01 is beyond the years -999999 to 999999",
                () -> DateRange.year(-999_999).previous(ISO));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03, 2026-02",
        "2026-01, 2025-12",
        "2026-Q1, 2025-Q4",
        "2026-H1, 2025-H2",
        "2025, 2024",
        "2026-W01, 2025-W52",
        "2026-03-01, 2026-02-28",
        "2026-01-17/2026-02-01, 2026-01-02/2026-01-17",
        "2026-03-01/2027-01-01, 2025-05-01/2026-03-01",
        "2026-02-01/2026-04-01, 2025-12-01/2026-02-01",
        "2026-01-01/2026-10-01, 2025-04-01/2026-01-01",
        "2024-01-01/2026-01-01, 2022-01-01/2024-01-01",
        "2026-03-02/2026-03-30, 2026-02-02/2026-03-02",
        "2027-02-01/2027-03-01, 2027-01-01/2027-02-01"
    })
    void isComparedWithAsManyUnitsBefore(DateRange range, DateRange before) {
        assertThat(range.previous(ISO)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03, 2025-03",
        "2026-Q1, 2025-Q1",
        "2026, 2025",
        "2024-02, 2023-02",
        "2025-02, 2024-02-01/2024-03-01",
        "2024-02-29, 2023-02-28",
        "2024-02-28, 2023-02-28",
        "2024-02-29/2024-03-02, 2023-02-28/2023-03-02",
        "2024-01-10/2024-02-29, 2023-01-10/2023-02-28",
        "2026-03-01/2027-01-01, 2025-03-01/2026-01-01",
        "2026-W12, 2025-W12",
        "2026-W53, 2026-W01",
        "2021-W01, 2020-W02",
        "2026-03-02/2026-03-16, 2025-03-03/2025-03-17",
        "2026-03-02/2026-03-15, 2025-03-02/2025-03-15"
    })
    void isComparedWithTheYearBefore(DateRange range, DateRange before) {
        assertThat(range.aYearBefore(ISO)).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsNamed() {
        DateRange march = DateRange.month(2026, 3);
        missing("text", () -> DateRange.parse(nothing()));
        missing("startInclusive", () -> DateRange.of(nothing(), LocalDate.EPOCH));
        missing("endExclusive", () -> DateRange.of(LocalDate.EPOCH, nothing()));
        missing("date", () -> DateRange.day(nothing()));
        missing("zone", () -> march.atZone(nothing()));
        missing("calendar", () -> march.previous(nothing()));
        missing("calendar", () -> march.aYearBefore(nothing()));
    }

    static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    static void missing(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }

    /** What a caller hands over who does not check for null. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T nothing() {
        return null;
    }
}
