package org.saleskpi.indicator;

/**
 * A population that stands at an instant, rather than facts that happen in a period: it is counted on the eve of the
 * period's start.
 */
public enum Balance {
    /**
     * The customers of whom some stretch of cover is in force:
     * {@link org.saleskpi.sales.CustomerJourney#isInForceOnEveOf}.
     */
    CUSTOMERS_IN_FORCE
}
