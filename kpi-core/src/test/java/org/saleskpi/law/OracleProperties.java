package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/** Every answer, in every shape, is the one that plain loops over the records give. */
@Domain(SalesDomain.class)
class OracleProperties {

    @Property
    void aReportIsWhatTheOracleCounts(@ForAll Situation situation) {
        assertAgrees(
                situation.kpis().during(situation.period()).report(),
                SchoolbookOracle.of(situation.raw()),
                situation.period());
    }

    @Property
    void groupsAreWhatTheOracleCounts(@ForAll Situation situation) {
        assertGroupsAgree(
                situation.grouping(),
                situation.kpis().during(situation.period()),
                SchoolbookOracle.of(situation.raw()),
                situation.period());
    }

    @Property
    void aGroupOfAGroupIsWhatTheOracleCounts(@ForAll Situation situation) {
        SchoolbookOracle oracle = SchoolbookOracle.of(situation.raw());
        for (String key : oracle.keys(situation.otherGrouping())) {
            assertGroupsAgree(
                    situation.grouping(),
                    Answers.where(situation.kpis().during(situation.period()), situation.otherGrouping(), key),
                    oracle.where(situation.otherGrouping(), key),
                    situation.period());
        }
    }

    @Property
    void aViewAsOfAMomentIsWhatTheOracleCounts(@ForAll Situation situation) {
        assertAgrees(
                situation
                        .kpisAsOf(situation.moment())
                        .during(situation.period())
                        .report(),
                SchoolbookOracle.of(situation.raw()).asOf(situation.moment()),
                situation.period());
    }

    @Property
    void groupsOfAViewAsOfAMomentAreWhatTheOracleCounts(@ForAll Situation situation) {
        assertGroupsAgree(
                situation.grouping(),
                situation.kpisAsOf(situation.moment()).during(situation.period()),
                SchoolbookOracle.of(situation.raw()).asOf(situation.moment()),
                situation.period());
    }

    @Property(tries = 200)
    void aSeriesIsWhatTheOracleCounts(@ForAll Situation situation) {
        InstantRange period = Periods.atMost(60, situation.unit(), situation.period());
        KpiSeries series = situation.kpis().during(period).every(situation.unit());
        SchoolbookOracle oracle = SchoolbookOracle.of(situation.raw());
        for (KpiReport report : series.reports()) {
            assertAgrees(report, oracle, report.terms().period());
        }
    }

    private static void assertGroupsAgree(
            Grouping grouping, KpiQuery query, SchoolbookOracle oracle, InstantRange period) {
        KpiBreakdown<KpiReport> breakdown = query.by(grouping.dimension());
        List<@Nullable String> keys = oracle.keys(grouping);
        assertThat(breakdown.groups().stream().<@Nullable String>map(Answers::key))
                .containsExactlyElementsOf(keys);
        for (int i = 0; i < keys.size(); i++) {
            assertAgrees(breakdown.groups().get(i).answers(), oracle.where(grouping, keys.get(i)), period);
        }
        assertAgrees(breakdown.total(), oracle, period);
    }

    private static void assertAgrees(KpiReport report, SchoolbookOracle oracle, InstantRange period) {
        Map<String, KpiValue<?>> expected = new LinkedHashMap<>();
        for (Indicator<?> indicator : report.indicators()) {
            expected.put(indicator.key(), oracle.answer(indicator.key(), period));
        }
        assertThat(Answers.of(report)).isEqualTo(expected);
    }
}
