package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;

class CatalogueOfYourOwnTest {

    private static final Indicator<Count> OFFERS = Indicator.count("offers", SalesPopulations.PROPOSALS_SENT);

    private final SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .customers(List.of(Customer.builder("c-1", Instant.parse("2026-03-02T09:00:00Z"))
                    .build()))
            .contracts(List.of(Contract.builder("s-1", Instant.parse("2026-03-20T09:00:00Z"), Money.parse("EUR 900.00"))
                    .customer("c-1")
                    .build()))
            .build();

    @Test
    void indicatorsAreAddedAtTheEndReplacedInPlaceAndLeftOut() {
        Indicator<Amount> turnover = SalesIndicators.REVENUE.named(Locale.ENGLISH, "Turnover");
        KpiCalculator kpis = KpiCalculator.builder(history)
                .add(OFFERS)
                .replace(turnover)
                .without(SalesIndicators.SALES_CYCLE, SalesIndicators.CALLS)
                .build();
        List<Indicator<?>> all = SalesIndicators.all();
        assertThat(kpis.indicators())
                .hasSize(all.size() - 1)
                .doesNotContain(SalesIndicators.REVENUE)
                .endsWith(OFFERS);
        assertThat(kpis.indicators().indexOf(turnover)).isEqualTo(all.indexOf(SalesIndicators.REVENUE) - 1);
        assertThat(KpiCalculator.of(history).indicators()).isEqualTo(all);
    }

    @Test
    void aRenamedIndicatorAnswersForTheOriginalToo() {
        Indicator<Amount> turnover = SalesIndicators.REVENUE.named(Locale.ENGLISH, "Turnover");
        KpiReport march = KpiCalculator.builder(history)
                .replace(turnover)
                .build()
                .during(DateRange.month(2026, 3))
                .report();
        Amount revenue = march.get(SalesIndicators.REVENUE);
        assertThat(revenue.money()).isEqualTo(Money.parse("EUR 900.00"));
        assertThat(march.get(turnover)).isEqualTo(revenue);
        assertThat(march.toString()).contains("Turnover").doesNotContain("Revenue");
    }

    @Test
    void anotherIndicatorOfTheSameKeyDoesNotAnswerForTheOneItReplaces() {
        Indicator<Count> contracts = Indicator.count("contracts", SalesPopulations.PROPOSALS_SENT);
        KpiReport march = KpiCalculator.builder(history)
                .replace(contracts)
                .build()
                .during(DateRange.month(2026, 3))
                .report();
        assertThat(march.get(contracts)).isEqualTo(Count.of(0));
        assertThatThrownBy(() -> march.get(SalesIndicators.CONTRACTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Indicator contracts is not the one of that key in this report");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        KpiCalculator.Builder builder = KpiCalculator.builder(history).add(OFFERS);
        assertThatThrownBy(() -> builder.add(OFFERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two indicators have the key \"offers\"");
        Indicator<Count> unknown = Indicator.count("unknown", SalesPopulations.PROPOSALS_SENT);
        assertThatThrownBy(() -> builder.replace(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No indicator has the key \"unknown\", expected one of [calls, ")
                .hasMessageEndingWith(", offers]");
        assertThatThrownBy(() -> builder.without(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No indicator has the key \"unknown\"");
    }

    @Test
    void indicatorsAreFoundByTheirKeys() {
        KpiCalculator kpis = KpiCalculator.builder(history)
                .add(OFFERS)
                .without(SalesIndicators.CALLS)
                .build();
        assertThat(kpis.indicator("offers")).contains(OFFERS);
        assertThat(kpis.indicator("calls")).isEmpty();
        assertThat(SalesIndicators.find("win-rate")).contains(SalesIndicators.WIN_RATE);
        assertThat(SalesIndicators.find("Win rate")).isEmpty();
    }

    @Test
    void dimensionsAreFoundByTheirNames() {
        KpiCalculator kpis = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .add(Call.builder("k-1", Instant.EPOCH).attribute("region", "north"))
                .build());
        assertThat(kpis.dimension("region")).contains(Dimension.attribute("region"));
        assertThat(kpis.dimension("owner")).containsSame(Dimension.OWNER);
        assertThat(kpis.dimension("regoin")).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // That nulls are named is what is tested.
    void nullsAreNamed() {
        KpiCalculator kpis = KpiCalculator.of(history);
        KpiQuery query = kpis.during(DateRange.year(2026));
        assertNamed("history", () -> KpiCalculator.of(null));
        assertNamed("history", () -> KpiCalculator.builder(null));
        assertNamed("extra", () -> KpiCalculator.of(history, null));
        assertNamed("extra[0]", () -> KpiCalculator.builder(history).add((Indicator<?>) null));
        assertNamed("indicator", () -> KpiCalculator.builder(history).replace(null));
        assertNamed("unwanted[0]", () -> KpiCalculator.builder(history).without((Indicator<?>) null));
        assertNamed("key", () -> kpis.indicator(null));
        assertNamed("key", () -> SalesIndicators.find(null));
        assertNamed("moment", () -> kpis.asOf(null));
        assertNamed("dates", () -> kpis.during((DateRange) null));
        assertNamed("dimensions[0]", () -> kpis.prepare((Dimension) null));
        assertNamed("indicator", () -> query.get((Indicator<Count>) null));
        assertNamed("indicator", () -> query.facts(null));
        assertNamed("indicators[0]", () -> query.only((Indicator<?>) null));
        assertNamed("unit", () -> query.every(null));
        assertNamed("unit", () -> query.everyAsClosed(null));
        assertNamed("dimension", () -> query.by((Dimension) null));
    }

    private static void assertNamed(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
    }
}
