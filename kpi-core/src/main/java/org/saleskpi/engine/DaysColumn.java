package org.saleskpi.engine;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.saleskpi.value.Days;

/**
 * The days of the members of a table that have any, the sum of those before each, and which members have; null where all
 * have.
 */
final class DaysColumn {

    private final long[] days;
    private final long[] totalBefore;
    private final @Nullable RankBits present;

    private DaysColumn(long[] days, long[] totalBefore, @Nullable RankBits present) {
        this.days = days;
        this.totalBefore = totalBefore;
        this.present = present;
    }

    static DaysColumn of(int size, IntFunction<OptionalLong> daysAt) {
        long[] days = new long[size];
        boolean[] absent = new boolean[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            OptionalLong value = daysAt.apply(i);
            absent[i] = value.isEmpty();
            if (value.isPresent()) {
                days[count++] = value.getAsLong();
            }
        }
        long[] totalBefore = new long[count + 1];
        for (int i = 0; i < count; i++) {
            totalBefore[i + 1] = Math.addExact(totalBefore[i], days[i]);
        }
        return count == size
                ? new DaysColumn(days, totalBefore, null)
                : new DaysColumn(Arrays.copyOf(days, count), totalBefore, RankBits.of(size, i -> !absent[i]));
    }

    DaysColumn inOrder(int[] order) {
        return of(
                order.length,
                i -> present == null || present.isSet(order[i])
                        ? OptionalLong.of(days[present == null ? order[i] : present.before(order[i])])
                        : OptionalLong.empty());
    }

    Days over(int start, int end) {
        int from = present == null ? start : present.before(start);
        int to = present == null ? end : present.before(end);
        long total = Math.subtractExact(totalBefore[to], totalBefore[from]);
        return Days.lazily((long) to - from, total, () -> Arrays.copyOfRange(days, from, to));
    }
}
