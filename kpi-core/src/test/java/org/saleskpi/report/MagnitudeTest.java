package org.saleskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

class MagnitudeTest {

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static Velocity velocity(long open, String amount, long days) {
        return new Velocity(open, Rate.of(1, 0, 0), MeanAmount.of(euros(amount), 1), days);
    }

    /** Answers from the smallest to the largest. */
    private static void assertGrow(KpiValue<?>... values) {
        assertThat(List.of(values).stream().map(value -> Magnitude.of(value).orElseThrow()))
                .isSortedAccordingTo((left, right) -> left.compareTo(right) < 0 ? -1 : 1);
    }

    @Test
    void anAnswerIsAsLargeAsItsNumber() {
        assertGrow(Count.of(0), Count.of(9), Count.of(10));
        assertGrow(new Amount(CurrencyUnit.EUR, -1), new Amount(CurrencyUnit.EUR, 0), new Amount(CurrencyUnit.EUR, 1));
        assertGrow(MeanAmount.of(euros("30.00"), 4), MeanAmount.of(euros("8.00"), 1), MeanAmount.of(euros("17.00"), 2));
        assertGrow(Days.of(1, 2, 3), Days.of(3), Days.of(2, 5));
        assertGrow(Waits.of(9, 9, 1, 2, 3), Waits.of(0, 0, 3), Waits.of(0, 0, 2, 5));
        assertGrow(Rate.of(1, 3, 0), Rate.of(1, 1, 1), Rate.of(2, 3, 0), Rate.of(1, 0, 0));
        assertGrow(
                RateOfAmounts.of(euros("1.00"), euros("3.00"), euros("0.00")),
                RateOfAmounts.of(euros("1.00"), euros("1.00"), euros("1.00")));
        assertGrow(Ratio.of(3, 2), Ratio.of(5, 3), Ratio.of(2, 1));
        assertGrow(
                RatioOfAmounts.of(euros("1.00"), euros("-1.00")),
                RatioOfAmounts.of(euros("1.00"), euros("-2.00")),
                RatioOfAmounts.of(euros("1.00"), euros("2.00")),
                RatioOfAmounts.of(euros("-2.00"), euros("-2.00")));
        assertGrow(Score.of(0, 0, 1), Score.of(1, 0, 2), Score.of(1, 5, 1), Score.of(1, 5, 0), Score.of(1, 0, 0));
        assertGrow(
                velocity(0, "9.00", 1),
                velocity(Long.MAX_VALUE - 1, "1.00", Long.MAX_VALUE),
                velocity(Long.MAX_VALUE, "1.00", Long.MAX_VALUE - 1),
                velocity(2, "1.00", 1),
                velocity(9, "1.00", 4),
                velocity(9, "1.00", 3));
    }

    @Test
    void quotientsThatNoDoubleTellsApartAreToldApart() {
        assertGrow(Count.of(Long.MAX_VALUE - 1), Count.of(Long.MAX_VALUE));
        assertGrow(Ratio.of(Long.MAX_VALUE - 1, Long.MAX_VALUE), Ratio.of(1, 1));
    }

    @Test
    void whatHasNoValueHasNoSize() {
        assertThat(Magnitude.of(Rate.of(0, 0, 0))).isEmpty();
        assertThat(Magnitude.of(Ratio.of(3, 0))).isEmpty();
        assertThat(Magnitude.of(Days.of())).isEmpty();
        assertThat(Magnitude.of(velocity(9, "1.00", 0))).isEmpty();
        assertThat(Magnitude.of(Count.of(0))).isPresent();
    }
}
