package org.saleskpi.value;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
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
 *
 * @since 0.1.0
 */
public final class Days implements KpiValue<Days> {

    private final Durations days;

    private Days(Durations days) {
        this.days = days;
    }

    /**
     * Returns the answer over some values.
     *
     * @param days how many days each thing took, in any order
     * @return the answer
     * @throws ArithmeticException if their sum is too large to represent
     */
    public static Days of(long... days) {
        return new Days(Durations.of(DurationUnit.DAYS, requireNonNull(days, "days")));
    }

    /**
     * Returns the answer over values that were counted.
     *
     * @param occurrences how often each value occurs, in days: at least once
     * @return the answer
     * @throws IllegalArgumentException if a value does not occur even once
     * @throws ArithmeticException if their sum or their number is too large to represent
     */
    public static Days of(Map<Long, Long> occurrences) {
        return new Days(Durations.of(
                DurationUnit.DAYS, ImmutableSortedMap.copyOf(requireElements(occurrences, "occurrences"))));
    }

    /**
     * For engines, which have counts and totals at hand: returns the answer over values that stand somewhere else until a
     * median or percentile is asked for, this answer is compared or merged, or {@link #detached}.
     *
     * @param count how many values there are
     * @param total their sum
     * @param values gives the values, in any order; asked at most a few times, and then let go
     * @return the answer
     * @throws IllegalArgumentException if the count is negative
     */
    public static Days lazily(long count, long total, Supplier<long[]> values) {
        return new Days(Durations.lazily(DurationUnit.DAYS, count, total, requireNonNull(values, "values")));
    }

    /**
     * Returns how often each value occurs: all that the answer knows.
     *
     * @return the number of times by the value in days, ascending; unmodifiable
     */
    public SortedMap<Long, Long> occurrences() {
        return days.histogram().occurrences();
    }

    /**
     * Returns this answer, independent of where its values stood.
     *
     * @return this answer, which now holds its values
     */
    public Days detached() {
        days.histogram();
        return this;
    }

    /**
     * Returns how many values there are.
     *
     * @return the count, zero or more
     */
    public long count() {
        return days.count();
    }

    /**
     * Returns the sum of the values.
     *
     * @return the sum, in days; zero when there are none
     */
    public long total() {
        return days.total();
    }

    /**
     * Returns {@code total / count}, in days.
     *
     * @return the nearest double; empty when there are no values
     */
    public OptionalDouble mean() {
        return days.mean();
    }

    /**
     * Returns the middle value, in days: half the values are at or below it. For an even number of values it is the mean
     * of the middle two.
     *
     * @return the median; empty when there are no values
     */
    public OptionalDouble median() {
        return days.median();
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
        return days.percentile(percent);
    }

    @Override
    public Days plus(Days other) {
        return new Days(days.plus(requireNonNull(other, "other").days));
    }

    @Override
    public Days minus(Days part) {
        return new Days(days.minus(requireNonNull(part, "part").days));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").days(this);
    }

    /** Tells whether another object holds the same values, each as often. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Days others && days.equals(others.days);
    }

    @Override
    public int hashCode() {
        return days.hashCode();
    }

    /** Returns mean, median and number of values, such as {@code 30.0 days on average, median 29.0, of 3}. */
    @Override
    public String toString() {
        return days.toString();
    }
}
