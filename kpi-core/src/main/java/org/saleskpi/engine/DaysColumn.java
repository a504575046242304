package org.saleskpi.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Days;

/**
 * The sum of the days of the members before each, of those members of a table that have any, and which have; null where all
 * have. The days of one are the difference of two sums.
 */
final class DaysColumn implements Column<DaysColumn> {

    private final long[] totalBefore;
    private final @Nullable RankBits present;

    private DaysColumn(long[] totalBefore, @Nullable RankBits present) {
        this.totalBefore = totalBefore;
        this.present = present;
    }

    /** Counts the days of each member. */
    static final class Builder<F extends Fact> implements ColumnBuilder<F, DaysColumn> {

        private static final long SECONDS_OF_A_DAY = 86_400;

        private final Formula.Timed<F> formula;
        private final ZoneRules rules;
        private final long[] totalBefore;
        private final RankBits.Builder present;
        private int size;
        private int count;

        Builder(Formula.Timed<F> formula, ZoneId zone, int mostMembers) {
            this.formula = formula;
            this.rules = zone.getRules();
            this.totalBefore = new long[mostMembers + 1];
            this.present = new RankBits.Builder(mostMembers);
        }

        @Override
        public void add(F member) {
            Instant from = formula.from().apply(member);
            Instant to = formula.to().apply(member);
            boolean isPresent = from != null && to != null;
            present.add(isPresent);
            size++;
            if (isPresent) {
                totalBefore[count + 1] = Math.addExact(totalBefore[count], localDay(to) - localDay(from));
                count++;
            }
        }

        /** The number of the local date: a date and a time made of it would be thrown away. */
        private long localDay(Instant moment) {
            return Math.floorDiv(
                    moment.getEpochSecond() + rules.getOffset(moment).getTotalSeconds(), SECONDS_OF_A_DAY);
        }

        @Override
        public DaysColumn build() {
            return new DaysColumn(Arrays.copyOf(totalBefore, count + 1), count == size ? null : present.build());
        }
    }

    @Override
    public DaysColumn inOrder(int[] order) {
        long[] reordered = new long[totalBefore.length];
        int count = 0;
        for (int position : order) {
            if (present == null || present.isSet(position)) {
                int number = present == null ? position : present.before(position);
                reordered[count + 1] = Math.addExact(reordered[count], days(number));
                count++;
            }
        }
        return new DaysColumn(reordered, present == null ? null : present.inOrder(order));
    }

    Days over(int start, int end) {
        int from = present == null ? start : present.before(start);
        int to = present == null ? end : present.before(end);
        long total = Math.subtractExact(totalBefore[to], totalBefore[from]);
        return Days.lazily(
                (long) to - from,
                total,
                () -> IntStream.range(from, to).mapToLong(this::days).toArray());
    }

    private long days(int number) {
        return totalBefore[number + 1] - totalBefore[number];
    }
}
