package org.saleskpi.engine;

/**
 * What a formula needs of each member of a table.
 *
 * @param <C> the kind of column
 */
interface Column<C extends Column<C>> {

    /** The same of the same members in another order: which member comes first, which second, and so on. */
    C inOrder(int[] order);
}
