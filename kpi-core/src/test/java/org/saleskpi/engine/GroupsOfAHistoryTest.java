package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.indicator.SalesIndicators.CALLS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;

/** The groups that occur in a history, whichever kind of fact has their keys, and which facts belong to each. */
class GroupsOfAHistoryTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final InstantRange EVER = InstantRange.of(MARCH.minus(DAY), MARCH.plus(DAY.multipliedBy(90)));

    private static final Dimension REGION = Dimension.attribute("region");
    private static final Dimension PRODUCT = Dimension.attribute("product");

    private static KpiCalculator kpis(List<? extends SalesRecord> records) {
        return KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(records)
                .build());
    }

    private static Call call(String id, @Nullable String owner, @Nullable String region, @Nullable String product) {
        return Call.builder(id, MARCH)
                .owner(owner)
                .attribute("region", region)
                .attribute("product", product)
                .build();
    }

    /** A fact of each kind with an owner that no other one has. */
    private static List<SalesRecord> oneOwnerEach() {
        return List.of(
                Customer.builder("c-1", MARCH).owner("of-a-customer").build(),
                Call.builder("k-1", MARCH).owner("of-a-call").build(),
                Meeting.builder("m-1", MARCH, Meeting.Outcome.PLANNED)
                        .owner("of-a-meeting")
                        .build(),
                Proposal.builder("p-1", MARCH).owner("of-a-proposal").build(),
                Contract.builder("s-1", MARCH, Money.parse("EUR 1.00"))
                        .customer("c-1")
                        .owner("of-a-contract")
                        .build(),
                Survey.builder("q-1", MARCH, Survey.Scale.NPS, 9)
                        .owner("of-a-survey")
                        .build());
    }

    private static final List<String> ALL_OWNERS =
            List.of("of-a-call", "of-a-contract", "of-a-customer", "of-a-meeting", "of-a-proposal", "of-a-survey");

    @Test
    void keysAreThoseOfAllKindsOfFact() {
        assertThat(kpis(oneOwnerEach()).keys(Dimension.OWNER)).containsExactlyElementsOf(ALL_OWNERS);
        KpiCalculator asked = kpis(oneOwnerEach());
        asked.during(EVER).only(CALLS).by(Dimension.OWNER);
        assertThat(asked.keys(Dimension.OWNER)).containsExactlyElementsOf(ALL_OWNERS);
        assertThat(asked.keys(Dimension.OWNER)).containsExactlyElementsOf(ALL_OWNERS);
    }

    @Test
    void groupsAreThoseOfAllKindsOfFactWhicheverIsAskedAbout() {
        assertThat(kpis(oneOwnerEach())
                        .during(EVER)
                        .only(CALLS)
                        .by(Dimension.OWNER)
                        .groups())
                .extracting(group -> group.key().parts().get(0))
                .containsExactlyElementsOf(ALL_OWNERS);
        KpiQuery calls = kpis(oneOwnerEach()).during(EVER).only(CALLS);
        for (int i = 0; i < 2; i++) {
            assertThat(calls.by(Dimension.OWNER, REGION).groups())
                    .extracting(group -> group.key().parts())
                    .containsExactlyElementsOf(ALL_OWNERS.stream()
                            .map(owner -> Arrays.asList(owner, null))
                            .toList());
        }
    }

    @Test
    void aViewKnowsTheKeysOfMeetingsThatAreBookedAheadOfIt() {
        KpiCalculator view = kpis(List.of(
                        Meeting.builder("m-1", MARCH.plus(DAY.multipliedBy(9)), Meeting.Outcome.PLANNED)
                                .bookedAt(MARCH)
                                .owner("ahead")
                                .build(),
                        Meeting.builder("m-2", MARCH.plus(DAY.multipliedBy(9)), Meeting.Outcome.PLANNED)
                                .bookedAt(MARCH.plus(DAY.multipliedBy(5)))
                                .owner("unknown")
                                .build(),
                        Call.builder("k-1", MARCH).owner("behind").build()))
                .asOf(MARCH.plus(DAY));
        assertThat(view.keys(Dimension.OWNER)).containsExactly("ahead", "behind");
        assertThat(view.during(EVER).by(Dimension.OWNER, REGION).groups())
                .extracting(group -> group.key().parts())
                .containsExactly(Arrays.asList("ahead", null), Arrays.asList("behind", null));
    }

    @Test
    void aViewKnowsTheKeyOfACustomerOfWhichNothingIsKnownButABooking() {
        KpiCalculator view = kpis(List.of(
                        Customer.builder("c-1", MARCH).owner("alice").build(),
                        Customer.builder("c-2", MARCH.plus(DAY.multipliedBy(5)))
                                .owner("bob")
                                .build(),
                        booking("m-2", "c-2", null)))
                .asOf(MARCH.plus(DAY));
        assertThat(view.keys(Dimension.OWNER)).containsExactly("alice", "bob");
    }

    @Test
    void aBookingGoesByACustomerThatAViewDoesNotKnowOtherwise() {
        Indicator<Count> booked = Indicator.count("booked", SalesPopulations.SALES_MEETINGS_BOOKED);
        KpiQuery seen = kpis(List.of(
                        Customer.builder("c-1", MARCH).owner("alice").build(),
                        Customer.builder("c-2", MARCH.plus(DAY.multipliedBy(5)))
                                .owner("bob")
                                .build(),
                        booking("m-1", "c-1", null),
                        booking("m-2", "c-2", null),
                        booking("m-3", "c-2", "carol"),
                        booking("m-4", null, null)))
                .asOf(MARCH.plus(DAY))
                .during(EVER);
        assertThat(seen.get(booked)).isEqualTo(Count.of(4));
        assertThat(seen.only(booked).by(Dimension.OWNER).get(booked))
                .containsExactly(
                        Map.entry(GroupKey.of("alice"), Count.of(1)),
                        Map.entry(GroupKey.of("bob"), Count.of(1)),
                        Map.entry(GroupKey.of("carol"), Count.of(1)),
                        Map.entry(GroupKey.UNASSIGNED, Count.of(1)));
    }

    /** The ids of the two customers have the same hash code. */
    @Test
    void aCustomerThatAViewDoesNotKnowIsNotTakenForAnother() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        Indicator<Count> booked = Indicator.count("booked", SalesPopulations.SALES_MEETINGS_BOOKED);
        KpiQuery seen = kpis(List.of(
                        Customer.builder("Aa", MARCH).owner("alice").build(),
                        Customer.builder("BB", MARCH.plus(DAY.multipliedBy(5)))
                                .owner("bob")
                                .build(),
                        booking("m-1", "BB", null)))
                .asOf(MARCH.plus(DAY))
                .during(EVER);
        assertThat(seen.only(booked).by(Dimension.OWNER).get(booked))
                .containsExactly(
                        Map.entry(GroupKey.of("alice"), Count.of(0)), Map.entry(GroupKey.of("bob"), Count.of(1)));
    }

    private static Meeting booking(String id, @Nullable String customer, @Nullable String owner) {
        return Meeting.builder(id, MARCH.plus(DAY.multipliedBy(9)), Meeting.Outcome.PLANNED)
                .bookedAt(MARCH)
                .customer(customer)
                .owner(owner)
                .build();
    }

    @Test
    void aDerivedKeyIsNotTheKeyThatItStandsFor() {
        Dimension next = Dimension.derived("next", Dimension.OWNER, Map.of("a", "b", "b", "c"));
        KpiQuery calls = kpis(List.of(
                        call("k-1", "a", null, null),
                        call("k-2", "b", null, null),
                        call("k-3", "b", null, null),
                        call("k-4", "c", null, null),
                        call("k-5", null, null, null),
                        call("k-6", "d", null, null)))
                .during(EVER);
        assertThat(calls.only(CALLS).by(next).get(CALLS))
                .containsExactly(
                        Map.entry(GroupKey.of("b"), Count.of(1)),
                        Map.entry(GroupKey.of("c"), Count.of(2)),
                        Map.entry(GroupKey.UNASSIGNED, Count.of(3)));
        assertThat(calls.where(next, "a").get(CALLS)).isEqualTo(Count.of(0));
        assertThat(calls.where(next, "d").get(CALLS)).isEqualTo(Count.of(0));
        assertThat(calls.where(next, "c").get(CALLS)).isEqualTo(Count.of(2));
    }

    private final KpiQuery calls = kpis(List.of(
                    call("k-1", "zoe", "west", "x"),
                    call("k-2", "alice", "north", "x"),
                    call("k-3", "alice", "south", "y"),
                    call("k-4", "alice", "south", "y"),
                    call("k-5", "bob", "north", null),
                    call("k-6", "bob", null, "x"),
                    call("k-7", null, "south", "x")))
            .during(EVER)
            .only(CALLS);

    @Test
    void ofThreeDimensionsAGroupIsACombinationThatOccurs() {
        assertThat(calls.by(Dimension.OWNER, REGION, PRODUCT).get(CALLS))
                .containsExactly(
                        Map.entry(GroupKey.of("alice", "north", "x"), Count.of(1)),
                        Map.entry(GroupKey.of("alice", "south", "y"), Count.of(2)),
                        Map.entry(new GroupKey(Arrays.asList("bob", "north", null)), Count.of(1)),
                        Map.entry(new GroupKey(Arrays.asList("bob", null, "x")), Count.of(1)),
                        Map.entry(GroupKey.of("zoe", "west", "x"), Count.of(1)),
                        Map.entry(new GroupKey(Arrays.asList(null, "south", "x")), Count.of(1)));
    }

    @Test
    void keysOfACombinationStandInTheOrderOfTheDimensionsThatWereAskedFor() {
        assertThat(calls.by(REGION, Dimension.OWNER).get(CALLS))
                .containsExactly(
                        Map.entry(GroupKey.of("north", "alice"), Count.of(1)),
                        Map.entry(GroupKey.of("north", "bob"), Count.of(1)),
                        Map.entry(GroupKey.of("south", "alice"), Count.of(2)),
                        Map.entry(new GroupKey(Arrays.asList("south", null)), Count.of(1)),
                        Map.entry(GroupKey.of("west", "zoe"), Count.of(1)),
                        Map.entry(new GroupKey(Arrays.asList(null, "bob")), Count.of(1)));
    }

    @Test
    void conditionsOnSeveralDimensionsAreMetTogether() {
        assertThat(calls.where(Dimension.OWNER, "alice", "bob")
                        .where(REGION, "south", "west")
                        .get(CALLS))
                .isEqualTo(Count.of(2));
        assertThat(calls.where(Dimension.OWNER, Arrays.asList("bob", null))
                        .where(REGION, Arrays.asList("north", "south", null))
                        .get(CALLS))
                .isEqualTo(Count.of(3));
        assertThat(calls.where(Dimension.OWNER, "alice")
                        .where(REGION, "north", "south")
                        .where(PRODUCT, "x")
                        .get(CALLS))
                .isEqualTo(Count.of(1));
        assertThat(calls.where(REGION, "south").where(Dimension.OWNER, "alice").get(CALLS))
                .isEqualTo(Count.of(2));
    }

    @Test
    void aPartThatNothingLiesInIsEmpty() {
        assertThat(calls.where(Dimension.OWNER, "alice", "bob")
                        .where(REGION, "west", "east")
                        .get(CALLS))
                .isEqualTo(Count.of(0));
        assertThat(calls.where(Dimension.OWNER, "alice", "bob")
                        .where(REGION, "west", "east")
                        .facts(CALLS)
                        .hits())
                .isEmpty();
        assertThat(calls.where(Dimension.OWNER, List.of()).get(CALLS)).isEqualTo(Count.of(0));
        assertThat(calls.where(Dimension.OWNER, "nobody").where(REGION, "west").get(CALLS))
                .isEqualTo(Count.of(0));
        assertThat(calls.where(Dimension.OWNER, "zoe").where(REGION, "north").get(CALLS))
                .isEqualTo(Count.of(0));
    }

    @Test
    void aGroupOfABreakdownIsThatPartOfTheQuestion() {
        KpiQuery south = calls.where(REGION, "south");
        assertThat(south.by(Dimension.OWNER).get(CALLS))
                .containsExactly(
                        Map.entry(GroupKey.of("alice"), Count.of(2)),
                        Map.entry(GroupKey.of("bob"), Count.of(0)),
                        Map.entry(GroupKey.of("zoe"), Count.of(0)),
                        Map.entry(GroupKey.UNASSIGNED, Count.of(1)));
        assertThat(south.by(Dimension.OWNER).total().get(CALLS)).isEqualTo(Count.of(3));
    }
}
