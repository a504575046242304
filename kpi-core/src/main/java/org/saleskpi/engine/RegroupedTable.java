package org.saleskpi.engine;

import org.saleskpi.sales.Fact;

/** The members of a table group by group: which of them comes first, which second, and so on. Thread-safe. */
final class RegroupedTable<F extends Fact> extends Table<F> {

    private final OrderedTable<F> table;
    private final Positions order;

    RegroupedTable(Index index, OrderedTable<F> table, int[] order, int[] starts) {
        super(index, table.times().moments().inOrder(order), table.isByOwnMoment());
        this.table = table;
        this.order = Positions.of(order, starts);
    }

    @Override
    F member(int position) {
        return table.member(order.at(position));
    }

    @Override
    <C extends Column<C>> C make(Recipe<F, C> recipe) {
        return table.column(recipe).inOrder(order.toArray());
    }
}
