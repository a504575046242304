package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Amount;

/** A contract is converted at the rate of the day it was signed, even where an indicator goes by an earlier moment. */
class FirstContractAmountTest {

    private static final SalesHistory HISTORY = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .exchangeRates(ExchangeRates.builder()
                    .rate(LocalDate.of(2026, 2, 1), CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("0.90"))
                    .build())
            .customers(List.of(Customer.builder("c-1", Instant.parse("2026-01-10T09:00:00Z"))
                    .build()))
            .contracts(List.of(
                    Contract.builder("o-1", Instant.parse("2026-02-03T09:00:00Z"), Money.ofMajor(CurrencyUnit.USD, 100))
                            .customer("c-1")
                            .build()))
            .build();

    private static final Amount AS_SIGNED = new Amount(CurrencyUnit.EUR, 9_000);

    @Test
    void theFirstContractOfACustomerThatEnteredEarlierIsConvertedAtItsSignature() {
        Indicator<Amount> businessOfEntered =
                Indicator.total("business-of-entered", SalesPopulations.PROSPECTS_ENTERED, this::firstAmount);

        assertThat(KpiCalculator.of(HISTORY).during(DateRange.month(2026, 1)).get(businessOfEntered))
                .isEqualTo(AS_SIGNED);
    }

    @Test
    void aConversionPlacedByItsEntryIsConvertedAtItsSignature() {
        Indicator<Amount> businessByEntry = Indicator.total(
                "business-by-entry",
                Population.of(Conversion.class, Conversion::entry),
                conversion -> conversion.contract().amount());

        assertThat(KpiCalculator.of(HISTORY).during(DateRange.month(2026, 1)).get(businessByEntry))
                .isEqualTo(AS_SIGNED);
    }

    private @Nullable Money firstAmount(CustomerJourney journey) {
        Contract first = journey.firstContract();
        return first == null ? null : first.amount();
    }
}
