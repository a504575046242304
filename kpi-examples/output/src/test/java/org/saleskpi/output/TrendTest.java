package org.saleskpi.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

final class TrendTest {

    private static final double NONE = Double.NaN;

    private static String bars(double... values) {
        return Trend.bars(Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))
                .toList());
    }

    @Test
    void barsGoFromZeroToTheLargestValue() {
        assertThat(bars(0, 1, 2, 3, 4, 5, 6, 7)).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(bars(0.5, 1.0)).isEqualTo("▅█");
        assertThat(bars(99, 100)).isEqualTo("██");
    }

    @Test
    void valuesThatAreAllTheSameAreAsHighAsCanBeAndZerosAsLow() {
        assertThat(bars(5, 5, 5)).isEqualTo("███");
        assertThat(bars(0, 0, 0)).isEqualTo("▁▁▁");
        assertThat(bars(0.03)).isEqualTo("█");
        assertThat(bars(0)).isEqualTo("▁");
        assertThat(bars()).isEmpty();
    }

    @Test
    void aNumberThatDoesNotExistIsAGap() {
        assertThat(bars(NONE, 1, NONE, 2, NONE)).isEqualTo(" ▅ █ ");
        assertThat(bars(NONE, NONE)).isEqualTo("  ");
    }

    @Test
    void valuesBelowZeroStartTheScaleAtTheSmallest() {
        assertThat(bars(-7, 0)).isEqualTo("▁█");
        assertThat(bars(-1, 0, 6)).isEqualTo("▁▂█");
        assertThat(bars(-3, -3)).isEqualTo("▁▁");
    }

    private static List<KpiReport> days(int days, List<Call> calls) {
        LocalDate start = LocalDate.parse("2026-01-01");
        return KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                        .calls(calls)
                        .build())
                .during(DateRange.of(start, start.plusDays(days)))
                .only(SalesIndicators.CALLS, SalesIndicators.CALL_SUCCESS_RATE)
                .every(CalendarUnit.DAY)
                .reports();
    }

    private static List<Call> calls(String day, int refused, int booked) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < refused + booked; i++) {
            calls.add(Call.builder(day + "-" + i, Instant.parse(day + "T10:00:00Z"))
                    .outcome(i < refused ? Call.Outcome.REFUSED : Call.Outcome.MEETING_BOOKED)
                    .build());
        }
        return calls;
    }

    @Test
    void aPeriodIsABarWhereTheyFit() {
        List<Call> calls = new ArrayList<>(calls("2026-01-01", 4, 0));
        calls.addAll(calls("2026-01-03", 6, 2));
        Trend trend = Trend.of(days(3, calls), 3, (report, indicator) -> true);
        assertThat(trend.periodsInABar()).isEqualTo(1);
        assertThat(trend.rows()).containsExactly("▅▁█", "▁ █");
    }

    @Test
    void severalPeriodsInABarAreTheirMeanCountAndTheRateOfTheirSums() {
        List<Call> calls = new ArrayList<>(calls("2026-01-01", 1, 0)); // alone, a rate of 0 %
        calls.addAll(calls("2026-01-02", 0, 3)); // alone, 100 %; together, 75 % of 4 calls in 2 days
        calls.addAll(calls("2026-01-04", 0, 4)); // 100 % of 4 calls in 2 days
        calls.addAll(calls("2026-01-05", 1, 1)); // 50 % of 2 calls in the only day of the last bar
        Trend trend = Trend.of(days(5, calls), 3, (report, indicator) -> true);
        assertThat(trend.periodsInABar()).isEqualTo(2);
        assertThat(trend.rows()).containsExactly("███", "▆█▅");
    }

    @Test
    void aTrendIsNeverWiderThanItMayBe() {
        for (int days = 1; days <= 40; days++) {
            Trend trend = Trend.of(days(days, List.of()), 7, (report, indicator) -> true);
            int bars = (days + trend.periodsInABar() - 1) / trend.periodsInABar();
            assertThat(bars).isBetween(1, 7);
            assertThat(trend.rows()).containsExactly("▁".repeat(bars), " ".repeat(bars));
        }
    }
}
