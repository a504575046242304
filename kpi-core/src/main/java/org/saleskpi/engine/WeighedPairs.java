package org.saleskpi.engine;

import java.util.Arrays;

/**
 * Pairs of numbers with weights: what those weigh whose first is below one bound and whose second is below another.
 *
 * <p>The pairs stand in the order of their firsts, cut in blocks of neighbours, and once more in the order of their seconds. A
 * table has what all pairs of the first so many blocks in either order weigh. An answer is an entry of it, and the pairs of the
 * block in either order in which the bound lies, one by one. A block has as many pairs as the root of their number, so that
 * the table has an entry for each pair. A pair takes some 64 bytes.
 */
final class WeighedPairs {

    private static final int LEAST_BLOCK = 64;

    private final int block;
    private final int blocks;

    /** The first of each pair in their order, and beside it the second and the weights. */
    private final int[] firsts;

    private final int[] secondOf;
    private final long[] keptOf;
    private final long[] atEndOf;

    /** The second of each pair in their order, and beside it the place of the pair by its first, and the weights. */
    private final int[] seconds;

    private final int[] placeOf;
    private final long[] keptBySecond;
    private final long[] atEndBySecond;

    private final long[] keptOfBlocks;
    private final long[] atEndOfBlocks;

    private WeighedPairs(int[] first, int[] second, long[] kept, long[] atEnd) {
        int size = first.length;
        block = Math.max(LEAST_BLOCK, (int) Math.sqrt(size));
        blocks = size / block + 1;
        firsts = new int[size];
        secondOf = new int[size];
        keptOf = new long[size];
        atEndOf = new long[size];
        seconds = new int[size];
        placeOf = new int[size];
        keptBySecond = new long[size];
        atEndBySecond = new long[size];
        keptOfBlocks = new long[(blocks + 1) * (blocks + 1)];
        atEndOfBlocks = new long[(blocks + 1) * (blocks + 1)];
        int[] byFirst = order(first);
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            int pair = byFirst[i];
            place[pair] = i;
            firsts[i] = first[pair];
            secondOf[i] = second[pair];
            keptOf[i] = kept[pair];
            atEndOf[i] = atEnd[pair];
        }
        int[] bySecond = order(second);
        for (int i = 0; i < size; i++) {
            int pair = bySecond[i];
            seconds[i] = second[pair];
            placeOf[i] = place[pair];
            keptBySecond[i] = kept[pair];
            atEndBySecond[i] = atEnd[pair];
            int entry = entry(place[pair] / block + 1, i / block + 1);
            keptOfBlocks[entry] += kept[pair];
            atEndOfBlocks[entry] += atEnd[pair];
        }
        sumUp(keptOfBlocks);
        sumUp(atEndOfBlocks);
    }

    private static int[] order(int[] numbers) {
        long[] packed = new long[numbers.length];
        Arrays.setAll(packed, i -> (long) numbers[i] << Integer.SIZE | i);
        Arrays.sort(packed);
        return Arrays.stream(packed).mapToInt(number -> (int) number).toArray();
    }

    private int entry(int firstBlocks, int secondBlocks) {
        return firstBlocks * (blocks + 1) + secondBlocks;
    }

    private void sumUp(long[] entries) {
        for (int i = 1; i <= blocks; i++) {
            for (int j = 1; j <= blocks; j++) {
                entries[entry(i, j)] +=
                        entries[entry(i - 1, j)] + entries[entry(i, j - 1)] - entries[entry(i - 1, j - 1)];
            }
        }
    }

    /** Takes pairs down. */
    static final class Builder {

        private final int[] firsts;
        private final int[] seconds;
        private final long[] kept;
        private final long[] atEnd;
        private int size;

        Builder(int mostPairs) {
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
                    Arrays.copyOf(firsts, size),
                    Arrays.copyOf(seconds, size),
                    Arrays.copyOf(kept, size),
                    Arrays.copyOf(atEnd, size));
        }
    }

    /** What the pairs weigh whose first is below one bound and whose second is below another. */
    CustomerAmounts.Later before(int firstBound, int secondBound) {
        int firstEnd = countBelow(firstBound, firsts);
        int secondEnd = countBelow(secondBound, seconds);
        int place = firstEnd / block * block;
        int entry = entry(firstEnd / block, secondEnd / block);
        long kept = keptOfBlocks[entry];
        long atEnd = atEndOfBlocks[entry];
        // No branches: which pairs are below the bound is as good as random.
        for (int i = place; i < firstEnd; i++) {
            long mask = (long) (secondOf[i] - secondBound) >> (Long.SIZE - 1);
            kept += keptOf[i] & mask;
            atEnd += atEndOf[i] & mask;
        }
        for (int i = secondEnd / block * block; i < secondEnd; i++) {
            long mask = (long) (placeOf[i] - place) >> (Long.SIZE - 1);
            kept += keptBySecond[i] & mask;
            atEnd += atEndBySecond[i] & mask;
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
