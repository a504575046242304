package org.saleskpi.value;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A quotient of two sums of money, such as this year's revenue of the customers of last year by that of last year. It can
 * exceed 1, which a {@link RateOfAmounts} cannot, and is negative if one of the amounts is.
 *
 * <pre>{@code
 * RatioOfAmounts retained = RatioOfAmounts.of(Money.parse("EUR 10500.00"), Money.parse("EUR 10000.00"));
 * assert retained.value().equals(OptionalDouble.of(1.05));
 * }</pre>
 *
 * <p>Ratios are merged by adding their amounts, and nothing averages ratios. Immutable and thread-safe.
 *
 * @param dividend the amount above the line
 * @param divisor the amount below it, in the same currency; it may be zero
 * @since 0.1.0
 */
public record RatioOfAmounts(Amount dividend, Amount divisor) implements KpiValue<RatioOfAmounts> {

    /**
     * Creates a ratio.
     *
     * @param dividend the amount above the line
     * @param divisor the amount below it, in the same currency; it may be zero
     * @throws IllegalArgumentException if the two are in different currencies
     */
    public RatioOfAmounts {
        requireNonNull(dividend, "dividend");
        requireNonNull(divisor, "divisor");
        Amount.checkSameCurrency(dividend.currency(), divisor.currency(), "ratio");
    }

    /**
     * Returns a ratio of two amounts of money.
     *
     * @param dividend the amount above the line
     * @param divisor the amount below it, in the same currency; it may be zero
     * @return the ratio
     * @throws IllegalArgumentException if the two are in different currencies
     */
    public static RatioOfAmounts of(Money dividend, Money divisor) {
        return new RatioOfAmounts(
                Amount.from(requireNonNull(dividend, "dividend")), Amount.from(requireNonNull(divisor, "divisor")));
    }

    /**
     * Returns the currency of the amounts.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return dividend.currency();
    }

    /**
     * Returns {@code dividend / divisor}.
     *
     * @return the nearest double; empty when the divisor is zero
     */
    public OptionalDouble value() {
        return Numbers.quotient(dividend.minorUnits(), divisor.minorUnits());
    }

    @Override
    public RatioOfAmounts plus(RatioOfAmounts other) {
        requireNonNull(other, "other");
        return new RatioOfAmounts(dividend.plus(other.dividend), divisor.plus(other.divisor));
    }

    /**
     * Returns this ratio without a part of it. Amounts cannot tell whether the part was ever added to them: what is left may
     * be negative.
     */
    @Override
    public RatioOfAmounts minus(RatioOfAmounts part) {
        requireNonNull(part, "part");
        return new RatioOfAmounts(dividend.minus(part.dividend), divisor.minus(part.divisor));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").ratioOfAmounts(this);
    }

    /** Returns the quotient and what it is made of, such as {@code 1.05: EUR 10500.00 / EUR 10000.00}. */
    @Override
    public String toString() {
        return Numbers.rounded(value(), 2) + ": " + dividend + " / " + divisor;
    }
}
