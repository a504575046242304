package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Count;

class DimensionTest {

    private static final Instant MARCH_2 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Dimension TEAM =
            Dimension.derived("team", Dimension.OWNER, Map.of("alice", "north", "bob", "north"));

    private final SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .customers(List.of(Customer.builder("c-1", MARCH_2).owner("alice").build()))
            .calls(List.of(
                    Call.builder("k-1", MARCH_2)
                            .customer("c-1")
                            .attribute("list", "A")
                            .build(),
                    Call.builder("k-2", MARCH_2).customer("c-1").owner("carol").build(),
                    Call.builder("k-3", MARCH_2).owner("bob").build(),
                    Call.builder("k-4", MARCH_2).build()))
            .contracts(List.of(
                    Contract.builder("s-1", MARCH_2, Money.parse("EUR 900.00"))
                            .customer("c-1")
                            .build(),
                    Contract.builder("s-2", MARCH_2, Money.parse("EUR 10.00"))
                            .customer("c-1")
                            .build()))
            .build();
    private final KpiQuery march = KpiCalculator.of(history).during(DateRange.month(2026, 3));

    private static Count calls(KpiBreakdown<KpiReport> breakdown, String key) {
        return breakdown.group(key).orElseThrow().get(SalesIndicators.CALLS);
    }

    @Test
    void aDerivedKeyStandsForTheOwnKeyElseTheCustomers() {
        KpiBreakdown<KpiReport> teams = march.by(TEAM);
        assertThat(teams.dimensions()).containsExactly("team");
        assertThat(teams.groups())
                .extracting(KpiBreakdown.Group::key)
                .containsExactly(GroupKey.of("north"), GroupKey.UNASSIGNED);
        assertThat(calls(teams, "north")).isEqualTo(Count.of(2));
        // Carol is in no team, which her customer's team does not change.
        assertThat(teams.unassigned().orElseThrow().get(SalesIndicators.CALLS)).isEqualTo(Count.of(2));
        assertThat(march.where(TEAM, "north").report().terms().scope()).hasToString("team is north");
        assertThat(march.where(TEAM, "north")
                        .by(Dimension.OWNER, TEAM)
                        .group("bob", "north")
                        .orElseThrow()
                        .terms()
                        .scope())
                .hasToString("owner is bob, team is north");
    }

    @Test
    void whatIsDerivedFromWhatIsDerivedIsDerivedFromBoth() {
        Dimension country = Dimension.derived("country", TEAM, team -> team.equals("north") ? "NO" : null);
        assertThat(calls(march.by(country), "NO")).isEqualTo(Count.of(2));
        assertThat(country.description()).isEqualTo("what is derived from what is derived from the owner of a record");
    }

    @Test
    void aKeyIsComputedFromOneKindOfFactAndConversionsGoByTheirContract() {
        Dimension size = Dimension.of(
                "size",
                Contract.class,
                contract -> contract.amount().isGreaterThan(Money.parse("EUR 100.00")) ? "large" : null);
        KpiBreakdown<KpiReport> sizes = march.by(size);
        assertThat(sizes.group("large").orElseThrow().get(SalesIndicators.CONTRACTS))
                .isEqualTo(Count.of(1));
        assertThat(sizes.group("large").orElseThrow().get(SalesIndicators.CUSTOMERS_WON))
                .isEqualTo(Count.of(1));
        assertThat(sizes.unassigned().orElseThrow().get(SalesIndicators.CALLS)).isEqualTo(Count.of(4));
        assertThat(size.description()).isEqualTo("what is computed from each Contract");
    }

    @Test
    void aMappingIsAskedOnceForEachKeyHoweverManyQuestionsThereAre() {
        List<String> asked = new ArrayList<>();
        Dimension shouted = Dimension.derived("shouted", Dimension.OWNER, owner -> {
            asked.add(owner);
            return owner.toUpperCase(Locale.ROOT);
        });
        for (int i = 0; i < 3; i++) {
            assertThat(march.by(shouted, CalendarUnit.DAY).groups()).hasSize(4);
            assertThat(march.where(shouted, "BOB", "ALICE").get(SalesIndicators.CALLS))
                    .isEqualTo(Count.of(2));
            assertThat(march.by(TEAM, shouted).groups()).hasSize(4);
        }
        assertThat(asked).containsExactlyInAnyOrder("alice", "bob", "carol");
    }

    @Test
    void ofManyKeysInSeveralDimensionsOnlyTheCombinationsThatOccurAreAskedAbout() {
        List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "key-" + i).collect(Collectors.toList());
        many.add("bob");
        many.add("carol");
        many.add(0, "north");
        // All 25 million combinations would take gigabytes.
        assertThat(march.where(Dimension.OWNER, many).where(TEAM, many).get(SalesIndicators.CALLS))
                .isEqualTo(Count.of(1));
    }

    @Test
    void attributesOfOneNameAreEqualAndWhatIsMadeWithAFunctionIsItself() {
        assertThat(Dimension.attribute("region"))
                .isEqualTo(Dimension.attribute("region"))
                .hasSameHashCodeAs(Dimension.attribute("region"))
                .isNotEqualTo(Dimension.attribute("product"))
                .isNotEqualTo("region")
                .hasToString("region");
        assertThat(Dimension.OWNER).isNotEqualTo(Dimension.attribute("owner")).hasToString("owner");
        assertThat(Dimension.attribute("owner")).isNotEqualTo(Dimension.OWNER);
        assertThat(TEAM)
                .isNotEqualTo(Dimension.derived("team", Dimension.OWNER, Map.of("alice", "north", "bob", "north")))
                .isNotEqualTo(Dimension.attribute("team"));
        assertThat(Dimension.attribute("team").hashCode())
                .isNotEqualTo(Dimension.attribute("region").hashCode());
    }

    @Test
    void aBookingHasTheKeysOfItsMeetingAndThoseComputedFromItself() {
        Meeting meeting = Meeting.builder("m-1", Instant.EPOCH, Meeting.Outcome.HELD)
                .bookedAt(Instant.EPOCH)
                .build();
        Booking booking = new Booking(meeting);
        Dimension outcome =
                Dimension.of("outcome", Meeting.class, held -> held.outcome().name());
        Dimension of = Dimension.of("of", Booking.class, Booking::id);
        assertThat(outcome.ownKeyOf(meeting)).isEqualTo("HELD");
        assertThat(outcome.ownKeyOf(booking)).isEqualTo("HELD");
        assertThat(of.ownKeyOf(booking)).isEqualTo("m-1");
        assertThat(of.ownKeyOf(meeting)).isNull();
    }

    @Test
    void aDimensionIsTheOwnerAnAttributeDerivedOrComputed() {
        Dimension region = Dimension.attribute("region");
        Dimension area = Dimension.derived("area", region, Map.of("EMEA", "east"));
        Dimension size = Dimension.of("size", Contract.class, contract -> "small");
        assertThat(List.of(Dimension.OWNER, region, area, size))
                .map(Dimension::isAttribute)
                .containsExactly(false, true, false, false);
        assertThat(List.of(Dimension.OWNER, region, area, size))
                .map(Dimension::isDerived)
                .containsExactly(false, false, true, false);
        assertThat(area.derive("EMEA")).isEqualTo("east");
        assertThat(area.derive("APAC")).isNull();
        assertThat(area.derive(null)).isNull();
        assertThat(region.derive("EMEA")).isEqualTo("EMEA");
    }

    @Test
    void twoDimensionsOfOneNameAreRefusedWithBothNamed() {
        assertThatThrownBy(() -> march.where(TEAM, "north").where(Dimension.attribute("team"), "north"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two dimensions have the name \"team\": what is derived from the owner of a record, and the"
                        + " attribute team");
        assertThatThrownBy(() -> march.where(TEAM, "north").by(Dimension.attribute("team"), CalendarUnit.MONTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Two dimensions have the name \"team\": ");
        assertThatThrownBy(() -> march.by(TEAM, Dimension.attribute("team")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Two dimensions have the name \"team\": ");
        assertThatThrownBy(() -> march.by(Dimension.OWNER, Dimension.OWNER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiQuery: the dimension \"owner\" stands twice in [owner, owner]");
        assertThatThrownBy(() -> march.by(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiQuery: expected at least one dimension to group by");
    }

    @Test
    void namesAndKeysAreNotBlank() {
        assertThatThrownBy(() -> Dimension.attribute(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dimension: name \" \" is blank");
        Dimension blank = Dimension.derived("blank", Dimension.OWNER, owner -> "");
        assertThatThrownBy(() -> march.by(blank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dimension blank: the key \"\" of alice is blank; expected a text, or null for unassigned");
        assertThatThrownBy(() -> Dimension.of("any", Fact.class, fact -> "key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dimension any: Fact is not one kind of fact, such as Call");
    }

    @Test
    void whatCanBeGroupedByAndWhichKeysThereAreIsTold() {
        KpiCalculator kpis = KpiCalculator.of(history);
        assertThat(history.attributeNames()).containsExactly("list");
        assertThat(kpis.keys(Dimension.OWNER)).containsExactly("alice", "bob", "carol");
        assertThat(kpis.keys(TEAM)).containsExactly("north");
        assertThat(kpis.keys(Dimension.attribute("regoin"))).isEmpty();
        assertThat(kpis.asOf(Instant.EPOCH).keys(Dimension.OWNER)).isEmpty();
        assertThat(march.unknownKeys()).isEmpty();
        assertThat(march.where(Dimension.OWNER, "alice", "zoe", "Bob")
                        .where(TEAM, "north", "south")
                        .where(Dimension.attribute("list"), "A")
                        .unknownKeys())
                .isEqualTo(Map.of("owner", List.of("Bob", "zoe"), "team", List.of("south")));
        assertThat(march.whereUnassigned(Dimension.attribute("list")).unknownKeys())
                .isEmpty();
    }
}
