package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Indicator;

@Domain(SalesDomain.class)
class RecordOrderProperties {

    @Property
    void theOrderOfTheRecordsIsIrrelevant(@ForAll Situation situation) {
        KpiCalculator usual = situation.kpis();
        KpiCalculator shuffled = Situation.calculator(situation.raw().shuffled(situation.random()));
        KpiQuery left = usual.during(situation.period());
        KpiQuery right = shuffled.during(situation.period());

        assertThat(shuffled.history().journeys()).isEqualTo(usual.history().journeys());
        assertThat(right.report()).isEqualTo(left.report());
        assertThat(right.by(situation.grouping().dimension()))
                .isEqualTo(left.by(situation.grouping().dimension()));
        for (Indicator<?> indicator : usual.indicators()) {
            assertThat(right.facts(indicator)).as(indicator.key()).isEqualTo(left.facts(indicator));
        }
    }

    @Property(tries = 200)
    void theOrderOfQuestionsIsIrrelevant(@ForAll Situation situation) {
        KpiCalculator asked = situation.kpis();
        asked.during(situation.period()).by(situation.otherGrouping().dimension());
        asked.asOf(situation.moment()).during(situation.period()).report();
        asked.during(situation.period())
                .where(situation.grouping().dimension(), "Bob")
                .report();

        assertThat(asked.during(situation.period()).by(situation.grouping().dimension()))
                .isEqualTo(situation
                        .kpis()
                        .during(situation.period())
                        .by(situation.grouping().dimension()));
    }
}
