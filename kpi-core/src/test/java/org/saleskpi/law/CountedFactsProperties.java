package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
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
import org.saleskpi.value.Ratio;

/** The facts behind a number are as many as it counts. */
@Domain(SalesDomain.class)
class CountedFactsProperties {

    @Property
    void factsReconcileWithTheNumber(@ForAll Situation situation) {
        assertReconciles(situation.kpis(), situation.kpis().during(situation.period()));
    }

    @Property
    void factsOfAGroupOfAViewReconcileWithItsNumber(@ForAll Situation situation) {
        KpiCalculator view = situation.kpis().asOf(situation.moment());
        for (var group : view.during(situation.period())
                .by(situation.grouping().dimension())
                .groups()) {
            assertReconciles(view, Answers.where(view.during(situation.period()), situation.grouping(), group.key()));
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
            KpiValue<?> value = query.get(indicator);
            CountedFacts facts = query.facts(indicator);
            if (value instanceof Rate rate) {
                assertThat(new Rate(
                                facts.hits().size(),
                                facts.misses().size(),
                                facts.open().size()))
                        .as(indicator.key())
                        .isEqualTo(rate);
            } else {
                assertThat(facts.misses()).isEmpty();
                assertThat(facts.open()).isEmpty();
            }
            if (value instanceof Count count) {
                assertThat(facts.hits()).as(indicator.key()).hasSize((int) count.value());
            }
            if (value instanceof Ratio ratio) {
                assertThat(Ratio.of(facts.hits().size(), facts.divisor().size()))
                        .as(indicator.key())
                        .isEqualTo(ratio);
            } else {
                assertThat(facts.divisor()).isEmpty();
            }
            if (value instanceof Amount amount) {
                assertThat(sum(kpis.history(), facts)).as(indicator.key()).isEqualTo(amount);
            }
            if (value instanceof MeanAmount mean) {
                assertThat(new MeanAmount(
                                sum(kpis.history(), facts), facts.hits().size()))
                        .as(indicator.key())
                        .isEqualTo(mean);
            }
            if (value instanceof Days days) {
                assertThat((long) facts.hits().size()).as(indicator.key()).isEqualTo(days.count());
            }
        }
        assertThat(days(kpis.history(), query.facts(SalesIndicators.SALES_CYCLE)))
                .isEqualTo(query.get(SalesIndicators.SALES_CYCLE));
    }

    private static Amount sum(SalesHistory history, CountedFacts facts) {
        Amount sum = new Amount(history.currency(), 0);
        for (Fact fact : facts.hits()) {
            sum = sum.plus(amountOf(history, fact));
        }
        return sum;
    }

    private static Amount amountOf(SalesHistory history, Fact fact) {
        if (fact instanceof Proposal proposal && proposal.amount() != null) {
            return Amount.from(history.convert(proposal.amount(), proposal.sentAt()));
        }
        Contract contract = fact instanceof Contract signed
                ? signed
                : fact instanceof Conversion conversion
                        ? conversion.contract()
                        : fact instanceof CustomerJourney journey ? journey.firstContract() : null;
        assertThat(contract).as("the contract of %s", fact).isNotNull();
        return contract == null
                ? new Amount(history.currency(), 0)
                : Amount.from(history.convert(contract.amount(), contract.signedAt()));
    }

    private static Days days(SalesHistory history, CountedFacts facts) {
        List<Long> days = new ArrayList<>();
        for (Conversion conversion : facts.hits(Conversion.class)) {
            days.add(ChronoUnit.DAYS.between(
                    localDate(history, conversion.entry()), localDate(history, conversion.at())));
        }
        return Days.of(days.stream().mapToLong(Long::longValue).toArray());
    }

    private static LocalDate localDate(SalesHistory history, Instant moment) {
        return moment.atZone(history.zone()).toLocalDate();
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
