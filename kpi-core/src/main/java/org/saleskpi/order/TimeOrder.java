package org.saleskpi.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;

/**
 * Sorts things by their moments.
 *
 * <p>Comparing ten million of them two by two takes seconds, because each comparison reads two of them. So each is read
 * once, to pack its moment and position in one number, and the numbers are sorted; only neighbours whose packed moments are
 * the same are compared.
 */
public final class TimeOrder {

    private static final int POSITION_BITS = 32;
    private static final int MOMENT_BITS = Long.SIZE - 1 - POSITION_BITS;

    private TimeOrder() {}

    /**
     * Returns the positions in time order.
     *
     * @param size how many things there are
     * @param momentAt the moment of the one at a position
     * @param ties compares two positions whose moments are equal
     */
    public static int[] of(int size, IntFunction<Instant> momentAt, IntBinaryOperator ties) {
        long[] packed = packedMoments(size, momentAt);
        Arrays.sort(packed);
        int[] order = positions(packed);
        Comparator<Integer> comparator =
                Comparator.<Integer, Instant>comparing(momentAt::apply).thenComparing(ties::applyAsInt);
        int start = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || packed[i] >>> POSITION_BITS != packed[start] >>> POSITION_BITS) {
                if (i - start > 1) {
                    sort(order, start, i, comparator);
                }
                start = i;
            }
        }
        return order;
    }

    /**
     * Returns the positions in the order of numbers that are not negative, equal ones as they stand.
     *
     * @param seconds such as the seconds since the earliest of some moments
     */
    public static int[] ofSeconds(int[] seconds) {
        long[] packed = new long[seconds.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (long) seconds[i] << POSITION_BITS | i;
        }
        Arrays.sort(packed);
        return positions(packed);
    }

    private static int[] positions(long[] packed) {
        int[] order = new int[packed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) packed[i];
        }
        return order;
    }

    private static void sort(int[] order, int start, int end, Comparator<Integer> comparator) {
        Integer[] run = new Integer[end - start];
        Arrays.setAll(run, i -> order[start + i]);
        Arrays.sort(run, comparator);
        for (int i = 0; i < run.length; i++) {
            order[start + i] = run[i];
        }
    }

    /** The seconds since the earliest moment, as coarse as they must be to fit, before the position. */
    private static long[] packedMoments(int size, IntFunction<Instant> momentAt) {
        long[] packed = new long[size];
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            packed[i] = momentAt.apply(i).getEpochSecond();
            earliest = Math.min(earliest, packed[i]);
            latest = Math.max(latest, packed[i]);
        }
        int surplusBits = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(latest - earliest) - MOMENT_BITS);
        for (int i = 0; i < size; i++) {
            packed[i] = (packed[i] - earliest) >>> surplusBits << POSITION_BITS | i;
        }
        return packed;
    }
}
