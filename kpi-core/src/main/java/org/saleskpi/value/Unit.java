package org.saleskpi.value;

/**
 * The unit of an answer: what its number is a number of, for the label beside it and for the scale of a chart.
 *
 * <pre>{@code
 * assert SalesIndicators.CALLS.unit() == Unit.COUNT;
 * assert SalesIndicators.WIN_RATE.unit() == Unit.RATE;
 * assert SalesIndicators.REVENUE.unit() == Unit.CURRENCY;
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Unit {

    /** Things: calls, contracts, customers. */
    COUNT,

    /** Money, in the currency of the report. */
    CURRENCY,

    /** Money a day, in the currency of the report. */
    CURRENCY_PER_DAY,

    /** Calendar days. */
    DAYS,

    /** Elapsed hours. */
    HOURS,

    /** A share of a whole, from 0 to 1: people read it as a percentage. */
    RATE,

    /** So many of one thing for one of another; it may exceed 1. */
    RATIO,

    /** Points, from -100 to 100. */
    SCORE
}
