package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
 * <p>Thread-safe.
 */
final class Plan {

    /** So many are found one by one in the time that it takes to find them on a line. */
    private static final int FEW = 4;

    /** Of the kinds of instants of a cover, most have starts and ends. */
    private static final int OF_MOST_COVERS = 2;

    private final Reading<?>[] readings;

    private final ImmutableList<GroupedMembers<?>> members;
    private final ImmutableList<Cover> covers;
    private final ImmutableList<Followed<?>> followed;

    /** How often the plan was asked about one group, until it is asked again. */
    private final AtomicInteger asked = new AtomicInteger();

    private final int askedAgain;

    /** On which lines it is found what is looked for; null if there was none yet. */
    private volatile @Nullable Placement placement;

    private Plan(List<Computation<?>> computations, Builder builder) {
        this.readings = computations.stream()
                .map(computation -> computation.binding().apply(builder))
                .toArray(Reading<?>[]::new);
        this.members = ImmutableList.copyOf(builder.members);
        this.covers = ImmutableList.copyOf(builder.covers);
        this.followed = ImmutableList.copyOf(builder.followed);
        this.askedAgain = 1 + 2 * groups();
    }

    /** How many groups there are in all that is looked for. */
    private int groups() {
        int groups = 0;
        for (GroupedMembers<?> each : members) {
            groups = Math.max(groups, each.slices().groups());
        }
        for (Cover each : covers) {
            groups = Math.max(groups, each.numberOfGroups());
        }
        return groups;
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

    /**
     * On which lines it is found what is looked for, from the third time on that the one group, or each of them, is asked about;
     * null if it is found one by one.
     */
    @Nullable
    Placement placement() {
        if (asked.get() < askedAgain && asked.incrementAndGet() == askedAgain) {
            putOnLines();
        }
        Placement known = placement;
        if (known == null ? hasLine() : !known.isCurrent()) {
            known = Placement.of(sought());
            placement = known;
        }
        return known;
    }

    private boolean hasLine() {
        for (GroupedMembers<?> each : members) {
            if (each.groups().eventsOnLine().line() != null) {
                return true;
            }
        }
        for (Cover each : covers) {
            if (each.groups().eventsOnLine().line() != null) {
                return true;
            }
        }
        return false;
    }

    /** Puts what is looked for on a line for each grouping of it, if it is more than a little. */
    void putOnLines() {
        if (members.size() + covers.size() * OF_MOST_COVERS > FEW) {
            covers.forEach(Cover::makeReady);
            Placement.putOnLines(sought());
        }
    }

    /** The members by the numbers of their runs, and then the events of each cover. */
    private List<Placement.Sought> sought() {
        List<Placement.Sought> sought = new ArrayList<>();
        for (GroupedMembers<?> each : members) {
            sought.add(new Placement.Sought(each.groups(), each.slices()));
        }
        for (Cover cover : covers) {
            for (Events events : cover.events()) {
                sought.add(new Placement.Sought(cover.groups(), events));
            }
        }
        return sought;
    }

    /** The number of the first of the events of a cover, among all that is looked for. */
    int eventsOf(int cover) {
        return members.size() + cover * Cover.EVENTS;
    }

    /** How much is looked for. */
    int size() {
        return members.size() + covers.size() * Cover.EVENTS;
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
