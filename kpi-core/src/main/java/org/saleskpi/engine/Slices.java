package org.saleskpi.engine;

import org.saleskpi.sales.Fact;

/** A table whose groups are slices of neighbours. */
final class Slices<F extends Fact> {

    private final Table<F> table;
    private final int[] starts;

    /**
     * Tells where the groups of a table are.
     *
     * @param table the members group by group
     * @param starts the position at which each group starts, and at the end that after the last one
     */
    Slices(Table<F> table, int[] starts) {
        this.table = table;
        this.starts = starts;
    }

    Table<F> table() {
        return table;
    }

    /** The members of a group: none, if no group has that number. */
    Timeline<F> of(int group) {
        return group >= 0 && group + 1 < starts.length
                ? new Timeline<>(table, starts[group], starts[group + 1])
                : new Timeline<>(table, 0, 0);
    }
}
