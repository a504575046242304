package org.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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
        assertThatThrownBy(() -> DateRange.day(LocalDate.of(2011, 12, 30)).atZone(ZoneId.of("Pacific/Apia")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DateRange 2011-12-30/2011-12-31 holds no instant in Pacific/Apia, which skipped it");
        assertThat(CalendarUnit.DAY.split(
                        DateRange.month(2011, 12).atZone(ZoneId.of("Pacific/Apia")), ZoneId.of("Pacific/Apia")))
                .hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-Q1", "2026-03", "2026-W12", "2026-W53", "0999-Q4", "2026-03-01/2026-03-08"})
    void parseReadsWhatToStringWrites(String text) {
        assertThat(DateRange.parse(text)).hasToString(text);
    }

    @Test
    void theShortestFormIsWritten() {
        assertThat(DateRange.parse("2026-01-01/2027-01-01")).hasToString("2026");
        assertThat(DateRange.parse("2025-12-29/2026-01-05")).hasToString("2026-W01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "26", "2026-3", "2026-Q5", "march", "2026-03-01", "2026-03-01/", "2026-02-30/2026-03-01"})
    void whatIsNoRangeIsNamed(String text) {
        assertThatThrownBy(() -> DateRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is not a year (2026), a quarter (2026-Q1), a month (2026-03), an ISO week"
                        + " (2026-W12) or two dates (2026-03-01/2026-04-01)");
    }

    @Test
    void partsOfTheCalendarThatDoNotExistAreNamed() {
        assertThatThrownBy(() -> DateRange.parse("2026-13")).hasMessage("DateRange: month 13 is not from 1 to 12");
        assertThatThrownBy(() -> DateRange.quarter(2026, 0)).hasMessage("DateRange: quarter 0 is not from 1 to 4");
        assertThatThrownBy(() -> DateRange.isoWeek(2025, 53)).hasMessage("DateRange: 2025 has no ISO week 53");
        assertThatThrownBy(() -> DateRange.parse("2026-W00")).hasMessage("DateRange: 2026 has no ISO week 0");
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThatThrownBy(() -> DateRange.of(day, day))
                .hasMessage("DateRange: start 2026-03-01 is not before end 2026-03-01");
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsNone() {
        Instant moment = Instant.parse("2026-03-01T00:00:00Z");
        assertThatThrownBy(() -> InstantRange.of(moment, moment))
                .hasMessage("InstantRange: start 2026-03-01T00:00:00Z is not before end 2026-03-01T00:00:00Z");
        assertThatThrownBy(() -> InstantRange.parse("2026-03"))
                .hasMessage("InstantRange \"2026-03\" is not two instants with a slash between them");
        assertThatThrownBy(() -> InstantRange.parse("2026/2027"))
                .hasMessage("InstantRange \"2026/2027\" is not two instants with a slash between them");
    }

    @Test
    void weeksAreNotCutAtYears() {
        assertThat(CalendarUnit.WEEK.split(
                        DateRange.parse("2025-12-29/2026-01-12").atZone(PARIS), PARIS))
                .hasSize(2);
    }

    @Test
    void aSeriesOfMoreThanAMillionPiecesIsRefused() {
        InstantRange ages = InstantRange.of(Instant.MIN, Instant.MAX);
        assertThatThrownBy(() -> CalendarUnit.YEAR.split(ages, PARIS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Period " + ages + " has more than 1000000 pieces of one YEAR");
    }

    @Test
    void aSeriesBeyondTheCalendarIsRefused() {
        InstantRange end = InstantRange.of(Instant.MAX.minusSeconds(1), Instant.MAX);
        assertThatThrownBy(() -> CalendarUnit.DAY.split(end, PARIS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Period " + end + " is beyond the calendar");
    }
}
