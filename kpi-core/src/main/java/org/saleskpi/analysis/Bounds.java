package org.saleskpi.analysis;

import org.jspecify.annotations.Nullable;

/** The exact bounds of a target, at least one of the two. */
record Bounds(@Nullable Fraction atLeast, @Nullable Fraction atMost) {

    Bounds times(Fraction share) {
        return new Bounds(atLeast == null ? null : atLeast.times(share), atMost == null ? null : atMost.times(share));
    }

    /** The bounds of two periods together: each only if both have it. */
    Bounds plus(Bounds other) {
        return new Bounds(sum(atLeast, other.atLeast), sum(atMost, other.atMost));
    }

    private static @Nullable Fraction sum(@Nullable Fraction bound, @Nullable Fraction other) {
        return bound == null || other == null ? null : bound.plus(other);
    }

    boolean isEmpty() {
        return atLeast == null && atMost == null;
    }

    boolean hold(Fraction value) {
        return (atLeast == null || value.compareTo(atLeast) >= 0) && (atMost == null || value.compareTo(atMost) <= 0);
    }

    /** How far a value is outside, zero if it is not. */
    Fraction gap(Fraction value) {
        if (atLeast != null && value.compareTo(atLeast) < 0) {
            return atLeast.minus(value);
        }
        return atMost != null && value.compareTo(atMost) > 0 ? value.minus(atMost) : Fraction.ZERO;
    }
}
