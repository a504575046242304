package org.saleskpi.engine;

import java.util.List;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/**
 * Answers questions about one group, over one period after another.
 *
 * <p>For one thread.
 */
final class PeriodAnswers implements SelectionAnswers {

    private final List<Indicator<?>> indicators;
    private final Plan plan;
    private final Runs runs;

    /** The position of the indicator that is likely to be asked for next: reports ask for them in order. */
    private int next;

    PeriodAnswers(List<Indicator<?>> indicators, Plan plan, Runs runs) {
        this.indicators = indicators;
        this.plan = plan;
        this.runs = runs;
    }

    /** Whether the group has no members whatever the period. */
    boolean areAboutNothing() {
        return runs.areOfNothing();
    }

    @Override
    public PeriodAnswers during(InstantRange period) {
        runs.moveTo(period);
        next = 0;
        return this;
    }

    @Override
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
        return plan.answer(positionOf(indicator), runs);
    }

    @Override
    public CountedFacts facts(Indicator<?> indicator) {
        return plan.facts(positionOf(indicator), runs).countedAt(moments(indicator));
    }

    @Override
    public CountingMoments moments(Indicator<?> indicator) {
        return CountingMoments.of(indicator.formula().accept(new Computations(runs.history())));
    }

    private int positionOf(Indicator<?> indicator) {
        int position =
                next < indicators.size() && indicators.get(next) == indicator ? next : indicators.indexOf(indicator);
        next = position + 1;
        return position;
    }
}
