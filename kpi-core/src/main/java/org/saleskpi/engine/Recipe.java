package org.saleskpi.engine;

import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/**
 * How a column about a population is made.
 *
 * @param population whose members it is about
 * @param key what the column is made for, told apart by identity: it is kept as long as somebody holds that. One key stands
 *     for one column of a population
 * @param maker begins the column
 */
record Recipe<F extends Fact, C extends Column<C>>(Population<F> population, Object key, Maker<F, C> maker) {

    /** Begins a column. */
    interface Maker<F extends Fact, C extends Column<C>> {

        /** What takes the members of an index down, of which there are at most so many. */
        ColumnBuilder<F, C> begin(Index index, int mostMembers);
    }
}
