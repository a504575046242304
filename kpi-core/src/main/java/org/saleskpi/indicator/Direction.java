package org.saleskpi.indicator;

/**
 * Which way an indicator should go: what makes a change good news or bad.
 *
 * @see Indicator#withDirection
 * @since 0.1.0
 */
public enum Direction {

    /** A rise is good news, as of revenue. */
    MORE_IS_BETTER,

    /** A fall is good news, as of churn. */
    LESS_IS_BETTER,

    /** Neither is: what nobody has said a direction of. */
    NEITHER
}
