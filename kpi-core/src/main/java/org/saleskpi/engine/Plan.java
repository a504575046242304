package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Stretch;
import org.saleskpi.value.KpiValue;

/**
 * How the answers to some indicators about the groups of some dimensions are read: which members are searched for a period,
 * and what is read off their columns. What all questions about these indicators share; it does not hold the indicators.
 *
 * <p>Immutable and thread-safe.
 */
final class Plan {

    private final Reading<?>[] readings;

    private final ImmutableList<GroupedMembers<?>> members;
    private final ImmutableList<Cover> covers;
    private final ImmutableList<Followed<?>> followed;

    private Plan(List<Computation<?>> computations, Builder builder) {
        this.readings = computations.stream()
                .map(computation -> computation.binding().apply(builder))
                .toArray(Reading<?>[]::new);
        this.members = ImmutableList.copyOf(builder.members);
        this.covers = ImmutableList.copyOf(builder.covers);
        this.followed = ImmutableList.copyOf(builder.followed);
    }

    /** Makes a plan, and the tables and columns that it needs if they are not there. */
    static Plan of(Index index, List<Indicator<?>> indicators, ImmutableList<Dimension> dimensions) {
        Computations computations = new Computations(index.history());
        List<Computation<?>> planned = indicators.stream()
                .<Computation<?>>map(indicator -> indicator.formula().accept(computations))
                .toList();
        index.prepare(
                planned.stream()
                        .flatMap(computation -> computation.needs().stream())
                        .toList(),
                dimensions);
        Builder builder = new Builder(index, dimensions);
        return new Plan(planned, builder);
    }

    /** Makes all that some computations look up customer by customer, of each group of some dimensions. */
    static void prepare(Index index, List<Computation<?>> computations, ImmutableList<Dimension> dimensions) {
        Plan plan = new Plan(computations, new Builder(index, dimensions));
        plan.covers.forEach(Cover::makeReady);
        plan.followed.forEach(Followed::makeReady);
    }

    /** What a period is looked for in, each by its number as a run. */
    ImmutableList<GroupedMembers<?>> members() {
        return members;
    }

    /** What retention is looked up in, by number. */
    ImmutableList<Cover> covers() {
        return covers;
    }

    /** What customers have at two instants, by number. */
    ImmutableList<Followed<?>> followed() {
        return followed;
    }

    /** Reads the answer to the indicator at a position off the runs of a period. */
    @SuppressWarnings("unchecked") // Whoever asks knows what kind of answer the indicator there has.
    <V extends KpiValue<V>> V answer(int position, Runs runs) {
        return (V) readings[position].answer(runs);
    }

    /** The facts behind the answer to the indicator at a position. */
    FoundFacts facts(int position, Runs runs) {
        return readings[position].facts(runs);
    }

    /** Numbers what the readings of a plan look at. */
    static final class Builder {

        private final Index index;
        private final ImmutableList<Dimension> dimensions;
        private final List<Run> runs = new ArrayList<>();
        private final List<GroupedMembers<?>> members = new ArrayList<>();
        private final List<Cover> covers = new ArrayList<>();
        private final List<Followed<?>> followed = new ArrayList<>();

        /** What was given a number; populations are the same only if they are one object. */
        private record Run(Population<?> population, Grouping grouping) {}

        private Builder(Index index, ImmutableList<Dimension> dimensions) {
            this.index = index;
            this.dimensions = dimensions;
        }

        /** The number of the run of a population. */
        int run(Population<?> population) {
            return run(population, Grouping.BY_OWN_KEYS);
        }

        int run(Population<?> population, Grouping grouping) {
            // Without dimensions there is one group, by whosever keys.
            Run wanted = new Run(population, dimensions.isEmpty() ? Grouping.BY_OWN_KEYS : grouping);
            int known = runs.indexOf(wanted);
            if (known >= 0) {
                return known;
            }
            runs.add(wanted);
            members.add(index.members(population, dimensions, wanted.grouping()));
            return members.size() - 1;
        }

        /** A column of the members in a run. */
        @SuppressWarnings("unchecked") // The run of a population holds facts of its kind.
        <F extends Fact, C extends Column<C>> C column(int run, Recipe<F, C> recipe) {
            return ((Table<F>) members.get(run).slices().table()).column(recipe);
        }

        /** The number of what the retention of a balance is looked up in. */
        int cover(Balance<Stretch> balance) {
            return number(index.cover(balance, dimensions), covers);
        }

        /** The number of what the amounts of a balance are looked up in, customer by customer. */
        <F extends Fact> int followed(Balance<F> balance, FactAmount<? super F> amount) {
            return number(index.followed(balance, amount, dimensions), followed);
        }

        private static <T> int number(T one, List<? super T> known) {
            if (!known.contains(one)) {
                known.add(one);
            }
            return known.indexOf(one);
        }
    }
}
