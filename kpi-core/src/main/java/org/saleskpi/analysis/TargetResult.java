package org.saleskpi.analysis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the answer to an indicator stands to its target.
 *
 * <p>Bounds, gap and pace are in the unit of the value, as those of a {@link Target}; of amounts and means of amounts they are
 * rounded half to even to the currency's decimals, of all else to 34 digits. Whether a target is met, and how far it is attained,
 * is told by the exact numbers. Immutable and thread-safe.
 *
 * @param atLeast the least value over the period of the report; null if there is none
 * @param atMost the largest value; null if there is none
 * @param met whether the value is within the bounds; null if there is no value. While a period runs, a sum has not reached its
 *     least value before it has: see the pace
 * @param attainment {@code value / atLeast}, 1 when the least value is just reached: the nearest double; null without a least
 *     value, if that is 0, or without a value
 * @param gap how far the value is outside the bounds, 0 if it is within; null if there is no value
 * @param pace where a sum stands within a period that the view cuts; null for all else
 * @see Targets
 * @since 0.1.0
 */
public record TargetResult(
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,
        @Nullable Boolean met,
        @Nullable Double attainment,
        @Nullable BigDecimal gap,
        @Nullable Pace pace) {

    /**
     * Creates a result.
     *
     * @param atLeast the least value over the period of the report; null if there is none
     * @param atMost the largest value; null if there is none
     * @param met whether the value is within the bounds; null if there is no value
     * @param attainment the value by the least one; null if there is no such quotient
     * @param gap how far the value is outside the bounds; null if there is no value
     * @param pace where a sum stands within a period that the view cuts; null for all else
     */
    public TargetResult {}

    /**
     * Where a sum stands within a period that is not over. Immutable and thread-safe.
     *
     * @param expected the part of the least value for the working days of the period that are over; null if the period has no
     *     working day
     * @param ahead the value less what is expected, negative if it is behind; null if nothing is expected
     * @param perRemainingDay what is needed on each working day from the day of the view on, to reach the least value; 0 if it is
     *     reached; null if no working day is left
     * @since 0.1.0
     */
    public record Pace(
            @Nullable BigDecimal expected,
            @Nullable BigDecimal ahead,
            @Nullable BigDecimal perRemainingDay) {

        /**
         * Creates a pace.
         *
         * @param expected the part of the least value for the working days that are over; null without any in the period
         * @param ahead the value less what is expected; null if nothing is expected
         * @param perRemainingDay what is needed on each working day that is left; null if none is
         */
        public Pace {}
    }
}
