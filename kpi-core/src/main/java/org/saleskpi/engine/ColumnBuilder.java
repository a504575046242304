package org.saleskpi.engine;

/**
 * Takes down what a formula needs of the members of a table, one after the other in the order of the table.
 *
 * @param <F> the kind of fact
 * @param <C> the column that comes of it
 */
interface ColumnBuilder<F, C> {

    /** Takes the next member down. */
    void add(F member);

    /** The column of all members so far. */
    C build();
}
