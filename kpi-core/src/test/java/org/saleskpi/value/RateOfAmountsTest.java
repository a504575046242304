package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.saleskpi.value.RateTest.plain;

import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RateOfAmountsTest {

    private static RateOfAmounts rate(int hits, int misses, int open) {
        return RateOfAmounts.of(euros(hits), euros(misses), euros(open));
    }

    private static Money euros(int euros) {
        return Money.ofMajor(CurrencyUnit.EUR, euros);
    }

    @Test
    void twoRepsAddUpToTheirTeam() {
        // Inputs that a SQL package answers with 0, 50 and 150 %: computed.
        RateOfAmounts first = rate(100, 0, 0);
        RateOfAmounts second = rate(50, 50, 0);

        assertThat(first.value()).hasValue(1);
        assertThat(second.value()).hasValue(0.5);
        assertThat(first.plus(second).value()).hasValue(0.75);
    }

    @Test
    void grossRetentionOfRecurringRevenue() {
        // A common example: 20,000 at the start, churn 1,200, contraction 800: 90 %. With an expansion of 3,000 net 105
        // %.
        assertThat(rate(18_000, 2_000, 0).value()).hasValue(0.9);
        assertThat(RatioOfAmounts.of(euros(21_000), euros(20_000)).value()).hasValue(1.05);
    }

    @Test
    void readsLikeASentence() {
        assertThat(rate(9_000, 3_000, 6_000))
                .hasToString("EUR 9000.00 of EUR 18000.00: 50.0 % so far, 75.0 % of the decided, at most 83.3 %");
        assertThat(rate(9_000, 3_000, 0)).hasToString("EUR 9000.00 of EUR 12000.00: 75.0 %");
        assertThat(rate(0, 0, 3)).hasToString("EUR 0.00 of EUR 3.00: 0.0 % so far, none decided, at most 100.0 %");
        assertThat(rate(0, 0, 0)).hasToString("EUR 0.00 of EUR 0.00: undefined");
        assertThat(rate(1, 1, 1).currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void isWrittenAsThePeopleOfACountryWritePercentages() {
        RateOfAmounts rate = rate(9_000, 3_000, 6_000);
        assertThat(plain(rate.format(Locale.FRANCE))).isEqualTo("50,0 %");
        assertThat(rate.format(Locale.US, ValuePart.DECIDED)).isEqualTo("75.0%");
        assertThat(rate.format(Locale.US, ValuePart.CEILING)).isEqualTo("83.3%");
        assertThat(rate(0, 0, 2).format(Locale.US, ValuePart.DECIDED)).isEqualTo("–");
    }

    @Test
    void doesNotTakeNegativeOrMixedAmounts() {
        assertThatThrownBy(() -> rate(1, -2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "RateOfAmounts: amounts must not be negative: hits=EUR 1.00, misses=EUR -2.00, open=EUR 0.00");
        assertThatThrownBy(() -> rate(-1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate(1, 2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateOfAmounts.of(euros(1), Money.parse("USD 1.00"), euros(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Amounts in EUR and USD have no sum");
        assertThatThrownBy(() -> RateOfAmounts.of(euros(1), euros(1), Money.parse("USD 0.00")))
                .isInstanceOf(IllegalArgumentException.class);
        Amount most = new Amount(CurrencyUnit.EUR, Long.MAX_VALUE);
        Amount zero = new Amount(CurrencyUnit.EUR, 0);
        assertThatThrownBy(() -> new RateOfAmounts(most, new Amount(CurrencyUnit.EUR, 1), zero))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Amount EUR 92233720368547758.07 + EUR 0.01 is too large");
        assertThat(new RateOfAmounts(zero, most, zero).value()).hasValue(0);
    }

    @Test
    void aRatioOfSumsIsNotTheMeanOfRatios() {
        // Hyde and Fremlin, SIGMOD 2024: products with revenue / cost 6/4, 7/4 and 4/1, so a margin of 2/6, 3/7 and
        // 3/4.
        RatioOfAmounts margin = RatioOfAmounts.of(euros(2), euros(6))
                .plus(RatioOfAmounts.of(euros(3), euros(7)))
                .plus(RatioOfAmounts.of(euros(3), euros(4)));

        assertThat(margin.value().orElseThrow()).isCloseTo(0.4705882, within(5e-8));
        assertThat(margin).hasToString("0.47: EUR 8.00 / EUR 17.00");
        assertThat(margin.currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void aRatioMayBeNegativeOrUndefined() {
        assertThat(RatioOfAmounts.of(euros(-3), euros(6)).value()).hasValue(-0.5);
        assertThat(RatioOfAmounts.of(euros(3), euros(-6)).value()).hasValue(-0.5);
        RatioOfAmounts nothing = RatioOfAmounts.of(euros(3), euros(0));
        assertThat(nothing.value()).isEmpty();
        assertThat(nothing.format(Locale.US)).isEqualTo("–");
        assertThat(nothing).hasToString("undefined: EUR 3.00 / EUR 0.00");
        assertThat(RatioOfAmounts.of(euros(21), euros(20)).format(Locale.FRANCE))
                .isEqualTo("1,05");
        assertThatThrownBy(() -> RatioOfAmounts.of(euros(1), Money.parse("USD 1.00")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Amounts in EUR and USD have no ratio");
    }
}
