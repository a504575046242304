package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;

/** Which facts belong to a population, and which stand in a balance. */
class PopulationTest {

    private static final Instant MARCH_2 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant MARCH_9 = Instant.parse("2026-03-09T09:00:00Z");
    private static final Dimension REGION = Dimension.attribute("region");

    private static final Call BEFORE = call("before", "c-1", MARCH_2, null);
    private static final Call AFTER = call("after", "c-1", MARCH_9, "south");
    private static final Call ELSEWHERE = call("elsewhere", "c-2", MARCH_9, null);
    private static final Call OF_NOBODY = call("of-nobody", null, MARCH_9, null);

    private static final Proposal LARGE =
            Proposal.builder("large", MARCH_2).amount(Money.parse("EUR 100.00")).build();
    private static final Proposal SMALL =
            Proposal.builder("small", MARCH_2).amount(Money.parse("EUR 99.99")).build();
    private static final Proposal OF_NO_AMOUNT =
            Proposal.builder("of-no-amount", MARCH_2).build();

    /** The first customer is of the north, and signs its contract between its two calls. */
    private static final SalesHistory HISTORY = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .addAll(List.of(
                    Customer.builder("c-1", MARCH_2)
                            .attribute("region", "north")
                            .build(),
                    Customer.builder("c-2", MARCH_2).disqualifiedAt(MARCH_9).build(),
                    Contract.builder("s-1", MARCH_9.minusNanos(1), Money.parse("EUR 1.00"))
                            .customer("c-1")
                            .build()))
            .addAll(List.of(BEFORE, AFTER, ELSEWHERE, OF_NOBODY, LARGE, SMALL, OF_NO_AMOUNT))
            .build();

    private static final Population<Call> CALLS = Population.of(Call.class, Call::at);

    private static Call call(String id, @Nullable String customer, Instant at, @Nullable String region) {
        return Call.builder(id, at)
                .customer(customer)
                .attribute("region", region)
                .build();
    }

    private static Stream<Call> in(Population<Call> population) {
        return Stream.of(BEFORE, AFTER, ELSEWHERE, OF_NOBODY).filter(call -> population.contains(call, HISTORY));
    }

    @Test
    void keysAreTheFactsOwnElseTheirCustomers() {
        assertThat(in(CALLS.where(REGION, "north"))).containsExactly(BEFORE);
        assertThat(in(CALLS.where(REGION, "north", "south"))).containsExactly(BEFORE, AFTER);
        assertThat(in(CALLS.where(REGION))).isEmpty();
        assertThat(in(CALLS.where(REGION, Arrays.asList("south", null)))).containsExactly(AFTER, ELSEWHERE, OF_NOBODY);
        assertThat(in(CALLS.where(REGION, "north", "south").where(REGION, "south", "west")))
                .containsExactly(AFTER);
    }

    @Test
    void keysAreThoseThatWereGivenWhateverBecomesOfTheCollection() {
        List<String> keys = Arrays.asList("north");
        Population<Call> north = CALLS.where(REGION, keys);
        keys.set(0, "south");
        assertThat(in(north)).containsExactly(BEFORE);
    }

    @Test
    void aConditionOnTheCustomerSeesItAtTheFactsMomentAndIsMetByNoFactWithoutOne() {
        assertThat(in(CALLS.whereCustomer(CustomerJourney::isWonBefore))).containsExactly(AFTER);
        assertThat(in(CALLS.whereCustomer((journey, at) -> journey.isDisqualified())))
                .containsExactly(ELSEWHERE);
        assertThat(in(CALLS.whereCustomer((journey, at) -> true))).containsExactly(BEFORE, AFTER, ELSEWHERE);
    }

    @Test
    void aConditionOnTheCustomerIsNotMetByAFactWithoutTheMoment() {
        Population<Meeting> booked =
                Population.of(Meeting.class, Meeting::bookedAt).whereCustomer((journey, at) -> true);
        Meeting.Builder meeting =
                Meeting.builder("m-1", MARCH_9, Meeting.Outcome.HELD).customer("c-1");
        assertThat(booked.contains(meeting.build(), HISTORY)).isFalse();
        assertThat(booked.contains(meeting.bookedAt(MARCH_2).build(), HISTORY)).isTrue();
    }

    @Test
    void aConditionOnTheAmountIsMetByNoFactWithoutOne() {
        Population<Proposal> large =
                SalesPopulations.PROPOSALS_SENT.whereAmount(Proposal::amount, AmountRange.atLeast(100));
        assertThat(Stream.of(LARGE, SMALL, OF_NO_AMOUNT).filter(proposal -> large.contains(proposal, HISTORY)))
                .containsExactly(LARGE);
    }

    @Test
    void aFactWithoutAnAmountIsLeftOutWhereThereMustBeOne() {
        Population<Proposal> valued = SalesPopulations.PROPOSALS_SENT.whereThereIs(FactAmount.of(Proposal::amount));
        assertThat(Stream.of(LARGE, SMALL, OF_NO_AMOUNT).filter(proposal -> valued.contains(proposal, HISTORY)))
                .containsExactly(LARGE, SMALL);
        assertThat(SalesPopulations.CONTRACTS_SIGNED.whereThereIs(FactAmount.CONTRACT_VALUE))
                .isSameAs(SalesPopulations.CONTRACTS_SIGNED);
    }

    @Test
    void aContractIsTheFirstOfItsCustomerOrALaterOne() {
        Contract first = HISTORY.contracts().get(0);
        Contract second = Contract.builder("s-2", MARCH_9, Money.parse("EUR 1.00"))
                .customer("c-1")
                .build();
        for (Contract contract : List.of(first, second)) {
            assertThat(SalesPopulations.CONTRACTS_SIGNED.whereFirst(true).contains(contract, HISTORY))
                    .isEqualTo(contract.equals(first));
            assertThat(SalesPopulations.CONTRACTS_SIGNED.whereFirst(false).contains(contract, HISTORY))
                    .isEqualTo(contract.equals(second));
        }
    }

    @Test
    void aPopulationThatGoesWithAnotherOneMayBeAnotherInAViewWhereThatMay() {
        Population<Call> toTheWon = CALLS.whereCustomer(CustomerJourney::isWonBefore);
        Population<Call> calls = CALLS.inViewsLike(toTheWon);
        assertThat(in(calls)).containsExactly(BEFORE, AFTER, ELSEWHERE, OF_NOBODY);
        assertThat(calls.dependsOnView()).isTrue();
        assertThat(CALLS.inViewsLike(CALLS)).isSameAs(CALLS);
        assertThat(toTheWon.inViewsLike(toTheWon)).isSameAs(toTheWon);
    }

    @Test
    void onlyWhatIsAskedOfTheCustomerMayBeAnotherAnswerInAView() {
        Dimension fate = Dimension.of("fate", CustomerJourney.class, journey -> journey.isWon() ? "won" : "open");
        assertThat(CALLS.dependsOnView()).isFalse();
        assertThat(CALLS.where(REGION, "north").where(Call::isSuccessful).dependsOnView())
                .isFalse();
        assertThat(CALLS.whereCustomer(CustomerJourney::isWonBefore)
                        .where(Call::isSuccessful)
                        .dependsOnView())
                .isTrue();
        assertThat(CALLS.where(fate, "won").dependsOnView()).isTrue();
        assertThat(CALLS.where(Dimension.derived("short", fate, key -> key), "won")
                        .dependsOnView())
                .isTrue();
    }

    @Test
    void aFactStandsFromItsStartToItsEndIfThatIsLater() {
        Balance<Proposal> pending = Balance.of(SalesPopulations.PROPOSALS_SENT, Proposal::decidedAt);
        Proposal atOnce = decided("at-once", MARCH_2);
        Proposal later = decided("later", MARCH_2.plusNanos(1));
        assertThat(Stream.of(LARGE, atOnce, later)
                        .filter(proposal -> pending.started().contains(proposal, HISTORY)))
                .containsExactly(LARGE, later);
        assertThat(pending.started().momentOf(later)).isEqualTo(MARCH_2);
        assertThat(pending.ended().momentOf(later)).isEqualTo(MARCH_2.plusNanos(1));
        assertThat(pending.ended().contains(atOnce, HISTORY)).isFalse();
        assertThat(pending.ended().momentOf(LARGE)).isNull();

        Balance<Meeting> booked = Balance.of(Population.of(Meeting.class, Meeting::bookedAt), Meeting::at);
        Meeting unbooked =
                Meeting.builder("m-1", MARCH_9, Meeting.Outcome.PLANNED).build();
        assertThat(booked.started().contains(unbooked, HISTORY)).isFalse();
    }

    @Test
    void aBalanceIsNarrowedAtBothEnds() {
        Balance<Proposal> ofNobody = Balance.PROPOSALS_PENDING.where(Dimension.OWNER, Arrays.asList("alice", null));
        Proposal carols = Proposal.builder("carols", MARCH_2).owner("carol").build();
        Proposal alices = Proposal.builder("alices", MARCH_2).owner("alice").build();
        for (Population<Proposal> side : List.of(ofNobody.started(), ofNobody.ended())) {
            assertThat(Stream.of(carols, alices, LARGE).filter(proposal -> side.contains(proposal, HISTORY)))
                    .containsExactly(alices, LARGE);
        }
        Balance<Proposal> large = Balance.PROPOSALS_PENDING.where(LARGE::equals);
        assertThat(large.started().contains(LARGE, HISTORY)).isTrue();
        assertThat(large.ended().contains(carols, HISTORY)).isFalse();
    }

    @Test
    void onlyCustomersInForceAreFollowed() {
        Balance<Stretch> cover = Balance.of(SalesPopulations.COVER_STARTED, Stretch::endsAt);
        assertThatThrownBy(() -> Indicator.rate("kept", cover, AtEnd.STILL_IN_FORCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Indicator kept: only Balance.CUSTOMERS_IN_FORCE, or a part of it, can be followed to the end"
                                + " of a period");
        assertThat(Indicator.rate("kept", Balance.CUSTOMERS_IN_FORCE.where(REGION, "north"), AtEnd.STILL_IN_FORCE)
                        .additiveOverPeriods())
                .isFalse();
    }

    @Test
    void keysOfIndicatorsAreNotBlank() {
        assertThatThrownBy(() -> Indicator.count(" ", CALLS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Indicator: key \" \" is blank");
    }

    private static Proposal decided(String id, Instant at) {
        return Proposal.builder(id, MARCH_2)
                .decided(Proposal.Status.ACCEPTED, at)
                .build();
    }

    @Test
    void isCalledByItsKindAndWhatNarrowsIt() {
        Population<Proposal> proposals = Population.of(Proposal.class, Proposal::sentAt);
        Population<Call> calls = SalesPopulations.PROSPECTING_CALLS;

        assertThat(proposals.name(Locale.ENGLISH)).isEqualTo("proposals");
        assertThat(proposals
                        .where(Proposal::isAccepted)
                        .where(Proposal::isPending)
                        .name(Locale.ENGLISH))
                .isEqualTo("proposals, only those that meet a condition of the indicator");
        assertThat(calls.where(REGION, Arrays.asList("south", null))
                        .where(Call::isAnswered)
                        .name(Locale.ENGLISH))
                .isEqualTo("prospecting calls, only with region: south or no key and those that meet a condition of the"
                        + " indicator");
        assertThat(calls.whereCustomer(CustomerJourney::isWonBefore).name(Locale.GERMAN))
                .isEqualTo("Akquiseanrufe, nur die, deren Kunde eine Bedingung erfüllt");
        assertThat(proposals
                        .whereAmount(Proposal::amount, AmountRange.atLeast(10_000))
                        .name(Locale.ENGLISH))
                .isEqualTo("proposals, only with an amount of at least 10,000");
        assertThat(proposals
                        .whereAmount(Proposal::amount, AmountRange.below(10_000))
                        .name(Locale.GERMAN))
                .isEqualTo("Angebote, nur mit einem Betrag unter 10.000");
        assertThat(proposals
                        .whereAmount(Proposal::amount, AmountRange.between(1, 5))
                        .name(Locale.FRENCH))
                .isEqualTo("propositions, seulement avec un montant d'au moins 1 et inférieur à 5");
        assertThat(proposals
                        .whereAmount(Proposal::amount, new AmountRange(new BigDecimal("0.12345"), null))
                        .name(Locale.ENGLISH))
                .isEqualTo("proposals, only with an amount of at least 0.12345");
        assertThat(CALLS.worded("members.prospecting-calls").name(Locale.ENGLISH))
                .isEqualTo("prospecting calls");
        assertThat(SalesPopulations.FIRST_CONTRACTS.name(Locale.FRENCH))
                .isEqualTo("premiers contrats de leur client, à la date de signature");
    }

    @Test
    void aNameOfItsOwnSaysWhatNarrowedItBefore() {
        Population<Call> south =
                SalesPopulations.PROSPECTING_CALLS.where(REGION, "south").named("calls to the south");

        assertThat(south.name(Locale.ENGLISH)).isEqualTo("calls to the south");
        assertThat(south.named(Locale.FRENCH, "appels vers le sud")
                        .where(REGION, "south")
                        .name(Locale.CANADA_FRENCH))
                .isEqualTo("appels vers le sud, seulement avec region : south");
        assertThatThrownBy(() -> south.named(" ")).hasMessage("Population: name \" \" is blank");
    }

    @Test
    void aPopulationIsOfOneKindOfFact() {
        assertThatThrownBy(() -> Population.of(Fact.class, fact -> Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Population: Fact is not one kind of fact, such as Call");
    }

    @Test
    void aKindOfFactHasAName() {
        assertThat(Stream.<Population<?>>of(
                                Population.of(Call.class, Call::at),
                                Population.of(Meeting.class, Meeting::at),
                                Population.of(Booking.class, Booking::at),
                                Population.of(Proposal.class, Proposal::sentAt),
                                Population.of(Contract.class, Contract::signedAt),
                                Population.of(Survey.class, Survey::at),
                                Population.of(CustomerJourney.class, CustomerJourney::entry),
                                Population.of(Conversion.class, Conversion::at),
                                Population.of(Stretch.class, Stretch::startsAt))
                        .map(population -> population.name(Locale.ENGLISH)))
                .containsExactly(
                        "calls",
                        "meetings",
                        "bookings of sales meetings",
                        "proposals",
                        "contracts",
                        "survey answers",
                        "customers",
                        "customers won",
                        "spans under contract");
    }

    @Test
    void aBalanceIsCalledByWhatStandsInIt() {
        assertThat(Indicator.count("south", Balance.PROPOSALS_PENDING.where(REGION, "south"), Balance.At.END)
                        .population(Locale.ENGLISH))
                .isEqualTo("proposals sent and not decided, only with region: south");
        Balance<Proposal> open = Balance.of(
                SalesPopulations.PROPOSALS_SENT.where(REGION, "south").named("offers to the south"),
                Proposal::decidedAt);
        assertThat(Indicator.count("open", open, Balance.At.START).population(Locale.ENGLISH))
                .isEqualTo("offers to the south");
    }

    @Test
    void anOwnerIsCalledSoInTheLanguage() {
        Indicator<?> ofAlice =
                Indicator.count("of-alice", SalesPopulations.PROPOSALS_SENT.where(Dimension.OWNER, "alice"));
        assertThat(ofAlice.population(Locale.ENGLISH)).endsWith("only with owner: alice");
        assertThat(ofAlice.population(Locale.FRENCH)).endsWith("seulement avec commercial : alice");
        assertThat(ofAlice.population(Locale.GERMAN)).endsWith("mit Verkäufer: alice");
    }
}
