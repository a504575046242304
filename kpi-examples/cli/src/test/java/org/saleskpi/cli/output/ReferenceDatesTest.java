package org.saleskpi.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

class ReferenceDatesTest {

    @Test
    void aMonthIsComparedWithTheMonthBefore() {
        assertThat(ReferenceDates.before(DateRange.month(2026, 3))).isEqualTo(DateRange.month(2026, 2));
        assertThat(ReferenceDates.before(DateRange.month(2026, 1))).isEqualTo(DateRange.month(2025, 12));
    }

    @Test
    void aQuarterAYearAndAWeekAreComparedWithTheOneBefore() {
        assertThat(ReferenceDates.before(DateRange.quarter(2026, 1))).isEqualTo(DateRange.quarter(2025, 4));
        assertThat(ReferenceDates.before(DateRange.year(2025))).isEqualTo(DateRange.year(2024));
        assertThat(ReferenceDates.before(DateRange.isoWeek(2026, 1))).isEqualTo(DateRange.isoWeek(2025, 52));
    }

    @Test
    void otherDatesAreComparedWithAsManyDaysBefore() {
        assertThat(ReferenceDates.before(DateRange.parse("2026-03-05/2026-03-15")))
                .isEqualTo(DateRange.parse("2026-02-23/2026-03-05"));
    }

    @Test
    void monthsHaveTheSameMonthsAYearBefore() {
        assertThat(ReferenceDates.aYearBefore(DateRange.quarter(2026, 1), CalendarUnit.MONTH))
                .isEqualTo(DateRange.quarter(2025, 1));
    }

    @Test
    void daysHaveTheSameWeekdaysAYearBefore() {
        DateRange before = ReferenceDates.aYearBefore(DateRange.isoWeek(2026, 12), CalendarUnit.DAY);
        assertThat(before).isEqualTo(DateRange.isoWeek(2025, 12));
    }

    @Property
    void aYearBeforeIsCutInAsManyPieces(
            @ForAll @IntRange(min = 18_000, max = 22_000) int firstDay,
            @ForAll @IntRange(min = 1, max = 900) int days,
            @ForAll CalendarUnit unit) {
        LocalDate start = LocalDate.ofEpochDay(firstDay);
        DateRange dates = DateRange.of(start, start.plusDays(days));
        assertThat(unit.split(ReferenceDates.aYearBefore(dates, unit).atZone(ZoneOffset.UTC), ZoneOffset.UTC))
                .hasSameSizeAs(unit.split(dates.atZone(ZoneOffset.UTC), ZoneOffset.UTC));
    }
}
