package org.saleskpi.engine;

import java.util.function.IntFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The sum of the amounts before each position of a table, and which members have one; null where all have. */
final class SumColumn {

    private final long[] minorUnitsBefore;
    private final @Nullable RankBits present;

    private SumColumn(long[] minorUnitsBefore, @Nullable RankBits present) {
        this.minorUnitsBefore = minorUnitsBefore;
        this.present = present;
    }

    static SumColumn of(int size, IntFunction<@Nullable Money> amountAt) {
        long[] minorUnitsBefore = new long[size + 1];
        boolean[] absent = new boolean[size];
        boolean allPresent = true;
        for (int i = 0; i < size; i++) {
            Money amount = amountAt.apply(i);
            absent[i] = amount == null;
            allPresent &= amount != null;
            minorUnitsBefore[i + 1] =
                    Math.addExact(minorUnitsBefore[i], amount == null ? 0 : amount.getAmountMinorLong());
        }
        return new SumColumn(minorUnitsBefore, allPresent ? null : RankBits.of(size, i -> !absent[i]));
    }

    SumColumn inOrder(int[] order) {
        long[] reordered = new long[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            reordered[i + 1] = Math.addExact(reordered[i], minorUnits(order[i], order[i] + 1));
        }
        return new SumColumn(reordered, present == null ? null : present.inOrder(order));
    }

    long minorUnits(int start, int end) {
        return Math.subtractExact(minorUnitsBefore[end], minorUnitsBefore[start]);
    }

    int count(int start, int end) {
        return present == null ? end - start : present.between(start, end);
    }
}
