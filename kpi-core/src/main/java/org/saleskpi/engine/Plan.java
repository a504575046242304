package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/**
 * Where the answers to some indicators about the groups of some dimensions are read: which tables are searched for a period,
 * and which columns are looked at where. What all questions about these indicators share. Immutable and thread-safe.
 */
final class Plan {

    private final Indicator<?>[] indicators;
    private final Step[] steps;
    private final ImmutableList<Place<?>> places;

    /**
     * How one indicator is answered.
     *
     * @param place the place of its population, by number; of the dividend, if it has two
     * @param divisor the place of the divisor
     * @param split its hits and open cases, if it has any
     * @param sum its amounts, if it has any
     * @param days its days, if it has any
     */
    record Step(
            int place,
            int divisor,
            @Nullable SplitColumn split,
            @Nullable SumColumn sum,
            @Nullable DaysColumn days) {}

    private Plan(Indicator<?>[] indicators, Step[] steps, ImmutableList<Place<?>> places) {
        this.indicators = indicators;
        this.steps = steps;
        this.places = places;
    }

    /** Makes a plan, and the tables and columns that it needs if they are not there. */
    static Plan of(Index index, List<Indicator<?>> indicators, ImmutableList<Dimension> dimensions) {
        index.prepare(indicators.stream().<Formula<?>>map(Indicator::formula).toList(), dimensions);
        Maker maker = new Maker(index, dimensions);
        Step[] steps = indicators.stream()
                .map(indicator -> maker.step(indicator.formula()))
                .toArray(Step[]::new);
        return new Plan(indicators.toArray(Indicator<?>[]::new), steps, ImmutableList.copyOf(maker.places));
    }

    ImmutableList<Place<?>> places() {
        return places;
    }

    int size() {
        return steps.length;
    }

    /** Whether an indicator is the one at a position. */
    boolean isAt(int position, Indicator<?> indicator) {
        return position < indicators.length && indicators[position] == indicator;
    }

    Step step(int position) {
        return steps[position];
    }

    private static final class Maker {

        final Index index;
        final ImmutableList<Dimension> dimensions;
        final List<Population<?>> populations = new ArrayList<>();
        final List<Place<?>> places = new ArrayList<>();

        Maker(Index index, ImmutableList<Dimension> dimensions) {
            this.index = index;
            this.dimensions = dimensions;
        }

        Step step(Formula<?> formula) {
            if (formula instanceof Formula.Counted<?> counted) {
                return new Step(number(counted.population()), 0, null, null, null);
            }
            if (formula instanceof Formula.Divided<?, ?> divided) {
                return new Step(number(divided.dividend()), number(divided.divisor()), null, null, null);
            }
            if (formula instanceof Formula.Split<?> split) {
                return step(split);
            }
            if (formula instanceof Formula.Summed<?> summed) {
                return step(summed);
            }
            if (formula instanceof Formula.Averaged<?> averaged) {
                return step(averaged);
            }
            return formula instanceof Formula.Timed<?> timed ? step(timed) : new Step(0, 0, null, null, null);
        }

        private <F extends Fact> Step step(Formula.Split<F> formula) {
            int number = number(formula.population());
            return new Step(number, 0, this.<F>table(number).split(formula), null, null);
        }

        private <F extends Fact> Step step(Formula.Summed<F> formula) {
            int number = number(formula.population());
            SumColumn sum = this.<F>table(number).sum(formula, formula.population(), formula.amount());
            return new Step(number, 0, null, sum, null);
        }

        private <F extends Fact> Step step(Formula.Averaged<F> formula) {
            int number = number(formula.population());
            SumColumn sum = this.<F>table(number).sum(formula, formula.population(), formula.amount());
            return new Step(number, 0, null, sum, null);
        }

        private <F extends Fact> Step step(Formula.Timed<F> formula) {
            int number = number(formula.population());
            return new Step(number, 0, null, null, this.<F>table(number).days(formula));
        }

        private int number(Population<?> population) {
            for (int i = 0; i < populations.size(); i++) {
                if (populations.get(i) == population) {
                    return i;
                }
            }
            populations.add(population);
            places.add(index.place(population, dimensions));
            return places.size() - 1;
        }

        @SuppressWarnings("unchecked") // The place of a population holds facts of its kind.
        private <F extends Fact> Table<F> table(int number) {
            return (Table<F>) places.get(number).slices().table();
        }
    }
}
