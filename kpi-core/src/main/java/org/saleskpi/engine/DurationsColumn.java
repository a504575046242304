package org.saleskpi.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;

/**
 * How long each member of a table took, in whole days or hours: the sum of those before each, of the members that have any, and
 * which have; null where all have. What one took is the difference of two sums.
 */
final class DurationsColumn implements Column<DurationsColumn> {

    private final long[] totalBefore;
    private final @Nullable RankBits present;

    private DurationsColumn(long[] totalBefore, @Nullable RankBits present) {
        this.totalBefore = totalBefore;
        this.present = present;
    }

    /** The days of the members of a formula. */
    static <F extends Fact> Recipe<F, DurationsColumn> of(Formula.Timed<F> formula) {
        return new Recipe<>(
                formula.population(),
                formula,
                (index, mostMembers) ->
                        new OfDays<F>(formula, new DayBuilder(index.history().zone(), mostMembers)));
    }

    private record OfDays<F extends Fact>(Formula.Timed<F> formula, DayBuilder days)
            implements ColumnBuilder<F, DurationsColumn> {

        @Override
        public void add(F member) {
            days.add(formula.from().apply(member), formula.to().apply(member));
        }

        @Override
        public DurationsColumn build() {
            return days.build();
        }
    }

    /** Counts the days between two moments of each member. */
    static final class DayBuilder {

        private final LocalDays localDays;
        private final Builder durations;

        DayBuilder(ZoneId zone, int mostMembers) {
            this.localDays = new LocalDays(zone);
            this.durations = new Builder(mostMembers);
        }

        /** Takes the moments of the next member; it has no days if one is null. */
        void add(@Nullable Instant from, @Nullable Instant to) {
            if (from == null || to == null) {
                durations.addNone();
            } else {
                durations.add(localDays.between(from, to));
            }
        }

        DurationsColumn build() {
            return durations.build();
        }
    }

    /** Takes down how long each member took. */
    static final class Builder {

        private final long[] totalBefore;
        private final RankBits.Builder present;
        private int size;
        private int count;

        Builder(int mostMembers) {
            this.totalBefore = new long[mostMembers + 1];
            this.present = new RankBits.Builder(mostMembers);
        }

        void add(long duration) {
            present.add(true);
            size++;
            totalBefore[count + 1] = Math.addExact(totalBefore[count], duration);
            count++;
        }

        void addNone() {
            present.add(false);
            size++;
        }

        DurationsColumn build() {
            return new DurationsColumn(Arrays.copyOf(totalBefore, count + 1), count == size ? null : present.build());
        }
    }

    @Override
    public DurationsColumn inOrder(int[] order) {
        long[] reordered = new long[totalBefore.length];
        int count = 0;
        for (int position : order) {
            if (isPresent(position)) {
                int number = present == null ? position : present.before(position);
                reordered[count + 1] = Math.addExact(reordered[count], duration(number));
                count++;
            }
        }
        return new DurationsColumn(reordered, present == null ? null : present.inOrder(order));
    }

    boolean isPresent(int position) {
        return present == null || present.isSet(position);
    }

    /** The number of the first of those that have any, from a position on. */
    private int number(int position) {
        return present == null ? position : present.before(position);
    }

    /** How many of the members from a position to before another have any. */
    int count(int start, int end) {
        return number(end) - number(start);
    }

    /** What these took together. */
    long total(int start, int end) {
        return Math.subtractExact(totalBefore[number(end)], totalBefore[number(start)]);
    }

    /** What each of these took. */
    Supplier<long[]> each(int start, int end) {
        int from = number(start);
        int to = number(end);
        return () -> IntStream.range(from, to).mapToLong(this::duration).toArray();
    }

    private long duration(int number) {
        return totalBefore[number + 1] - totalBefore[number];
    }
}
