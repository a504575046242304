package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Which rate holds when, and what a collection of rates tells of itself. */
class ExchangeRatesTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final BigDecimal LESS = new BigDecimal("0.90");
    private static final BigDecimal MORE = new BigDecimal("0.95");

    /** In another order than that of currencies and days. */
    private static final ExchangeRates RATES = ExchangeRates.builder()
            .rate(MARCH, CurrencyUnit.USD, CurrencyUnit.EUR, MORE)
            .rate(FEBRUARY, CurrencyUnit.USD, CurrencyUnit.GBP, BigDecimal.ONE)
            .rate(FEBRUARY, CurrencyUnit.USD, CurrencyUnit.EUR, LESS)
            .rate(FEBRUARY, CurrencyUnit.EUR, CurrencyUnit.USD, BigDecimal.TEN)
            .build();

    @Test
    void aRateHoldsFromItsDayUntilTheNextOne() {
        assertThat(RATES.rate(CurrencyUnit.USD, CurrencyUnit.EUR, FEBRUARY.minusDays(1)))
                .isEmpty();
        assertThat(RATES.rate(CurrencyUnit.USD, CurrencyUnit.EUR, FEBRUARY)).contains(LESS);
        assertThat(RATES.rate(CurrencyUnit.USD, CurrencyUnit.EUR, MARCH.minusDays(1)))
                .contains(LESS);
        assertThat(RATES.rate(CurrencyUnit.USD, CurrencyUnit.EUR, MARCH)).contains(MORE);
        assertThat(RATES.rate(CurrencyUnit.GBP, CurrencyUnit.EUR, MARCH)).isEmpty();
    }

    @Test
    void ratesAreListedByCurrenciesAndDay() {
        assertThat(RATES.rates())
                .containsExactly(
                        new ExchangeRates.Rate(FEBRUARY, CurrencyUnit.EUR, CurrencyUnit.USD, BigDecimal.TEN),
                        new ExchangeRates.Rate(FEBRUARY, CurrencyUnit.USD, CurrencyUnit.EUR, LESS),
                        new ExchangeRates.Rate(MARCH, CurrencyUnit.USD, CurrencyUnit.EUR, MORE),
                        new ExchangeRates.Rate(FEBRUARY, CurrencyUnit.USD, CurrencyUnit.GBP, BigDecimal.ONE));
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .exchangeRates(RATES)
                .build();
        assertThat(history.exchangeRates().rates()).isEqualTo(RATES.rates());
    }

    @Test
    void aCollectionSaysHowManyRatesEachPairHas() {
        assertThat(RATES).hasToString("ExchangeRates[EUR/USD 1, USD/EUR 2, USD/GBP 1]");
    }

    @Test
    void ratesAreGivenOnceAndPositive() {
        ExchangeRates.Builder rates =
                ExchangeRates.builder().rate(FEBRUARY, CurrencyUnit.USD, CurrencyUnit.EUR, BigDecimal.ONE);
        assertThatThrownBy(() -> rates.rate(FEBRUARY, CurrencyUnit.USD, CurrencyUnit.EUR, BigDecimal.TEN))
                .hasMessage("Exchange rate USD/EUR of 2026-02-01: rate 10 is a second one, after 1");
        assertThatThrownBy(() -> rates.rate(MARCH, CurrencyUnit.USD, CurrencyUnit.EUR, BigDecimal.ZERO))
                .hasMessage("Exchange rate USD/EUR of 2026-03-01: rate 0 is not positive");
    }
}
