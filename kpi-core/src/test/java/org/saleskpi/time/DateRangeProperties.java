package org.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DateRangeProperties {

    /** Years with four digits, with fewer and with more, and before year 1. */
    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.oneOf(
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(1990, 1, 1).toEpochDay(),
                                        LocalDate.of(2040, 1, 1).toEpochDay()),
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(-2, 1, 1).toEpochDay(),
                                        LocalDate.of(3, 1, 1).toEpochDay()),
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(9997, 1, 1).toEpochDay(),
                                        LocalDate.of(10_001, 1, 1).toEpochDay()))
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        Arbitrary<DateRange> units =
                Combinators.combine(Arbitraries.of(CalendarUnit.class), dates()).as(SalesCalendar.iso()::rangeOf);
        Arbitrary<DateRange> halves = Combinators.combine(
                        dates(), Arbitraries.integers().between(1, 2))
                .as((date, half) -> DateRange.half(date.getYear(), half));
        Arbitrary<DateRange> spans = Combinators.combine(
                        dates(), Arbitraries.integers().between(1, 400))
                .as((start, days) -> DateRange.of(start, start.plusDays(days)));
        return Arbitraries.oneOf(units, halves, spans);
    }

    @Property
    void parseInvertsToString(@ForAll("ranges") DateRange range) {
        assertThat(DateRange.parse(range.toString())).isEqualTo(range);
    }

    @Property
    void aWholeUnitIsWrittenWithoutASlash(@ForAll CalendarUnit unit, @ForAll("dates") LocalDate date) {
        DateRange range = SalesCalendar.iso().rangeOf(unit, date);

        if (unit == CalendarUnit.DAY || (date.getYear() >= 0 && date.getYear() <= 9999)) {
            assertThat(range.toString()).doesNotContain("/").hasSizeLessThanOrEqualTo(12);
        } else {
            assertThat(range.toString()).contains("/");
        }
    }

    @Property
    void theShortFormsAreTheCalendarsOwn(
            @ForAll @IntRange(min = 0, max = 9999) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        YearMonth calendarMonth = YearMonth.of(year, month);
        DateRange range = DateRange.month(year, month);

        assertThat(range.startInclusive()).isEqualTo(calendarMonth.atDay(1));
        assertThat(range.endExclusive()).isEqualTo(calendarMonth.atEndOfMonth().plusDays(1));
        assertThat(range).hasToString(calendarMonth.toString());
        assertThat(DateRange.quarter(year, (month + 2) / 3).startInclusive())
                .isEqualTo(YearMonth.of(year, (month - 1) / 3 * 3 + 1).atDay(1));
        DateRange half = DateRange.half(year, month <= 6 ? 1 : 2);
        assertThat(half.startInclusive())
                .isEqualTo(YearMonth.of(year, month <= 6 ? 1 : 7).atDay(1));
        assertThat(half.endExclusive()).isEqualTo(half.startInclusive().plusMonths(6));
    }

    @Property
    void aPeriodHoldsTheInstantsWhoseLocalDateIsInTheRange(
            @ForAll("ranges") DateRange range, @ForAll @IntRange(min = -50, max = 50) int hours) {
        // A zone without repeated midnights: there, the order of instants is that of local dates.
        ZoneId zone = ZoneId.of("Europe/Paris");
        InstantRange period = range.atZone(zone);
        Instant moment = period.startInclusive().plusSeconds(3600L * hours);
        LocalDate date = moment.atZone(zone).toLocalDate();

        assertThat(period.contains(moment))
                .isEqualTo(!date.isBefore(range.startInclusive()) && date.isBefore(range.endExclusive()));
    }
}
