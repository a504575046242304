package org.saleskpi.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Days;

/**
 * The days of the members of a table that have any, the sum of those before each, and which members have; null where all
 * have.
 */
final class DaysColumn implements Column<DaysColumn> {

    private final long[] days;
    private final long[] totalBefore;
    private final @Nullable RankBits present;

    private DaysColumn(long[] days, @Nullable RankBits present) {
        this.days = days;
        this.present = present;
        this.totalBefore = new long[days.length + 1];
        for (int i = 0; i < days.length; i++) {
            totalBefore[i + 1] = Math.addExact(totalBefore[i], days[i]);
        }
    }

    /** Counts the days of each member. */
    static final class Builder<F extends Fact> implements ColumnBuilder<F, DaysColumn> {

        private static final long SECONDS_OF_A_DAY = 86_400;

        private final Formula.Timed<F> formula;
        private final ZoneRules rules;
        private final long[] days;
        private final RankBits.Builder present;
        private int size;
        private int count;

        Builder(Formula.Timed<F> formula, ZoneId zone, int mostMembers) {
            this.formula = formula;
            this.rules = zone.getRules();
            this.days = new long[mostMembers];
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
                days[count++] = localDay(to) - localDay(from);
            }
        }

        /** The number of the local date: a date and a time made of it would be thrown away. */
        private long localDay(Instant moment) {
            return Math.floorDiv(
                    moment.getEpochSecond() + rules.getOffset(moment).getTotalSeconds(), SECONDS_OF_A_DAY);
        }

        @Override
        public DaysColumn build() {
            return new DaysColumn(Arrays.copyOf(days, count), count == size ? null : present.build());
        }
    }

    @Override
    public DaysColumn inOrder(int[] order) {
        long[] reordered = new long[days.length];
        int count = 0;
        for (int position : order) {
            if (present == null || present.isSet(position)) {
                reordered[count++] = days[present == null ? position : present.before(position)];
            }
        }
        return new DaysColumn(reordered, present == null ? null : present.inOrder(order));
    }

    Days over(int start, int end) {
        int from = present == null ? start : present.before(start);
        int to = present == null ? end : present.before(end);
        long total = Math.subtractExact(totalBefore[to], totalBefore[from]);
        return Days.lazily((long) to - from, total, () -> Arrays.copyOfRange(days, from, to));
    }
}
