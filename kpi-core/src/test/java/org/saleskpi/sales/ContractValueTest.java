package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a contract is worth and what that is a month, by the examples of the definitions. */
class ContractValueTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant JANUARY = Instant.parse("2024-01-05T10:00:00Z");
    private static final SalesHistory HISTORY = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
            .exchangeRates(ExchangeRates.builder()
                    .rate(LocalDate.of(2024, 1, 1), CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("0.5"))
                    .build())
            .build();

    private static Contract.Builder contract(String amount, Contract.Billing billing) {
        return Contract.builder("s-1", JANUARY, Money.parse(amount))
                .customer("c-1")
                .billing(billing);
    }

    private static Contract total(String amount, String start, @Nullable String end) {
        return term(contract(amount, Contract.Billing.TOTAL), start, end);
    }

    private static Contract monthly(String amount, String start, @Nullable String end) {
        return term(contract(amount, Contract.Billing.MONTHLY), start, end);
    }

    private static Contract term(Contract.Builder contract, String start, @Nullable String end) {
        return contract.startsAt(startOf(start))
                .endsAt(end == null ? null : startOf(end))
                .build();
    }

    private static Instant startOf(String date) {
        return LocalDate.parse(date).atStartOfDay(PARIS).toInstant();
    }

    private static void assertMonthly(Contract contract, String amount) {
        assertThat(HISTORY.monthlyValueOf(contract)).contains(Money.parse(amount));
    }

    @Test
    void aYearIsTwelveMonthsInEveryYear() {
        assertMonthly(total("EUR 1200.00", "2024-01-01", "2025-01-01"), "EUR 100.00");
        assertMonthly(total("EUR 1200.00", "2024-02-29", "2025-02-28"), "EUR 100.00");
        assertMonthly(total("EUR 1200.00", "2025-03-30", "2026-03-30"), "EUR 100.00");
    }

    @Test
    void aMonthHasTheDaysThatItHas() {
        assertMonthly(total("EUR 100.00", "2024-02-01", "2024-03-01"), "EUR 100.00");
        assertMonthly(total("EUR 100.00", "2024-01-31", "2024-02-29"), "EUR 100.00");
        // 1 + 14/31 months
        assertMonthly(total("EUR 145.16", "2024-02-01", "2024-03-15"), "EUR 100.00");
    }

    @Test
    void aTermWithoutAnEndOrShorterThanAMonthHasNoMonthlyValue() {
        assertThat(HISTORY.monthlyValueOf(total("EUR 100.00", "2024-02-01", null)))
                .isEmpty();
        assertThat(HISTORY.monthlyValueOf(total("EUR 100.00", "2024-02-01", "2024-02-29")))
                .isEmpty();
        assertThat(HISTORY.monthlyValueOf(total("EUR 100.00", "2024-02-01", "2024-02-01")))
                .isEmpty();
        assertThat(HISTORY.valueOf(total("EUR 100.00", "2024-02-01", null))).isEqualTo(Money.parse("EUR 100.00"));
    }

    @Test
    void whatIsBilledMonthlyIsWorthItsMonths() {
        assertThat(HISTORY.valueOf(monthly("EUR 100.00", "2024-01-01", "2025-01-01")))
                .isEqualTo(Money.parse("EUR 1200.00"));
        assertThat(HISTORY.valueOf(monthly("EUR 100.00", "2024-02-01", "2024-03-15")))
                .isEqualTo(Money.parse("EUR 145.16"));
        assertMonthly(monthly("EUR 100.00", "2024-02-01", "2024-03-15"), "EUR 100.00");
        assertMonthly(monthly("EUR 100.00", "2024-02-01", "2024-02-02"), "EUR 100.00");
        assertMonthly(monthly("EUR 100.00", "2024-02-01", null), "EUR 100.00");
    }

    @Test
    void whatIsBilledMonthlyIsWorthOneMonthWithoutAnEndOrAWholeMonth() {
        assertThat(HISTORY.valueOf(monthly("EUR 100.00", "2024-02-01", null))).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(HISTORY.valueOf(monthly("EUR 100.00", "2024-02-01", "2024-02-29")))
                .isEqualTo(Money.parse("EUR 100.00"));
    }

    @Test
    void amountsAreConvertedAndRoundedFirst() {
        // 0.0050 dollars' worth rounds to 0.00 before it is multiplied
        assertThat(HISTORY.valueOf(monthly("USD 0.01", "2024-01-01", "2034-01-01")))
                .isEqualTo(Money.parse("EUR 0.00"));
        assertThat(HISTORY.valueOf(monthly("USD 0.03", "2024-01-01", "2024-03-01")))
                .isEqualTo(Money.parse("EUR 0.04"));
        assertMonthly(total("USD 0.05", "2024-01-01", "2024-05-01"), "EUR 0.00");
        assertMonthly(total("USD 0.12", "2024-01-01", "2024-05-01"), "EUR 0.02");
    }

    @Test
    void theDaysAreThoseOfTheBusinessTimeZone() {
        Contract contract = contract("EUR 100.00", Contract.Billing.MONTHLY)
                .startsAt(Instant.parse("2024-01-31T23:30:00Z"))
                .endsAt(Instant.parse("2024-03-01T00:30:00Z"))
                .build();
        assertThat(HISTORY.valueOf(contract)).isEqualTo(Money.parse("EUR 100.00"));
        SalesHistory newYork = SalesHistory.builder(ZoneId.of("America/New_York"), CurrencyUnit.EUR)
                .build();
        // from 31 January to 29 February: one month
        assertThat(newYork.valueOf(contract)).isEqualTo(Money.parse("EUR 100.00"));
        // from 31 January to 28 February and from 1 to 29 February: less than one
        Contract shorter = contract("EUR 100.00", Contract.Billing.TOTAL)
                .startsAt(Instant.parse("2024-01-31T23:30:00Z"))
                .endsAt(Instant.parse("2024-02-29T23:30:00Z"))
                .build();
        assertThat(HISTORY.monthlyValueOf(shorter)).isPresent();
        assertThat(newYork.monthlyValueOf(shorter)).isPresent();
        Contract shortest = contract("EUR 100.00", Contract.Billing.TOTAL)
                .startsAt(Instant.parse("2024-01-31T23:30:00Z"))
                .endsAt(Instant.parse("2024-02-29T04:30:00Z"))
                .build();
        assertThat(HISTORY.monthlyValueOf(shortest)).isEmpty();
        assertThat(newYork.monthlyValueOf(shortest)).isEmpty();
    }

    @Test
    void aValueThatIsTooLargeIsSetAside() {
        SalesHistory lenient = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .customers(List.of(Customer.builder("c-1", JANUARY).build()))
                .contracts(List.of(monthly("EUR 92233720368547758.07", "2024-01-01", "2024-03-01")))
                .lenient()
                .build();
        assertThat(lenient.contracts()).isEmpty();
        assertThat(lenient.problems())
                .map(Problem::toString)
                .containsExactly(
                        "Contract s-1: amount EUR 92233720368547758.07 times the months of the term is too large"
                                + " in EUR");
    }

    @Test
    void valuesThatCannotBeSummedFailTheBuild() {
        SalesHistoryBuilder builder = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .customers(List.of(Customer.builder("c-1", JANUARY).build()))
                .contracts(List.of(
                        monthly("EUR 40000000000000000.00", "2024-01-01", "2024-03-01"),
                        Contract.builder("s-2", JANUARY.plusSeconds(1), Money.parse("EUR 12233720368547758.07"))
                                .customer("c-1")
                                .build()));
        assertThat(builder.build().contracts()).hasSize(2);
        builder.contracts(List.of(Contract.builder("s-0", JANUARY, Money.parse("EUR 0.01"))
                .customer("c-1")
                .build()));
        assertThatThrownBy(builder::build)
                .hasMessage(
                        "1 problem:\n  Contract s-2: amount EUR 12233720368547758.07 makes the sum of all amounts too"
                                + " large to represent");
    }
}
