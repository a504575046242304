package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SalesHistoryTest {

    private static final Instant JANUARY = Instant.parse("2026-01-10T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-10T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-10T09:00:00Z");

    private static SalesHistoryBuilder history() {
        return SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR);
    }

    private static Customer customer(String id) {
        return Customer.builder(id, JANUARY).build();
    }

    private static Call call(String id, String customerId) {
        return Call.builder(id, MARCH).customer(customerId).build();
    }

    private static Contract.Builder contract(String id, Instant signedAt, String amount) {
        return Contract.builder(id, signedAt, Money.parse(amount)).customer("c-1");
    }

    @Test
    void aFactOfAnUnknownCustomerFailsTheBuild() {
        assertThatThrownBy(() -> history()
                        .customers(List.of(customer("c-1")))
                        .calls(List.of(call("k-1", "c-2")))
                        .build())
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessage("1 problem:\n  Call k-1: customerId c-2 is unknown, expected the id of a customer");
    }

    @Test
    void theMessageShowsTheFirstTenProblemsAndTheExceptionHoldsAll() {
        List<Call> calls = IntStream.range(100, 112)
                .mapToObj(number -> call("k-" + number, "c-9"))
                .toList();
        assertThatThrownBy(() -> history().calls(calls).build())
                .hasMessageStartingWith("12 problems:\n  Call k-100: ")
                .hasMessageEndingWith(
                        "Call k-109: customerId c-9 is unknown, expected the id of a customer\n  and 2 more")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(InvalidHistoryException.class))
                .extracting(InvalidHistoryException::problems)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(12);
        assertThatThrownBy(() -> history().calls(calls.subList(0, 10)).build())
                .hasMessageEndingWith("Call k-109: customerId c-9 is unknown, expected the id of a customer");
    }

    @Test
    void recordsOfOneIdAreAllSetAsideUnlessTheySayTheSame() {
        SalesHistory lenient = history()
                .customers(List.of(
                        Customer.builder("c-1", JANUARY).origin("b:3").build(),
                        Customer.builder("c-1", JANUARY).origin("a:2").build(),
                        Customer.builder("c-2", JANUARY).build(),
                        Customer.builder("c-2", MARCH).build()))
                .calls(List.of(call("k-1", "c-1"), call("k-2", "c-2")))
                .lenient()
                .build();
        assertThat(lenient.customers()).extracting(Customer::id).containsExactly("c-1");
        assertThat(lenient.calls()).extracting(Call::id).containsExactly("k-1");
        assertThat(lenient.problems())
                .map(Problem::toString)
                .containsExactly(
                        "Customer c-1 (b:3): id c-1 is repeated: an equal record is kept",
                        "Customer c-2: id c-2 is used by 2 records that differ",
                        "Customer c-2: id c-2 is used by 2 records that differ",
                        "Call k-2: customerId c-2 is a customer that was set aside");
    }

    @Test
    void aRecordThatIsHandedOverTwiceIsKeptOnce() {
        Call call = call("k-1", "c-1");
        SalesHistory lenient = history()
                .customers(List.of(customer("c-1")))
                .calls(List.of(call, call))
                .lenient()
                .build();
        assertThat(lenient.calls()).containsExactly(call);
        assertThat(lenient.problems()).hasSize(1);
    }

    @Test
    void aCustomerIsNotDisqualifiedBeforeItsEntry() {
        Customer early = Customer.builder("c-1", MARCH).disqualifiedAt(FEBRUARY).build();
        assertThatThrownBy(() -> history().customers(List.of(early)).build())
                .hasMessage("1 problem:\n  Customer c-1: disqualifiedAt 2026-02-10T09:00:00Z is before the customer's"
                        + " entry 2026-03-10T09:00:00Z");
        SalesHistory enteredByACall = history()
                .customers(List.of(early))
                .calls(List.of(Call.builder("k-1", JANUARY).customer("c-1").build()))
                .build();
        assertThat(enteredByACall.journeys()).extracting(CustomerJourney::entry).containsExactly(JANUARY);
    }

    @Test
    void factsOfACustomerThatIsSetAsideAreSetAsideToo() {
        SalesHistory lenient = history()
                .customers(List.of(
                        Customer.builder("c-1", MARCH).disqualifiedAt(FEBRUARY).build()))
                .calls(List.of(call("k-1", "c-1")))
                .lenient()
                .build();
        assertThat(lenient.customers()).isEmpty();
        assertThat(lenient.calls()).isEmpty();
        assertThat(lenient.problems()).extracting(Problem::id).containsExactly("c-1", "k-1");
    }

    @Test
    void allKindsOfFactsGoWithACustomerThatWasDisqualifiedBeforeItsEntry() {
        SalesHistory lenient = history()
                .addAll(List.of(
                        Customer.builder("c-1", MARCH).disqualifiedAt(FEBRUARY).build(),
                        call("k-1", "c-1"),
                        Meeting.builder("m-1", MARCH, Meeting.Outcome.HELD)
                                .customer("c-1")
                                .build(),
                        Proposal.builder("p-1", MARCH).customer("c-1").build(),
                        contract("s-1", MARCH, "EUR 1.00").build(),
                        Survey.builder("v-1", MARCH, Survey.Scale.NPS, 9)
                                .customer("c-1")
                                .build(),
                        customer("c-2"),
                        call("k-2", "c-2")))
                .lenient()
                .build();
        assertThat(lenient.records()).extracting(SalesRecord::id).containsExactly("c-2", "k-2");
        assertThat(lenient.problems())
                .map(Problem::toString)
                .containsExactly(
                        "Customer c-1: disqualifiedAt 2026-02-10T09:00:00Z is before the customer's entry"
                                + " 2026-03-10T09:00:00Z",
                        "Call k-1: customerId c-1 is a customer that was set aside",
                        "Meeting m-1: customerId c-1 is a customer that was set aside",
                        "Proposal p-1: customerId c-1 is a customer that was set aside",
                        "Contract s-1: customerId c-1 is a customer that was set aside",
                        "Survey v-1: customerId c-1 is a customer that was set aside");
    }

    @Test
    void aFactThatIsSetAsideIsNoTraceOfItsCustomer() {
        SalesHistory lenient = history()
                .addAll(List.of(
                        Customer.builder("c-1", MARCH).disqualifiedAt(APRIL).build(),
                        contract("s-1", JANUARY, "USD 1.00").build(),
                        Proposal.builder("p-1", FEBRUARY)
                                .customer("c-1")
                                .amount(Money.parse("USD 1.00"))
                                .build()))
                .lenient()
                .build();
        assertThat(lenient.problems()).extracting(Problem::id).containsExactly("p-1", "s-1");
        assertThat(lenient.journeys()).extracting(CustomerJourney::entry).containsExactly(MARCH);
    }

    @Test
    void anAmountThatIsTooLargeInTheReportingCurrencyIsSetAside() {
        SalesHistory lenient = history()
                .addAll(List.of(
                        customer("c-1"),
                        contract("s-1", FEBRUARY, "USD 92233720368547758.07").build(),
                        Proposal.builder("p-1", FEBRUARY)
                                .amount(Money.parse("USD 92233720368547758.07"))
                                .build()))
                .exchangeRates(ExchangeRates.builder()
                        .rate(LocalDate.of(2026, 2, 1), CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("1.1"))
                        .build())
                .lenient()
                .build();
        assertThat(lenient.problems())
                .map(Problem::toString)
                .containsExactly(
                        "Proposal p-1: amount USD 92233720368547758.07 is too large in EUR",
                        "Contract s-1: amount USD 92233720368547758.07 is too large in EUR");
    }

    @Test
    void whatIsSetAsideDoesNotCountInTheSumThatMustBeRepresentable() {
        SalesHistory lenient = history()
                .addAll(List.of(
                        customer("c-1"),
                        contract("s-1", JANUARY, "EUR 92233720368547758.07").build(),
                        contract("s-2", FEBRUARY, "EUR 92233720368547758.07")
                                .customer("c-9")
                                .build()))
                .lenient()
                .build();
        assertThat(lenient.contracts()).extracting(Contract::id).containsExactly("s-1");
    }

    @Test
    void whatAnImporterSetAsideCountsAsProblemAndTakesItsFactsAlong() {
        Problem unreadable = Problem.builder(RecordType.CUSTOMER, "since")
                .id("c-7")
                .value("yesterday")
                .reason("is no moment");
        SalesHistoryBuilder builder = history().setAside(List.of(unreadable)).calls(List.of(call("k-1", "c-7")));
        assertThatThrownBy(builder::build)
                .hasMessage("2 problems:\n  Customer c-7: since yesterday is no moment\n"
                        + "  Call k-1: customerId c-7 is a customer that was set aside");
    }

    @Test
    void aMissingRateOfWhichTheInverseIsThereIsToldWithIt() {
        ExchangeRates rates = ExchangeRates.builder()
                .rate(LocalDate.of(2026, 12, 1), CurrencyUnit.EUR, CurrencyUnit.USD, new BigDecimal("1.1"))
                .build();
        assertThat(history()
                        .customers(List.of(customer("c-1")))
                        .contracts(List.of(contract("s-1", JANUARY, "USD 1.00").build()))
                        .exchangeRates(rates)
                        .lenient()
                        .build()
                        .problems())
                .map(Problem::toString)
                .containsExactly(
                        "Contract s-1: amount USD 1.00 has no exchange rate USD/EUR on or before 2026-01-10; there is"
                                + " EUR/USD, its inverse");
    }

    @Test
    void foreignAmountsNeedARateOnOrBeforeTheirDay() {
        ExchangeRates rates = ExchangeRates.builder()
                .rate(LocalDate.of(2026, 2, 1), CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("0.905"))
                .build();
        SalesHistory lenient = history()
                .customers(List.of(customer("c-1")))
                .contracts(List.of(
                        contract("s-1", JANUARY, "USD 1.00").build(),
                        contract("s-2", FEBRUARY, "USD 0.50").build(),
                        contract("s-3", FEBRUARY, "GBP 1.00").build()))
                .exchangeRates(rates)
                .lenient()
                .build();
        assertThat(lenient.problems())
                .map(Problem::toString)
                .containsExactly(
                        "Contract s-1: amount USD 1.00 has no exchange rate USD/EUR on or before 2026-01-10",
                        "Contract s-3: amount GBP 1.00 has no exchange rate GBP/EUR on or before 2026-02-10");
        // 0.4525 rounds half to even.
        assertThat(lenient.convert(Money.parse("USD 0.50"), FEBRUARY)).isEqualTo(Money.parse("EUR 0.45"));
        assertThatThrownBy(() -> lenient.convert(Money.parse("USD 0.50"), JANUARY))
                .hasMessage("USD 0.50 of 2026-01-10T09:00:00Z has no exchange rate USD/EUR on or before 2026-01-10");
    }

    @Test
    void amountsThatCannotBeSummedFailEvenALenientBuild() {
        SalesHistoryBuilder builder = history()
                .customers(List.of(customer("c-1")))
                .contracts(List.of(
                        contract("s-1", JANUARY, "EUR 92233720368547758.07").build(),
                        contract("s-2", FEBRUARY, "EUR 0.01").build()))
                .lenient();
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessage("1 problem:\n  Contract s-2: amount EUR 0.01 makes the sum of all amounts too large to"
                        + " represent");
        SalesHistoryBuilder proposals = history()
                .proposals(List.of(
                        Proposal.builder("p-2", FEBRUARY)
                                .amount(Money.parse("EUR 0.01"))
                                .build(),
                        Proposal.builder("p-1", JANUARY)
                                .amount(Money.parse("EUR 92233720368547758.07"))
                                .build()))
                .lenient();
        assertThatThrownBy(proposals::build)
                .hasMessage("1 problem:\n  Proposal p-2: amount EUR 0.01 makes the sum of all amounts too large to"
                        + " represent");
    }

    @Test
    void theFirstContractConvertsAndTiesGoByTheIdsCodePoints() {
        SalesHistory history = history()
                .customers(List.of(customer("c-1")))
                .contracts(List.of(
                        contract("\uD83D\uDE00", MARCH, "EUR 1.00").build(),
                        contract("\uFF5E", MARCH, "EUR 2.00").build(),
                        contract("a", APRIL, "EUR 3.00").build()))
                .build();
        assertThat(history.journeys().get(0).firstContract())
                .extracting(Contract::id)
                .isEqualTo("\uFF5E");
    }

    @Test
    void termsThatTouchOrOverlapAreOneStretch() {
        SalesHistory history = history()
                .customers(List.of(customer("c-1")))
                .contracts(List.of(
                        contract("s-1", JANUARY, "EUR 1.00").endsAt(FEBRUARY).build(),
                        contract("s-2", FEBRUARY, "EUR 1.00").endsAt(MARCH).build(),
                        contract("s-3", APRIL, "EUR 1.00").endsAt(APRIL).build(),
                        contract("s-4", APRIL.plusNanos(1), "EUR 1.00").build(),
                        contract("s-5", APRIL.plusSeconds(1), "EUR 1.00")
                                .endsAt(APRIL.plusSeconds(2))
                                .build()))
                .build();
        CustomerJourney journey = history.journeyOf("c-1").orElseThrow();
        assertThat(journey.cover())
                .containsExactly(
                        new Stretch(customer("c-1"), JANUARY, MARCH),
                        new Stretch(customer("c-1"), APRIL.plusNanos(1), null));
        assertThat(journey.isInForceOnEveOf(JANUARY)).isFalse();
        assertThat(journey.isInForceOnEveOf(FEBRUARY)).isTrue();
        assertThat(journey.isInForceOnEveOf(MARCH)).isTrue();
        assertThat(journey.isInForceOnEveOf(MARCH.plusNanos(1))).isFalse();
        assertThat(journey.isInForceOnEveOf(Instant.MAX)).isTrue();
    }

    @Test
    void stretchesOfAJourneyHaveGapsBetweenThem() {
        Stretch first = new Stretch(customer("c-1"), JANUARY, FEBRUARY);
        Stretch touching = new Stretch(customer("c-1"), FEBRUARY, MARCH);
        assertThatThrownBy(() -> new CustomerJourney(customer("c-1"), JANUARY, null, List.of(first, touching)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CustomerJourney of c-1: a stretch starts at " + FEBRUARY
                        + ", expected it after the end of the one before, " + FEBRUARY);
        Stretch endless = new Stretch(customer("c-1"), JANUARY, null);
        assertThatThrownBy(() -> new CustomerJourney(customer("c-1"), JANUARY, null, List.of(endless, touching)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the one before, null");
    }

    @Test
    void aViewKnowsNothingOfWhatCameLater() {
        SalesHistory history = history()
                .customers(List.of(
                        Customer.builder("c-1", JANUARY).disqualifiedAt(MARCH).build(),
                        Customer.builder("c-2", APRIL).build()))
                .proposals(List.of(
                        Proposal.builder("p-1", FEBRUARY)
                                .decided(Proposal.Status.REFUSED, MARCH)
                                .build(),
                        Proposal.builder("p-2", MARCH).build()))
                .contracts(List.of(contract("s-1", APRIL, "EUR 1.00").build()))
                .build();
        SalesHistory view = history.asOf(MARCH);
        assertThat(view.viewedAsOf()).contains(MARCH);
        assertThat(view.customers()).containsExactly(customer("c-1"));
        assertThat(view.proposals())
                .containsExactly(Proposal.builder("p-1", FEBRUARY).build());
        assertThat(view.contracts()).isEmpty();
        assertThat(view.journeys().get(0).isWon()).isFalse();
        assertThat(view.asOf(APRIL)).isSameAs(view);
        assertThat(view.asOf(FEBRUARY).proposals()).isEmpty();
        assertThat(history.viewedAsOf()).isEmpty();
    }

    @Test
    void saysWhatItHolds() {
        assertThat(history().customers(List.of(customer("c-1"))).build())
                .hasToString("SalesHistory in Europe/Paris, EUR: 1 customers, 0 calls, 0 meetings, 0 proposals,"
                        + " 0 contracts, 0 surveys");
        assertThat(history()
                        .calls(List.of(
                                Call.builder("k-1", MARCH).customer("c-1").build()))
                        .lenient()
                        .build()
                        .asOf(MARCH))
                .hasToString(
                        "SalesHistory in Europe/Paris, EUR, as of 2026-03-10T09:00:00Z: 0 customers, 0 calls, 0 meetings,"
                                + " 0 proposals, 0 contracts, 0 surveys, 1 problems");
    }

    @Test
    void aCustomerThatIsNotThereHasNoJourney() {
        SalesHistory history = history().customers(List.of(customer("c-1"))).build();
        assertThat(history.journeyOf("c-1"))
                .isEqualTo(Optional.of(history.journeys().get(0)));
        assertThat(history.journeyOf("c-2")).isEmpty();
        assertThat(history().build().journeyOf("c-1")).isEmpty();
    }
}
