package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.sales.Fact;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * Answers questions about one group, over one period after another. Where a period begins where the one before it ended, its
 * start need not be looked for again.
 *
 * <p>For one thread.
 */
final class PeriodAnswers implements Formula.Evaluator, PartAnswers {

    private final Index index;
    private final List<Indicator<?>> indicators;
    private final Plan plan;
    private final Part part;
    private final Run[] runs;
    private @Nullable InstantRange period;

    /** The position of the indicator that is likely to be asked for next: reports ask for them in order. */
    private int next;

    private Plan.@Nullable Step step;

    /** Of the customers in force at the start of the period, those that are at its end; null until it is asked for. */
    private @Nullable Rate stillInForce;

    PeriodAnswers(Index index, List<Indicator<?>> indicators, Plan plan, Part part) {
        this.index = index;
        this.indicators = indicators;
        this.plan = plan;
        this.part = part;
        this.runs = new Run[plan.places().size()];
        Groups groups = null;
        int group = Keys.NONE;
        for (int i = 0; i < runs.length; i++) {
            Place<?> place = plan.places().get(i);
            // Nearly always all places are grouped by one and the same.
            if (place.groups() != groups) {
                groups = place.groups();
                group = groups.find(part);
            }
            runs[i] = new Run(place.timeline(group));
        }
    }

    /** The members of the part that lie in the period: neighbours in a table. */
    private static final class Run {

        private final Timeline<?> timeline;
        private int start;
        private int end;

        Run(Timeline<?> timeline) {
            this.timeline = timeline;
        }

        void moveTo(InstantRange period, boolean isNext) {
            start = isNext ? end : timeline.firstFrom(period.startInclusive(), timeline.start());
            end = timeline.firstFrom(period.endExclusive(), start);
        }

        int size() {
            return end - start;
        }
    }

    @Override
    public PeriodAnswers during(InstantRange another) {
        boolean isNext = period != null && period.endExclusive().equals(another.startInclusive());
        for (Run run : runs) {
            run.moveTo(another, isNext);
        }
        period = another;
        next = 0;
        stillInForce = null;
        return this;
    }

    @Override
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
        int position =
                next < indicators.size() && indicators.get(next) == indicator ? next : indicators.indexOf(indicator);
        next = position + 1;
        step = plan.step(position);
        return indicator.formula().evaluate(this);
    }

    private InstantRange period() {
        return requireNonNull(period, "period");
    }

    private Plan.Step step() {
        return requireNonNull(step, "step");
    }

    private Run run() {
        return runs[step().place()];
    }

    @Override
    public <F extends Fact> Count count(Formula.Counted<F> formula) {
        return new Count(run().size());
    }

    @Override
    public <F extends Fact, G extends Fact> Ratio divide(Formula.Divided<F, G> formula) {
        return new Ratio(run().size(), runs[step().divisor()].size());
    }

    @Override
    public <F extends Fact> Amount sum(Formula.Summed<F> formula) {
        Run run = run();
        return new Amount(index.history().currency(), sums().minorUnits(run.start, run.end));
    }

    @Override
    public <F extends Fact> MeanAmount average(Formula.Averaged<F> formula) {
        Run run = run();
        return new MeanAmount(
                new Amount(index.history().currency(), sums().minorUnits(run.start, run.end)),
                sums().count(run.start, run.end));
    }

    private SumColumn sums() {
        return requireNonNull(step().sum(), "sum");
    }

    @Override
    public <F extends Fact> Days time(Formula.Timed<F> formula) {
        Run run = run();
        return requireNonNull(step().days(), "days").over(run.start, run.end);
    }

    @Override
    public <F extends Fact> Rate split(Formula.Split<F> formula) {
        Run run = run();
        return requireNonNull(step().split(), "split").over(run.start, run.end);
    }

    @Override
    public Rate retain(Formula.Retained formula) {
        Rate kept = stillInForce;
        if (kept == null) {
            kept = stillInForce();
            stillInForce = kept;
        }
        return formula.hit() == AtEnd.STILL_IN_FORCE ? kept : kept.complement();
    }

    private Rate stillInForce() {
        Instant end = index.measuredEnd(period());
        if (end == null) {
            return new Rate(0, 0, 0);
        }
        InForce inForce = index.inForce(part);
        int atStart = inForce.count(period().startInclusive());
        int atBoth = inForce.countAtBoth(period().startInclusive(), end);
        return new Rate(atBoth, (long) atStart - atBoth, 0);
    }
}
