package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;

/**
 * A number of facts, zero or more. Immutable and thread-safe.
 *
 * @param value how many
 */
public record Count(long value) implements KpiValue<Count> {

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
        return new Count(Math.addExact(value, other.value));
    }

    @Override
    public Count minus(Count part) {
        return new Count(value - part.value);
    }

    @Override
    public String format(Locale locale) {
        return Numbers.whole(value, locale);
    }

    /** Returns the number, such as {@code 120}. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
