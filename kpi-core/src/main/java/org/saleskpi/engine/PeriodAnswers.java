package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Fact;
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
        return plan.facts(positionOf(indicator), runs);
    }

    @Override
    public Comparator<Fact> orderOfFacts(Indicator<?> indicator) {
        return order(computation(indicator), 0);
    }

    @Override
    public Comparator<Fact> orderOfOpen(Indicator<?> indicator) {
        Computation<?> computation = computation(indicator);
        return computation.open() == null ? order(computation, 0) : order(computation.open());
    }

    @Override
    public Comparator<Fact> orderOfDivisors(Indicator<?> indicator) {
        return order(computation(indicator), 1);
    }

    private Computation<?> computation(Indicator<?> indicator) {
        return indicator.formula().accept(new Computations(runs.history()));
    }

    /** The order of the facts of one of the populations that anchor them; their own moments do if there is none. */
    private static Comparator<Fact> order(Computation<?> computation, int population) {
        List<Population<?>> anchors = computation.populations();
        return population < anchors.size() ? order(anchors.get(population)) : Comparator.comparing(Fact::moment);
    }

    private static <F extends Fact> Comparator<Fact> order(Population<F> population) {
        return Comparator.comparing(
                fact -> requireNonNull(population.momentOf(population.factType().cast(fact)), "moment of a member"));
    }

    private int positionOf(Indicator<?> indicator) {
        int position =
                next < indicators.size() && indicators.get(next) == indicator ? next : indicators.indexOf(indicator);
        next = position + 1;
        return position;
    }
}
