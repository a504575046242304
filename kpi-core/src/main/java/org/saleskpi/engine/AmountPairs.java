package org.saleskpi.engine;

/**
 * What customers have at two times, by pairs of changes: for customers that have few pieces.
 *
 * <p>Let a customer have {@code v(i)} after its first {@code i} changes, and let {@code i} of them be before the first time and
 * {@code j >= i} before the second. Any {@code f(i, j)}, such as the smaller of {@code v(i)} and {@code v(j)}, is a sum of
 * differences: {@code f(i, i)}, and for each later change {@code l} up to {@code j} by how much {@code f(i, l)} is more than
 * {@code f(i, l - 1)}. Taking the difference of these over {@code i} as well leaves, for each pair of changes {@code k <= l}, a
 * weight that counts if {@code k} is before the first time and {@code l} before the second. For {@code k = l} the first implies
 * the second: those are running totals, and a customer's only fact leaves one pair. So all customers together are running totals
 * and a sum of the weights of pairs: {@link WeighedPairs}.
 */
final class AmountPairs {

    /** What the running weights of changes sum to before each change, the kept one and that at the end again and again. */
    private final long[] before;

    private final WeighedPairs pairs;

    private AmountPairs(long[] weights, WeighedPairs pairs) {
        this.before = weights;
        this.pairs = pairs;
        for (int i = 2; i < before.length; i++) {
            before[i] += before[i - 2];
        }
    }

    /**
     * Takes down the customers that have no more than so many pieces.
     *
     * @param pieces the pieces of all customers
     * @param most the most pieces
     * @param changes how many changes there are, of all customers
     */
    static AmountPairs of(CustomerPieces pieces, int most, int changes) {
        int mostPairs = 0;
        for (int customer = 0; customer < pieces.customers(); customer++) {
            int count = pieces.count(customer);
            mostPairs = Math.addExact(mostPairs, count <= most ? count * (count - 1) / 2 : 0);
        }
        long[] weights = new long[2 * (changes + 1)];
        WeighedPairs.Builder pairs = new WeighedPairs.Builder(changes, mostPairs);
        for (int customer = 0; customer < pieces.customers(); customer++) {
            if (pieces.count(customer) <= most) {
                for (int piece = pieces.start(customer); piece < pieces.end(customer); piece++) {
                    add(pieces, customer, piece, weights, pairs);
                }
            }
        }
        return new AmountPairs(weights, pairs.build());
    }

    private static void add(
            CustomerPieces pieces, int customer, int first, long[] weights, WeighedPairs.Builder pairs) {
        long before = pieces.amountBefore(first, customer);
        long after = pieces.amount(first);
        int change = pieces.change(first);
        weights[2 * (change + 1)] += after - Math.min(before, after);
        weights[2 * (change + 1) + 1] += before > 0 ? 0 : after;
        for (int second = first + 1; second < pieces.end(customer); second++) {
            long earlier = pieces.amount(second - 1);
            long later = pieces.amount(second);
            pairs.add(
                    change,
                    pieces.change(second),
                    Math.min(after, later)
                            - Math.min(after, earlier)
                            - Math.min(before, later)
                            + Math.min(before, earlier),
                    (after > 0 ? later - earlier : 0) - (before > 0 ? later - earlier : 0));
        }
    }

    /** What becomes of what these customers have after so many changes, of all customers, after more of them. */
    CustomerAmounts.Later between(int start, int end) {
        return pairs.before(start, end).plus(new CustomerAmounts.Later(before[2 * start], before[2 * start + 1]));
    }
}
