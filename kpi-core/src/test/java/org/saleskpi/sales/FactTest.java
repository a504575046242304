package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What all facts, recorded and derived, have in common. */
class FactTest {

    private static final Instant ENTRY = Instant.parse("2026-01-10T09:00:00Z");
    private static final Instant SIGNED = Instant.parse("2026-02-10T09:00:00Z");
    private static final Instant STARTED = Instant.parse("2026-03-10T09:00:00Z");
    private static final Money DOLLAR = Money.parse("USD 1.00");

    private static final Customer CUSTOMER = Customer.builder("c-1", ENTRY)
            .owner("alice")
            .attribute("region", "EMEA")
            .build();
    private static final Customer PROSPECT = Customer.builder("c-2", ENTRY).build();
    private static final Contract CONTRACT = Contract.builder("s-1", SIGNED, DOLLAR)
            .customer("c-1")
            .startsAt(STARTED)
            .owner("bob")
            .attribute("product", "lamps")
            .build();

    private static final SalesHistory HISTORY = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
            .customers(List.of(CUSTOMER, PROSPECT))
            .contracts(List.of(CONTRACT))
            .exchangeRates(ExchangeRates.builder()
                    .rate(LocalDate.of(2026, 1, 1), CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("0.1"))
                    .rate(LocalDate.of(2026, 2, 1), CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("0.2"))
                    .rate(LocalDate.of(2026, 3, 1), CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("0.3"))
                    .build())
            .build();

    private static CustomerJourney journey() {
        return HISTORY.journeyOf("c-1").orElseThrow();
    }

    @Test
    void whatIsRecordedHasAnIdAKindAndAMoment() {
        List<SalesRecord> records = List.of(
                CUSTOMER,
                Call.builder("k-1", ENTRY).build(),
                Meeting.builder("m-1", SIGNED, Meeting.Outcome.HELD)
                        .bookedAt(ENTRY)
                        .build(),
                Proposal.builder("p-1", ENTRY)
                        .decided(Proposal.Status.ACCEPTED, SIGNED)
                        .build(),
                CONTRACT,
                Survey.builder("v-1", STARTED, Survey.Scale.NPS, 9).build());
        assertThat(records)
                .extracting(SalesRecord::moment)
                .containsExactly(ENTRY, ENTRY, SIGNED, ENTRY, SIGNED, STARTED);
        assertThat(records)
                .extracting(SalesRecord::type)
                .containsExactly(
                        RecordType.CUSTOMER,
                        RecordType.CALL,
                        RecordType.MEETING,
                        RecordType.PROPOSAL,
                        RecordType.CONTRACT,
                        RecordType.SURVEY);
    }

    @Test
    void whatIsDerivedGoesByItsCustomer() {
        List<Fact> derived = List.of(
                journey(),
                journey().conversion().orElseThrow(),
                journey().cover().get(0));
        assertThat(derived).extracting(Fact::id).containsExactly("c-1", "c-1", "c-1");
        assertThat(derived).extracting(Fact::moment).containsExactly(ENTRY, SIGNED, STARTED);
        assertThat(derived).extracting(Fact::owner).containsExactly("alice", "bob", "alice");
        assertThat(derived)
                .extracting(Fact::attributes)
                .containsExactly(CUSTOMER.attributes(), CONTRACT.attributes(), CUSTOMER.attributes());
    }

    @Test
    void anAmountIsConvertedAtTheRateOfOneDayWhateverTheIndicatorGoesBy() {
        assertThat(HISTORY.convert(DOLLAR, CONTRACT)).isEqualTo(Money.parse("EUR 0.20"));
        assertThat(HISTORY.convert(DOLLAR, journey())).isEqualTo(Money.parse("EUR 0.20"));
        assertThat(HISTORY.convert(DOLLAR, journey().conversion().orElseThrow()))
                .isEqualTo(Money.parse("EUR 0.20"));
        assertThat(HISTORY.convert(DOLLAR, HISTORY.journeyOf("c-2").orElseThrow()))
                .isEqualTo(Money.parse("EUR 0.10"));
        assertThat(HISTORY.convert(
                        DOLLAR,
                        Proposal.builder("p-1", SIGNED)
                                .decided(Proposal.Status.REFUSED, STARTED)
                                .build()))
                .isEqualTo(Money.parse("EUR 0.20"));
        assertThat(HISTORY.convert(DOLLAR, journey().cover().get(0))).isEqualTo(Money.parse("EUR 0.30"));
        assertThat(HISTORY.convert(DOLLAR, Call.builder("k-1", STARTED).build()))
                .isEqualTo(Money.parse("EUR 0.30"));
        assertThatThrownBy(() -> HISTORY.convert(
                        DOLLAR,
                        Call.builder("k-1", ENTRY.minus(Duration.ofDays(30))).build()))
                .hasMessage("USD 1.00 of 2025-12-11T09:00:00Z has no exchange rate USD/EUR on or before 2025-12-11");
    }

    @Test
    void aBookingIsNoTraceOfTheCustomerAndIsKnownFromItsMomentOn() {
        Meeting meeting = Meeting.builder("m-1", SIGNED, Meeting.Outcome.HELD)
                .customer("c-2")
                .bookedAt(ENTRY.minus(Duration.ofDays(90)))
                .build();
        Meeting bookedAfterwards = Meeting.builder("m-2", SIGNED, Meeting.Outcome.HELD)
                .bookedAt(STARTED)
                .build();
        SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
                .customers(List.of(PROSPECT))
                .meetings(List.of(meeting, bookedAfterwards))
                .build();
        assertThat(history.journeyOf("c-2").orElseThrow().entry()).isEqualTo(ENTRY);
        assertThat(history.asOf(SIGNED).meetings()).isEmpty();
        assertThat(history.asOf(STARTED).meetings())
                .containsExactly(
                        meeting,
                        Meeting.builder("m-2", SIGNED, Meeting.Outcome.HELD).build());
        assertThat(history.asOf(STARTED.plusNanos(1)).meetings()).containsExactly(meeting, bookedAfterwards);
    }

    @Test
    void aViewKnowsWhatIsBookedAheadButOfItsCustomerNothingThatHappens() {
        Customer later =
                Customer.builder("c-3", STARTED).attribute("size", "large").build();
        Meeting meeting = Meeting.builder("m-1", STARTED, Meeting.Outcome.PLANNED)
                .customer("c-3")
                .bookedAt(ENTRY)
                .owner("carol")
                .attribute("channel", "web")
                .build();
        SalesHistory view = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
                .customers(List.of(PROSPECT, later))
                .meetings(List.of(meeting))
                .build()
                .asOf(SIGNED);
        assertThat(view.meetings()).isEmpty();
        assertThat(view.bookedAhead())
                .containsExactly(new Booking(meeting))
                .allSatisfy(booking -> {
                    assertThat(booking.id()).isEqualTo("m-1");
                    assertThat(booking.moment()).isEqualTo(ENTRY);
                    assertThat(booking.owner()).isEqualTo("carol");
                    assertThat(booking.attributes()).isEqualTo(meeting.attributes());
                })
                .allSatisfy(booking -> assertThat(view.journeyOf(booking))
                        .hasValueSatisfying(
                                journey -> assertThat(journey.customer()).isEqualTo(later)));
        assertThat(view.journeyOf(Call.builder("k-1", ENTRY).customer("c-3").build()))
                .isEmpty();
        assertThat(view.journeys()).extracting(CustomerJourney::customerId).containsExactly("c-2");
        assertThat(view.attributeNames()).containsExactly("channel", "size");
    }
}
