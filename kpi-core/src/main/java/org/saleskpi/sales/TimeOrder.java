package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Sorts records by moment and then by id, so that the order in which they were handed over leaves no trace.
 *
 * <p>Sorting ten million records by comparing them costs seconds, because each comparison reads two of them. So each record
 * is read once, to pack its moment and position in one number, and the numbers are sorted; only neighbours whose packed
 * moments are the same are compared.
 */
final class TimeOrder {

    private static final int POSITION_BITS = 32;

    private TimeOrder() {}

    static <R extends SalesRecord> ImmutableList<R> sort(List<R> records, Function<R, Instant> moment) {
        long[] packed = packedMoments(records, moment);
        Arrays.sort(packed);
        @SuppressWarnings("unchecked") // It holds records of that list alone.
        R[] sorted = (R[]) new SalesRecord[packed.length];
        for (int i = 0; i < packed.length; i++) {
            sorted[i] = records.get((int) packed[i]);
        }
        Comparator<R> order = Comparator.comparing(moment).thenComparing(SalesRecord::id, SalesHistory.TEXT_ORDER);
        int start = 0;
        for (int i = 1; i <= packed.length; i++) {
            if (i == packed.length || packed[i] >>> POSITION_BITS != packed[start] >>> POSITION_BITS) {
                if (i - start > 1) {
                    Arrays.sort(sorted, start, i, order);
                }
                start = i;
            }
        }
        return ImmutableList.copyOf(sorted);
    }

    /** The seconds since the earliest moment, as coarse as 31 bits need them to be, before the position. */
    private static <R> long[] packedMoments(List<R> records, Function<R, Instant> moment) {
        long[] packed = new long[records.size()];
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < packed.length; i++) {
            long second = moment.apply(records.get(i)).getEpochSecond();
            packed[i] = second;
            earliest = Math.min(earliest, second);
            latest = Math.max(latest, second);
        }
        int surplusBits = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(latest - earliest) - (POSITION_BITS - 1));
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (packed[i] - earliest) >>> surplusBits << POSITION_BITS | i;
        }
        return packed;
    }
}
