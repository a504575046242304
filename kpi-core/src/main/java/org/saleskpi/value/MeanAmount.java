package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A mean of amounts, held as their exact total and their number, so that means merge without being averaged.
 *
 * <pre>{@code
 * MeanAmount basket = MeanAmount.of(Money.parse("EUR 124560.00"), 3420);
 * assert basket.mean().equals(Optional.of(Money.parse("EUR 36.42")));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param total the sum of the amounts
 * @param count how many amounts there are, zero or more; none sum to zero
 * @since 0.1.0
 */
public record MeanAmount(Amount total, long count) implements KpiValue<MeanAmount> {

    /**
     * Creates a mean.
     *
     * @param total the sum of the amounts
     * @param count how many amounts there are, zero or more; none sum to zero
     * @throws IllegalArgumentException if the count is negative, or zero with a total that is not
     */
    public MeanAmount {
        requireNonNull(total, "total");
        checkArgument(count >= 0, "MeanAmount: count %s is negative", count);
        checkArgument(count > 0 || total.minorUnits() == 0, "MeanAmount: total %s of no amounts is not zero", total);
    }

    /**
     * Returns the mean of a number of amounts.
     *
     * @param total the sum of the amounts
     * @param count how many there are
     * @return the mean
     * @throws IllegalArgumentException if the count is negative, or zero with a total that is not
     */
    public static MeanAmount of(Money total, long count) {
        return new MeanAmount(Amount.from(requireNonNull(total, "total")), count);
    }

    /**
     * Returns the currency of the amounts.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return total.currency();
    }

    /**
     * Returns {@code total / count}, rounded half to even to the currency's decimals.
     *
     * @return the mean; empty when there are no amounts
     */
    public Optional<Money> mean() {
        return mean(RoundingMode.HALF_EVEN);
    }

    /**
     * Returns {@code total / count}, rounded to the currency's decimals.
     *
     * @param rounding how to round
     * @return the mean; empty when there are no amounts
     * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} and the mean is not exact
     */
    public Optional<Money> mean(RoundingMode rounding) {
        requireNonNull(rounding, "rounding");
        return count == 0 ? Optional.empty() : Optional.of(total.money().dividedBy(count, rounding));
    }

    /**
     * Returns {@code total / count} to a number of decimals, which may be more than the currency has.
     *
     * @param decimals how many digits to give after the decimal point
     * @param rounding how to round
     * @return the mean in the currency's major unit; empty when there are no amounts
     * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} and the mean is not exact
     */
    public Optional<BigDecimal> mean(int decimals, RoundingMode rounding) {
        requireNonNull(rounding, "rounding");
        return count == 0
                ? Optional.empty()
                : Optional.of(total.money().getAmount().divide(BigDecimal.valueOf(count), decimals, rounding));
    }

    @Override
    public MeanAmount plus(MeanAmount other) {
        requireNonNull(other, "other");
        return new MeanAmount(total.plus(other.total), Sums.plus("MeanAmount: count", count, other.count));
    }

    @Override
    public MeanAmount minus(MeanAmount part) {
        requireNonNull(part, "part");
        return new MeanAmount(total.minus(part.total), count - part.count);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").meanAmount(this);
    }

    /** Returns the mean and what it is made of, such as {@code EUR 3800.00: EUR 15200.00 / 4}. */
    @Override
    public String toString() {
        return mean().map(Money::toString).orElse("undefined") + ": " + total + " / " + count;
    }
}
