package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;

@Domain(SalesDomain.class)
class PeriodProperties {

    @Property
    void parseInvertsToString(@ForAll Situation situation) {
        assertThat(InstantRange.parse(situation.period().toString())).isEqualTo(situation.period());
    }

    @Property
    void aPeriodHoldsItsStartAndNotItsEnd(@ForAll Situation situation) {
        InstantRange period = situation.period();

        assertThat(period.contains(period.startInclusive())).isTrue();
        assertThat(period.contains(period.endExclusive().minusNanos(1))).isTrue();
        assertThat(period.contains(period.endExclusive())).isFalse();
        assertThat(period.contains(period.startInclusive().minusNanos(1))).isFalse();
        assertThat(period.contains(situation.moment()))
                .isEqualTo(situation.moment().compareTo(period.startInclusive()) >= 0
                        && situation.moment().compareTo(period.endExclusive()) < 0);
    }

    @Property
    void thePiecesOfAPeriodTileItAndEachIsTheWholeOfItInOneUnit(@ForAll LocalPeriod local) {
        ZoneId zone = local.zone();
        for (CalendarUnit unit : CalendarUnit.values()) {
            InstantRange period = Periods.atMost(100, unit, local.period());
            List<String> units = new ArrayList<>();
            Instant end = period.startInclusive();
            for (InstantRange piece : SalesCalendar.iso().split(period, unit, zone)) {
                assertThat(piece.startInclusive()).isEqualTo(end);
                end = piece.endExclusive();
                units.add(unitOf(unit, piece.startInclusive(), zone));
                assertThat(unitOf(unit, piece.endExclusive().minusNanos(1), zone))
                        .isEqualTo(unitOf(unit, piece.startInclusive(), zone));
            }
            assertThat(end).isEqualTo(period.endExclusive());
            assertThat(units).doesNotHaveDuplicates();
        }
    }

    /** What the calendar calls the unit, told by the day whose first instant is the last at or before the moment. */
    private static String unitOf(CalendarUnit unit, Instant moment, ZoneId zone) {
        LocalDate day = moment.atZone(zone).toLocalDate().plusDays(1);
        while (day.atStartOfDay(zone).toInstant().isAfter(moment)) {
            day = day.minusDays(1);
        }
        return SchoolbookCalendar.ISO.name(unit, day);
    }
}
