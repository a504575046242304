package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of what a table has in its columns: amounts of two parts, days without a time, texts that come anew with each row. */
class RowsAsTheyComeTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:30:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @SuppressWarnings("NullAway") // Rows may have nothing.
    private static Contract.Builder contract(@Nullable BigDecimal amount, @Nullable String currency) {
        return Contract.builder("s-1", MARCH, amount, currency).customer("c-1");
    }

    private static Proposal.Builder proposal(@Nullable BigDecimal amount, @Nullable String currency) {
        return Proposal.builder("p-1", MARCH).customer("c-1").amount(amount, currency);
    }

    @ParameterizedTest
    @CsvSource({
        "12000.00, EUR, EUR 12000.00",
        "12000.5000, EUR, EUR 12000.50",
        "1E+3, JPY, JPY 1000",
        "0E+99999, EUR, EUR 0.00",
        "0.000, JPY, JPY 0",
        "92233720368547758.07, EUR, EUR 92233720368547758.07"
    })
    void anAmountHasTwoParts(BigDecimal amount, String currency, String expected) {
        assertThat(contract(amount, currency).build().amount()).isEqualTo(Money.parse(expected));
        assertThat(proposal(amount, currency).build().amount()).isEqualTo(Money.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000.00 | EURO | currency EURO is not the code of a currency, such as EUR",
                "12000.00 | eur | currency eur is not the code of a currency, such as EUR",
                "12000.00 | '' | currency \"\" is not the code of a currency, such as EUR",
                "12000.001 | EUR | amount 12000.001 has too many decimals, expected at most 2 in EUR",
                "1.5 | JPY | amount 1.5 has too many decimals, expected at most 0 in JPY",
                "-1 | EUR | amount EUR -1.00 is negative",
                "92233720368547758.08 | EUR | amount EUR 92233720368547758.08 is too large",
                "1E+999999999 | EUR | amount EUR 1E+999999999 is too large",
                "1E+2147483647 | EUR | amount EUR 1E+2147483647 is too large",
                "1E-999999999 | EUR | amount 1E-999999999 has too many decimals, expected at most 2 in EUR",
                "| EUR | amount is missing, expected one because there is a currency",
                "1 | | currency is missing, expected one because there is an amount"
            })
    void whatIsNoAmountIsAProblemOfTheRow(@Nullable BigDecimal amount, @Nullable String currency, String expected) {
        String reason = ": " + expected;
        assertThatThrownBy(contract(amount, currency)::build)
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("Contract s-1" + reason);
        assertThatThrownBy(proposal(amount, currency)::build)
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("Proposal p-1" + reason);
    }

    @Test
    void aProposalMayHaveNoPriceButAContractMustHaveOne() {
        assertThat(proposal(null, null).build().amount()).isNull();
        assertThat(proposal(BigDecimal.ONE, "EUR")
                        .amount(Money.parse("USD 2.00"))
                        .build()
                        .amount())
                .isEqualTo(Money.parse("USD 2.00"));
        assertThat(proposal(BigDecimal.ONE, "EUR").amount(null).build().amount())
                .isNull();
        assertThatThrownBy(contract(null, null)::build).hasMessage("Contract s-1: amount is missing");
    }

    @Test
    void whyACurrencyIsNoneIsTheCause() {
        assertThatThrownBy(contract(BigDecimal.ONE, "EURO")::build).hasCauseInstanceOf(IllegalCurrencyException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // A missing id is what is tested.
    void aMissingIdIsToldBeforeAnAmount() {
        assertThatThrownBy(Contract.builder(null, MARCH, BigDecimal.ONE, "EURO")::build)
                .hasMessage("Contract without id: id is missing or blank, expected a text");
        assertThatThrownBy(() -> HistoryChanges.builder().put(Contract.builder(" ", MARCH, BigDecimal.ONE, "EURO")))
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void aRowThatIsNoAmountIsSetAsideByBuildsAndByChanges() {
        SalesHistory built = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .lenient()
                .add(Customer.builder("c-1", MARCH))
                .add(contract(BigDecimal.ONE, "EURO").origin("deal:1"))
                .build();
        String problem = "[Contract s-1 (deal:1): currency EURO is not the code of a currency, such as EUR]";
        assertThat(built.problems()).hasToString(problem);

        SalesHistory right = built.with(
                HistoryChanges.builder().put(contract(BigDecimal.ONE, "EUR")).build());
        assertThat(right.problems()).isEmpty();
        assertThat(right.contracts()).hasSize(1);

        SalesHistory wrong = right.with(HistoryChanges.builder()
                .put(contract(BigDecimal.ONE, "EURO").origin("deal:1"))
                .build());
        assertThat(wrong.problems()).hasToString(problem);
        assertThat(wrong.contracts()).isEmpty();
    }

    @Test
    void aTermHasAFirstAndALastDay() {
        Contract winter = contract(BigDecimal.ONE, "EUR")
                .startsOn(LocalDate.of(2026, 3, 1), PARIS)
                .endsOn(LocalDate.of(2026, 3, 29), PARIS) // which has 23 hours
                .build();
        assertThat(winter.startsAt()).isEqualTo("2026-02-28T23:00:00Z");
        assertThat(winter.endsAt()).isEqualTo("2026-03-29T22:00:00Z");

        Contract open = contract(BigDecimal.ONE, "EUR")
                .startsOn(null, PARIS)
                .endsOn(null, PARIS)
                .build();
        assertThat(open.startsAt()).isEqualTo(MARCH);
        assertThat(open.endsAt()).isNull();
    }

    @Test
    void aDayBeyondAllYearsIsAProblem() {
        assertThatThrownBy(contract(BigDecimal.ONE, "EUR").endsOn(LocalDate.MAX, PARIS)::build)
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("endsAt")
                .hasMessageEndingWith("is not within the years -999999 to 999999");
        assertThatThrownBy(contract(BigDecimal.ONE, "EUR").startsOn(LocalDate.MIN, PARIS)::build)
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("startsAt");
    }

    @Test
    void recordsThatAHistoryBuildsShareTheirTexts() {
        Map<String, String> region = Map.of("region", "north");
        SalesHistory history = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .add(Customer.builder(new String("c-1"), MARCH)
                        .owner(new String("alice"))
                        .attribute("region", "north"))
                .add(Call.builder("k-1", MARCH)
                        .customer(new String("c-1"))
                        .owner(new String("alice"))
                        .attributes(new HashMap<>(region)))
                .build();
        Customer customer = history.customers().get(0);
        Call call = history.calls().get(0);

        assertThat(call.customerId()).isSameAs(customer.id());
        assertThat(call.owner()).isSameAs(customer.owner());
        assertThat(call.attributes()).isSameAs(customer.attributes()).isEqualTo(region);
    }

    @Test
    void aBuilderThatHasBeenAddedMayBeUsedAgain() {
        Call.Builder call = Call.builder("k-1", MARCH).owner("alice").attribute("region", "north");
        SalesHistoryBuilder history =
                SalesHistory.builder(PARIS, CurrencyUnit.EUR).add(call);

        Call other = call.attribute("region", "south").attribute("team", "a").build();
        assertThat(other.attributes()).isEqualTo(Map.of("region", "south", "team", "a"));
        assertThat(history.build().calls().get(0).attributes()).isEqualTo(Map.of("region", "north"));
    }

    @Test
    @SuppressWarnings("NullAway") // What is missing is what is tested.
    void whatIsMissingIsAProblemAndNotShared() {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("region", null);
        SalesHistory history = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .lenient()
                .add(Customer.builder(null, MARCH))
                .add(Call.builder("k-1", MARCH).attributes(attributes))
                .build();

        assertThat(history.problems()).hasSize(2);
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // Whether it is the same text is what is tested.
    void manyTextsAreStillShared() {
        SharedTexts texts = new SharedTexts();
        List<String> first =
                IntStream.range(0, 5_000).mapToObj(i -> texts.text("text " + i)).toList();

        long shared = IntStream.range(0, 5_000)
                .filter(i -> texts.text("text " + i) == first.get(i))
                .count();
        assertThat(shared).isGreaterThan(4_000);
    }
}
