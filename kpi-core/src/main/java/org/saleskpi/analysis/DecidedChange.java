package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saleskpi.value.Confidence;
import org.saleskpi.value.Interval;
import org.saleskpi.value.Rate;

/**
 * How far a rate moved among the settled cases, and how far it could have moved by chance.
 *
 * <pre>{@code
 * DecidedChange change = DecidedChange.of(Rate.of(56, 14, 0), Rate.of(48, 32, 0)).orElseThrow();
 * assert Math.abs(change.value() - 0.2) < 1e-12; // 80 % of the decided, after 60 %
 * assert change.isLikely(); // between 5 and 33 points: more than chance
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the {@linkplain Rate#decided decided rate} now less the one before, from -1 to 1
 * @param bounds between what bounds the difference lies at 95 %; null for two rates of customers that are partly the same, such
 *     as retention, of which no such interval is known
 * @since 0.1.0
 */
public record DecidedChange(double value, @Nullable Bounds bounds) {

    /**
     * Creates a change.
     *
     * @param value the decided rate now less the one before, from -1 to 1
     * @param bounds between what bounds the difference lies at 95 %; null if they are not known
     * @throws IllegalArgumentException if the value is not from -1 to 1
     */
    public DecidedChange {
        checkArgument(value >= -1 && value <= 1, "DecidedChange: %s is not from -1 to 1", value);
    }

    /**
     * The bounds of a difference between two rates. Immutable and thread-safe.
     *
     * @param low the lower bound, from -1 to 1
     * @param high the upper bound, from the lower one to 1
     * @since 0.1.0
     */
    public record Bounds(double low, double high) {

        /**
         * Creates bounds.
         *
         * @param low the lower bound, from -1 to 1
         * @param high the upper bound, from the lower one to 1
         * @throws IllegalArgumentException unless {@code -1 <= low <= high <= 1}
         */
        public Bounds {
            checkArgument(-1 <= low && low <= high && high <= 1, "Bounds: %s to %s is not in -1 to 1", low, high);
        }

        private boolean excludeZero() {
            return low > 0 || high < 0;
        }
    }

    /**
     * Compares two rates of different cases, among those that are settled.
     *
     * <p>The interval is that of Newcombe, 1998, "Interval estimation for the difference between independent proportions",
     * method 10: with the Wilson limits of both, square and add, without continuity correction.
     *
     * @param now the one rate
     * @param before the other, which is taken from it
     * @return the change, with its bounds; empty if nothing is settled in either
     */
    public static Optional<DecidedChange> of(Rate now, Rate before) {
        requireNonNull(now, "now");
        requireNonNull(before, "before");
        return value(now, before).map(value -> new DecidedChange(value, newcombe(now, before, value)));
    }

    /**
     * Compares two rates of cases that are partly the same, such as the customers of two years, whose changes are not
     * independent.
     *
     * @param now the one rate
     * @param before the other, which is taken from it
     * @return the change, without bounds; empty if nothing is settled in either
     */
    public static Optional<DecidedChange> ofOverlapping(Rate now, Rate before) {
        requireNonNull(now, "now");
        requireNonNull(before, "before");
        return value(now, before).map(value -> new DecidedChange(value, null));
    }

    private static Optional<Double> value(Rate now, Rate before) {
        return now.decided().isEmpty() || before.decided().isEmpty()
                ? Optional.empty()
                : Optional.of(decided(now).minus(decided(before)).toDouble());
    }

    private static Fraction decided(Rate rate) {
        return Fraction.of(rate.hits(), rate.hits() + rate.misses());
    }

    private static Bounds newcombe(Rate now, Rate before, double difference) {
        Interval later = now.interval(Confidence.PERCENT_95).orElseThrow();
        Interval earlier = before.interval(Confidence.PERCENT_95).orElseThrow();
        double rateNow = now.decided().orElseThrow();
        double rateBefore = before.decided().orElseThrow();
        double down = Math.hypot(rateNow - later.lower(), earlier.upper() - rateBefore);
        double up = Math.hypot(later.upper() - rateNow, rateBefore - earlier.lower());
        // Beyond only by the rounding of the last digit.
        return new Bounds(Math.max(-1, difference - down), Math.min(1, difference + up));
    }

    /**
     * Tells whether the change is more than chance: its bounds are known and exclude zero. Of twenty rates that did not change,
     * one looks as if it had.
     *
     * @return true if it is
     */
    public boolean isLikely() {
        return bounds != null && bounds.excludeZero();
    }
}
