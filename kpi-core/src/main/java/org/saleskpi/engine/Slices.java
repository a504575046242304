package org.saleskpi.engine;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;

/** A table whose groups are slices of neighbours. */
final class Slices<F extends Fact> implements Events {

    private final Table<F> table;

    /** The position at which each group starts, and at the end that after the last one; null if there is one group of all. */
    private final @Nullable Positions starts;

    private Slices(Table<F> table, @Nullable Positions starts) {
        this.table = table;
        this.starts = starts;
    }

    /** The table as one group. */
    static <F extends Fact> Slices<F> whole(Table<F> table) {
        return new Slices<>(table, null);
    }

    /**
     * Tells where the groups of a table are.
     *
     * @param table the members group by group
     * @param starts the position at which each group starts, and at the end that after the last one
     */
    static <F extends Fact> Slices<F> at(Table<F> table, int[] starts) {
        return new Slices<>(table, Positions.of(starts, table.size()));
    }

    Table<F> table() {
        return table;
    }

    @Override
    public int groups() {
        return starts == null ? 1 : starts.size() - 1;
    }

    @Override
    public IntFunction<Part> parts() {
        Moments moments = table.times().moments();
        return group -> {
            Timeline<F> members = of(group);
            return new Part(moments, members.start(), members.end());
        };
    }

    @Override
    public boolean isEmpty() {
        return table.size() == 0;
    }

    @Override
    public void tellBy(EventLine line, int number, @Nullable EventLine replaced) {
        table.tellTimesBy(line, number, replaced);
    }

    /** Whether a group is one of them. */
    boolean has(int group) {
        return group >= 0 && group < groups();
    }

    /** The position of the first member of a group; 0 if no group has that number. */
    int startOf(int group) {
        return starts == null || !has(group) ? 0 : starts.at(group);
    }

    /** The members of a group: none, if no group has that number. */
    Timeline<F> of(int group) {
        if (!has(group)) {
            return new Timeline<>(table, group, 0, 0);
        }
        return starts == null
                ? new Timeline<>(table, group, 0, table.size())
                : new Timeline<>(table, group, starts.at(group), starts.at(group + 1));
    }
}
