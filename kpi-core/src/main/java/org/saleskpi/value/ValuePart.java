package org.saleskpi.value;

import java.util.Locale;

/**
 * One of the numbers that an answer can be {@linkplain KpiValue#format(Locale, ValuePart) written} as: the answer
 * itself, or one beside it.
 *
 * <pre>{@code
 * Rate rate = Rate.of(1, 1, 2); // a hit, a miss, and two that are open
 * assert rate.format(Locale.UK, ValuePart.VALUE).equals("25.0%");
 * assert rate.format(Locale.UK, ValuePart.DECIDED).equals("50.0%");
 * assert rate.format(Locale.UK, ValuePart.CEILING).equals("75.0%");
 * }</pre>
 *
 * @since 0.1.0
 */
public enum ValuePart {

    /** The answer itself: a count, an amount, a mean, a rate so far, a ratio, a score. Every kind has it. */
    VALUE,

    /** Of a {@link Rate} or {@link RateOfAmounts}: the rate among the settled cases. */
    DECIDED,

    /** Of a {@link Rate} or {@link RateOfAmounts}: where the rate would end if every open case succeeded. */
    CEILING,

    /** Of a {@link Rate}: the lower bound of {@link Rate#interval} around the decided rate, at 95 %. */
    INTERVAL_LOWER,

    /** Of a {@link Rate}: the upper bound of {@link Rate#interval} around the decided rate, at 95 %. */
    INTERVAL_UPPER,

    /** Of {@link Days} and {@link Waits}: the middle value. */
    MEDIAN
}
