package org.saleskpi.value;

/** How sure an interval is to hold the true rate. */
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
