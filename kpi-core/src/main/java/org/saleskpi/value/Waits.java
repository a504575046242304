package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
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
 * How many whole hours things were waited for, such as the first call to a new customer, and how many waits have not ended.
 *
 * <p>Each wait has one of three ends: what was waited for came, and the elapsed hours are known; it never will, which is a
 * miss; or it may still come, which is open. Mean, median and percentiles are those of the waits that ended, so they are too
 * good while many are open: read them beside {@link #misses} and {@link #open}.
 *
 * <pre>{@code
 * Waits firstCalls = Waits.of(1, 3, 2, 4, 4, 30); // four ended, one customer was lost before, three still wait
 * assert firstCalls.mean().equals(OptionalDouble.of(10));
 * assert firstCalls.median().equals(OptionalDouble.of(4));
 * assert firstCalls.percentile(90).equals(OptionalLong.of(30));
 * assert firstCalls.open() == 3;
 * }</pre>
 *
 * <p>Every value is kept, so that a merged answer is exact. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Waits implements KpiValue<Waits> {

    private final Durations hours;
    private final long misses;
    private final long open;

    private Waits(Durations hours, long misses, long open) {
        checkArgument(misses >= 0 && open >= 0, "Waits: counts must not be negative: misses=%s, open=%s", misses, open);
        this.hours = hours;
        this.misses = misses;
        this.open = open;
    }

    /**
     * Returns the answer over some waits.
     *
     * @param misses how many never end, zero or more
     * @param open how many have not ended yet, zero or more
     * @param hours how many whole hours each of the others took, in any order
     * @return the answer
     * @throws IllegalArgumentException if one of the counts is negative
     * @throws ArithmeticException if the sum of the hours is too large to represent
     */
    public static Waits of(long misses, long open, long... hours) {
        return new Waits(Durations.of(DurationUnit.HOURS, requireNonNull(hours, "hours")), misses, open);
    }

    /**
     * Returns the answer over values that were counted.
     *
     * @param misses how many will wait for ever
     * @param open how many still wait
     * @param occurrences how often each value occurs, in hours: at least once
     * @return the answer
     * @throws IllegalArgumentException if a value does not occur even once
     * @throws ArithmeticException if their sum or their number is too large to represent
     */
    public static Waits of(long misses, long open, Map<Long, Long> occurrences) {
        return new Waits(
                Durations.of(
                        DurationUnit.HOURS, ImmutableSortedMap.copyOf(requireElements(occurrences, "occurrences"))),
                misses,
                open);
    }

    /**
     * For engines, which have counts and totals at hand: returns the answer over waits whose hours stand somewhere else
     * until a median or percentile is asked for, this answer is compared or merged, or {@link #detached}.
     *
     * @param misses how many never end, zero or more
     * @param open how many have not ended yet, zero or more
     * @param count how many ended, zero or more
     * @param totalHours the sum of their hours
     * @param hours gives the hours of each, in any order; asked at most a few times, and then let go
     * @return the answer
     * @throws IllegalArgumentException if one of the counts is negative
     */
    public static Waits lazily(long misses, long open, long count, long totalHours, Supplier<long[]> hours) {
        return new Waits(
                Durations.lazily(DurationUnit.HOURS, count, totalHours, requireNonNull(hours, "hours")), misses, open);
    }

    /**
     * Returns how often each value occurs: all that the answer knows.
     *
     * @return the number of times by the value in hours, ascending; unmodifiable
     */
    public SortedMap<Long, Long> occurrences() {
        return hours.histogram().occurrences();
    }

    /**
     * Returns this answer, independent of where its hours stood.
     *
     * @return this answer, which now holds the hours of each wait
     */
    public Waits detached() {
        hours.histogram();
        return this;
    }

    /**
     * Returns how many waits ended.
     *
     * @return the count, zero or more
     */
    public long count() {
        return hours.count();
    }

    /**
     * Returns the sum of the waits that ended.
     *
     * @return the sum, in hours; zero when none ended
     */
    public long totalHours() {
        return hours.total();
    }

    /**
     * Returns how many waits never end: what was waited for cannot come any more.
     *
     * @return the count, zero or more
     */
    public long misses() {
        return misses;
    }

    /**
     * Returns how many waits have not ended yet.
     *
     * @return the count, zero or more
     */
    public long open() {
        return open;
    }

    /**
     * Returns {@code totalHours / count}: the mean of the waits that ended, in hours.
     *
     * @return the nearest double; empty when none ended
     */
    public OptionalDouble mean() {
        return hours.mean();
    }

    /**
     * Returns the middle one of the waits that ended, in hours: half of them are at or below it. For an even number it is
     * the mean of the middle two.
     *
     * @return the median; empty when none ended
     */
    public OptionalDouble median() {
        return hours.median();
    }

    /**
     * Returns a percentile of the waits that ended, by the nearest-rank method: the smallest of them such that at least
     * that share of them is at or below it.
     *
     * @param percent the share, above 0 and at most 100
     * @return one of the waits, in hours; empty when none ended
     * @throws IllegalArgumentException if the share is not above 0 and at most 100
     */
    public OptionalLong percentile(double percent) {
        return hours.percentile(percent);
    }

    @Override
    public Waits plus(Waits other) {
        requireNonNull(other, "other");
        return new Waits(
                hours.plus(other.hours),
                Sums.plus("Waits: misses", misses, other.misses),
                Sums.plus("Waits: open", open, other.open));
    }

    @Override
    public Waits minus(Waits part) {
        requireNonNull(part, "part");
        return new Waits(hours.minus(part.hours), misses - part.misses, open - part.open);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").waits(this);
    }

    /** Tells whether another object holds the same waits: as many of each length, misses and open ones. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Waits waits
                && misses == waits.misses
                && open == waits.open
                && hours.equals(waits.hours);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * hours.hashCode() + Long.hashCode(misses)) + Long.hashCode(open);
    }

    /**
     * Returns mean, median and counts, such as {@code 10.0 hours on average, median 4.0, of 4; 1 missed, 3 open}.
     */
    @Override
    public String toString() {
        return hours + "; " + misses + " missed, " + open + " open";
    }
}
