package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The bounds between which a rate lies with a given {@link Confidence}. Immutable and thread-safe.
 *
 * @param lower the lower bound, from 0 to 1
 * @param upper the upper bound, from the lower one to 1
 * @see Rate#interval
 * @since 0.1.0
 */
public record Interval(double lower, double upper) {

    /**
     * Creates an interval.
     *
     * @param lower the lower bound, from 0 to 1
     * @param upper the upper bound, from the lower one to 1
     * @throws IllegalArgumentException unless {@code 0 <= lower <= upper <= 1}
     */
    public Interval {
        checkArgument(0 <= lower && lower <= upper && upper <= 1, "Interval: %s to %s is not in 0 to 1", lower, upper);
    }

    /**
     * The Wilson score interval without continuity correction.
     *
     * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22, 1927;
     * recommended by R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17,
     * 1998 (his method 3).
     */
    static Interval wilson(long successes, long trials, Confidence confidence) {
        double z2 = confidence.z() * confidence.z();
        double rate = (double) successes / trials;
        double centre = rate + z2 / (2.0 * trials);
        double spread = confidence.z() * Math.sqrt((rate * (1 - rate) + z2 / (4.0 * trials)) / trials);
        double scale = 1 + z2 / trials;
        // At the ends the two terms are equal, and only rounding keeps the bound off the end.
        double lower = successes == 0 ? 0 : Math.max(0, (centre - spread) / scale);
        double upper = successes == trials ? 1 : Math.min(1, (centre + spread) / scale);
        return new Interval(lower, upper);
    }
}
