package org.saleskpi.engine;

/**
 * Small numbers in a row: how many in any stretch of it are below a bound.
 *
 * <p>The numbers are kept bit by bit, the highest first, as a wavelet matrix: at each bit the ones with a zero move to the
 * front, which leaves every stretch in two runs. Counting the numbers below a bound follows the bound's bits from run to run:
 * as many steps as the numbers have bits.
 */
final class RankMatrix {

    private final int size;
    private final RankBits[] bits;
    private final int[] zeros;

    /** Takes numbers from zero to as many as there are. */
    RankMatrix(int[] numbers) {
        size = numbers.length;
        int levels = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        bits = new RankBits[levels];
        zeros = new int[levels];
        int[] row = numbers;
        for (int level = 0; level < levels; level++) {
            int shift = levels - 1 - level;
            int[] before = row;
            bits[level] = RankBits.of(size, i -> (before[i] >>> shift & 1) == 1);
            zeros[level] = size - bits[level].before(size);
            row = zerosFirst(before, shift, zeros[level]);
        }
    }

    private static int[] zerosFirst(int[] numbers, int shift, int zeros) {
        int[] moved = new int[numbers.length];
        int zero = 0;
        int one = zeros;
        for (int number : numbers) {
            if ((number >>> shift & 1) == 0) {
                moved[zero++] = number;
            } else {
                moved[one++] = number;
            }
        }
        return moved;
    }

    /** How many of the numbers from one position to before another are below a bound. */
    int countBelow(int from, int to, int bound) {
        if (bound > size) {
            return to - from;
        }
        int start = from;
        int end = to;
        int count = 0;
        for (int level = 0; level < bits.length && start < end; level++) {
            int onesBeforeStart = bits[level].before(start);
            int onesBeforeEnd = bits[level].before(end);
            int zerosBeforeStart = start - onesBeforeStart;
            int zerosBeforeEnd = end - onesBeforeEnd;
            if ((bound >>> (bits.length - 1 - level) & 1) == 1) {
                count += zerosBeforeEnd - zerosBeforeStart;
                start = zeros[level] + onesBeforeStart;
                end = zeros[level] + onesBeforeEnd;
            } else {
                start = zerosBeforeStart;
                end = zerosBeforeEnd;
            }
        }
        return count;
    }
}
