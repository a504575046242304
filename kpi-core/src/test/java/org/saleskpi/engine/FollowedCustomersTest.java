package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.indicator.SalesIndicators.CHURN_RATE;
import static org.saleskpi.indicator.SalesIndicators.RETENTION_RATE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.RatioOfAmounts;

/** Customers that are followed from the start of April to its end, and the facts behind what became of them. */
class FollowedCustomersTest {

    private static final Indicator<RateOfAmounts> GROSS =
            Indicator.grossRetention("gross", Balance.CONTRACTS_IN_FORCE, FactAmount.CONTRACT_VALUE);
    private static final Indicator<RatioOfAmounts> NET =
            Indicator.netRetention("net", Balance.CONTRACTS_IN_FORCE, FactAmount.CONTRACT_VALUE);

    private static final Indicator<Rate> WITHOUT_END = Indicator.rate(
            "without-end", Balance.CUSTOMERS_IN_FORCE.where(stretch -> stretch.endsAt() == null), AtEnd.STILL_IN_FORCE);

    private static final DateRange APRIL = DateRange.month(2026, 4);

    /**
     * What became of each customer in April is its id. The entries, the signatures and the starts of contracts are each in an
     * order of their own.
     */
    private static final SalesHistory HISTORY = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .addAll(List.of(
                    customer("gained", "2026-01-01"),
                    customer("lost", "2026-01-02"),
                    customer("less", "2026-01-03"),
                    customer("kept", "2026-01-04"),
                    customer("nothing", "2026-01-05"),
                    customer("more", "2026-01-06"),
                    customer("to-the-end", "2026-01-07"),
                    customer("never", "2026-01-08")))
            .addAll(List.of(
                    contract("s-kept", "kept", "2026-02-20", "2026-01-10", null, "EUR 10.00"),
                    contract("s-less-1", "less", "2026-01-20", "2026-01-20", "2026-04-15", "EUR 9.00"),
                    contract("s-less-2", "less", "2026-02-25", "2026-04-15", null, "EUR 6.00"),
                    contract("s-lost", "lost", "2026-02-01", "2026-02-01", "2026-04-30", "EUR 5.00"),
                    contract("s-more-1", "more", "2026-01-15", "2026-01-15", null, "EUR 3.00"),
                    contract("s-more-2", "more", "2026-01-16", "2026-04-02", null, "EUR 4.00"),
                    contract("s-gained", "gained", "2026-03-31", "2026-04-01", null, "EUR 7.00"),
                    contract("s-nothing", "nothing", "2026-01-09", "2026-01-09", null, "EUR 0.00"),
                    contract("s-to-the-end", "to-the-end", "2026-02-28", "2026-03-01", "2026-05-01", "EUR 2.00")))
            .build();

    private final KpiCalculator kpis = KpiCalculator.of(HISTORY);
    private final KpiQuery april = kpis.during(APRIL);

    private static Instant at(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    private static Customer customer(String id, String since) {
        return Customer.builder(id, at(since))
                .owner(id.contains("e") ? "eve" : "bob")
                .build();
    }

    private static Contract contract(
            String id, String customer, String signed, String starts, @Nullable String ends, String amount) {
        return Contract.builder(id, at(signed), Money.parse(amount))
                .customer(customer)
                .owner("carol")
                .startsAt(at(starts))
                .endsAt(ends == null ? null : at(ends))
                .build();
    }

    private static Amount eur(long euros) {
        return new Amount(CurrencyUnit.EUR, euros * 100);
    }

    private static List<String> customers(List<? extends Fact> facts) {
        return facts.stream().map(Fact::customerId).toList();
    }

    private static List<String> contracts(List<? extends Fact> facts) {
        return facts.stream().map(fact -> ((Contract) fact).id()).toList();
    }

    @Test
    void ofTheirAmountSomethingIsLeftOrLess() {
        assertThat(april.get(GROSS)).isEqualTo(new RateOfAmounts(eur(10 + 6 + 3 + 2), eur(3 + 5), eur(0)));
        CountedFacts facts = april.facts(GROSS);
        assertThat(customers(facts.hits())).containsExactly("less", "kept", "more", "to-the-end");
        assertThat(customers(facts.misses())).containsExactly("lost", "less");
        assertThat(facts.open()).isEmpty();
        assertThat(facts.divisor()).isEmpty();
    }

    @Test
    void whatTheyHaveIsTheContractsThatStandAtTheEnd() {
        assertThat(april.get(NET)).isEqualTo(new RatioOfAmounts(eur(10 + 6 + 7 + 2), eur(10 + 9 + 5 + 3 + 2)));
        CountedFacts facts = april.facts(NET);
        assertThat(contracts(facts.hits()))
                .containsExactly("s-more-1", "s-more-2", "s-kept", "s-less-2", "s-to-the-end");
        assertThat(contracts(facts.divisor()))
                .containsExactly("s-more-1", "s-less-1", "s-lost", "s-kept", "s-to-the-end");
        assertThat(facts.misses()).isEmpty();
        assertThat(facts.open()).isEmpty();
    }

    @Test
    void whoHasAnyContractIsStillACustomerOrIsNot() {
        assertThat(april.get(RETENTION_RATE)).isEqualTo(Rate.of(5, 1, 0));
        assertThat(customers(april.facts(RETENTION_RATE).hits()))
                .containsExactly("less", "kept", "nothing", "more", "to-the-end");
        assertThat(customers(april.facts(RETENTION_RATE).misses())).containsExactly("lost");

        assertThat(april.get(CHURN_RATE)).isEqualTo(Rate.of(1, 5, 0));
        assertThat(customers(april.facts(CHURN_RATE).hits())).containsExactly("lost");
        assertThat(customers(april.facts(CHURN_RATE).misses()))
                .containsExactly("less", "kept", "nothing", "more", "to-the-end");
    }

    @Test
    void eachCountsForItsOwnOwnerWhoeverSigned() {
        KpiQuery ofEve = april.where(Dimension.OWNER, "eve");
        assertThat(ofEve.get(NET)).isEqualTo(new RatioOfAmounts(eur(10 + 6 + 7 + 2), eur(10 + 9 + 3 + 2)));
        assertThat(customers(ofEve.facts(GROSS).misses())).containsExactly("less");
        KpiQuery ofBob = april.where(Dimension.OWNER, "bob");
        assertThat(ofBob.get(NET)).isEqualTo(new RatioOfAmounts(eur(0), eur(5)));
        assertThat(contracts(ofBob.facts(NET).divisor())).containsExactly("s-lost");
        assertThat(customers(ofBob.facts(RETENTION_RATE).misses())).containsExactly("lost");
    }

    @Test
    void whoSignedIsAGroupAllTheSame() {
        assertThat(april.only(NET).by(Dimension.OWNER).get(NET).keySet())
                .extracting(key -> key.parts().get(0))
                .containsExactly("bob", "carol", "eve");
        assertThat(april.where(Dimension.OWNER, "carol").get(NET)).isEqualTo(new RatioOfAmounts(eur(0), eur(0)));
    }

    @Test
    void aViewFollowsThemToItsMoment() {
        KpiQuery seen = kpis.asOf(at("2026-04-10")).during(APRIL);
        assertThat(seen.get(NET)).isEqualTo(new RatioOfAmounts(eur(10 + 9 + 5 + 3 + 4 + 2), eur(10 + 9 + 5 + 3 + 2)));
        assertThat(contracts(seen.facts(NET).hits()))
                .containsExactly("s-more-1", "s-more-2", "s-less-1", "s-lost", "s-kept", "s-to-the-end");
        assertThat(customers(seen.facts(GROSS).misses())).isEmpty();
        assertThat(seen.get(RETENTION_RATE)).isEqualTo(Rate.of(6, 0, 0));
        assertThat(customers(seen.facts(RETENTION_RATE).hits()))
                .containsExactly("lost", "less", "kept", "nothing", "more", "to-the-end");
    }

    @Test
    void aViewThatDoesNotReachThePeriodFollowsNobody() {
        for (String moment : List.of("2026-03-15", "2026-04-01")) {
            KpiQuery seen = kpis.asOf(at(moment)).during(APRIL);
            assertThat(seen.get(GROSS)).isEqualTo(new RateOfAmounts(eur(0), eur(0), eur(0)));
            assertThat(seen.get(NET)).isEqualTo(new RatioOfAmounts(eur(0), eur(0)));
            assertThat(seen.get(RETENTION_RATE)).isEqualTo(Rate.of(0, 0, 0));
            for (Indicator<?> indicator : List.of(GROSS, NET, RETENTION_RATE, CHURN_RATE)) {
                assertThat(seen.facts(indicator).hits()).isEmpty();
                assertThat(seen.facts(indicator).misses()).isEmpty();
                assertThat(seen.facts(indicator).divisor()).isEmpty();
            }
        }
    }

    @Test
    void aBalanceOfAViewIsThatOfItsMoment() {
        Indicator<?> inForce = Indicator.count("in-force", Balance.CONTRACTS_IN_FORCE, Balance.At.END);
        assertThat(contracts(april.facts(inForce).hits()))
                .containsExactly("s-nothing", "s-kept", "s-more-1", "s-to-the-end", "s-gained", "s-more-2", "s-less-2");
        assertThat(contracts(
                        kpis.asOf(at("2026-04-10")).during(APRIL).facts(inForce).hits()))
                .containsExactly(
                        "s-nothing",
                        "s-kept",
                        "s-more-1",
                        "s-less-1",
                        "s-lost",
                        "s-to-the-end",
                        "s-gained",
                        "s-more-2");
    }

    @Test
    void onlyTheCustomersWhoseCoverCountsAreFollowed() {
        assertThat(april.get(WITHOUT_END)).isEqualTo(Rate.of(4, 0, 0));
        assertThat(customers(april.facts(WITHOUT_END).hits())).containsExactly("less", "kept", "nothing", "more");
    }

    @Test
    void inWhicheverOrderPeriodsAreAskedAboutTheAnswersAreThoseOfEach() {
        List<Indicator<?>> indicators =
                List.of(GROSS, NET, RETENTION_RATE, CHURN_RATE, WITHOUT_END, SalesIndicators.CONTRACTS);
        List<InstantRange> months = new ArrayList<>();
        for (int month : new int[] {5, 3, 4, 5, 1, 4, 4, 2, 3}) {
            months.add(DateRange.month(2026, month).atZone(ZoneOffset.UTC));
        }
        LayeredIndex index = LayeredIndex.of(HISTORY);
        SelectionAnswers answers = new Questions(index, indicators).about(Selection.ALL);
        for (InstantRange month : months) {
            answers.during(month);
            for (Indicator<?> indicator : indicators) {
                KpiValue<?> alone = kpis.during(month).get(indicator);
                assertThat(answers.answer(indicator)).isEqualTo(alone);
                assertThat(answers.answer(indicator)).isEqualTo(alone);
            }
        }
    }

    @Test
    void monthByMonthTheAnswersAreThoseOfEach() {
        KpiQuery year = kpis.during(DateRange.year(2026)).only(GROSS, NET, RETENTION_RATE, CHURN_RATE);
        year.every(CalendarUnit.MONTH)
                .reports()
                .forEach(report -> assertThat(report)
                        .isEqualTo(kpis.during(report.terms().period())
                                .only(GROSS, NET, RETENTION_RATE, CHURN_RATE)
                                .report()));
    }
}
