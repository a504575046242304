package org.saleskpi.engine;

import java.util.List;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/** Answers questions about several groups together: each member is in one of them, so that their answers add up. */
final class SumOfAnswers implements PartAnswers {

    private final List<PeriodAnswers> groups;

    /** Adds up the answers of at least one group. */
    SumOfAnswers(List<PeriodAnswers> groups) {
        this.groups = groups;
    }

    @Override
    public SumOfAnswers during(InstantRange another) {
        groups.forEach(group -> group.during(another));
        return this;
    }

    @Override
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
        V sum = groups.get(0).answer(indicator);
        for (PeriodAnswers group : groups.subList(1, groups.size())) {
            sum = sum.plus(group.answer(indicator));
        }
        return sum;
    }
}
