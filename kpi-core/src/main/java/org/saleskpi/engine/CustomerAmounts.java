package org.saleskpi.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What customers' facts that stand sum to, customer by customer, on the eve of one instant and again on the eve of a later one.
 *
 * <p>What a customer has changes where a fact starts to stand or ends to: between two changes it is one piece. The smaller of
 * what one has in two pieces is known for each pair of pieces, so {@link AmountPairs} counts pairs: fast for any number of
 * customers, but memory grows by the square of a customer's pieces. {@link AmountCheckpoints} is small for any pieces, but its
 * time grows with the customers. So customers with a single fact make pairs, and where those with more are many, these too up to
 * a number of pieces. Memory is linear in the pieces.
 */
final class CustomerAmounts {

    /** So many customers are looked at one by one in the time that it takes to count pairs. */
    private static final int MANY_CUSTOMERS = 1 << 6;

    /** A fact that starts to stand and ends to makes two pieces. */
    private static final int LEAST_PAIRED = 2;

    /** The most pieces of a customer that make pairs: three and a half for each piece. */
    private static final int MOST_PAIRED = 8;

    private final Moments changes;

    /** What all customers' changes before each one sum to. */
    private final long[] totalBefore;

    private final AmountPairs pairs;

    /** Customers with many pieces; null if there are none. */
    private final @Nullable AmountCheckpoints checkpoints;

    /**
     * What customers have in all.
     *
     * @param atStart on the eve of the first instant
     * @param kept the smaller of what each has then and on the eve of the second
     * @param atEnd on the eve of the second, those customers that have more than nothing on the eve of the first
     */
    record Totals(long atStart, long kept, long atEnd) {

        static final Totals NONE = new Totals(0, 0, 0);
    }

    /**
     * What becomes of what some customers have on the eve of the first instant.
     *
     * @param kept the smaller of what each has then and on the eve of the second
     * @param atEnd on the eve of the second, those customers that have more than nothing on the eve of the first
     */
    record Later(long kept, long atEnd) {

        Later plus(Later other) {
            return new Later(kept + other.kept, atEnd + other.atEnd);
        }
    }

    private CustomerAmounts(Moments changes, long[] totalBefore, CustomerPieces pieces) {
        this.changes = changes;
        this.totalBefore = totalBefore;
        int paired = LEAST_PAIRED;
        while (paired < MOST_PAIRED && pieces.customersWithMoreThan(paired) > MANY_CUSTOMERS) {
            paired++;
        }
        this.pairs = AmountPairs.of(pieces, paired, changes.size());
        this.checkpoints = pieces.customersWithMoreThan(paired) == 0 ? null : AmountCheckpoints.of(pieces, paired);
    }

    /** Takes facts that stand for a time down, in any order. */
    static final class Builder {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Moments.Builder moments;
        private final int[] customers;
        private final long[] differences;
        private int size;
        private long sum;

        Builder(int mostFacts) {
            int most = Math.multiplyExact(2, mostFacts);
            moments = new Moments.Builder(most);
            customers = new int[most];
            differences = new long[most];
        }

        /**
         * Takes a fact down.
         *
         * @param customerId whose it is
         * @param start when it starts to stand
         * @param end when it ends to, later than the start; null if it does not
         * @param amount its amount, in minor units
         */
        void add(String customerId, Instant start, @Nullable Instant end, long amount) {
            // What all amounts sum to fits, so whatever some of them do fits too.
            sum = Math.addExact(sum, Math.abs(amount));
            Integer known = numbers.putIfAbsent(customerId, numbers.size());
            int customer = known == null ? numbers.size() - 1 : known;
            change(customer, start, amount);
            if (end != null) {
                change(customer, end, -amount);
            }
        }

        private void change(int customer, Instant moment, long difference) {
            moments.add(moment);
            customers[size] = customer;
            differences[size++] = difference;
        }

        CustomerAmounts build() {
            Moments unsorted = moments.build();
            int[] order = unsorted.order();
            Moments changes = unsorted.inOrder(order);
            int[] customerOf = new int[size];
            long[] differenceOf = new long[size];
            long[] totalBefore = new long[size + 1];
            for (int i = 0; i < size; i++) {
                customerOf[i] = customers[order[i]];
                differenceOf[i] = differences[order[i]];
                totalBefore[i + 1] = totalBefore[i] + differenceOf[i];
            }
            return new CustomerAmounts(
                    changes, totalBefore, CustomerPieces.of(changes, customerOf, differenceOf, numbers.size()));
        }
    }

    /** What customers have on the eve of one instant and on the eve of a later one. */
    Totals between(Instant moment, Instant later) {
        int start = changes.countBefore(moment);
        int end = changes.countBefore(later);
        Later paired = pairs.between(start, end);
        Later all = checkpoints == null ? paired : paired.plus(checkpoints.between(start, end));
        return new Totals(totalBefore[start], all.kept(), all.atEnd());
    }
}
