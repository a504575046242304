package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts between two bounds, in the reporting currency of whichever history is asked: a condition of a
 * {@link Population}. Immutable and thread-safe.
 *
 * <pre>{@code
 * AmountRange middling = AmountRange.between(5_000, 10_000); // of EUR, or of JPY: of whichever currency the history reports in
 * assert middling.contains(new BigDecimal("9999.99")) && !middling.contains(new BigDecimal(10_000));
 * Population<Contract> contracts = SalesPopulations.CONTRACTS_SIGNED.whereAmount(FactAmount.CONTRACT_VALUE, middling);
 * }</pre>
 *
 * @param atLeast the smallest amount, in whole units of the currency; null if there is none
 * @param below the amount that all are smaller than; null if there is none
 * @since 0.1.0
 */
public record AmountRange(
        @Nullable BigDecimal atLeast, @Nullable BigDecimal below) {

    /**
     * Creates a range.
     *
     * @param atLeast the smallest amount, in whole units of the currency; null if there is none
     * @param below the amount that all are smaller than; null if there is none
     * @throws IllegalArgumentException if there is no bound, or the lower is not below the upper
     */
    public AmountRange {
        checkArgument(atLeast != null || below != null, "AmountRange: expected at least one bound");
        checkArgument(
                atLeast == null || below == null || atLeast.compareTo(below) < 0,
                "AmountRange: lower bound %s is not below upper bound %s",
                atLeast,
                below);
    }

    /**
     * Returns the amounts from a bound up.
     *
     * @param amount the smallest amount, in whole units of the currency: 10_000 is EUR 10000.00, and JPY 10000
     * @return the range
     */
    public static AmountRange atLeast(long amount) {
        return new AmountRange(BigDecimal.valueOf(amount), null);
    }

    /**
     * Returns the amounts below a bound.
     *
     * @param amount the amount that all are smaller than, in whole units of the currency
     * @return the range
     */
    public static AmountRange below(long amount) {
        return new AmountRange(null, BigDecimal.valueOf(amount));
    }

    /**
     * Returns the amounts from one bound to below another.
     *
     * @param atLeast the smallest amount, in whole units of the currency
     * @param below the amount that all are smaller than
     * @return the range
     * @throws IllegalArgumentException if the lower bound is not below the upper
     */
    public static AmountRange between(long atLeast, long below) {
        return new AmountRange(BigDecimal.valueOf(atLeast), BigDecimal.valueOf(below));
    }

    /**
     * Tells whether an amount lies in this range.
     *
     * @param amount the amount, in units of the currency
     * @return true if it does
     */
    public boolean contains(BigDecimal amount) {
        requireNonNull(amount, "amount");
        return (atLeast == null || amount.compareTo(atLeast) >= 0) && (below == null || amount.compareTo(below) < 0);
    }
}
