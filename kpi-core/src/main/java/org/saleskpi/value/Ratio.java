package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A quotient of two different populations, such as proposals per meeting. It can exceed 1, which a {@link Rate} cannot.
 *
 * <pre>{@code
 * Ratio proposalsPerMeeting = Ratio.of(9, 12);
 * assert proposalsPerMeeting.value().equals(OptionalDouble.of(0.75));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param dividend how many there are of the first population, zero or more
 * @param divisor how many there are of the second, zero or more
 * @since 0.1.0
 */
public record Ratio(long dividend, long divisor) implements KpiValue<Ratio> {

    /**
     * Creates a ratio.
     *
     * @param dividend how many there are of the first population, zero or more
     * @param divisor how many there are of the second, zero or more
     * @throws IllegalArgumentException if one of the counts is negative
     */
    public Ratio {
        checkArgument(
                dividend >= 0 && divisor >= 0,
                "Ratio: counts must not be negative: dividend=%s, divisor=%s",
                dividend,
                divisor);
    }

    /**
     * Returns a ratio of two counts.
     *
     * @param dividend how many there are of the first population
     * @param divisor how many there are of the second
     * @return the ratio
     * @throws IllegalArgumentException if one of the counts is negative
     */
    public static Ratio of(long dividend, long divisor) {
        return new Ratio(dividend, divisor);
    }

    /**
     * Returns {@code dividend / divisor}, zero or more.
     *
     * @return the nearest double; empty when the divisor is zero
     */
    public OptionalDouble value() {
        return Numbers.quotient(dividend, divisor);
    }

    @Override
    public Ratio plus(Ratio other) {
        requireNonNull(other, "other");
        return new Ratio(
                Sums.plus("Ratio: dividend", dividend, other.dividend),
                Sums.plus("Ratio: divisor", divisor, other.divisor));
    }

    @Override
    public Ratio minus(Ratio part) {
        requireNonNull(part, "part");
        return new Ratio(dividend - part.dividend, divisor - part.divisor);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").ratio(this);
    }

    /** Returns the quotient and what it is made of, such as {@code 0.75: 9 / 12}. */
    @Override
    public String toString() {
        return Numbers.rounded(value(), 2) + ": " + dividend + " / " + divisor;
    }
}
