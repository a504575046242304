package org.saleskpi.engine;

import java.util.Arrays;

/**
 * Pairs of numbers with weights: what those weigh whose first is below one bound and whose second is below another.
 *
 * <p>The pairs stand in the order of their firsts, cut in blocks of neighbours, and once more in the order of their seconds. A
 * table has what all pairs of the first so many blocks in either order weigh. An answer is an entry of it, and the pairs of the
 * block in either order in which the bound lies, one by one. A block has half as many pairs as the root of their number, or up to
 * twice that, so that the table has one to four entries for each pair. For each bound it is known how many pairs are below it, and what
 * is looked at together lies side by side: what takes time is waiting for memory. A pair takes 60 to 110 bytes, and a bound eight.
 */
final class WeighedPairs {

    /** The logarithm of the size of the least block. */
    private static final int LEAST_SHIFT = 5;

    private final int shift;
    private final int blocks;

    /** For each bound how many pairs have a first below it, and how many a second, again and again. */
    private final int[] counts;

    /** By their firsts the place of each pair by its second, and its weights, again and again. */
    private final int[] placeBySecond;

    private final long[] weightsByFirst;

    /** By their seconds the place of each pair by its first, and its weights, again and again. */
    private final int[] placeByFirst;

    private final long[] weightsBySecond;

    /** The weights of all pairs of the first so many blocks in either order, again and again. */
    private final long[] weightsOfBlocks;

    private WeighedPairs(int bounds, int[] first, int[] second, long[] kept, long[] atEnd) {
        int size = first.length;
        shift = Math.max(LEAST_SHIFT, bits((int) Math.sqrt(size) / 2));
        blocks = (size >> shift) + 1;
        counts = new int[2 * bounds];
        count(first, 0);
        count(second, 1);
        placeBySecond = new int[size];
        weightsByFirst = new long[2 * size];
        placeByFirst = new int[size];
        weightsBySecond = new long[2 * size];
        weightsOfBlocks = new long[2 * (blocks + 1) * (blocks + 1)];
        int[] byFirst = order(first);
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            place[byFirst[i]] = i;
            weigh(kept, atEnd, byFirst[i], weightsByFirst, i);
        }
        int[] bySecond = order(second);
        for (int i = 0; i < size; i++) {
            int pair = bySecond[i];
            placeByFirst[i] = place[pair];
            placeBySecond[place[pair]] = i;
            weigh(kept, atEnd, pair, weightsBySecond, i);
            weigh(kept, atEnd, pair, weightsOfBlocks, entry((place[pair] >> shift) + 1, (i >> shift) + 1));
        }
        sumUp();
    }

    private static int bits(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }

    /** Counts for each bound the numbers below it. */
    private void count(int[] numbers, int which) {
        for (int number : numbers) {
            counts[2 * (number + 1) + which]++;
        }
        for (int i = which + 2; i < counts.length; i += 2) {
            counts[i] += counts[i - 2];
        }
    }

    private static int[] order(int[] numbers) {
        long[] packed = new long[numbers.length];
        Arrays.setAll(packed, i -> (long) numbers[i] << Integer.SIZE | i);
        Arrays.sort(packed);
        return Arrays.stream(packed).mapToInt(number -> (int) number).toArray();
    }

    private static void weigh(long[] kept, long[] atEnd, int pair, long[] weights, int place) {
        weights[2 * place] += kept[pair];
        weights[2 * place + 1] += atEnd[pair];
    }

    private int entry(int firstBlocks, int secondBlocks) {
        return firstBlocks * (blocks + 1) + secondBlocks;
    }

    private void sumUp() {
        for (int i = 1; i <= blocks; i++) {
            for (int j = 1; j <= blocks; j++) {
                for (int which = 0; which < 2; which++) {
                    weightsOfBlocks[2 * entry(i, j) + which] += weightsOfBlocks[2 * entry(i - 1, j) + which]
                            + weightsOfBlocks[2 * entry(i, j - 1) + which]
                            - weightsOfBlocks[2 * entry(i - 1, j - 1) + which];
                }
            }
        }
    }

    /** Takes pairs down. */
    static final class Builder {

        private final int bounds;
        private final int[] firsts;
        private final int[] seconds;
        private final long[] kept;
        private final long[] atEnd;
        private int size;

        /**
         * Takes nothing down yet.
         *
         * @param greatestBound the greatest bound, which all firsts and seconds are below; none is negative
         * @param mostPairs how many pairs come at most
         */
        Builder(int greatestBound, int mostPairs) {
            bounds = greatestBound + 1;
            firsts = new int[mostPairs];
            seconds = new int[mostPairs];
            kept = new long[mostPairs];
            atEnd = new long[mostPairs];
        }

        /** Takes a pair down, unless it weighs nothing. */
        void add(int first, int second, long keptWeight, long atEndWeight) {
            if (keptWeight != 0 || atEndWeight != 0) {
                firsts[size] = first;
                seconds[size] = second;
                kept[size] = keptWeight;
                atEnd[size++] = atEndWeight;
            }
        }

        WeighedPairs build() {
            return new WeighedPairs(
                    bounds,
                    Arrays.copyOf(firsts, size),
                    Arrays.copyOf(seconds, size),
                    Arrays.copyOf(kept, size),
                    Arrays.copyOf(atEnd, size));
        }
    }

    /** What the pairs weigh whose first is below one bound and whose second is below another. */
    CustomerAmounts.Later before(int firstBound, int secondBound) {
        int firstEnd = counts[2 * firstBound];
        int secondEnd = counts[2 * secondBound + 1];
        int firstStart = firstEnd >> shift << shift;
        int secondStart = secondEnd >> shift << shift;
        int entry = 2 * entry(firstEnd >> shift, secondEnd >> shift);
        long kept = weightsOfBlocks[entry];
        long atEnd = weightsOfBlocks[entry + 1];
        // No branches: which pairs are below the bound is as good as random.
        for (int i = firstStart; i < firstEnd; i++) {
            long mask = (long) (placeBySecond[i] - secondEnd) >> (Long.SIZE - 1);
            kept += weightsByFirst[2 * i] & mask;
            atEnd += weightsByFirst[2 * i + 1] & mask;
        }
        for (int i = secondStart; i < secondEnd; i++) {
            long mask = (long) (placeByFirst[i] - firstStart) >> (Long.SIZE - 1);
            kept += weightsBySecond[2 * i] & mask;
            atEnd += weightsBySecond[2 * i + 1] & mask;
        }
        return new CustomerAmounts.Later(kept, atEnd);
    }

    /** How many of some numbers in order are below a bound. */
    static int countBelow(int bound, int[] sorted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
