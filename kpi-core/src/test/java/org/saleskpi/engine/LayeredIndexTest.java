package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;

/** How keys are counted in the layers of a history, and what is put together of these. */
class LayeredIndexTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final ImmutableList<Dimension> OWNERS = ImmutableList.of(Dimension.OWNER);
    private static final ImmutableList<Dimension> OWNERS_AND_REGIONS =
            ImmutableList.of(Dimension.OWNER, Dimension.attribute("region"));

    private static Instant day(int number) {
        return MARCH.plus(Duration.ofDays(number));
    }

    private static SalesHistory history(SalesRecord... records) {
        return SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(Arrays.asList(records))
                .build();
    }

    private static Customer customer(String id, @Nullable String owner) {
        return Customer.builder(id, MARCH).owner(owner).build();
    }

    private static Call call(String id, @Nullable String owner) {
        return Call.builder(id, MARCH).owner(owner).build();
    }

    private static Contract contract(String id, String customer, int signedOn) {
        return Contract.builder(id, day(signedOn), Money.parse("EUR 1.00"))
                .customer(customer)
                .build();
    }

    /** A sales meeting on the ninth day, which was booked on the first. */
    private static Meeting booked(String id, @Nullable String customer, @Nullable String owner) {
        return Meeting.builder(id, day(9), Meeting.Outcome.PLANNED)
                .bookedAt(MARCH)
                .customer(customer)
                .owner(owner)
                .build();
    }

    /** Of each kind of fact one of alice's customer; the meeting is a booking too, the contract a conversion and a stretch. */
    private static SalesHistory ofAllKinds() {
        return history(
                customer("c-1", "alice"),
                call("k-1", "bob"),
                Call.builder("k-2", MARCH).customer("c-1").build(),
                booked("m-1", "c-1", null),
                Proposal.builder("p-1", MARCH).customer("c-1").build(),
                contract("s-1", "c-1", 0),
                Survey.builder("q-1", MARCH, Survey.Scale.NPS, 9)
                        .customer("c-1")
                        .attribute("region", "north")
                        .build());
    }

    @Test
    void factsAreCountedOnceWhateverIsDerivedOfThem() {
        Index index = new Index(ofAllKinds());

        assertThat(index.factsByKey(OWNERS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(GroupKey.of("alice"), 6, GroupKey.of("bob"), 1));
        assertThat(index.factsOf(OWNERS, GroupKey.of("alice"))).isEqualTo(6);
        assertThat(index.factsOf(OWNERS, GroupKey.of("bob"))).isEqualTo(1);
        assertThat(index.factsOf(OWNERS, GroupKey.of("carol"))).isZero();
        assertThat(index.factsOf(OWNERS, GroupKey.UNASSIGNED)).isZero();
        assertThat(index.factsByKey(OWNERS_AND_REGIONS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new GroupKey(Arrays.asList("alice", null)),
                        5,
                        GroupKey.of("alice", "north"),
                        1,
                        new GroupKey(Arrays.asList("bob", null)),
                        1));
    }

    @Test
    void theyAreCountedOnceHoweverOftenTheyAreAskedAbout() {
        Index index = new Index(ofAllKinds());
        Index asked = new Index(index.history());
        Groups groups = asked.groups(OWNERS);
        for (int i = 0; i < 2; i++) {
            groups.of(FactKind.CALL, asked.history().calls());
            groups.of(FactKind.CONVERSION, FactKind.CONVERSION.facts(asked.history()));
            groups.of(FactKind.STRETCH, FactKind.STRETCH.facts(asked.history()));
            groups.of(FactKind.BOOKING, asked.history().bookings());
        }

        assertThat(asked.factsByKey(OWNERS)).isEqualTo(index.factsByKey(OWNERS));
    }

    @Test
    void thereMayBeAnyNumberOfGroups() {
        List<SalesRecord> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(call("k-" + i, "rep-" + i));
            calls.add(call("n-" + i, "rep-" + i));
        }
        Index index = new Index(history(calls.toArray(SalesRecord[]::new)));

        assertThat(index.factsByKey(OWNERS))
                .hasSize(50)
                .allSatisfy((key, count) -> assertThat(count).isEqualTo(2));
        assertThat(index.factsOf(OWNERS, GroupKey.of("rep-49"))).isEqualTo(2);
    }

    @Test
    void ofAViewMeetingsThatAreBookedAheadOfItAreCounted() {
        SalesHistory all = history(
                call("k-1", "alice"),
                booked("m-1", null, "alice"),
                booked("m-2", null, "bob"),
                booked("m-3", null, "bob"));
        Index view = new Index(all).asOf(day(5));

        Map<GroupKey, Integer> counted = Map.of(GroupKey.of("alice"), 2, GroupKey.of("bob"), 2);
        assertThat(view.factsByKey(OWNERS)).containsExactlyInAnyOrderEntriesOf(counted);
        assertThat(view.factsOf(OWNERS, GroupKey.of("alice"))).isEqualTo(2);
        assertThat(view.factsOf(OWNERS, GroupKey.of("bob"))).isEqualTo(2);
        assertThat(view.factsOf(OWNERS, GroupKey.of("carol"))).isZero();
        assertThat(view.groups(OWNERS).keysOf(view.history().bookedAhead()))
                .containsExactly(GroupKey.of("alice"), GroupKey.of("bob"), GroupKey.of("bob"));
        assertThat(view.groups(OWNERS).keysOf(List.of())).isEmpty();
    }

    @Test
    void aKeyIsGoneWithTheLastFactThatHasIt() {
        SalesHistory before =
                history(call("k-1", "alice"), call("k-2", "alice"), call("k-3", null), call("k-4", "bob"));
        SalesHistory one = before.with(without(RecordType.CALL, "k-1", "k-3"));
        SalesHistory none = one.with(without(RecordType.CALL, "k-2"));

        assertThat(keys(before, OWNERS)).containsExactly("alice", "bob", null);
        assertThat(keys(one, OWNERS)).containsExactly("alice", "bob");
        assertThat(keys(none, OWNERS)).containsExactly("bob");
        assertThat(keys(none.with(HistoryChanges.of(call("k-9", "alice"), call("k-8", "carol"))), OWNERS))
                .containsExactly("alice", "bob", "carol");
    }

    @Test
    void aViewLosesTheKeyOfAMeetingAheadThatIsRemoved() {
        SalesHistory before = history(
                customer("c-1", "zoe"),
                booked("m-1", null, "alice"),
                booked("m-2", null, "bob"),
                booked("m-3", null, "bob"));
        SalesHistory after = before.with(without(RecordType.MEETING, "m-1", "m-2"));
        SalesHistory last = after.with(without(RecordType.MEETING, "m-3"));

        for (ImmutableList<Dimension> dimensions : List.of(OWNERS, OWNERS_AND_REGIONS)) {
            assertThat(keysAsOfTheFifth(before, dimensions)).containsExactly("alice", "bob", "zoe");
            assertThat(keysAsOfTheFifth(after, dimensions)).containsExactly("bob", "zoe");
            assertThat(keysAsOfTheFifth(last, dimensions)).containsExactly("zoe");
        }
    }

    private static HistoryChanges without(RecordType type, String... ids) {
        HistoryChanges.Builder changes = HistoryChanges.builder();
        Arrays.stream(ids).forEach(id -> changes.remove(type, id));
        return changes.build();
    }

    private static List<@Nullable String> keys(SalesHistory history, ImmutableList<Dimension> dimensions) {
        return firstParts(LayeredIndex.of(history).keys(dimensions));
    }

    private static List<@Nullable String> keysAsOfTheFifth(SalesHistory history, ImmutableList<Dimension> dimensions) {
        return firstParts(LayeredIndex.of(history).asOf(history.asOf(day(5))).keys(dimensions));
    }

    private static List<@Nullable String> firstParts(List<GroupKey> keys) {
        List<@Nullable String> parts = new ArrayList<>();
        keys.forEach(key -> parts.add(key.parts().get(0)));
        return parts;
    }

    @Test
    void oneLayerIsAskedByItself() {
        SalesHistory history = history(call("k-1", "alice"));
        LayeredIndex one = LayeredIndex.of(history);
        LayeredIndex three = one.over(history.with(HistoryChanges.of(call("k-2", "bob"))));

        assertThat(one.only()).isNotNull().isSameAs(one.layers().get(0).index());
        assertThat(one.asOf(history.asOf(day(1))).only()).isNotNull();
        assertThat(three.layers()).hasSize(3);
        assertThat(three.only()).isNull();
        assertThat(three.layers().get(0).index()).isSameAs(one.only());
        assertThat(three.asOf(three.history().asOf(day(1))).only()).isNull();
    }

    @Test
    void whatIsObservedOfChangedCustomersIsTakenOutAndAdded() {
        SalesHistory before = history(
                customer("c-1", null),
                customer("c-2", null),
                customer("c-3", null),
                contract("s-1", "c-1", 3),
                contract("s-2", "c-2", 3));
        SalesHistory after = before.with(
                HistoryChanges.of(contract("s-2", "c-2", 7), customer("c-4", null), contract("s-4", "c-4", 7)));
        Cycle cycle = KpiCalculator.of(after)
                .asOf(day(10).plusNanos(1))
                .during(InstantRange.of(MARCH, day(1)))
                .cycle();

        assertThat(cycle.observations())
                .containsExactly(
                        new Cycle.Ended(3, 1, 0, 0), new Cycle.Ended(7, 2, 0, 0), new Cycle.Ended(10, 0, 0, 1));
    }

    @Test
    void factsOfOneMomentAreInTheOrderOfAHistory() {
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .customers(List.of(customer("\uD83D\uDE00", null), customer("\uFF5E", null), customer("b", null)))
                .calls(List.of(
                        call("k-2", null),
                        call("k-1", null),
                        Call.builder("k-0", day(1)).build()))
                .contracts(List.of(
                        ofTerm("s-1", "\uD83D\uDE00", 0, 1),
                        ofTerm("s-2", "\uD83D\uDE00", 2, 3),
                        ofTerm("s-3", "b", 2, 3)))
                .meetings(List.of(booked("m-2", null, null), booked("m-1", null, null)))
                .build();

        for (FactKind kind : FactKind.values()) {
            List<Fact> sorted = new ArrayList<>(kind.facts(history));
            Collections.reverse(sorted);
            sorted.sort(FactKind.ORDER);
            assertThat(sorted).as(kind.name()).isEqualTo(kind.facts(history));
        }
        assertThat(history.bookings()).extracting(Booking::id).containsExactly("m-1", "m-2");
        assertThat(FactKind.STRETCH.facts(history))
                .extracting(fact -> ((Stretch) fact).startsAt())
                .containsExactly(day(2), day(0), day(2));
    }

    private static Contract ofTerm(String id, String customer, int startsOn, int endsOn) {
        return Contract.builder(id, MARCH, Money.parse("EUR 1.00"))
                .customer(customer)
                .startsAt(day(startsOn))
                .endsAt(day(endsOn))
                .build();
    }
}
