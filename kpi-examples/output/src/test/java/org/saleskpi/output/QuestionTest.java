package org.saleskpi.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

class QuestionTest {

    @Test
    void theYearBeforeOfASeriesIsThatOfEachPiece() {
        assertThat(yearBefore("Europe/Paris", "2026-Q1", CalendarUnit.MONTH))
                .extracting(report -> report.terms().period())
                .containsExactly(paris("2025-01"), paris("2025-02"), paris("2025-03"));
        // Four days of a week at the start of the year have the same dates; a whole week is 52 weeks before.
        assertThat(yearBefore("Europe/Paris", "2026-01-01/2026-01-12", CalendarUnit.WEEK))
                .extracting(report -> report.terms().period())
                .containsExactly(paris("2025-01-01/2025-01-05"), paris("2025-W02"));
        assertThat(yearBefore("Europe/Paris", "2024-02-28/2024-03-02", CalendarUnit.DAY))
                .extracting(report -> report.terms().period())
                .containsExactly(paris("2023-02-28"), paris("2023-02-28"), paris("2023-03-01"));
    }

    @Test
    void whereTheZoneSkippedADayOfEitherYearThereIsNone() {
        assertThat(yearBefore("Pacific/Apia", "2011-12", CalendarUnit.DAY)).isEmpty();
        assertThat(yearBefore("Pacific/Apia", "2012-12", CalendarUnit.DAY)).isEmpty();
        assertThat(yearBefore("Pacific/Apia", "2013-12", CalendarUnit.DAY)).hasSize(31);
    }

    private static InstantRange paris(String dates) {
        return DateRange.parse(dates).atZone(ZoneId.of("Europe/Paris"));
    }

    private static List<KpiReport> yearBefore(String zone, String dates, CalendarUnit unit) {
        KpiCalculator kpis = KpiCalculator.of(
                SalesHistory.builder(ZoneId.of(zone), CurrencyUnit.EUR).build());
        DateRange whole = DateRange.parse(dates);
        return new Question(
                        kpis,
                        whole,
                        List.of(),
                        List.of(),
                        SalesIndicators.all(),
                        null,
                        null,
                        null,
                        Presentation.in(Locale.ENGLISH))
                .yearBefore(whole, unit);
    }
}
