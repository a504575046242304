package org.saleskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;

class KpiBreakdownTest {

    private static final Instant MARCH_2 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant APRIL_2 = Instant.parse("2026-04-02T09:00:00Z");

    /** A contract of so many euros each for an owner, by their order; a blank owner is none. */
    private static KpiQuery query(String... ownersAndEuros) {
        List<Customer> customers = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < ownersAndEuros.length; i += 2) {
            String id = "c-" + i;
            customers.add(Customer.builder(id, MARCH_2).build());
            contracts.add(
                    Contract.builder(id, i % 4 == 0 ? MARCH_2 : APRIL_2, Money.parse("EUR " + ownersAndEuros[i + 1]))
                            .customer(id)
                            .owner(ownersAndEuros[i].isBlank() ? null : ownersAndEuros[i])
                            .build());
        }
        return KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                        .customers(customers)
                        .contracts(contracts)
                        .build())
                .during(DateRange.year(2026));
    }

    private static Amount euros(long euros) {
        return new Amount(CurrencyUnit.EUR, 100 * euros);
    }

    private final KpiBreakdown<KpiReport> reps =
            query("zoe", "20", "bob", "10", "", "30", "alice", "20", "zoe", "1").by(Dimension.OWNER);

    @Test
    void answersOfAnIndicatorAreAMapInTheOrderOfGroups() {
        Map<GroupKey, Amount> revenue = reps.get(SalesIndicators.REVENUE);
        assertThat(revenue.keySet())
                .hasToString("[alice, bob, zoe, unassigned]")
                .contains(GroupKey.UNASSIGNED);
        assertThat(revenue).containsEntry(GroupKey.of("zoe"), euros(21)).containsEntry(GroupKey.UNASSIGNED, euros(30));
        assertThat(Map.copyOf(revenue)).isEqualTo(new HashMap<>(revenue));
    }

    @Test
    void ofSeriesTheAnswersAreThoseOverAllPeriods() {
        KpiQuery query = query("alice", "20", "alice", "10", "bob", "5");
        KpiBreakdown<KpiSeries> months = query.by(Dimension.OWNER, CalendarUnit.MONTH);
        assertThat(months.get(SalesIndicators.REVENUE))
                .isEqualTo(query.by(Dimension.OWNER).get(SalesIndicators.REVENUE));
        assertThat(months.top(1, SalesIndicators.CONTRACTS))
                .extracting(KpiBreakdown.Group::key)
                .containsExactly(GroupKey.of("alice"));
        assertThatThrownBy(() -> months.get(SalesIndicators.RETENTION_RATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Indicator retention-rate does not add up over periods: ask about the whole period");
    }

    @Test
    void theTopIsSortedByTheAnswerAndThenByKey() {
        assertThat(reps.top(10, SalesIndicators.REVENUE))
                .extracting(group -> group.key().toString())
                .containsExactly("unassigned", "zoe", "alice", "bob");
        assertThat(reps.top(2, SalesIndicators.CONTRACTS))
                .extracting(group -> group.key().toString())
                .containsExactly("zoe", "alice");
        assertThat(reps.top(0, SalesIndicators.REVENUE)).isEmpty();
        assertThatThrownBy(() -> reps.top(-1, SalesIndicators.REVENUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiBreakdown: count -1 is negative");
    }

    @Test
    void groupsWithoutAnAnswerAreTheLastOfTheTop() {
        KpiBreakdown<KpiReport> closers = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                        .proposals(List.of(
                                Proposal.builder("p-1", MARCH_2).owner("alice").build(),
                                Proposal.builder("p-2", MARCH_2)
                                        .owner("bob")
                                        .decided(Proposal.Status.REFUSED, MARCH_2)
                                        .build(),
                                Proposal.builder("p-3", MARCH_2)
                                        .owner("zoe")
                                        .decided(Proposal.Status.ACCEPTED, MARCH_2)
                                        .build()))
                        .build())
                .during(DateRange.month(2026, 3))
                .by(Dimension.OWNER);
        assertThat(closers.top(3, SalesIndicators.WIN_RATE))
                .extracting(group -> group.key().toString())
                .containsExactly("zoe", "bob", "alice");
    }

    @Test
    void breakdownsAddGroupByGroup() {
        KpiBreakdown<KpiReport> one = query("alice", "20", "bob", "10").by(Dimension.OWNER);
        KpiBreakdown<KpiReport> other = query("bob", "5", "", "7").by(Dimension.OWNER);
        KpiBreakdown<KpiReport> sum = one.plus(other);
        assertThat(sum.get(SalesIndicators.REVENUE))
                .isEqualTo(Map.of(
                        GroupKey.of("alice"), euros(20), GroupKey.of("bob"), euros(15), GroupKey.UNASSIGNED, euros(7)));
        assertThat(sum.total().get(SalesIndicators.CUSTOMERS_WON)).isEqualTo(Count.of(4));
        assertThat(other.plus(one)).isEqualTo(sum);
        assertThat(sum.minus(other).total()).isEqualTo(one.total());
        assertThat(sum.minus(other).get(SalesIndicators.REVENUE))
                .isEqualTo(Map.of(
                        GroupKey.of("alice"), euros(20), GroupKey.of("bob"), euros(10), GroupKey.UNASSIGNED, euros(0)));
        assertThatThrownBy(() -> one.minus(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void breakdownsByOtherDimensionsOrOfOtherPartsHaveNoSum() {
        KpiQuery query = query("alice", "20", "bob", "10");
        KpiBreakdown<KpiReport> owners = query.by(Dimension.OWNER);
        assertThatThrownBy(() -> owners.plus(query.by(Dimension.attribute("region"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Breakdowns by different dimensions have no sum: [owner] and [region]");
        assertThatThrownBy(() -> owners.minus(query.by(Dimension.attribute("region"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Breakdowns by different dimensions have no sum: [owner] and [region]");
        KpiQuery north = query.where(Dimension.attribute("region"), "north");
        KpiQuery south = query.where(Dimension.attribute("region"), "south");
        assertThatThrownBy(() -> north.by(Dimension.OWNER).plus(south.by(Dimension.OWNER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Breakdowns of different parts have no sum: where region is north, and where region is south");
        assertThatThrownBy(() ->
                        north.by(Dimension.OWNER, CalendarUnit.YEAR).plus(south.by(Dimension.OWNER, CalendarUnit.YEAR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Breakdowns of different parts have no sum: ");
    }

    @Test
    void groupsArePutInOrderAndHaveOneKeyForEachDimension() {
        KpiReport report = reps.total();
        KpiBreakdown.Group<KpiReport> alice = new KpiBreakdown.Group<>(GroupKey.of("alice"), report);
        KpiBreakdown.Group<KpiReport> nobody = new KpiBreakdown.Group<>(GroupKey.UNASSIGNED, report);
        assertThat(new KpiBreakdown<>(List.of("owner"), List.of(nobody, alice), report).groups())
                .containsExactly(alice, nobody);
        assertThatThrownBy(() -> new KpiBreakdown<>(List.of("owner"), List.of(alice, nobody, alice), report))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiBreakdown: two groups have the key \"alice\"");
        assertThatThrownBy(() -> new KpiBreakdown<>(List.of("owner", "region"), List.of(alice), report))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiBreakdown: group \"alice\" has not one key for each of [owner, region]");
        assertThatThrownBy(() -> new KpiBreakdown<>(List.of(), List.of(), report))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiBreakdown: expected at least one dimension");
    }

    @Test
    void keysAreInOrderAndNotBlank() {
        GroupKey aliceAnywhere = new GroupKey(Arrays.asList("alice", null));
        assertThat(List.of(
                        GroupKey.of("alice"),
                        GroupKey.of("alice", "\uFFFF"),
                        GroupKey.of("alice", "\uD83D\uDE00"),
                        aliceAnywhere,
                        GroupKey.of("bob", "A"),
                        new GroupKey(Arrays.asList(null, "A"))))
                .isSortedAccordingTo((left, right) -> left.compareTo(right) < 0 ? -1 : 1);
        assertThat(aliceAnywhere).hasToString("alice, unassigned").isEqualByComparingTo(aliceAnywhere);
        assertThat(aliceAnywhere.parts()).containsExactly("alice", null).isUnmodifiable();
        assertThatThrownBy(() -> GroupKey.of("alice", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GroupKey: key \" \" is blank");
        assertThatThrownBy(GroupKey::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GroupKey: expected a key for at least one dimension");
    }

    @Test
    void aBreakdownIsForAPersonToRead() {
        KpiQuery query = query("alice", "20").only(SalesIndicators.REVENUE);
        KpiReport total = query.report();
        KpiReport alice = query.where(Dimension.OWNER, "alice").report();
        assertThat(query.by(Dimension.OWNER))
                .hasToString("owner alice, " + alice + "\n\nowner unassigned, "
                        + query.whereUnassigned(Dimension.OWNER).report() + "\n\ntotal, " + total);
        assertThat(query.by(Dimension.OWNER, Dimension.attribute("region")).toString())
                .startsWith(
                        "owner alice, region unassigned, 2026-01-01T00:00 to 2027-01-01T00:00 (Z, EUR) where owner is alice,"
                                + " region is unassigned\n");
    }
}
