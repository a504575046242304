package org.saleskpi.law;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.joda.money.Money;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** The facts behind a number are as many as it counts. */
@Domain(SalesDomain.class)
class CountedFactsProperties {

    @Property
    void factsReconcileWithTheNumber(@ForAll Situation situation) {
        assertReconciles(situation.kpis(), situation.kpis().during(situation.period()));
    }

    @Property
    void factsOfAGroupOfAViewReconcileWithItsNumber(@ForAll Situation situation) {
        KpiCalculator view = situation.kpisAsOf(situation.moment());
        for (var group : view.during(situation.period())
                .by(situation.grouping().dimension())
                .groups()) {
            assertReconciles(
                    view, Answers.where(view.during(situation.period()), situation.grouping(), Answers.key(group)));
        }
    }

    @Property
    void factsOfSeveralGroupsReconcileWithTheirNumber(@ForAll Situation situation) {
        assertReconciles(
                situation.kpis(),
                situation
                        .kpis()
                        .during(situation.period())
                        .where(situation.grouping().dimension(), Arrays.asList("alice", "bob", null)));
    }

    private static void assertReconciles(KpiCalculator kpis, KpiQuery query) {
        for (Indicator<?> indicator : kpis.indicators()) {
            CountedFacts facts = query.facts(indicator);
            assertThat(query.get(indicator).accept(new Recount(kpis.history(), indicator.key(), facts)))
                    .as(indicator.key())
                    .isEqualTo(query.get(indicator));
        }
        assertThat(days(kpis.history(), query.facts(SalesIndicators.SALES_CYCLE)))
                .isEqualTo(query.get(SalesIndicators.SALES_CYCLE));
    }

    /** What an answer comes to when it is counted again from the facts behind it; of durations, how many there are. */
    private record Recount(SalesHistory history, String key, CountedFacts facts)
            implements KpiValue.Visitor<KpiValue<?>> {

        private static final Set<String> BY_VALUE = Set.of(
                "revenue",
                "average-basket",
                "business-with-the-won",
                "signed-by-proposed",
                "new-business",
                "repeat-business",
                "repeat-share",
                "revenue-per-customer");

        private static final Set<String> BY_MONTH = Set.of("mrr", "net-retention");

        /** Means over customers, of whom each may have several facts. */
        private static final Set<String> BY_CUSTOMER = Set.of("revenue-per-customer", "proposed-per-customer");

        /** What is left of what customers had: the facts behind it are the customers. */
        private static final Set<String> KEPT = Set.of("gross-retention", "pending-of-alice-kept");

        @Override
        public KpiValue<?> count(Count count) {
            return onlyHits(new Count(facts.hits().size()));
        }

        @Override
        public KpiValue<?> amount(Amount amount) {
            return onlyHits(sum(facts.hits()));
        }

        @Override
        public KpiValue<?> meanAmount(MeanAmount mean) {
            long count = BY_CUSTOMER.contains(key)
                    ? facts.hits().stream().map(Fact::customerId).distinct().count()
                    : facts.hits().size();
            return onlyHits(new MeanAmount(sum(facts.hits()), count));
        }

        @Override
        public KpiValue<?> days(Days days) {
            assertThat(days.count()).isEqualTo(facts.hits().size());
            return onlyHits(days);
        }

        @Override
        public KpiValue<?> rate(Rate rate) {
            return new Rate(
                    facts.hits().size(), facts.misses().size(), facts.open().size());
        }

        @Override
        public KpiValue<?> ratio(Ratio ratio) {
            return new Ratio(facts.hits().size(), facts.divisor().size());
        }

        @Override
        public KpiValue<?> rateOfAmounts(RateOfAmounts rate) {
            if (KEPT.contains(key)) {
                assertThat(facts.hits()).doesNotHaveDuplicates().hasOnlyElementsOfType(CustomerJourney.class);
                assertThat(facts.hits().isEmpty()).isEqualTo(rate.hits().minorUnits() == 0);
                assertThat(facts.misses().isEmpty()).isEqualTo(rate.misses().minorUnits() == 0);
                return rate;
            }
            return new RateOfAmounts(sum(facts.hits()), sum(facts.misses()), sum(facts.open()));
        }

        @Override
        public KpiValue<?> ratioOfAmounts(RatioOfAmounts ratio) {
            return new RatioOfAmounts(sum(facts.hits()), sum(facts.divisor()));
        }

        @Override
        public KpiValue<?> score(Score score) {
            return new Score(
                    facts.hits().size(), facts.open().size(), facts.misses().size());
        }

        @Override
        public KpiValue<?> waits(Waits waits) {
            assertThat(waits.count()).isEqualTo(facts.hits().size());
            assertThat(waits.misses()).isEqualTo(facts.misses().size());
            assertThat(waits.open()).isEqualTo(facts.open().size());
            return waits;
        }

        @Override
        public KpiValue<?> velocity(Velocity velocity) {
            List<? extends Fact> valued = facts.hits().stream()
                    .filter(fact -> ((Proposal) fact).amount() != null)
                    .toList();
            return new Velocity(
                    facts.open().size(),
                    new Rate(facts.hits().size(), facts.misses().size(), 0),
                    new MeanAmount(sum(valued), valued.size()),
                    velocity.days());
        }

        private KpiValue<?> onlyHits(KpiValue<?> value) {
            assertThat(facts.misses()).isEmpty();
            assertThat(facts.open()).isEmpty();
            assertThat(facts.divisor()).isEmpty();
            return value;
        }

        private Amount sum(List<? extends Fact> some) {
            Amount sum = new Amount(history.currency(), 0);
            for (Fact fact : some) {
                sum = sum.plus(Amount.from(amountOf(fact)));
            }
            return sum;
        }

        private Money amountOf(Fact fact) {
            if (fact instanceof Proposal proposal) {
                return history.convert(requireNonNull(proposal.amount()), proposal.sentAt());
            }
            Contract contract = fact instanceof Contract signed
                    ? signed
                    : fact instanceof Conversion conversion
                            ? conversion.contract()
                            : requireNonNull(((CustomerJourney) fact).firstContract());
            if (BY_MONTH.contains(key)) {
                return history.monthlyValueOf(contract).orElseThrow();
            }
            return BY_VALUE.contains(key)
                    ? history.valueOf(contract)
                    : history.convert(contract.amount(), contract.signedAt());
        }
    }

    private static Days days(SalesHistory history, CountedFacts facts) {
        List<Long> days = new ArrayList<>();
        for (Conversion conversion : facts.hits(Conversion.class)) {
            // Where clocks are turned back over midnight, the later moment may have the earlier date.
            days.add(Math.max(
                    0,
                    ChronoUnit.DAYS.between(
                            localDate(history, conversion.entry()), localDate(history, conversion.at()))));
        }
        return Days.of(days.stream().mapToLong(Long::longValue).toArray());
    }

    private static LocalDate localDate(SalesHistory history, Instant moment) {
        return moment.atZone(history.zone()).toLocalDate();
    }

    @Property
    void factsAreInTheOrderOfTheMomentsAtWhichTheyCountAndThoseLieInThePeriod(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        KpiQuery some = query.where(situation.grouping().dimension(), Arrays.asList("alice", "bob", null));
        for (KpiQuery each : List.of(query, some)) {
            for (Indicator<?> indicator : situation.kpis().indicators()) {
                CountedFacts facts = each.facts(indicator);
                List<Instant> hits = moments(facts.hits(), facts::momentOf);
                List<Instant> misses = moments(facts.misses(), facts::momentOf);
                List<Instant> open = moments(facts.open(), facts::momentOfOpen);
                List<Instant> divisor = moments(facts.divisor(), facts::momentOfDivisor);
                for (List<Instant> moments : List.of(hits, misses, open, divisor)) {
                    assertThat(moments).as(indicator.key()).isSorted();
                }
                if (!isOfWhatStands(indicator.formula())) {
                    assertThat(hits).as(indicator.key()).allMatch(situation.period()::contains);
                    assertThat(misses).as(indicator.key()).allMatch(situation.period()::contains);
                    assertThat(divisor).as(indicator.key()).allMatch(situation.period()::contains);
                    assertThat(open)
                            .as(indicator.key())
                            .allMatch(moment -> indicator.formula() instanceof Formula.SoldPerDay<?>
                                    ? moment.isBefore(situation.period().endExclusive())
                                    : situation.period().contains(moment));
                }
            }
        }
    }

    /** What stands at a bound of a period may have begun long before. */
    private static boolean isOfWhatStands(Formula<?> formula) {
        return formula instanceof Formula.CountedBalance<?>
                || formula instanceof Formula.SummedBalance<?>
                || formula instanceof Formula.Retained
                || formula instanceof Formula.GrossRetained<?>
                || formula instanceof Formula.NetRetained<?>;
    }

    private static List<Instant> moments(List<? extends Fact> facts, Function<Fact, Instant> moment) {
        return facts.stream().map(moment).toList();
    }

    @Property(tries = 200)
    void factsComeInTimeOrderAndLieInThePeriod(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        List<Instant> moments = query.facts(SalesIndicators.REVENUE).hits(Contract.class).stream()
                .map(Contract::signedAt)
                .toList();

        assertThat(moments).isSorted().allMatch(situation.period()::contains);
    }
}
