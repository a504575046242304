package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A split of a sum of money in three: what was had of it, what will not be, and what is still open. It is a {@link Rate} that
 * weighs each case by its amount.
 *
 * <pre>{@code
 * RateOfAmounts won = RateOfAmounts.of(
 *         Money.parse("EUR 9000.00"), Money.parse("EUR 3000.00"), Money.parse("EUR 6000.00"));
 * assert won.value().equals(OptionalDouble.of(0.5)); // so far
 * assert won.decided().equals(OptionalDouble.of(0.75)); // among the settled
 * assert won.ceiling().equals(OptionalDouble.of(15.0 / 18)); // if all that is open were won
 * }</pre>
 *
 * <p>None of the amounts is negative, so no rate can leave 0 to 1, and where they exist, {@code value <= decided <= ceiling}.
 * Rates of disjoint populations add up: their amounts do. Immutable and thread-safe.
 *
 * @param hits the amount of the cases that had the outcome, zero or more
 * @param misses the amount of those that are settled without it, zero or more
 * @param open the amount of those that are not settled, or not recorded, zero or more
 * @since 0.1.0
 */
public record RateOfAmounts(Amount hits, Amount misses, Amount open) implements KpiValue<RateOfAmounts> {

    /**
     * Creates a rate.
     *
     * @param hits the amount of the cases that had the outcome, zero or more
     * @param misses the amount of those that are settled without it, zero or more
     * @param open the amount of those that are not settled, or not recorded, zero or more
     * @throws IllegalArgumentException if one of the amounts is negative, or they are in different currencies
     * @throws ArithmeticException if their sum is too large to represent
     */
    public RateOfAmounts {
        requireNonNull(hits, "hits");
        requireNonNull(misses, "misses");
        requireNonNull(open, "open");
        checkArgument(
                hits.minorUnits() >= 0 && misses.minorUnits() >= 0 && open.minorUnits() >= 0,
                "RateOfAmounts: amounts must not be negative: hits=%s, misses=%s, open=%s",
                hits,
                misses,
                open);
        // Fails here, once, so that no later sum can wrap or mix currencies.
        hits.plus(misses).plus(open);
    }

    /**
     * Returns a rate of amounts of money.
     *
     * @param hits the amount of the cases that had the outcome, zero or more
     * @param misses the amount of those that are settled without it, zero or more
     * @param open the amount of those that are not settled, or not recorded, zero or more
     * @return the rate
     * @throws IllegalArgumentException if one of the amounts is negative, or they are in different currencies
     * @throws ArithmeticException if their sum is too large to represent
     */
    public static RateOfAmounts of(Money hits, Money misses, Money open) {
        return new RateOfAmounts(
                Amount.from(requireNonNull(hits, "hits")),
                Amount.from(requireNonNull(misses, "misses")),
                Amount.from(requireNonNull(open, "open")));
    }

    /**
     * Returns the currency of the amounts.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return hits.currency();
    }

    /**
     * Returns the amount of the whole population.
     *
     * @return {@code hits + misses + open}
     */
    public Amount total() {
        return hits.plus(misses).plus(open);
    }

    /**
     * Returns {@code hits / total}: what was had so far, from 0 to 1.
     *
     * @return the nearest double; empty when the total is zero
     */
    public OptionalDouble value() {
        return quotient(hits, total());
    }

    /**
     * Returns {@code hits / (hits + misses)}: the rate among the settled cases, from 0 to 1.
     *
     * @return the nearest double; empty when no amount is settled
     */
    public OptionalDouble decided() {
        return quotient(hits, hits.plus(misses));
    }

    /**
     * Returns {@code (hits + open) / total}: where the rate would end if every open case succeeded, from 0 to 1.
     *
     * @return the nearest double; empty when the total is zero
     */
    public OptionalDouble ceiling() {
        return quotient(hits.plus(open), total());
    }

    private static OptionalDouble quotient(Amount part, Amount whole) {
        return Numbers.quotient(part.minorUnits(), whole.minorUnits());
    }

    /**
     * Returns the rate of the opposite outcome: hits and misses change places, what is open stays open.
     *
     * @return the complement, such as the share of new customers for that of known ones
     */
    public RateOfAmounts complement() {
        return new RateOfAmounts(misses, hits, open);
    }

    @Override
    public RateOfAmounts plus(RateOfAmounts other) {
        requireNonNull(other, "other");
        return new RateOfAmounts(hits.plus(other.hits), misses.plus(other.misses), open.plus(other.open));
    }

    @Override
    public RateOfAmounts minus(RateOfAmounts part) {
        requireNonNull(part, "part");
        return new RateOfAmounts(hits.minus(part.hits), misses.minus(part.misses), open.minus(part.open));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").rateOfAmounts(this);
    }

    /**
     * Returns the amounts and the percentages that they give, such as {@code EUR 9000.00 of EUR 18000.00: 50.0 % so far,
     * 75.0 % of the decided, at most 83.3 %}, or {@code EUR 9000.00 of EUR 12000.00: 75.0 %} when nothing is open.
     */
    @Override
    public String toString() {
        return Numbers.sentence(hits, total(), open.minorUnits() > 0, value(), decided(), ceiling());
    }
}
