package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;

/** Several keys of a dimension are the sum of its groups, and reports add up exactly when their scopes do. */
@Domain(SalesDomain.class)
class ScopeProperties {

    /** Any of the keys that occur, one that does not, and perhaps what is unassigned, in any order. */
    private static List<@Nullable String> someKeys(Situation situation, Grouping grouping, Random random) {
        List<@Nullable String> keys =
                new ArrayList<>(SchoolbookOracle.of(situation.raw()).keys(grouping));
        keys.add("nobody");
        keys.removeIf(key -> random.nextInt(3) == 0);
        Collections.shuffle(keys, random);
        return keys;
    }

    private static KpiQuery where(KpiQuery query, Grouping grouping, Collection<? extends @Nullable String> keys) {
        return query.where(grouping.dimension(), keys);
    }

    @Property
    void severalKeysAreWhatTheOracleCounts(@ForAll Situation situation) {
        Random random = situation.random();
        List<@Nullable String> keys = someKeys(situation, situation.grouping(), random);
        List<@Nullable String> others = someKeys(situation, situation.otherGrouping(), random);
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        SchoolbookOracle oracle = SchoolbookOracle.of(situation.raw())
                .asOf(situation.moment())
                .whereAny(situation.grouping(), keys)
                .whereAny(situation.otherGrouping(), others);
        KpiReport report = where(where(query, situation.grouping(), keys), situation.otherGrouping(), others)
                .report();
        for (Indicator<?> indicator : report.indicators()) {
            assertThat(report.get(indicator))
                    .as(indicator.key())
                    .isEqualTo(oracle.answer(indicator.key(), situation.period()));
        }
    }

    @Property
    void theReportsOfDisjointKeysAddUpToThatOfAllOfThem(@ForAll Situation situation) {
        Random random = situation.random();
        List<@Nullable String> others = someKeys(situation, situation.otherGrouping(), random);
        KpiQuery query = where(situation.kpis().during(situation.period()), situation.otherGrouping(), others);
        List<@Nullable String> keys = someKeys(situation, situation.grouping(), random);
        int middle = random.nextInt(keys.size() + 1);
        KpiReport first =
                where(query, situation.grouping(), keys.subList(0, middle)).report();
        KpiReport second = where(query, situation.grouping(), keys.subList(middle, keys.size()))
                .report();
        KpiReport all = where(query, situation.grouping(), keys).report();

        assertThat(first.plus(second)).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(second.plus(first)).isEqualTo(all);
        assertThat(Answers.of(all.minus(second))).isEqualTo(Answers.of(first));
        if (!second.terms().equals(all.terms())) {
            assertThat(all.minus(second)).isEqualTo(first);
        }
    }

    @Property(tries = 200)
    void theSeriesOfDisjointKeysAddUpToThatOfAllOfThem(@ForAll Situation situation) {
        Random random = situation.random();
        KpiQuery query = situation.kpis().during(Periods.atMost(12, situation.unit(), situation.period()));
        List<@Nullable String> keys = someKeys(situation, situation.grouping(), random);
        int middle = random.nextInt(keys.size() + 1);
        KpiSeries first =
                where(query, situation.grouping(), keys.subList(0, middle)).every(situation.unit());
        KpiSeries second = where(query, situation.grouping(), keys.subList(middle, keys.size()))
                .every(situation.unit());
        KpiSeries all = where(query, situation.grouping(), keys).every(situation.unit());

        assertThat(first.plus(second)).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(Answers.of(all.minus(first))).isEqualTo(Answers.of(second));
    }

    @Property
    void allKeysAreTheWhole(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        List<@Nullable String> keys = SchoolbookOracle.of(situation.raw()).keys(situation.grouping());

        assertThat(Answers.of(where(query, situation.grouping(), keys).report()))
                .isEqualTo(Answers.of(query.report()));
    }

    @Property
    void whatCountsTwiceHasNoSum(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        KpiReport whole = query.report();
        KpiReport part =
                query.where(situation.grouping().dimension(), "alice", "bob").report();
        KpiReport overlapping =
                query.where(situation.grouping().dimension(), "bob", "carol").report();

        assertRefused(whole, part);
        assertRefused(part, whole);
        assertRefused(part, overlapping);
        if (!situation.grouping().equals(situation.otherGrouping())) {
            KpiQuery narrower = where(query, situation.otherGrouping(), List.of("alice"));
            assertRefused(part, narrower.report());
            assertRefused(
                    narrower.where(situation.grouping().dimension(), "alice").report(),
                    query.where(situation.otherGrouping().dimension(), "bob")
                            .where(situation.grouping().dimension(), "bob")
                            .report());
        }
        assertRefused(whole, where(query, situation.grouping(), List.of()).report());
    }

    private static void assertRefused(KpiReport left, KpiReport right) {
        assertThat(left).isNotEqualTo(right);
        assertThatThrownBy(() -> left.plus(right))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(left.terms().toString(), right.terms().toString());
        assertThatThrownBy(() -> left.minus(right))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(left.terms().toString(), right.terms().toString());
    }

    @Property
    void conditionsOnOneDimensionLeaveTheKeysThatAllOfThemName(@ForAll Situation situation) {
        Random random = situation.random();
        KpiQuery query = situation.kpis().during(situation.period());
        List<@Nullable String> keys = someKeys(situation, situation.grouping(), random);
        List<@Nullable String> others = someKeys(situation, situation.grouping(), random);
        List<@Nullable String> both = new ArrayList<>(keys);
        both.retainAll(others);
        KpiReport narrowed = where(where(query, situation.grouping(), keys), situation.grouping(), others)
                .report();

        assertThat(narrowed)
                .isEqualTo(where(query, situation.grouping(), both).report())
                .isEqualTo(where(where(query, situation.grouping(), others), situation.grouping(), keys)
                        .report());
    }

    @Property(tries = 300)
    void theFactsOfSeveralKeysAreThoseOfTheirGroupsInTimeOrder(@ForAll Situation situation) {
        KpiQuery query = situation.kpis().during(situation.period());
        List<@Nullable String> keys = someKeys(situation, situation.grouping(), situation.random());
        KpiQuery some = where(query, situation.grouping(), keys);
        for (Indicator<?> indicator : situation.kpis().indicators()) {
            List<Fact> expected = new ArrayList<>();
            for (String key : keys) {
                expected.addAll(Answers.where(query, situation.grouping(), key)
                        .facts(indicator)
                        .hits());
            }
            assertThat(List.<Fact>copyOf(some.facts(indicator).hits()))
                    .as(indicator.key())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(some.facts(SalesIndicators.REVENUE).hits(Contract.class))
                .extracting(Contract::signedAt)
                .isSorted();
        assertThat(some.facts(SalesIndicators.RETENTION_RATE).hits(CustomerJourney.class))
                .extracting(CustomerJourney::entry)
                .isSorted();
    }
}
