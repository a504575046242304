package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import java.util.OptionalDouble;

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
        return new Ratio(Math.addExact(dividend, other.dividend), Math.addExact(divisor, other.divisor));
    }

    @Override
    public Ratio minus(Ratio part) {
        return new Ratio(dividend - part.dividend, divisor - part.divisor);
    }

    @Override
    public String format(Locale locale) {
        return Numbers.decimal(value(), 2, locale);
    }

    /** Returns the quotient and what it is made of, such as {@code 0.75: 9 / 12}. */
    @Override
    public String toString() {
        return Numbers.rounded(value(), 2) + ": " + dividend + " / " + divisor;
    }
}
