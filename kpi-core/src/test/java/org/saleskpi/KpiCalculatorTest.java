package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.RateIndicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Rate;

class KpiCalculatorTest {

    private static final DateRange MARCH = DateRange.month(2026, 3);

    private final SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
            .customers(List.of(
                    Customer.builder("c-1", Instant.parse("2026-03-02T09:00:00Z"))
                            .owner("alice")
                            .attribute("region", "EMEA")
                            .build(),
                    Customer.builder("c-2", Instant.parse("2026-03-03T09:00:00Z"))
                            .build()))
            .calls(List.of(
                    Call.builder("k-1", Instant.parse("2026-03-04T09:00:00Z"))
                            .customer("c-1")
                            .outcome(Call.Outcome.DISCUSSION)
                            .build(),
                    Call.builder("k-2", Instant.parse("2026-04-04T09:00:00Z"))
                            .customer("c-1")
                            .owner("bob")
                            .build(),
                    Call.builder("k-3", Instant.parse("2026-03-04T09:00:00Z"))
                            .customer("c-2")
                            .outcome(Call.Outcome.REFUSED)
                            .build()))
            .contracts(List.of(Contract.builder("s-1", Instant.parse("2026-03-20T09:00:00Z"), Money.parse("EUR 900.00"))
                    .customer("c-1")
                    .owner("bob")
                    .build()))
            .build();
    private final KpiCalculator kpis = KpiCalculator.of(history);

    @Test
    void answersWithoutCasts() {
        KpiReport march = kpis.during(MARCH).report();
        Rate conversion = march.get(SalesIndicators.CONVERSION_RATE);
        Amount revenue = march.get(SalesIndicators.REVENUE);
        assertThat(conversion).isEqualTo(Rate.of(1, 0, 1));
        assertThat(revenue.money()).isEqualTo(Money.parse("EUR 900.00"));
        assertThat(kpis.during(MARCH).get(SalesIndicators.CALLS)).isEqualTo(Count.of(2));
        assertThat(march.indicators()).isEqualTo(SalesIndicators.all()).hasSize(18);
    }

    @Test
    void aReportSaysOnWhichTerms() {
        assertThat(kpis.during(MARCH).report().terms())
                .hasToString("2026-03-01T00:00 to 2026-04-01T00:00 (Europe/Paris, EUR)");
        assertThat(kpis.asOf(Instant.parse("2026-03-15T11:00:00Z"))
                        .during(MARCH)
                        .report()
                        .terms())
                .hasToString("2026-03-01T00:00 to 2026-04-01T00:00 (Europe/Paris, EUR) as of 2026-03-15T12:00");
        assertThat(kpis.during(MARCH)
                        .only(SalesIndicators.CALLS, SalesIndicators.REVENUE)
                        .report())
                .hasToString("""
                        2026-03-01T00:00 to 2026-04-01T00:00 (Europe/Paris, EUR)
                        Prospecting calls  2
                        Revenue            EUR 900.00""");
    }

    @Test
    void aNarrowedReportSaysSoAndDoesNotAddToTheWhole() {
        KpiQuery query = kpis.during(MARCH);
        KpiReport alice = query.where(Dimension.OWNER, "alice").report();
        KpiReport bob = query.where(Dimension.OWNER, "bob").report();
        assertThat(alice.terms())
                .isNotEqualTo(query.report().terms())
                .hasToString("2026-03-01T00:00 to 2026-04-01T00:00 (Europe/Paris, EUR) where owner is alice");
        assertThat(kpis.asOf(Instant.parse("2026-03-15T11:00:00Z"))
                        .during(MARCH)
                        .whereUnassigned(Dimension.OWNER)
                        .report()
                        .terms())
                .hasToString("2026-03-01T00:00 to 2026-04-01T00:00 (Europe/Paris, EUR) where owner is unassigned"
                        + " as of 2026-03-15T12:00");
        assertThat(alice.plus(bob))
                .isEqualTo(query.where(Dimension.OWNER, "bob", "alice").report());
        assertThat(alice.plus(bob).minus(alice)).isEqualTo(bob);
        assertThatThrownBy(() -> query.report().plus(alice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Reports have a sum if they are about the same part, or different groups of one dimension: not "
                                + query.report().terms() + " and " + alice.terms());
        assertThatThrownBy(() -> query.report().minus(alice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A report can be taken from one about the same part, or about its groups of one dimension and"
                                + " others: not " + alice.terms() + " from "
                                + query.report().terms());
        assertThat(query.where(Dimension.OWNER, "alice"))
                .hasToString("KpiQuery during " + alice.terms().period() + " where owner is alice");
    }

    @Test
    void twoDimensionsOfOneNameCannotBothBeAskedAbout() {
        KpiQuery owned = kpis.during(MARCH).where(Dimension.OWNER, "alice");
        assertThatThrownBy(() -> owned.where(Dimension.attribute("owner"), "alice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two dimensions have the name \"owner\": the owner of a record, and the attribute owner");
        assertThatThrownBy(() -> owned.by(Dimension.attribute("owner"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsGoByTheOwnKeyElseTheCustomersAndUnassignedIsLast() {
        KpiBreakdown<KpiReport> owners = kpis.during(MARCH).by(Dimension.OWNER);
        assertThat(owners.groups())
                .extracting(KpiBreakdown.Group::key)
                .containsExactly(GroupKey.of("alice"), GroupKey.of("bob"), GroupKey.UNASSIGNED);
        assertThat(owners.group("alice").orElseThrow().get(SalesIndicators.CALLS))
                .isEqualTo(Count.of(1));
        assertThat(owners.group("bob").orElseThrow().get(SalesIndicators.CUSTOMERS_WON))
                .isEqualTo(Count.of(1));
        assertThat(owners.group("alice").orElseThrow().get(SalesIndicators.CONVERSION_RATE))
                .isEqualTo(Rate.of(1, 0, 0));
        assertThat(owners.unassigned().orElseThrow().get(SalesIndicators.CALLS)).isEqualTo(Count.of(1));
        assertThat(owners.total()).isEqualTo(kpis.during(MARCH).report());
        assertThat(owners.group("carol")).isEmpty();
        assertThat(owners.toString()).contains("owner alice, 2026-03-01T00:00", "owner unassigned, ", "total, ");
    }

    @Test
    void groupsOfAnAttributeAndSeriesGoTogether() {
        KpiBreakdown<KpiSeries> regions = kpis.during(DateRange.of(
                        MARCH.startInclusive(), MARCH.startInclusive().plusMonths(2)))
                .by(Dimension.attribute("region"), CalendarUnit.MONTH);
        assertThat(regions.group("EMEA").orElseThrow().get(SalesIndicators.CALLS))
                .containsExactly(Count.of(1), Count.of(1));
        assertThat(regions.total().get(SalesIndicators.CALLS)).containsExactly(Count.of(2), Count.of(1));
        assertThat(regions.total())
                .isEqualTo(kpis.during(DateRange.of(
                                MARCH.startInclusive(), MARCH.startInclusive().plusMonths(2)))
                        .every(CalendarUnit.MONTH));
    }

    @Test
    void whereNarrowsAndRepeatedMeansAnd() {
        KpiQuery march = kpis.during(MARCH);
        assertThat(march.where(Dimension.OWNER, "bob")
                        .get(SalesIndicators.REVENUE)
                        .money())
                .isEqualTo(Money.parse("EUR 900.00"));
        assertThat(march.where(Dimension.OWNER, "bob")
                        .where(Dimension.attribute("region"), "EMEA")
                        .get(SalesIndicators.CONTRACTS))
                .isEqualTo(Count.of(1));
        assertThat(march.where(Dimension.OWNER, "bob")
                        .whereUnassigned(Dimension.attribute("region"))
                        .get(SalesIndicators.CONTRACTS))
                .isEqualTo(Count.of(0));
        assertThat(march.where(Dimension.OWNER, "nobody").report().get(SalesIndicators.CALLS))
                .isEqualTo(Count.of(0));
        assertThat(march.where(Dimension.OWNER, "bob").by(Dimension.OWNER).groups())
                .extracting(KpiBreakdown.Group::key)
                .containsExactly(GroupKey.of("alice"), GroupKey.of("bob"), GroupKey.UNASSIGNED);
    }

    @Test
    void theFactsBehindANumberAreTheVeryRecords() {
        CountedFacts calls = kpis.during(MARCH).facts(SalesIndicators.CALL_SUCCESS_RATE);
        assertThat(calls.hits(Call.class)).containsExactly(history.calls().get(0));
        assertThat(calls.misses(Call.class)).extracting(Call::id).containsExactly("k-3");
        assertThat(calls.open()).isEmpty();
        assertThat(calls.hits(Call.class)).isSameAs(calls.hits());
        assertThatThrownBy(() -> calls.hits(Meeting.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessage("The facts are of the kind Call, not Meeting");
        assertThatThrownBy(() -> calls.hits().remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> calls.misses().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void indicatorsOfYourOwnAreAnsweredLikeTheOthers() {
        RateIndicator<Call> refusals = Indicator.rate(
                        "refusal-rate",
                        SalesPopulations.PROSPECTING_CALLS,
                        call -> call.outcome() == Call.Outcome.REFUSED)
                .openWhen(Call::isUnrecorded)
                .named(Locale.ENGLISH, "Refusals")
                .named(Locale.FRENCH, "Refus");
        KpiCalculator extended = KpiCalculator.of(history, List.of(refusals));
        assertThat(extended.during(MARCH).report().get(refusals)).isEqualTo(Rate.of(1, 1, 0));
        assertThat(kpis.during(MARCH).get(refusals)).isEqualTo(Rate.of(1, 1, 0));
        assertThat(refusals.name(Locale.CANADA_FRENCH)).isEqualTo("Refus");
        assertThat(refusals.definition(Locale.GERMANY)).isEqualTo("Refusals");
        assertThatThrownBy(() -> refusals.missWhen(call -> true))
                .hasMessage("Indicator refusal-rate already says what is open or a miss");
    }

    @Test
    void amountsAndMomentsThatAFactDoesNotHaveAreNotCounted() {
        Population<Proposal> sent = SalesPopulations.PROPOSALS_SENT;
        SalesHistory proposals = SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR)
                .proposals(List.of(
                        Proposal.builder("p-1", Instant.parse("2026-03-02T09:00:00Z"))
                                .amount(Money.parse("EUR 10.00"))
                                .build(),
                        Proposal.builder("p-2", Instant.parse("2026-03-02T09:00:00Z"))
                                .decided(Proposal.Status.REFUSED, Instant.parse("2026-03-04T09:00:00Z"))
                                .build()))
                .build();
        KpiQuery march = KpiCalculator.of(proposals).during(MARCH);
        assertThat(march.get(Indicator.meanAmount("mean", sent, Proposal::amount)))
                .hasToString("EUR 10.00: EUR 10.00 / 1");
        assertThat(march.get(Indicator.total("total", sent, Proposal::amount))).hasToString("EUR 10.00");
        assertThat(march.get(Indicator.days("days", sent, Proposal::sentAt, Proposal::decidedAt))
                        .count())
                .isEqualTo(1);
        assertThat(march.facts(Indicator.meanAmount("mean", sent, Proposal::amount))
                        .hits(Proposal.class))
                .extracting(Proposal::id)
                .containsExactly("p-1");
        FactAmount<Proposal> amount = FactAmount.PROPOSAL_AMOUNT;
        Predicate<Proposal> pending = Proposal::isPending;
        assertThat(factsBehind(march, Indicator.rateOfAmounts("pending", sent, amount, pending)))
                .containsExactly(List.of("p-1"), List.of(), List.of());
        assertThat(factsBehind(
                        march, Indicator.rateOfAmounts("won", sent, amount, Proposal::isAccepted, pending.negate())))
                .containsExactly(List.of(), List.of("p-1"), List.of());
        assertThat(factsBehind(march, Indicator.rateOfAmounts("decided", sent, amount, pending.negate(), pending)))
                .containsExactly(List.of(), List.of(), List.of("p-1"));
    }

    /** The ids of the hits, of the misses and of the open cases. */
    private static List<List<String>> factsBehind(KpiQuery query, Indicator<?> indicator) {
        CountedFacts facts = query.facts(indicator);
        return Stream.of(facts.hits(), facts.misses(), facts.open())
                .map(some -> some.stream().<String>map(Fact::id).toList())
                .toList();
    }

    @Test
    void anIndicatorThatIsNotInAReportIsNamed() {
        KpiReport calls = kpis.during(MARCH).only(SalesIndicators.CALLS).report();
        assertThatThrownBy(() -> calls.get(SalesIndicators.REVENUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Indicator revenue is not in this report of [calls]");
        Indicator<Count> namesake = Indicator.count("calls", SalesPopulations.PROSPECTING_CALLS);
        assertThatThrownBy(() -> calls.get(namesake))
                .hasMessage("Indicator calls is not the one of that key in this report");
        assertThatThrownBy(() -> KpiCalculator.of(history, List.of(namesake)))
                .hasMessage("Two indicators have the key \"calls\"");
        assertThatThrownBy(() -> kpis.during(MARCH).only(namesake, SalesIndicators.CALLS))
                .hasMessage("Two indicators have the key \"calls\"");
    }

    @Test
    void reportsOnOtherTermsHaveNoSum() {
        KpiReport march = kpis.during(MARCH).report();
        KpiReport april = kpis.during(DateRange.month(2026, 4)).report();
        assertThatThrownBy(() -> march.plus(april)).hasMessageStartingWith("Reports on different terms have no sum: ");
        assertThatThrownBy(() -> march.plus(
                        kpis.during(MARCH).only(SalesIndicators.CALLS).report()))
                .hasMessageStartingWith("Reports with different indicators have no sum: ");
        assertThat(march.plus(march).minus(march)).isEqualTo(march).hasSameHashCodeAs(march);
    }

    @Test
    void whatIsMeasuredAtBothEndsDoesNotAddOverPeriods() {
        assertThat(SalesIndicators.all())
                .filteredOn(indicator -> !indicator.additiveOverPeriods())
                .map(Indicator::key)
                .containsExactly("retention-rate", "churn-rate");
    }

    @Test
    void aPeriodBeyondTheCalendarIsAnsweredAllTheSame() {
        InstantRange ages = InstantRange.of(Instant.MIN, Instant.MAX);
        KpiReport report = kpis.asOf(Instant.MAX).during(ages).report();
        assertThat(report.get(SalesIndicators.CALLS)).isEqualTo(Count.of(3));
        assertThat(report.terms())
                .hasToString(Instant.MIN + " to " + Instant.MAX + " (Europe/Paris, EUR) as of " + Instant.MAX);
    }

    @Test
    void aCalculatorAndAQuestionSayWhatTheyAreAbout() {
        assertThat(KpiCalculator.of(history))
                .hasToString("KpiCalculator of " + SalesIndicators.all().size() + " indicators over " + history);
        KpiQuery march = kpis.during(InstantRange.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
        assertThat(march).hasToString("KpiQuery during 1970-01-01T00:00:00Z/1970-01-01T00:00:01Z");
        assertThat(march.where(Dimension.OWNER, "bob")).hasToString(march + " where owner is bob");
    }
}
