package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Unit;

/** What an indicator is made of follows from how it was made. */
class IndicatorTest {

    private static final Population<Call> CALLS = SalesPopulations.PROSPECTING_CALLS;
    private static final Population<Proposal> PROPOSALS = SalesPopulations.PROPOSALS_SENT;
    private static final Predicate<Proposal> ACCEPTED = Proposal::isAccepted;
    private static final Function<Proposal, Instant> SENT = Proposal::sentAt;
    private static final Function<Proposal, Instant> DECIDED = Proposal::decidedAt;

    private static void assertIs(Indicator<?> indicator, Formula<?> formula, Unit unit, boolean isAdditiveOverPeriods) {
        assertThat(indicator.key()).isEqualTo("key");
        assertThat(indicator).hasToString("key");
        assertThat(indicator.formula()).isEqualTo(formula);
        assertThat(indicator.unit()).isEqualTo(unit);
        assertThat(indicator.additiveOverPeriods()).isEqualTo(isAdditiveOverPeriods);
        assertThat(indicator.direction()).isEqualTo(Direction.NEITHER);
    }

    @Test
    void countsTotalsAndMeansAddUpOverPeriods() {
        assertIs(Indicator.count("key", CALLS), new Formula.Counted<>(CALLS), Unit.COUNT, true);
        FactAmount<Contract> value = FactAmount.CONTRACT_VALUE;
        Population<Contract> contracts = SalesPopulations.CONTRACTS_SIGNED;
        assertIs(Indicator.total("key", contracts, value), new Formula.Summed<>(contracts, value), Unit.CURRENCY, true);
        assertIs(
                Indicator.meanAmount("key", contracts, value),
                new Formula.Averaged<>(contracts, value),
                Unit.CURRENCY,
                true);
        assertIs(Indicator.ratio("key", PROPOSALS, CALLS), new Formula.Divided<>(PROPOSALS, CALLS), Unit.RATIO, true);
        FactAmount<Proposal> proposed = FactAmount.of(Proposal::amount);
        assertIs(
                Indicator.ratioOfAmounts("key", contracts, value, PROPOSALS, proposed),
                new Formula.DividedAmounts<>(contracts, value, PROPOSALS, proposed),
                Unit.RATIO,
                true);
    }

    @Test
    void ratesScoresAndDurationsAddUpOverPeriods() {
        Predicate<Proposal> pending = Proposal::isPending;
        RateIndicator<Proposal> rate = Indicator.rate("key", PROPOSALS, ACCEPTED);
        assertIs(rate, new Formula.Split<>(PROPOSALS, ACCEPTED, null, null), Unit.RATE, true);
        assertIs(rate.openWhen(pending), new Formula.Split<>(PROPOSALS, ACCEPTED, pending, null), Unit.RATE, true);
        assertIs(rate.missWhen(pending), new Formula.Split<>(PROPOSALS, ACCEPTED, null, pending), Unit.RATE, true);
        Indicator<?> byAmount = Indicator.rateOfAmounts("key", PROPOSALS, FactAmount.of(Proposal::amount), ACCEPTED);
        assertThat(byAmount.unit()).isEqualTo(Unit.RATE);
        assertThat(byAmount.additiveOverPeriods()).isTrue();
        Predicate<Survey> high = survey -> survey.score() > 8;
        Predicate<Survey> low = survey -> survey.score() < 7;
        assertIs(
                Indicator.score("key", SalesPopulations.SURVEYS_ANSWERED, high, low),
                new Formula.Scored<>(SalesPopulations.SURVEYS_ANSWERED, high, low),
                Unit.SCORE,
                true);
        assertIs(
                Indicator.days("key", PROPOSALS, SENT, DECIDED),
                new Formula.Timed<>(PROPOSALS, SENT, DECIDED),
                Unit.DAYS,
                true);
        Predicate<CustomerJourney> won = CustomerJourney::isWon;
        assertIs(
                Indicator.waits("key", SalesPopulations.PROSPECTS_ENTERED, CALLS, won),
                new Formula.Waited(SalesPopulations.PROSPECTS_ENTERED, CALLS, won),
                Unit.HOURS,
                true);
    }

    @Test
    void whatStandsAtAnInstantAndDifferentCustomersDoNotAddUpOverPeriods() {
        Balance<Proposal> pending = Balance.PROPOSALS_PENDING;
        FactAmount<Proposal> amount = FactAmount.of(Proposal::amount);
        assertIs(
                Indicator.count("key", pending, Balance.At.START),
                new Formula.CountedBalance<>(pending, Balance.At.START),
                Unit.COUNT,
                false);
        assertIs(
                Indicator.total("key", pending, amount, Balance.At.END),
                new Formula.SummedBalance<>(pending, amount, Balance.At.END),
                Unit.CURRENCY,
                false);
        assertIs(
                Indicator.rate("key", Balance.CUSTOMERS_IN_FORCE, AtEnd.NO_LONGER_IN_FORCE),
                new Formula.Retained(Balance.CUSTOMERS_IN_FORCE, AtEnd.NO_LONGER_IN_FORCE),
                Unit.RATE,
                false);
        assertIs(
                Indicator.velocity("key", pending, SalesPopulations.PROPOSALS_DECIDED, ACCEPTED, amount, SENT, DECIDED),
                new Formula.SoldPerDay<>(pending, SalesPopulations.PROPOSALS_DECIDED, ACCEPTED, amount, SENT, DECIDED),
                Unit.CURRENCY_PER_DAY,
                false);
        assertIsOfCustomers(Indicator.customers("key", CALLS), Formula.CountedCustomers.class, Unit.COUNT);
        assertIsOfCustomers(
                Indicator.meanAmountPerCustomer("key", PROPOSALS, amount),
                Formula.AveragedByCustomer.class,
                Unit.CURRENCY);
        assertIsOfCustomers(Indicator.grossRetention("key", pending, amount), Formula.GrossRetained.class, Unit.RATE);
        assertIsOfCustomers(Indicator.netRetention("key", pending, amount), Formula.NetRetained.class, Unit.RATIO);
    }

    /** Its facts are narrowed to those that have a customer, which makes a population that equals no other. */
    private static void assertIsOfCustomers(Indicator<?> indicator, Class<?> formula, Unit unit) {
        assertThat(indicator.formula()).isInstanceOf(formula);
        assertIs(indicator, indicator.formula(), unit, false);
    }

    @Test
    void theAmountOfAFactMayBeAFunction() {
        assertThat(List.of(
                        Indicator.total("key", PROPOSALS, Proposal::amount),
                        Indicator.meanAmount("key", PROPOSALS, Proposal::amount)))
                .map(Indicator::unit)
                .containsOnly(Unit.CURRENCY);
    }

    @Test
    void theAmountsThatAreNoHitsAreMissesUnlessSomeAreOpen() {
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .proposals(List.of(proposal("EUR 2.00")))
                .build();
        KpiQuery ever = KpiCalculator.of(history).during(InstantRange.of(Instant.MIN, Instant.MAX));
        FactAmount<Proposal> amount = FactAmount.of(Proposal::amount);
        Money nothing = Money.parse("EUR 0.00");
        Money all = Money.parse("EUR 2.00");
        assertThat(ever.get(Indicator.rateOfAmounts("key", PROPOSALS, amount, Proposal::isAccepted)))
                .isEqualTo(RateOfAmounts.of(nothing, all, nothing));
        assertThat(ever.get(
                        Indicator.rateOfAmounts("key", PROPOSALS, amount, Proposal::isAccepted, Proposal::isPending)))
                .isEqualTo(RateOfAmounts.of(nothing, nothing, all));
    }

    @Test
    void theAmountsOfMembersThatAnotherPopulationHasTooAreHits() {
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .proposals(List.of(proposal("EUR 2.00"), proposal("EUR 3.00")))
                .build();
        Population<Proposal> dear = PROPOSALS.whereAmount(FactAmount.PROPOSAL_AMOUNT, AmountRange.atLeast(3));
        assertThat(KpiCalculator.of(history)
                        .during(InstantRange.of(Instant.MIN, Instant.MAX))
                        .get(Indicator.rateOfAmounts("key", PROPOSALS, FactAmount.PROPOSAL_AMOUNT, dear)))
                .isEqualTo(RateOfAmounts.of(Money.parse("EUR 3.00"), Money.parse("EUR 2.00"), Money.parse("EUR 0.00")));
    }

    @Test
    void whatIsAnchoredOnCustomersLeavesOutFactsWithoutOne() {
        Proposal linked = Proposal.builder("p-1", Instant.EPOCH)
                .amount(Money.parse("EUR 2.00"))
                .customer("c-1")
                .build();
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .customers(List.of(Customer.builder("c-1", Instant.EPOCH).build()))
                .proposals(List.of(linked, proposal("EUR 3.00")))
                .build();
        KpiCalculator kpis = KpiCalculator.of(history);
        KpiQuery ever = kpis.during(InstantRange.of(Instant.MIN, Instant.MAX));
        KpiQuery later = kpis.during(InstantRange.of(Instant.EPOCH.plusSeconds(1), Instant.MAX));
        FactAmount<Proposal> amount = FactAmount.PROPOSAL_AMOUNT;
        Money two = Money.parse("EUR 2.00");
        Money nothing = Money.parse("EUR 0.00");

        assertThat(ever.get(Indicator.customers("key", PROPOSALS))).isEqualTo(Count.of(1));
        assertThat(ever.get(Indicator.meanAmountPerCustomer("key", PROPOSALS, amount)))
                .isEqualTo(MeanAmount.of(two, 1));
        assertThat(later.get(Indicator.grossRetention("key", Balance.of(PROPOSALS, Proposal::decidedAt), amount)))
                .isEqualTo(RateOfAmounts.of(two, nothing, nothing));
        assertThat(later.get(Indicator.netRetention("key", Balance.of(PROPOSALS, Proposal::decidedAt), amount)))
                .isEqualTo(RatioOfAmounts.of(two, two));
    }

    @Test
    void aBookingWithSomebodyThatAViewDoesNotKnowHasNoCustomerInIt() {
        Instant later = Instant.EPOCH.plusSeconds(2);
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .customers(List.of(Customer.builder("c-1", later).build()))
                .meetings(List.of(Meeting.builder("m-1", later, Meeting.Outcome.PLANNED)
                        .customer("c-1")
                        .bookedAt(Instant.EPOCH)
                        .build()))
                .build();
        Indicator<Count> booked = Indicator.customers("key", Population.of(Booking.class, Booking::at));
        KpiCalculator kpis = KpiCalculator.of(history);
        InstantRange ever = InstantRange.of(Instant.MIN, Instant.MAX);
        assertThat(kpis.during(ever).get(booked)).isEqualTo(Count.of(1));
        assertThat(kpis.asOf(later).during(ever).get(booked)).isEqualTo(Count.of(0));
    }

    @Test
    void aMemberThatIsNoHitIsOpenOrAMissByTheOneConditionThatThereIs() {
        Formula.Split<Proposal> split = new Formula.Split<>(PROPOSALS, Proposal::isAccepted, null, null);
        Proposal dear = proposal("EUR 2.00");
        Proposal cheap = proposal("EUR 1.00");
        Predicate<Proposal> isDear = dear::equals;
        assertThat(split.isOpen(dear)).isFalse();
        Formula.Split<Proposal> open = new Formula.Split<>(PROPOSALS, Proposal::isAccepted, isDear, null);
        assertThat(open.isOpen(dear)).isTrue();
        assertThat(open.isOpen(cheap)).isFalse();
        Formula.Split<Proposal> miss = new Formula.Split<>(PROPOSALS, Proposal::isAccepted, null, isDear);
        assertThat(miss.isOpen(dear)).isFalse();
        assertThat(miss.isOpen(cheap)).isTrue();
    }

    private static Proposal proposal(String amount) {
        return Proposal.builder("p-" + amount, Instant.EPOCH)
                .amount(Money.parse(amount))
                .build();
    }

    @Test
    void whatIsOpenOrAMissIsSaidOnce() {
        RateIndicator<Proposal> open =
                Indicator.rate("key", PROPOSALS, Proposal::isAccepted).openWhen(Proposal::isPending);
        RateIndicator<Proposal> miss =
                Indicator.rate("key", PROPOSALS, Proposal::isAccepted).missWhen(Proposal::isPending);
        for (RateIndicator<Proposal> settled : List.of(open, miss)) {
            assertThatThrownBy(() -> settled.openWhen(Proposal::isPending))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Indicator key already says what is open or a miss");
            assertThatThrownBy(() -> settled.missWhen(Proposal::isPending)).isInstanceOf(IllegalStateException.class);
        }
    }
}
