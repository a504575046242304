package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;

/**
 * The members of a population, in time order or group by group, with a column for each formula asked of them.
 *
 * <p>Columns and groups are made once, when they are first asked for; those of groups from those of all, without another
 * look at the facts. A column is kept as long as its formula is: one that is made for a single question leaves nothing
 * behind.
 */
final class Table<F extends Fact> {

    /** Where the members are found, if this table is not made of another one. */
    private final List<F> facts;

    /** The table that this one is made of, in another order; null if it is made of facts. */
    private final @Nullable Table<F> ungrouped;

    /** Where each member stands among the facts, or in the other table; null if the facts are the members. */
    private final int @Nullable [] rows;

    private final Moments moments;
    private final boolean byOwnMoment;
    private final WeakCache<Formula<?>, SplitColumn> splits = new WeakCache<>();
    private final WeakCache<Formula<?>, SumColumn> sums = new WeakCache<>();
    private final WeakCache<Formula<?>, DaysColumn> days = new WeakCache<>();
    private final ConcurrentMap<List<Dimension>, Once<Map<List<Optional<String>>, Timeline<F>>>> groups =
            new ConcurrentHashMap<>(2);

    /**
     * Creates a table of facts.
     *
     * @param facts where the members are found
     * @param rows at which position of those each member is; null if they are the members
     * @param moments the moments of the members, in their order
     * @param byOwnMoment whether the moments are those that a history cuts by when it is viewed as of an instant
     */
    Table(List<F> facts, int @Nullable [] rows, Moments moments, boolean byOwnMoment) {
        this(facts, null, rows, moments, byOwnMoment);
    }

    private Table(
            List<F> facts, @Nullable Table<F> ungrouped, int @Nullable [] rows, Moments moments, boolean byOwnMoment) {
        this.facts = facts;
        this.ungrouped = ungrouped;
        this.rows = rows;
        this.moments = moments;
        this.byOwnMoment = byOwnMoment;
    }

    int size() {
        return moments.size();
    }

    F fact(int position) {
        int row = rows == null ? position : rows[position];
        return ungrouped == null ? facts.get(row) : ungrouped.fact(row);
    }

    Moments moments() {
        return moments;
    }

    boolean isByOwnMoment() {
        return byOwnMoment;
    }

    Timeline<F> all() {
        return new Timeline<>(this, 0, size());
    }

    SplitColumn split(Formula.Split<F> formula) {
        return splits.get(
                formula,
                () -> ungrouped == null
                        ? SplitColumn.of(this, formula)
                        : ungrouped.split(formula).inOrder(requireNonNull(rows)));
    }

    SumColumn sum(Formula<?> formula, Function<F, @Nullable Money> amountOf) {
        return sums.get(
                formula,
                () -> ungrouped == null
                        ? SumColumn.of(size(), position -> amountOf.apply(fact(position)))
                        : ungrouped.sum(formula, amountOf).inOrder(requireNonNull(rows)));
    }

    DaysColumn days(Formula<?> formula, Function<F, OptionalLong> daysOf) {
        return days.get(
                formula,
                () -> ungrouped == null
                        ? DaysColumn.of(size(), position -> daysOf.apply(fact(position)))
                        : ungrouped.days(formula, daysOf).inOrder(requireNonNull(rows)));
    }

    /** The members whose keys in some dimensions are given ones, in time order; null if there are none. */
    @Nullable
    Timeline<F> group(
            List<Dimension> dimensions, List<Optional<String>> keys, BiFunction<F, Dimension, @Nullable String> keyOf) {
        return groups.computeIfAbsent(dimensions, d -> new Once<>(() -> groupBy(d, keyOf)))
                .get()
                .get(keys);
    }

    private Map<List<Optional<String>>, Timeline<F>> groupBy(
            List<Dimension> dimensions, BiFunction<F, Dimension, @Nullable String> keyOf) {
        Grouping grouping = new Grouping(size());
        for (Dimension dimension : dimensions) {
            grouping.splitBy(position -> keyOf.apply(fact(position), dimension));
        }
        int[] order = grouping.order();
        Table<F> grouped = new Table<>(facts, this, order, moments.inOrder(order), byOwnMoment);
        Map<List<Optional<String>>, Timeline<F>> timelines = new HashMap<>();
        int[] starts = grouping.starts();
        for (int group = 0; group < grouping.keys().size(); group++) {
            timelines.put(grouping.keys().get(group), new Timeline<>(grouped, starts[group], starts[group + 1]));
        }
        return timelines;
    }
}
