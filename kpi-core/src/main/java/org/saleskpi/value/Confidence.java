package org.saleskpi.value;

/**
 * A level of confidence: how sure an {@link Interval} is to hold the true rate.
 *
 * @see Rate#interval
 * @since 0.1.0
 */
public enum Confidence {
    /** Nine times in ten. */
    PERCENT_90(1.6448536269514722),
    /** Nineteen times in twenty: the usual choice. */
    PERCENT_95(1.959963984540054),
    /** Ninety-nine times in a hundred. */
    PERCENT_99(2.5758293035489004);

    private final double z;

    Confidence(double z) {
        this.z = z;
    }

    /**
     * Returns how many standard deviations of a normal distribution an interval reaches to each side.
     *
     * @return the quantile of the standard normal distribution that leaves half the rest above it
     */
    public double z() {
        return z;
    }
}
