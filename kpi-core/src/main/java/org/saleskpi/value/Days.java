package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many days things took: every value is kept, so that mean, median and percentiles of a merged answer are exact.
 *
 * <pre>{@code
 * Days phase = Days.of(5, 7, 8, 10, 50);
 * assert phase.mean().equals(OptionalDouble.of(16));
 * assert phase.median().equals(OptionalDouble.of(8));
 * assert phase.percentile(90).equals(OptionalLong.of(50));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Days implements KpiValue<Days> {

    private static final Histogram EMPTY = new Histogram(new long[0], new long[0]);

    private final long count;
    private final long total;
    private volatile @Nullable Supplier<long[]> source;
    private volatile @Nullable Histogram histogram;

    private Days(long count, long total, @Nullable Supplier<long[]> source, @Nullable Histogram histogram) {
        this.count = count;
        this.total = total;
        this.source = source;
        this.histogram = histogram;
    }

    private Days(Histogram histogram) {
        this(histogram.count(), histogram.total(), null, histogram);
    }

    /**
     * Returns the answer over some values.
     *
     * @param days how many days each thing took, in any order
     * @return the answer
     * @throws ArithmeticException if their sum is too large to represent
     */
    public static Days of(long... days) {
        return new Days(Histogram.of(days));
    }

    /**
     * Returns the answer over values that stand somewhere else until a median or percentile is asked for, this answer is
     * compared or merged, or {@link #detached}: for engines, which have counts and totals at hand.
     *
     * @param count how many values there are
     * @param total their sum
     * @param values gives the values, in any order; asked at most a few times, and then let go
     * @return the answer
     */
    public static Days lazily(long count, long total, Supplier<long[]> values) {
        checkArgument(count >= 0, "Days: count %s is negative", count);
        return new Days(count, total, requireNonNull(values, "values"), null);
    }

    /**
     * Returns this answer, independent of where its values stood.
     *
     * @return this answer, which now holds its values
     */
    public Days detached() {
        histogram();
        return this;
    }

    private Histogram histogram() {
        Histogram known = histogram;
        Supplier<long[]> values = source;
        if (known == null && values != null) {
            known = Histogram.of(values.get());
            histogram = known;
            source = null;
        }
        // Another thread that let go of the source has set the histogram before.
        return known != null ? known : requireNonNull(histogram);
    }

    /**
     * Returns how many values there are.
     *
     * @return the count, zero or more
     */
    public long count() {
        return count;
    }

    /**
     * Returns the sum of the values.
     *
     * @return the sum, in days; zero when there are none
     */
    public long total() {
        return total;
    }

    /**
     * Returns {@code total / count}, in days.
     *
     * @return the nearest double; empty when there are no values
     */
    public OptionalDouble mean() {
        return Numbers.quotient(total, count);
    }

    /**
     * Returns the middle value, in days: half the values are at or below it. For an even number of values it is the mean
     * of the middle two.
     *
     * @return the median; empty when there are no values
     */
    public OptionalDouble median() {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double below = histogram().atRank((count + 1) / 2);
        double above = histogram().atRank(count / 2 + 1);
        return OptionalDouble.of(below + (above - below) / 2);
    }

    /**
     * Returns a percentile by the nearest-rank method: the smallest value such that at least that share of the values is
     * at or below it.
     *
     * @param percent the share, above 0 and at most 100
     * @return one of the values, in days; empty when there are none
     * @throws IllegalArgumentException if the share is not above 0 and at most 100
     */
    public OptionalLong percentile(double percent) {
        checkArgument(percent > 0 && percent <= 100, "Days: percentile %s is not above 0 and at most 100", percent);
        if (count == 0) {
            return OptionalLong.empty();
        }
        // By the decimal that was written: the double nearest to 64.4 is above it, and its rank could be one too high.
        long rank = BigDecimal.valueOf(percent)
                .multiply(BigDecimal.valueOf(count))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return OptionalLong.of(histogram().atRank(rank));
    }

    @Override
    public Days plus(Days other) {
        return new Days(histogram().merge(other.histogram(), 1));
    }

    @Override
    public Days minus(Days part) {
        return new Days(histogram().merge(part.histogram(), -1));
    }

    /** Writes the mean with one decimal, without the unit. */
    @Override
    public String format(Locale locale) {
        return Numbers.decimal(mean(), 1, locale);
    }

    /** Tells whether another object holds the same values, each as often. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Days days
                && count == days.count
                && total == days.total
                && histogram().isSameAs(days.histogram());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(count) + 31 * Long.hashCode(total);
    }

    /** Returns mean, median and number of values, such as {@code 30.0 days on average, median 29.0, of 3}. */
    @Override
    public String toString() {
        return count == 0
                ? "undefined: 0 values"
                : Numbers.rounded(mean(), 1) + " days on average, median " + Numbers.rounded(median(), 1) + ", of "
                        + count;
    }

    /** The values and how often each occurs. */
    private static final class Histogram {

        /** The values that occur, ascending and without repetition. */
        private final long[] values;

        /** How many values are at or below each of them: the last is the count of all. */
        private final long[] ranks;

        private Histogram(long[] values, long[] ranks) {
            this.values = values;
            this.ranks = ranks;
        }

        static Histogram of(long[] days) {
            long[] sorted = days.clone();
            Arrays.sort(sorted);
            long[] values = new long[sorted.length];
            long[] ranks = new long[sorted.length];
            int distinct = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    values[distinct++] = sorted[i];
                }
                ranks[distinct - 1] = i + 1L;
            }
            return trimmed(values, ranks, distinct);
        }

        private static Histogram trimmed(long[] values, long[] ranks, int distinct) {
            return distinct == 0
                    ? EMPTY
                    : new Histogram(Arrays.copyOf(values, distinct), Arrays.copyOf(ranks, distinct));
        }

        long count() {
            return ranks.length == 0 ? 0 : ranks[ranks.length - 1];
        }

        long total() {
            long sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum = Math.addExact(sum, Math.multiplyExact(values[i], occurrences(i)));
            }
            return sum;
        }

        /** The value that is the rank-th smallest, counted from 1. */
        long atRank(long rank) {
            int position = Arrays.binarySearch(ranks, rank);
            return values[position >= 0 ? position : -position - 1];
        }

        private long occurrences(int position) {
            return ranks[position] - (position == 0 ? 0 : ranks[position - 1]);
        }

        boolean isSameAs(Histogram other) {
            return Arrays.equals(values, other.values) && Arrays.equals(ranks, other.ranks);
        }

        Histogram merge(Histogram other, int sign) {
            long[] mergedValues = new long[values.length + other.values.length];
            long[] mergedRanks = new long[mergedValues.length];
            int distinct = 0;
            long rank = 0;
            int mine = 0;
            int theirs = 0;
            while (mine < values.length || theirs < other.values.length) {
                boolean fromMine =
                        theirs == other.values.length || (mine < values.length && values[mine] <= other.values[theirs]);
                boolean fromTheirs =
                        mine == values.length || (theirs < other.values.length && other.values[theirs] <= values[mine]);
                long value = fromMine ? values[mine] : other.values[theirs];
                long has = fromMine ? occurrences(mine++) : 0;
                long changes = fromTheirs ? other.occurrences(theirs++) : 0;
                long occurrences = Math.addExact(has, sign * changes);
                checkArgument(
                        occurrences >= 0,
                        "Days: cannot take away %s times %s days from %s of them",
                        changes,
                        value,
                        has);
                if (occurrences > 0) {
                    rank = Math.addExact(rank, occurrences);
                    mergedValues[distinct] = value;
                    mergedRanks[distinct++] = rank;
                }
            }
            return trimmed(mergedValues, mergedRanks, distinct);
        }
    }
}
