package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;

final class PeriodNamesTest {

    private static final PeriodNames COMMON = in(SalesCalendar.iso());
    private static final PeriodNames FISCAL = in(SalesCalendar.parse("fiscal:JUL"));
    private static final PeriodNames RETAIL = in(SalesCalendar.parse("454:SAT:JAN:nearest"));

    private static PeriodNames in(SalesCalendar calendar) {
        return new PeriodNames(Locale.ENGLISH, ZoneOffset.UTC, calendar);
    }

    private static InstantRange period(String dates) {
        return DateRange.parse(dates).atZone(ZoneOffset.UTC);
    }

    @Test
    void thePartsOfABusinessYearGoByItsName() {
        assertThat(COMMON.of(DateRange.parse("2026-Q1"))).isEqualTo("Q1 2026");
        assertThat(FISCAL.of(DateRange.parse("2026-Q1"))).isEqualTo("FY2026-Q3");
        assertThat(FISCAL.of(DateRange.parse("2026-03"))).isEqualTo("March 2026");
        assertThat(RETAIL.of(DateRange.parse("2024-02-04/2024-03-03"))).isEqualTo("FY2024-P01");
    }

    @Test
    void labelsSayThePartAndBelowThemTheYear() {
        assertThat(COMMON.label(period("2026-Q1"), CalendarUnit.QUARTER)).isEqualTo("Q1");
        assertThat(COMMON.year(period("2026-Q1"), CalendarUnit.QUARTER)).isEqualTo("2026");
        assertThat(FISCAL.label(period("2026-Q1"), CalendarUnit.QUARTER)).isEqualTo("Q3");
        assertThat(FISCAL.year(period("2025-Q3"), CalendarUnit.QUARTER)).isEqualTo("FY2026");
        assertThat(FISCAL.label(period("2025-07-01/2026-07-01"), CalendarUnit.YEAR))
                .isEqualTo("FY2026");
        assertThat(FISCAL.label(period("2026-03"), CalendarUnit.MONTH)).isEqualTo("Mar");
        assertThat(FISCAL.year(period("2025-07"), CalendarUnit.MONTH)).isEqualTo("2025");
        assertThat(RETAIL.label(period("2024-02-10/2024-03-03"), CalendarUnit.MONTH))
                .isEqualTo("P01");
        assertThat(RETAIL.year(period("2024-02-04/2024-03-03"), CalendarUnit.MONTH))
                .isEqualTo("FY2024");
    }

    @Test
    void theFirstPartOfAYearHasTheFirstPlaceInIt() {
        assertThat(COMMON.calendarIndex(period("2026-01"), CalendarUnit.MONTH, 5))
                .isEqualTo(12 * 2026);
        assertThat(COMMON.calendarIndex(period("2026-Q2"), CalendarUnit.QUARTER, 5))
                .isEqualTo(4 * 2026 + 1);
        assertThat(FISCAL.calendarIndex(period("2025-Q3"), CalendarUnit.QUARTER, 5))
                .isEqualTo(4 * 2026);
        assertThat(RETAIL.calendarIndex(period("2024-02-04/2024-03-03"), CalendarUnit.MONTH, 5))
                .isEqualTo(12 * 2024);
        assertThat(RETAIL.calendarIndex(period("2024-02-04/2024-02-11"), CalendarUnit.WEEK, 5))
                .isEqualTo(5);
    }
}
