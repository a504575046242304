package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saleskpi.value.RateTest.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AmountsTest {

    private static final Amount EUROS = Amount.from(Money.parse("EUR 1234.50"));

    @Test
    void anAmountIsMinorUnitsOfItsCurrency() {
        assertThat(EUROS.minorUnits()).isEqualTo(123450);
        assertThat(EUROS.money()).isEqualTo(Money.parse("EUR 1234.50"));
        assertThat(EUROS).hasToString("EUR 1234.50");
        assertThat(Amount.from(Money.parse("JPY 1234")).minorUnits()).isEqualTo(1234);
        assertThat(Amount.from(Money.parse("KWD 1.234")).minorUnits()).isEqualTo(1234);
    }

    @Test
    void amountsAreWrittenAsThePeopleOfACountryWriteMoney() {
        assertThat(plain(EUROS.format(Locale.FRANCE))).isEqualTo("1 234,50 €");
        assertThat(plain(EUROS.format(Locale.US))).isEqualTo("€1,234.50");
        assertThat(plain(Amount.from(Money.parse("JPY 1234")).format(Locale.FRANCE)))
                .isEqualTo("1 234 JPY");
    }

    @Test
    void aCurrencyThatTheJdkMayNotKnowIsWrittenByItsCode() {
        Money rare = Money.ofMinor(CurrencyUnit.registerCurrency("QQQ", -1, 2, java.util.List.of()), 150);
        assertThat(plain(Amount.from(rare).format(Locale.FRANCE))).isEqualTo("1,50 QQQ");
    }

    @Test
    void amountsOfTwoCurrenciesHaveNoSum() {
        assertThatThrownBy(() -> EUROS.plus(Amount.from(Money.parse("USD 1.00"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Amounts in EUR and USD have no sum");
    }

    @Test
    void aSumThatDoesNotFitIsAnErrorAndNotAWrappedNumber() {
        Amount most = new Amount(CurrencyUnit.EUR, Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Amount(CurrencyUnit.EUR, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Amount(CurrencyUnit.EUR, -2).minus(most))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith(" is too small");
        assertThatThrownBy(() -> new Amount(CurrencyUnit.EUR, 0).minus(new Amount(CurrencyUnit.EUR, Long.MIN_VALUE)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith(" is too large");
    }

    @Test
    void aMeanIsRoundedOnlyWhenShown() {
        MeanAmount thirds = MeanAmount.of(Money.parse("EUR 100.00"), 3);
        assertThat(thirds.mean()).contains(Money.parse("EUR 33.33"));
        assertThat(thirds.mean(RoundingMode.UP)).contains(Money.parse("EUR 33.34"));
        assertThat(thirds.mean(5, RoundingMode.DOWN)).contains(new BigDecimal("33.33333"));
        assertThat(thirds.plus(thirds).plus(thirds).mean()).contains(Money.parse("EUR 33.33"));
        assertThat(thirds).hasToString("EUR 33.33: EUR 100.00 / 3");
        assertThat(MeanAmount.of(Money.parse("EUR 0.05"), 2).mean()).contains(Money.parse("EUR 0.02"));
    }

    @Test
    void aMeanOfNothingIsUndefined() {
        MeanAmount nothing = MeanAmount.of(Money.zero(CurrencyUnit.EUR), 0);
        assertThat(nothing.mean()).isEmpty();
        assertThat(nothing.mean(5, RoundingMode.DOWN)).isEmpty();
        assertThat(nothing).hasToString("undefined: EUR 0.00 / 0");
        assertThat(nothing.format(Locale.US)).isEqualTo("–");
        assertThatThrownBy(() -> MeanAmount.of(Money.parse("EUR 1.00"), 0))
                .hasMessage("MeanAmount: total EUR 1.00 of no amounts is not zero");
        assertThatThrownBy(() -> nothing.minus(MeanAmount.of(Money.zero(CurrencyUnit.EUR), 1)))
                .hasMessage("MeanAmount: count -1 is negative");
    }

    @Test
    void countsAndRatiosRefuseWhatCannotBe() {
        assertThat(Count.of(1234).format(Locale.US)).isEqualTo("1,234");
        assertThatThrownBy(() -> Count.of(3).minus(Count.of(4))).hasMessage("Count: -1 is negative");
        assertThatThrownBy(() -> Count.of(Long.MAX_VALUE).plus(Count.of(1))).isInstanceOf(ArithmeticException.class);
        assertThat(Ratio.of(19, 3)).hasToString("6.33: 19 / 3");
        assertThat(Ratio.of(19, 0)).hasToString("undefined: 19 / 0");
        assertThat(Ratio.of(19, 3).format(Locale.FRANCE)).isEqualTo("6,33");
        assertThatThrownBy(() -> Ratio.of(1, 1).minus(Ratio.of(0, 2)))
                .hasMessage("Ratio: counts must not be negative: dividend=1, divisor=-1");
    }

    @Test
    void aMeanIsWrittenInItsCurrency() {
        assertThat(MeanAmount.of(Money.parse("EUR 100.00"), 3).format(Locale.US))
                .isEqualTo("€33.33");
        assertThat(MeanAmount.of(Money.parse("EUR 100.00"), 3).currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void arithmeticOfTwoCurrenciesSaysWhatThereIsNot() {
        assertThatThrownBy(() -> EUROS.minus(Amount.from(Money.parse("USD 1.00"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Amounts in EUR and USD have no difference");
    }
}
