package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What became of a customer, and what was known of it at a moment. */
class JourneysTest {

    private static final Instant JANUARY = Instant.parse("2026-01-10T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-10T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-10T09:00:00Z");

    private static final Customer CUSTOMER = Customer.builder("c-1", JANUARY).build();

    private static Contract contract(String id, Instant signedAt, Instant startsAt, Instant endsAt) {
        return Contract.builder(id, signedAt, Money.parse("EUR 1.00"))
                .customer("c-1")
                .startsAt(startsAt)
                .endsAt(endsAt)
                .build();
    }

    private static SalesHistory history(SalesRecord... records) {
        return SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(List.of(records))
                .build();
    }

    @Test
    void coverIsInTheOrderOfTermsHoweverTheyWereSigned() {
        CustomerJourney journey = history(
                        CUSTOMER,
                        contract("s-1", JANUARY, MARCH, APRIL),
                        contract("s-2", FEBRUARY, FEBRUARY, FEBRUARY.plusSeconds(1)))
                .journeys()
                .get(0);
        assertThat(journey.firstContract()).extracting(Contract::id).isEqualTo("s-1");
        assertThat(journey.cover())
                .containsExactly(
                        new Stretch(CUSTOMER, FEBRUARY, FEBRUARY.plusSeconds(1)), new Stretch(CUSTOMER, MARCH, APRIL));
    }

    @Test
    void aViewKnowsTheContractsThatWereSignedBefore() {
        SalesHistory history = history(
                CUSTOMER,
                contract("s-1", JANUARY, JANUARY, FEBRUARY),
                contract("s-2", MARCH, MARCH, APRIL),
                contract("s-3", APRIL, APRIL, APRIL.plusSeconds(1)));
        CustomerJourney inFebruary = history.asOf(FEBRUARY).journeys().get(0);
        assertThat(inFebruary.firstContract()).extracting(Contract::id).isEqualTo("s-1");
        assertThat(inFebruary.cover()).containsExactly(new Stretch(CUSTOMER, JANUARY, FEBRUARY));
        assertThat(history.asOf(APRIL).journeys().get(0).cover())
                .containsExactly(new Stretch(CUSTOMER, JANUARY, FEBRUARY), new Stretch(CUSTOMER, MARCH, APRIL));
        CustomerJourney atFirst = history.asOf(JANUARY.plusNanos(1)).journeys().get(0);
        assertThat(atFirst.isWonBefore(JANUARY)).isFalse();
        assertThat(atFirst.isWonBefore(JANUARY.plusNanos(1))).isTrue();
        assertThat(history.asOf(JANUARY).journeys()).isEmpty();
    }

    @Test
    void aViewDoesNotKnowThatACustomerWasDisqualifiedLater() {
        SalesHistory history =
                history(Customer.builder("c-1", JANUARY).disqualifiedAt(MARCH).build());
        assertThat(history.journeys().get(0).isDisqualified()).isTrue();
        assertThat(history.asOf(MARCH).journeys().get(0).isDisqualified()).isFalse();
        assertThat(history.asOf(MARCH.plusNanos(1)).journeys().get(0).isDisqualified())
                .isTrue();
        assertThat(history.journeys().get(0).isWonBefore(APRIL)).isFalse();
    }

    @Test
    void theCoverInAViewIsThatOfTheCustomerAsItWasKnown() {
        SalesHistory history = history(
                Customer.builder("c-1", JANUARY).disqualifiedAt(APRIL).build(),
                contract("s-1", FEBRUARY, FEBRUARY, MARCH));
        assertThat(history.asOf(APRIL).journeys().get(0).cover())
                .containsExactly(new Stretch(CUSTOMER, FEBRUARY, MARCH));
    }

    @Test
    void whatIsSetAsideForOneReasonIsNotSetAsideForAnother() {
        SalesHistory lenient = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(List.of(
                        Customer.builder("c-1", MARCH).disqualifiedAt(FEBRUARY).build(),
                        Call.builder("k-1", MARCH).customer("c-9").build(),
                        Proposal.builder("p-1", MARCH)
                                .customer("c-1")
                                .amount(Money.parse("USD 1.00"))
                                .build()))
                .lenient()
                .build();
        assertThat(lenient.problems())
                .map(Problem::toString)
                .containsExactly(
                        "Customer c-1: disqualifiedAt 2026-02-10T09:00:00Z is before the customer's entry"
                                + " 2026-03-10T09:00:00Z",
                        "Call k-1: customerId c-9 is unknown, expected the id of a customer",
                        "Proposal p-1: amount USD 1.00 has no exchange rate USD/EUR on or before 2026-03-10");
    }
}
