package org.saleskpi.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;

/**
 * The members of a population, in time order or group by group, with a column for each formula asked of them.
 *
 * <p>Columns and groups are made once, when they are first asked for. A column is kept as long as its formula is: one that
 * is made for a single question leaves nothing behind.
 */
final class Table<F extends Fact> {

    private final List<F> facts;
    private final int @Nullable [] rows;
    private final Moments moments;
    private final boolean byOwnMoment;
    private final WeakCache<Formula<?>, SplitColumn> splits = new WeakCache<>();
    private final WeakCache<Formula<?>, SumColumn> sums = new WeakCache<>();
    private final WeakCache<Formula<?>, DaysColumn> days = new WeakCache<>();
    private final ConcurrentMap<List<Dimension>, Once<Map<List<Optional<String>>, Timeline<F>>>> groups =
            new ConcurrentHashMap<>(2);

    /**
     * Creates a table.
     *
     * @param facts where the members are found
     * @param rows at which position of those each member is; null if they are the members
     * @param moments the moments of the members, in their order
     * @param byOwnMoment whether the moments are those that a history cuts by when it is viewed as of an instant
     */
    Table(List<F> facts, int @Nullable [] rows, Moments moments, boolean byOwnMoment) {
        this.facts = facts;
        this.rows = rows;
        this.moments = moments;
        this.byOwnMoment = byOwnMoment;
    }

    int size() {
        return moments.size();
    }

    F fact(int position) {
        return facts.get(rows == null ? position : rows[position]);
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
        return splits.get(formula, () -> SplitColumn.of(this, formula));
    }

    SumColumn sum(Formula<?> formula, Supplier<SumColumn> maker) {
        return sums.get(formula, maker);
    }

    DaysColumn days(Formula<?> formula, Supplier<DaysColumn> maker) {
        return days.get(formula, maker);
    }

    /** The members whose keys in some dimensions are given ones, in time order; null if there are none. */
    @Nullable
    Timeline<F> group(
            List<Dimension> dimensions, List<Optional<String>> keys, BiFunction<F, Dimension, Optional<String>> keyOf) {
        return groups.computeIfAbsent(dimensions, d -> new Once<>(() -> groupBy(d, keyOf)))
                .get()
                .get(keys);
    }

    private Map<List<Optional<String>>, Timeline<F>> groupBy(
            List<Dimension> dimensions, BiFunction<F, Dimension, Optional<String>> keyOf) {
        Grouping grouping = new Grouping(size());
        for (Dimension dimension : dimensions) {
            grouping.splitBy(position -> keyOf.apply(fact(position), dimension));
        }
        int[] order = grouping.order();
        int[] groupedRows = new int[order.length];
        Arrays.setAll(groupedRows, i -> rows == null ? order[i] : rows[order[i]]);
        Table<F> grouped = new Table<>(facts, groupedRows, moments.inOrder(order), byOwnMoment);
        Map<List<Optional<String>>, Timeline<F>> timelines = new HashMap<>();
        int[] starts = grouping.starts();
        for (int group = 0; group < grouping.keys().size(); group++) {
            timelines.put(grouping.keys().get(group), new Timeline<>(grouped, starts[group], starts[group + 1]));
        }
        return timelines;
    }
}
