package org.saleskpi.indicator;

/**
 * What an {@link Indicator} counts as a hit among those that stood in a {@link Balance} at the start of a period: that they stand
 * at its end, as for retention, or that they do not, as for churn. The end is seen on its eve.
 *
 * @see Indicator#rate(String, Balance, AtEnd)
 * @since 0.1.0
 */
public enum AtEnd {
    /** It is in force, without a gap or again. */
    STILL_IN_FORCE,
    /** It is not in force. */
    NO_LONGER_IN_FORCE
}
