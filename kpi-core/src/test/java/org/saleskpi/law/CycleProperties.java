package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Cycle.Losses;
import org.saleskpi.analysis.Cycle.Point;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.law.AnalysisOracle.Observed;
import org.saleskpi.sales.RecordedSpan;

@Domain(SalesDomain.class)
class CycleProperties {

    @Property
    void aCurveIsWhatTheOracleComputes(@ForAll Situation situation) {
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());

        assertAgrees(query, observed(situation, oracle(situation)));
    }

    @Property
    void groupsAreWhatTheOracleComputes(@ForAll Situation situation) {
        SchoolbookOracle oracle = oracle(situation);
        KpiQuery query = situation.kpisAsOf(situation.moment()).during(situation.period());
        for (String key : oracle.keys(situation.grouping())) {
            assertAgrees(
                    Answers.where(query, situation.grouping(), key),
                    observed(situation, oracle.where(situation.grouping(), key)));
        }
    }

    private static void assertAgrees(KpiQuery query, List<Observed> observed) {
        Cycle censored = query.cycle();
        Cycle competing = query.cycle(Losses.COMPETING);

        assertThat(censored.count()).isEqualTo(observed.size());
        assertThat(censored.converted())
                .isEqualTo(observed.stream().filter(Observed::won).count());
        assertThat(censored.lost())
                .isEqualTo(observed.stream().filter(Observed::lost).count());
        assertThat(censored.open())
                .isEqualTo(observed.stream()
                        .filter(one -> !one.won() && !one.lost())
                        .count());
        assertCurve(censored, AnalysisOracle.kaplanMeier(observed));
        SortedMap<Long, Double> notWon = new TreeMap<>();
        AnalysisOracle.aalenJohansen(observed).forEach((days, share) -> notWon.put(days, 1 - share));
        assertCurve(competing, notWon);
        assertThat(competing).isEqualTo(censored.with(Losses.COMPETING));
    }

    private static void assertCurve(Cycle cycle, SortedMap<Long, Double> survival) {
        assertThat(cycle.curve().stream().map(Point::days)).containsExactlyElementsOf(survival.keySet());
        for (Point point : cycle.curve()) {
            assertThat(point.survival()).isCloseTo(survival.get(point.days()), within(1e-12));
        }
    }

    private static SchoolbookOracle oracle(Situation situation) {
        return SchoolbookOracle.of(situation.raw()).asOf(situation.moment());
    }

    private static List<Observed> observed(Situation situation, SchoolbookOracle oracle) {
        return new AnalysisOracle(oracle)
                .observed(
                        situation.period().startInclusive(), situation.period().endExclusive(), situation.moment());
    }

    @Property
    void aRateWithinDaysIsWhatTheOracleCounts(@ForAll Situation situation) {
        Cycle cycle = situation
                .kpisAsOf(situation.moment())
                .during(situation.period())
                .cycle();
        for (long days : List.of(0L, 1L, 2L, 30L, 365L)) {
            assertThat(cycle.within(days))
                    .isEqualTo(new AnalysisOracle(oracle(situation))
                            .within(
                                    days,
                                    situation.period().startInclusive(),
                                    situation.period().endExclusive(),
                                    situation.moment()));
        }
    }

    @Property
    void survivalNeverGrowsAndLiesBetweenItsLimits(@ForAll Situation situation) {
        for (Losses losses : Losses.values()) {
            double before = 1;
            for (Point point :
                    situation.kpis().during(situation.period()).cycle(losses).curve()) {
                assertThat(point.survival()).isBetween(0.0, before);
                if (point.limits() != null) {
                    assertThat(point.survival())
                            .isBetween(point.limits().lower(), point.limits().upper());
                }
                before = point.survival();
            }
        }
    }

    @Property
    void whereNothingIsCensoredItIsThePlainShare(@ForAll Situation situation) {
        List<Cycle.Ended> decided = new ArrayList<>();
        Cycle cycle = situation.kpis().during(situation.period()).cycle();
        cycle.observations().stream()
                .filter(ended -> ended.converted() > 0)
                .forEach(ended -> decided.add(new Cycle.Ended(ended.days(), ended.converted(), 0, 0)));

        for (Point point : Cycle.of(cycle.terms(), Losses.CENSORED, decided).curve()) {
            double later = decided.stream()
                    .filter(ended -> ended.days() > point.days())
                    .mapToLong(Cycle.Ended::converted)
                    .sum();
            assertThat(point.survival()).isCloseTo(later / cycle.converted(), within(1e-12));
        }
    }

    @Property
    void everyCustomerIsAtRiskOnceAndLeavesOnce(@ForAll Situation situation) {
        for (Losses losses : Losses.values()) {
            Cycle cycle = situation.kpis().during(situation.period()).cycle(losses);
            if (!cycle.curve().isEmpty()) {
                assertThat(cycle.curve().stream()
                                .mapToLong(point -> point.converted() + point.lost() + point.censored())
                                .sum())
                        .isEqualTo(cycle.count());
            }
        }
    }

    @Property
    void withoutAViewTheObservationEndsWithTheLastRecord(@ForAll Situation situation) {
        Instant end = situation
                .kpis()
                .history()
                .recorded()
                .map(RecordedSpan::last)
                .orElse(Instant.EPOCH)
                .plusNanos(1);

        assertThat(situation.kpis().during(situation.period()).cycle())
                .isEqualTo(situation.kpisAsOf(end).during(situation.period()).cycle());
    }

    @Property
    void groupsAddUpToTheTotal(@ForAll Situation situation) {
        GroupedAnalysis<Cycle> groups = situation
                .kpisAsOf(situation.moment())
                .during(situation.period())
                .by(List.of(situation.grouping().dimension()), KpiQuery::cycle);

        Map<Long, List<Long>> sums = new TreeMap<>();
        for (GroupedAnalysis.Group<Cycle> group : groups.groups()) {
            group.analysis()
                    .observations()
                    .forEach(ended -> sums.merge(ended.days(), numbers(ended), CycleProperties::sum));
        }
        Map<Long, List<Long>> total = new TreeMap<>();
        groups.total().observations().forEach(ended -> total.put(ended.days(), numbers(ended)));
        assertThat(sums).isEqualTo(total);
    }

    private static List<Long> numbers(Cycle.Ended ended) {
        return List.of(ended.converted(), ended.lost(), ended.open());
    }

    private static List<Long> sum(List<Long> left, List<Long> right) {
        return List.of(left.get(0) + right.get(0), left.get(1) + right.get(1), left.get(2) + right.get(2));
    }
}
