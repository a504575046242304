package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

/** The common calendar agrees with the schoolbook, which walks from day to day. */
class CalendarProperties {

    private static final SalesCalendar ISO = SalesCalendar.iso();

    /** Any day of fifty years, half of them at the turn of a year or at the end of February. */
    @Provide
    Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(
                        LocalDate.of(1999, 1, 1).toEpochDay(),
                        LocalDate.of(2049, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<Integer> years = Arbitraries.integers().between(1999, 2048);
        Arbitrary<Integer> around = Arbitraries.integers().between(-8, 8);
        Arbitrary<LocalDate> edges = Combinators.combine(years, Arbitraries.of(1, 3), around)
                .as((year, month, days) -> LocalDate.of(year, month, 1).plusDays(days));
        return Arbitraries.oneOf(any, edges);
    }

    /** Any days, and one or several whole units of each kind. */
    @Provide
    Arbitrary<DateRange> ranges() {
        Arbitrary<DateRange> spans = Combinators.combine(
                        days(), Arbitraries.integers().between(1, 800))
                .as((start, length) -> DateRange.of(start, start.plusDays(length)));
        Arbitrary<DateRange> units = Combinators.combine(
                        days(),
                        Arbitraries.of(CalendarUnit.class),
                        Arbitraries.integers().between(1, 5))
                .as((day, unit, count) -> {
                    LocalDate start = SchoolbookCalendar.first(unit, day);
                    LocalDate end = start;
                    for (int i = 0; i < count; i++) {
                        end = SchoolbookCalendar.firstAfter(unit, end);
                    }
                    return DateRange.of(start, end);
                });
        return Arbitraries.oneOf(spans, units);
    }

    @Property
    void aUnitIsTheDaysOfOneName(@ForAll CalendarUnit unit, @ForAll("days") LocalDate day) {
        LocalDate first = SchoolbookCalendar.first(unit, day);
        LocalDate next = SchoolbookCalendar.firstAfter(unit, day);

        assertThat(ISO.startOf(unit, day)).isEqualTo(first);
        assertThat(ISO.startAfter(unit, day)).isEqualTo(next);
        assertThat(ISO.rangeOf(unit, day)).isEqualTo(DateRange.of(first, next));
    }

    @Property
    void aRangeIsComparedWithAsManyUnitsBefore(@ForAll("ranges") DateRange range) {
        assertThat(ISO.largestUnitOf(range)).isEqualTo(SchoolbookCalendar.largestUnit(range));
        assertThat(range.previous(ISO)).isEqualTo(SchoolbookCalendar.previous(range));
    }

    @Property
    void aRangeIsComparedWithItsDatesInTheYearBefore(@ForAll("ranges") DateRange range) {
        assertThat(range.aYearBefore(ISO)).isEqualTo(SchoolbookCalendar.aYearBefore(range));
    }

    @Property
    void thePiecesOfARangeTileItAndEachLiesInOneUnit(@ForAll CalendarUnit unit, @ForAll("ranges") DateRange range) {
        LocalDate day = range.startInclusive();
        for (DateRange piece : ISO.split(range, unit)) {
            LocalDate next = SchoolbookCalendar.firstAfter(unit, day);
            LocalDate end = next.isBefore(range.endExclusive()) ? next : range.endExclusive();
            assertThat(piece).isEqualTo(DateRange.of(day, end));
            day = end;
        }
        assertThat(day).isEqualTo(range.endExclusive());
    }

    @Property
    void theLastUnitsEndWhereThePresentOneBegins(
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll CalendarUnit unit,
            @ForAll("days") LocalDate today) {
        DateRange last = ISO.last(count, unit, today);
        DateRange present = ISO.toDate(unit, today);

        assertThat(last.endExclusive()).isEqualTo(SchoolbookCalendar.first(unit, today));
        assertThat(SchoolbookCalendar.isFirst(unit, last.startInclusive())).isTrue();
        LocalDate day = last.startInclusive();
        for (int i = 0; i < count; i++) {
            assertThat(day).isBefore(last.endExclusive());
            day = SchoolbookCalendar.firstAfter(unit, day);
        }
        assertThat(day).isEqualTo(last.endExclusive());
        assertThat(present).isEqualTo(DateRange.of(last.endExclusive(), today.plusDays(1)));
    }
}
