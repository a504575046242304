package org.saleskpi.engine;

/**
 * What customers have at two times, customer by customer: for customers that have many pieces.
 *
 * <p>What each has is kept at checkpoints among their changes; for any other place the nearest checkpoint is copied, and the
 * changes in between are applied, forwards or backwards. An answer takes a step for each customer, and one for each change
 * applied: at either time at most an eighth of the customers, or 32 where they are few. A change takes some 48 bytes, however
 * many there are and however they lie.
 */
final class AmountCheckpoints {

    /** Checkpoints are a quarter as many changes apart as there are customers, so that they take 32 bytes a change. */
    private static final int CUSTOMERS_PER_CHANGE = 4;

    /** Where there are few customers, checkpoints nearer to each other would save next to no time. */
    private static final int LEAST_SPACING = 64;

    /** Which changes these are, of those of all customers. */
    private final int[] changes;

    private final int[] customers;
    private final long[] differences;
    private final int customerCount;
    private final int spacing;

    /** What each customer has at each checkpoint, one after the other: at first nothing. */
    private final long[] checkpoints;

    private AmountCheckpoints(int[] changes, int[] customers, long[] differences, int customerCount) {
        this.changes = changes;
        this.customers = customers;
        this.differences = differences;
        this.customerCount = customerCount;
        this.spacing = Math.max(LEAST_SPACING, customerCount / CUSTOMERS_PER_CHANGE);
        this.checkpoints = new long[Math.multiplyExact(changes.length / spacing + 1, customerCount)];
        long[] amounts = new long[customerCount];
        for (int i = 0; i < changes.length; i++) {
            amounts[customers[i]] += differences[i];
            if ((i + 1) % spacing == 0) {
                System.arraycopy(amounts, 0, checkpoints, (i + 1) / spacing * customerCount, customerCount);
            }
        }
    }

    /** Takes down the customers that have more than so many pieces. */
    static AmountCheckpoints of(CustomerPieces pieces, int fewer) {
        int size = 0;
        for (int customer = 0; customer < pieces.customers(); customer++) {
            size += pieces.count(customer) > fewer ? pieces.count(customer) : 0;
        }
        Moments.Builder places = new Moments.Builder(size);
        int[] customers = new int[size];
        long[] differences = new long[size];
        int[] changes = new int[size];
        int number = 0;
        int i = 0;
        for (int customer = 0; customer < pieces.customers(); customer++) {
            if (pieces.count(customer) > fewer) {
                for (int piece = pieces.start(customer); piece < pieces.end(customer); piece++) {
                    places.add(pieces.change(piece), 0);
                    changes[i] = pieces.change(piece);
                    customers[i] = number;
                    differences[i++] = pieces.amount(piece) - pieces.amountBefore(piece, customer);
                }
                number++;
            }
        }
        int[] order = places.build().order();
        int[] orderedChanges = new int[size];
        int[] orderedCustomers = new int[size];
        long[] orderedDifferences = new long[size];
        for (int j = 0; j < size; j++) {
            orderedChanges[j] = changes[order[j]];
            orderedCustomers[j] = customers[order[j]];
            orderedDifferences[j] = differences[order[j]];
        }
        return new AmountCheckpoints(orderedChanges, orderedCustomers, orderedDifferences, number);
    }

    /** What becomes of what these customers have after so many changes, of all customers, after more of them. */
    CustomerAmounts.Later between(int start, int end) {
        long[] atStart = amountsAfter(WeighedPairs.countBelow(start, changes));
        long[] atEnd = amountsAfter(WeighedPairs.countBelow(end, changes));
        long kept = 0;
        long left = 0;
        for (int i = 0; i < customerCount; i++) {
            kept += Math.min(atStart[i], atEnd[i]);
            left += atStart[i] > 0 ? atEnd[i] : 0;
        }
        return new CustomerAmounts.Later(kept, left);
    }

    private long[] amountsAfter(int count) {
        int before = count / spacing;
        boolean isNearerToNext = count % spacing > spacing / 2 && (before + 1) * customerCount < checkpoints.length;
        int nearest = isNearerToNext ? before + 1 : before;
        long[] amounts = new long[customerCount];
        System.arraycopy(checkpoints, nearest * customerCount, amounts, 0, customerCount);
        for (int i = nearest * spacing; i < count; i++) {
            amounts[customers[i]] += differences[i];
        }
        for (int i = count; i < nearest * spacing; i++) {
            amounts[customers[i]] -= differences[i];
        }
        return amounts;
    }
}
