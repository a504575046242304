package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Rate;

/** How often the functions of indicators are asked about a fact, and in which order: what is made once serves all questions. */
class SharedWorkTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final InstantRange EVER = InstantRange.of(MARCH.minus(DAY), MARCH.plus(DAY.multipliedBy(90)));

    private static final SalesHistory HISTORY = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .addAll(List.of(
                    Customer.builder("c-1", MARCH).owner("alice").build(),
                    Customer.builder("c-2", MARCH).owner("bob").build()))
            .addAll(List.of(call("k-1", 0, "alice"), call("k-2", 1, "bob"), call("k-3", 2, "alice")))
            .addAll(List.of(contract("s-1", "c-1", 1), contract("s-2", "c-2", 2)))
            .build();

    private static final List<String> CALLS = List.of("k-1", "k-2", "k-3");

    /** The facts that functions were asked about, in the order in which they were. */
    private final List<String> asked = new ArrayList<>();

    private final KpiCalculator kpis = KpiCalculator.of(HISTORY);

    private static Call call(String id, int day, String owner) {
        return Call.builder(id, MARCH.plus(DAY.multipliedBy(day))).owner(owner).build();
    }

    private static Contract contract(String id, String customer, int day) {
        return Contract.builder(id, MARCH.plus(DAY.multipliedBy(day)), Money.parse("EUR 10.00"))
                .customer(customer)
                .build();
    }

    private boolean ask(Call call) {
        return asked.add(call.id());
    }

    private boolean ask(CustomerJourney journey) {
        return asked.add(journey.customerId());
    }

    private Population<Call> calls() {
        return Population.of(Call.class, Call::at);
    }

    private Indicator<Rate> rate(String key) {
        return Indicator.rate(key, calls(), this::ask);
    }

    private static List<String> each(int times, List<String> ids) {
        return ids.stream()
                .flatMap(id -> Stream.generate(() -> id).limit(times))
                .toList();
    }

    @Test
    void allThatIsWantedOfAKindOfFactIsMadeInOnePassOverItsFacts() {
        kpis.during(EVER)
                .only(
                        Indicator.count("chosen", calls().where(this::ask)),
                        Indicator.rate("split", calls().where(this::ask), this::ask))
                .report();
        assertThat(asked).containsExactlyElementsOf(each(3, CALLS));
    }

    @Test
    void soAreSeveralColumnsOfOnePopulation() {
        Population<Call> calls = calls();
        kpis.during(EVER)
                .only(Indicator.rate("one", calls, this::ask), Indicator.rate("other", calls, this::ask))
                .report();
        assertThat(asked).containsExactlyElementsOf(each(2, CALLS));
    }

    @Test
    void aViewMakesWhatItSharesWithItsHistoryInOnePassToo() {
        kpis.asOf(MARCH.plus(DAY))
                .during(EVER)
                .only(
                        Indicator.count("chosen", calls().where(this::ask)),
                        Indicator.rate("split", calls().where(this::ask), this::ask))
                .report();
        assertThat(asked).containsExactlyElementsOf(each(3, CALLS));
    }

    @Test
    void whatAViewDoesNotShareIsMadeInOnePassOverTheFactsThatItKnows() {
        Indicator<?> first = Indicator.count("first", calls().whereCustomer((journey, at) -> ask(journey)));
        Indicator<?> second = Indicator.count("second", calls().whereCustomer((journey, at) -> ask(journey)));
        SalesHistory linked = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(List.of(
                        Customer.builder("c-1", MARCH).build(),
                        Customer.builder("c-2", MARCH).build()))
                .addAll(List.of(
                        Call.builder("k-1", MARCH).customer("c-1").build(),
                        Call.builder("k-2", MARCH.plus(DAY)).customer("c-2").build(),
                        Call.builder("k-3", MARCH.plus(DAY.multipliedBy(5)))
                                .customer("c-1")
                                .build()))
                .build();
        KpiCalculator.of(linked)
                .asOf(MARCH.plus(DAY.multipliedBy(2)))
                .during(EVER)
                .only(first, second)
                .report();
        assertThat(asked).containsExactly("c-1", "c-1", "c-2", "c-2");
    }

    @Test
    void aColumnByGroupIsMadeOfTheColumnOfAll() {
        kpis.during(EVER).only(rate("split")).by(Dimension.OWNER);
        assertThat(asked).containsExactlyElementsOf(CALLS);
    }

    @Test
    void aColumnIsMadeOnceForAllQuestions() {
        Population<Call> calls = calls();
        Indicator<Rate> rate = Indicator.rate("split", calls, this::ask);
        kpis.during(EVER).get(Indicator.count("calls", calls));
        assertThat(asked).isEmpty();
        kpis.during(EVER).get(rate);
        kpis.during(EVER).facts(rate);
        kpis.during(EVER).only(rate).by(Dimension.OWNER);
        kpis.during(EVER).where(Dimension.OWNER, "bob").only(rate).report();
        assertThat(asked).containsExactlyElementsOf(CALLS);
    }

    @Test
    void theKeyOfAFactIsAskedForOnceWhateverElseIsGroupedByMeanwhile() {
        Dimension own = Dimension.of("own", Call.class, call -> ask(call) ? call.id() : null);
        Indicator<?> count = Indicator.count("calls", calls());
        kpis.during(EVER).only(count).by(own);
        kpis.during(EVER).only(count).by(Dimension.OWNER);
        kpis.during(EVER).only(count).by(own);
        kpis.during(EVER).only(count).where(own, "k-1").report();
        assertThat(kpis.keys(own)).isEqualTo(CALLS);
        assertThat(asked).containsExactlyElementsOf(CALLS);
    }

    @Test
    void soItIsForACombinationOfKeys() {
        Dimension own = Dimension.of("own", Call.class, call -> ask(call) ? call.id() : null);
        Indicator<?> count = Indicator.count("calls", calls());
        for (int i = 0; i < 2; i++) {
            assertThat(kpis.during(EVER).only(count).by(own, Dimension.OWNER).group("k-2", "bob"))
                    .isPresent();
            kpis.during(EVER).only(count).by(Dimension.OWNER);
        }
        assertThat(asked).containsExactlyElementsOf(CALLS);
    }

    @Test
    void formulasAboutOneAmountShareItsColumn() {
        Population<Contract> signed = Population.of(Contract.class, Contract::signedAt);
        FactAmount<Contract> amount = FactAmount.of(contract -> {
            asked.add(contract.id());
            return contract.amount();
        });
        kpis.during(EVER)
                .only(Indicator.total("total", signed, amount), Indicator.meanAmount("mean", signed, amount))
                .report();
        assertThat(asked).containsExactly("s-1", "s-2");
    }

    @Test
    void viewsShareTheColumnsThatTheirMomentsOnlyCut() {
        Indicator<Rate> rate = rate("split");
        for (int day = 0; day <= 3; day++) {
            KpiCalculator view = kpis.asOf(MARCH.plus(DAY.multipliedBy(day)));
            assertThat(view.during(EVER).get(rate)).isEqualTo(Rate.of(day, 0, 0));
            assertThat(view.during(EVER)
                            .by(List.of(Dimension.OWNER), query -> query.get(rate))
                            .total())
                    .isEqualTo(Rate.of(day, 0, 0));
        }
        assertThat(asked).containsExactlyElementsOf(CALLS);
    }

    @Test
    void whatCustomersHaveIsMadeReadyOnceForAllQuestions() {
        Indicator<?> kept = Indicator.netRetention(
                "kept",
                Balance.of(Population.of(Contract.class, Contract::startsAt), contract -> {
                    asked.add(contract.id());
                    return null;
                }),
                FactAmount.CONTRACT_VALUE);
        kpis.during(EVER).get(kept);
        int toMakeReady = asked.size();
        kpis.during(EVER).get(kept);
        kpis.during(InstantRange.of(MARCH, MARCH.plus(DAY))).get(kept);
        assertThat(asked).contains("s-1", "s-2").hasSize(toMakeReady);
    }
}
