package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saleskpi.analysis.Cycle.Ended;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.CustomerJourney;

/**
 * For how many days each customer of a table was observed, and how that ended: it converted, was lost, or is open when the
 * view ends.
 */
final class CycleColumn implements Column<CycleColumn> {

    private static final Object KEY = new Object();

    private static final int CONVERTED = 0;
    private static final int LOST = 1;
    private static final int OPEN = 2;
    private static final int BITS = 2;

    /** The days of each customer, and in the last two bits how they ended: moments lie so near that this fits. */
    private final long[] observed;

    private CycleColumn(long[] observed) {
        this.observed = observed;
    }

    /** The column of an index that is a view. */
    static Recipe<CustomerJourney, CycleColumn> recipe() {
        return new Recipe<>(
                SalesPopulations.PROSPECTS_ENTERED, KEY, (index, mostMembers) -> new Builder(index, mostMembers));
    }

    private static final class Builder implements ColumnBuilder<CustomerJourney, CycleColumn> {

        private final LocalDays localDays;
        private final Instant lastObserved;
        private final long[] observed;
        private int size;

        Builder(Index index, int mostMembers) {
            this.localDays = new LocalDays(index.history().zone());
            this.lastObserved = index.history().viewedAsOf().orElseThrow().minusNanos(1);
            this.observed = new long[mostMembers];
        }

        @Override
        public void add(CustomerJourney member) {
            Instant disqualifiedAt = member.customer().disqualifiedAt();
            Instant signedAt = member.firstContract() == null
                    ? null
                    : member.firstContract().signedAt();
            if (signedAt != null) {
                add(member, signedAt, CONVERTED);
            } else if (disqualifiedAt != null) {
                add(member, disqualifiedAt, LOST);
            } else {
                add(member, lastObserved, OPEN);
            }
        }

        private void add(CustomerJourney member, Instant end, int how) {
            observed[size++] = localDays.between(member.entry(), end) << BITS | how;
        }

        @Override
        public CycleColumn build() {
            return new CycleColumn(Arrays.copyOf(observed, size));
        }
    }

    @Override
    public CycleColumn inOrder(int[] order) {
        return new CycleColumn(
                Arrays.stream(order).mapToLong(position -> observed[position]).toArray());
    }

    /** How long some customers were observed, and how that ended. For one thread. */
    static final class Observations {

        private long[] added = new long[0];
        private long[] takenOut = new long[0];

        /** Adds the customers from a position to before another, or takes them out, if they were added. */
        void add(CycleColumn column, int start, int end, boolean isAdded) {
            if (isAdded) {
                added = with(added, column, start, end);
            } else {
                takenOut = with(takenOut, column, start, end);
            }
        }

        private static long[] with(long[] others, CycleColumn column, int start, int end) {
            long[] all = Arrays.copyOf(others, others.length + end - start);
            System.arraycopy(column.observed, start, all, others.length, end - start);
            return all;
        }

        /** How observations ended, by ascending days. */
        List<Ended> ended() {
            Arrays.sort(added);
            Arrays.sort(takenOut);
            List<Ended> ended = new ArrayList<>();
            int next = 0;
            int nextOut = 0;
            while (next < added.length) {
                long days = added[next] >>> BITS;
                int[] how = new int[OPEN + 1];
                for (int i = 0; i < how.length; i++) {
                    int in = runOf(days << BITS | i, added, next);
                    int out = runOf(days << BITS | i, takenOut, nextOut);
                    next += in;
                    nextOut += out;
                    how[i] = in - out;
                }
                if (how[CONVERTED] + how[LOST] + how[OPEN] > 0) {
                    ended.add(new Ended(days, how[CONVERTED], how[LOST], how[OPEN]));
                }
            }
            return ended;
        }

        /** How many numbers from a position on are the same as one. */
        private static int runOf(long number, long[] sorted, int from) {
            int end = from;
            while (end < sorted.length && sorted[end] == number) {
                end++;
            }
            return end - from;
        }
    }
}
