package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long things took, in whole days or hours: count and total at once, every value when somebody asks for more. Immutable
 * and thread-safe.
 */
final class Durations {

    private final DurationUnit unit;
    private final long count;
    private final long total;
    private volatile @Nullable Supplier<long[]> source;
    private volatile @Nullable Histogram histogram;

    private Durations(
            DurationUnit unit,
            long count,
            long total,
            @Nullable Supplier<long[]> source,
            @Nullable Histogram histogram) {
        this.unit = unit;
        this.count = count;
        this.total = total;
        this.source = source;
        this.histogram = histogram;
    }

    static Durations of(DurationUnit unit, long[] values) {
        long total = 0;
        for (long value : values) {
            total = Sums.plus(unit.answer() + ": total", total, value);
        }
        return new Durations(unit, values.length, total, null, Histogram.of(values));
    }

    static Durations of(DurationUnit unit, SortedMap<Long, Long> occurrences) {
        Histogram histogram = Histogram.of(occurrences, unit);
        return new Durations(unit, histogram.count(), histogram.total(unit), null, histogram);
    }

    static Durations lazily(DurationUnit unit, long count, long total, Supplier<long[]> values) {
        checkArgument(count >= 0, "%s: count %s is negative", unit.answer(), count);
        return new Durations(unit, count, total, values, null);
    }

    Histogram histogram() {
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

    long count() {
        return count;
    }

    long total() {
        return total;
    }

    OptionalDouble mean() {
        return Numbers.quotient(total, count);
    }

    OptionalDouble median() {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double below = histogram().atRank((count + 1) / 2);
        double above = histogram().atRank(count / 2 + 1);
        return OptionalDouble.of(below + (above - below) / 2);
    }

    OptionalLong percentile(double percent) {
        checkArgument(
                percent > 0 && percent <= 100,
                "%s: percentile %s is not above 0 and at most 100",
                unit.answer(),
                percent);
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

    Durations plus(Durations other) {
        return new Durations(
                unit,
                Sums.plus(unit.answer() + ": count", count, other.count),
                Sums.plus(unit.answer() + ": total", total, other.total),
                null,
                histogram().plus(other.histogram(), unit));
    }

    Durations minus(Durations part) {
        // First the values: taking away what is not there is told by the value.
        Histogram rest = histogram().minus(part.histogram(), unit);
        return new Durations(
                unit, count - part.count, Sums.minus(unit.answer() + ": total", total, part.total), null, rest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Durations durations
                && unit == durations.unit
                && count == durations.count
                && total == durations.total
                && histogram().isSameAs(durations.histogram());
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
                : Numbers.rounded(mean(), 1) + " " + unit + " on average, median " + Numbers.rounded(median(), 1)
                        + ", of " + count;
    }
}
