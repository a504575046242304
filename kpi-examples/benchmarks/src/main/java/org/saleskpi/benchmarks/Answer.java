package org.saleskpi.benchmarks;

/** What a peer answers: the {@link Measures} of each cell, read when somebody wants to compare them. */
@FunctionalInterface
interface Answer {

    /**
     * Returns the numbers of a cell.
     *
     * @param rep the number of the rep, {@link CustomerTraces#UNASSIGNED} for none; 0 where there are no groups
     * @param month the number of the month; 0 where there is one period
     * @return the numbers, zero for what nobody did
     */
    long[] cell(int rep, int month);
}
