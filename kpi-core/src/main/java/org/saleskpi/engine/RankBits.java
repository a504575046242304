package org.saleskpi.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A bit for each position, and how many are set before any position.
 *
 * <p>Each word of bits lies beside the number of those set before it, so that a processor has to wait for memory once for
 * both, and for a branch never: two bits of memory for each bit.
 */
final class RankBits {

    /** A number and a word, again and again. */
    private final long[] pairs;

    private RankBits(long[] pairs) {
        this.pairs = pairs;
        for (int i = 2; i < pairs.length; i += 2) {
            pairs[i] = pairs[i - 2] + Long.bitCount(pairs[i - 1]);
        }
    }

    static RankBits of(int size, IntPredicate isSet) {
        Builder builder = new Builder(size);
        for (int i = 0; i < size; i++) {
            builder.add(isSet.test(i));
        }
        return builder.build();
    }

    /** Takes bits one after the other. */
    static final class Builder {

        private final long[] pairs;
        private int size;

        Builder(int mostBits) {
            pairs = new long[pairsFor(mostBits)];
        }

        private static int pairsFor(int bits) {
            return 2 * ((bits >>> 6) + 1);
        }

        void add(boolean isSet) {
            pairs[wordOf(size)] |= (isSet ? 1L : 0) << size;
            size++;
        }

        /** Takes so many bits that are not set. */
        void addZeros(int number) {
            size += number;
        }

        RankBits build() {
            return new RankBits(Arrays.copyOf(pairs, pairsFor(size)));
        }
    }

    private static int wordOf(int position) {
        return 2 * (position >>> 6) + 1;
    }

    boolean isSet(int position) {
        return (pairs[wordOf(position)] >>> position & 1) == 1;
    }

    /** The first position of a set bit from another one on; there must be one. */
    int nextFrom(int position) {
        int word = wordOf(position);
        long rest = pairs[word] >>> position << position;
        while (rest == 0) {
            word += 2;
            rest = pairs[word];
        }
        return (word >>> 1 << 6) + Long.numberOfTrailingZeros(rest);
    }

    /** The bits of the same positions in another order. */
    RankBits inOrder(int[] order) {
        return of(order.length, i -> isSet(order[i]));
    }

    /** How many bits are set before a position. */
    int before(int position) {
        int word = wordOf(position);
        return (int) pairs[word - 1] + Long.bitCount(pairs[word] & ((1L << position) - 1));
    }

    /** How many bits are set from a position to before another. */
    int between(int start, int end) {
        return before(end) - before(start);
    }

    /** The position of the set bit that has a number of set ones before it; there must be one. */
    int positionOf(int number) {
        int low = 0;
        int high = pairs.length / 2 - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pairs[2 * middle] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long rest = pairs[2 * low + 1];
        for (long left = number - pairs[2 * low]; left > 0; left--) {
            rest &= rest - 1;
        }
        return (low << 6) + Long.numberOfTrailingZeros(rest);
    }
}
