package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

final class TrendWindowTest {

    @Test
    void aMonthIsShownAsTheLastOfTwelve() {
        assertThat(window("2026-03", null)).isEqualTo(drawn("2025-04-01/2026-04-01", CalendarUnit.MONTH));
    }

    @Test
    void lessThanAMonthEndsTheLastOfTwelveMonths() {
        assertThat(window("2026-W12", null)).isEqualTo(drawn("2025-04-01/2026-03-23", CalendarUnit.MONTH));
        assertThat(window("2026-02-26/2026-03-05", null)).isEqualTo(drawn("2025-04-01/2026-03-05", CalendarUnit.MONTH));
    }

    @Test
    void whatIsLongerIsShownByItsMonthsQuartersOrYears() {
        assertThat(window("2026-Q1", null)).isEqualTo(drawn("2026-Q1", CalendarUnit.MONTH));
        assertThat(window("2026", null)).isEqualTo(drawn("2026", CalendarUnit.MONTH));
        assertThat(window("2021-01-01/2026-01-01", null))
                .isEqualTo(drawn("2021-01-01/2026-01-01", CalendarUnit.QUARTER));
        assertThat(window("2001-01-01/2026-01-01", null)).isEqualTo(drawn("2001-01-01/2026-01-01", CalendarUnit.YEAR));
    }

    @Test
    void theUnitThatIsAskedForIsTaken() {
        assertThat(window("2026-Q1", CalendarUnit.WEEK)).isEqualTo(drawn("2026-Q1", CalendarUnit.WEEK));
        assertThat(window("2026", CalendarUnit.DAY)).isEqualTo(drawn("2026", CalendarUnit.DAY));
    }

    @Test
    void ofTooManyPiecesALargerUnitIsDrawnAndThatIsSaid() {
        assertThat(window("2024-01-01/2026-01-01", CalendarUnit.DAY))
                .isEqualTo(new TrendWindow(DateRange.parse("2024-01-01/2026-01-01"), CalendarUnit.WEEK, true, false));
        assertThat(window("1500-01-01/2026-01-01", CalendarUnit.DAY).isTooLong())
                .isTrue();
        assertThat(window("2026", CalendarUnit.DAY).isTooLong()).isFalse();
    }

    private static TrendWindow window(String dates, @Nullable CalendarUnit asked) {
        return TrendWindow.of(DateRange.parse(dates), asked, SalesCalendar.iso());
    }

    private static TrendWindow drawn(String dates, CalendarUnit unit) {
        return new TrendWindow(DateRange.parse(dates), unit, false, false);
    }
}
