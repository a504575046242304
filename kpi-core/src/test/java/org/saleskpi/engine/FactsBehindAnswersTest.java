package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.PipelineIndicators;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.Velocity;

/** Which facts are counted where not all of a population are, and that they are the facts behind the number. */
class FactsBehindAnswersTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");

    private final KpiCalculator kpis = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .addAll(List.of(
                    Customer.builder("c-1", MARCH).owner("alice").build(),
                    Customer.builder("c-2", MARCH).owner("bob").build(),
                    Customer.builder("c-3", MARCH).owner("alice").build()))
            .addAll(List.of(
                    proposal("won", "c-1", 0, Proposal.Status.ACCEPTED, 10, "EUR 10.00"),
                    proposal("won-for-no-amount", "c-2", 1, Proposal.Status.ACCEPTED, 5, null),
                    proposal("lost", "c-1", 2, Proposal.Status.REFUSED, 7, "EUR 90.00"),
                    proposal("open", "c-3", 3, Proposal.Status.PENDING, 0, "EUR 30.00"),
                    proposal("open-for-no-amount", "c-1", 4, Proposal.Status.PENDING, 0, null)))
            .build());

    private static final Population<Proposal> DECIDED = Population.of(Proposal.class, Proposal::decidedAt);

    private final KpiQuery year = kpis.during(DateRange.year(2026));

    private static Instant day(int number) {
        return MARCH.plus(Duration.ofDays(number));
    }

    private static Proposal proposal(
            String id, String customer, int sent, Proposal.Status status, int decided, @Nullable String amount) {
        Proposal.Builder proposal =
                Proposal.builder(id, day(sent)).customer(customer).amount(amount == null ? null : Money.parse(amount));
        return (status == Proposal.Status.PENDING ? proposal : proposal.decided(status, day(sent + decided))).build();
    }

    private static List<String> ids(List<? extends Fact> facts) {
        return facts.stream().map(fact -> ((Proposal) fact).id()).toList();
    }

    @Test
    void anAmountThatStandsIsMadeOfTheFactsThatHaveOne() {
        assertThat(year.get(PipelineIndicators.PIPELINE)).isEqualTo(new Amount(CurrencyUnit.EUR, 3_000));
        assertThat(ids(year.facts(PipelineIndicators.PIPELINE).hits())).containsExactly("open");
        Indicator<Amount> proposed =
                Indicator.total("proposed", SalesPopulations.PROPOSALS_SENT, FactAmount.PROPOSAL_AMOUNT);
        assertThat(ids(year.facts(proposed).hits())).containsExactly("won", "lost", "open");
    }

    @Test
    void aVelocityIsThatOfTheCasesThatWereWon() {
        assertThat(year.get(PipelineIndicators.SALES_VELOCITY))
                .isEqualTo(new Velocity(
                        2, Rate.of(2, 1, 0), new MeanAmount(new Amount(CurrencyUnit.EUR, 1_000), 1), 10 + 5));
        CountedFacts facts = year.facts(PipelineIndicators.SALES_VELOCITY);
        assertThat(ids(facts.hits())).containsExactly("won-for-no-amount", "won");
        assertThat(ids(facts.misses())).containsExactly("lost");
        assertThat(ids(facts.open())).containsExactly("open", "open-for-no-amount");
    }

    @Test
    void aFactIsCountedAtTheMomentThatPlacesItInAPeriod() {
        CountedFacts wins = year.facts(SalesIndicators.WIN_RATE);
        assertThat(wins.hits()).extracting(wins::momentOf).containsExactly(day(6), day(10));
        assertThat(wins.misses()).extracting(wins::momentOf).containsExactly(day(9));
        CountedFacts accepted = year.facts(SalesIndicators.PROPOSAL_ACCEPTANCE_RATE);
        assertThat(accepted.hits()).extracting(accepted::momentOf).containsExactly(day(0), day(1));
        assertThat(accepted.open()).extracting(accepted::momentOfOpen).containsExactly(day(3), day(4));
        CountedFacts velocity = year.facts(PipelineIndicators.SALES_VELOCITY);
        assertThat(velocity.hits()).extracting(velocity::momentOf).containsExactly(day(6), day(10));
        assertThat(velocity.open()).extracting(velocity::momentOfOpen).containsExactly(day(3), day(4));
        Indicator<Ratio> decidedBySent = Indicator.ratio("decided-by-sent", DECIDED, SalesPopulations.PROPOSALS_SENT);
        CountedFacts ratio = year.facts(decidedBySent);
        assertThat(ratio.hits()).extracting(ratio::momentOf).containsExactly(day(6), day(9), day(10));
        assertThat(ratio.divisor())
                .extracting(ratio::momentOfDivisor)
                .containsExactly(day(0), day(1), day(2), day(3), day(4));
    }

    @Test
    void ofEachCustomerTheFirstFactOfThePeriodCounts() {
        Indicator<Count> asked = Indicator.customers("asked", SalesPopulations.PROPOSALS_SENT);
        assertThat(year.get(asked)).isEqualTo(Count.of(3));
        assertThat(ids(year.facts(asked).hits())).containsExactly("won", "won-for-no-amount", "open");
        assertThat(year.only(asked).by(Dimension.OWNER).get(asked))
                .containsExactly(
                        Map.entry(GroupKey.of("alice"), Count.of(2)), Map.entry(GroupKey.of("bob"), Count.of(1)));
        KpiQuery later = kpis.during(InstantRange.of(day(1), day(90)));
        assertThat(later.get(asked)).isEqualTo(Count.of(3));
        assertThat(ids(later.facts(asked).hits())).containsExactly("won-for-no-amount", "lost", "open");
    }
}
