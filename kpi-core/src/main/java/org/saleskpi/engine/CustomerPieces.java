package org.saleskpi.engine;

import java.util.Arrays;

/** The times in which what a customer has stays the same, customer after customer. */
final class CustomerPieces {

    /** The number of each customer's first piece, and at the end that after the last of all. */
    private final int[] starts;

    /** Before which change, of all customers' in time order, a piece starts: the first of those at its moment. */
    private final int[] changes;

    private final long[] amounts;

    private CustomerPieces(int[] starts, int[] changes, long[] amounts) {
        this.starts = starts;
        this.changes = changes;
        this.amounts = amounts;
    }

    /**
     * Cuts changes into pieces.
     *
     * @param moments the moments of the changes, in time order
     * @param customers whose each change is, by the number of the customer
     * @param differences by how much what the customer has changes
     * @param customerCount how many customers there are
     */
    static CustomerPieces of(Moments moments, int[] customers, long[] differences, int customerCount) {
        int size = moments.size();
        int[] firstOfMoment = new int[size];
        int[] next = new int[customerCount + 1];
        for (int i = 0; i < size; i++) {
            boolean isSame = i > 0 && moments.at(i).equals(moments.at(i - 1));
            firstOfMoment[i] = isSame ? firstOfMoment[i - 1] : i;
            next[customers[i] + 1]++;
        }
        for (int customer = 0; customer < customerCount; customer++) {
            next[customer + 1] += next[customer];
        }
        int[] byCustomer = new int[size];
        int[] endOf = next.clone();
        for (int i = 0; i < size; i++) {
            byCustomer[endOf[customers[i]]++] = i;
        }
        int[] starts = new int[customerCount + 1];
        int[] changes = new int[size];
        long[] amounts = new long[size];
        int pieces = 0;
        for (int customer = 0; customer < customerCount; customer++) {
            starts[customer] = pieces;
            long amount = 0;
            int i = next[customer];
            while (i < next[customer + 1]) {
                int start = firstOfMoment[byCustomer[i]];
                long before = amount;
                while (i < next[customer + 1] && firstOfMoment[byCustomer[i]] == start) {
                    amount += differences[byCustomer[i]];
                    i++;
                }
                if (amount != before) {
                    changes[pieces] = start;
                    amounts[pieces++] = amount;
                }
            }
        }
        starts[customerCount] = pieces;
        return new CustomerPieces(starts, Arrays.copyOf(changes, pieces), Arrays.copyOf(amounts, pieces));
    }

    int customers() {
        return starts.length - 1;
    }

    /** The number of a customer's first piece. */
    int start(int customer) {
        return starts[customer];
    }

    /** The number after that of a customer's last piece. */
    int end(int customer) {
        return starts[customer + 1];
    }

    /** How many pieces a customer has. */
    int count(int customer) {
        return starts[customer + 1] - starts[customer];
    }

    /** The number of the change with which a piece starts. */
    int change(int piece) {
        return changes[piece];
    }

    /** What the customer has in a piece. */
    long amount(int piece) {
        return amounts[piece];
    }

    /** What the customer of a piece has before it. */
    long amountBefore(int piece, int customer) {
        return piece == starts[customer] ? 0 : amounts[piece - 1];
    }

    int customersWithMoreThan(int pieces) {
        int customers = 0;
        for (int customer = 0; customer < customers(); customer++) {
            customers += count(customer) > pieces ? 1 : 0;
        }
        return customers;
    }
}
