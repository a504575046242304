package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A number of facts, zero or more. Immutable and thread-safe.
 *
 * <pre>{@code
 * Count monday = Count.of(7);
 * Count tuesday = Count.of(5);
 * assert monday.plus(tuesday).equals(Count.of(12));
 * }</pre>
 *
 * @param value how many
 * @since 0.1.0
 */
public record Count(long value) implements KpiValue<Count>, Comparable<Count> {

    /**
     * Creates a count.
     *
     * @param value how many
     * @throws IllegalArgumentException if it is negative
     */
    public Count {
        checkArgument(value >= 0, "Count: %s is negative", value);
    }

    /**
     * Returns a count.
     *
     * @param value how many
     * @return the count
     * @throws IllegalArgumentException if it is negative
     */
    public static Count of(long value) {
        return new Count(value);
    }

    @Override
    public Count plus(Count other) {
        requireNonNull(other, "other");
        return new Count(Sums.plus("Count", value, other.value));
    }

    @Override
    public Count minus(Count part) {
        requireNonNull(part, "part");
        return new Count(value - part.value);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").count(this);
    }

    @Override
    public int compareTo(Count other) {
        return Long.compare(value, requireNonNull(other, "other").value);
    }

    /** Returns the number, such as {@code 120}. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
