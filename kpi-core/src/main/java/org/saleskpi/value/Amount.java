package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money, held as an exact number of the currency's minor units (cents).
 *
 * <p>It may be negative, because an indicator of your own may sum what can be negative, such as a margin. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Amount first = Amount.from(Money.parse("EUR 1250.00"));
 * Amount second = Amount.from(Money.parse("EUR 99.90"));
 * assert first.plus(second).money().equals(Money.parse("EUR 1349.90"));
 * assert first.compareTo(second) > 0;
 * }</pre>
 *
 * @param currency the currency
 * @param minorUnits the amount in the currency's smallest unit: {@code 1250} is EUR 12.50, and JPY 1250
 * @since 0.1.0
 */
public record Amount(CurrencyUnit currency, long minorUnits) implements KpiValue<Amount>, Comparable<Amount> {

    /**
     * Creates an amount.
     *
     * @param currency the currency
     * @param minorUnits the amount in the currency's smallest unit: {@code 1250} is EUR 12.50, and JPY 1250
     */
    public Amount {
        requireNonNull(currency, "currency");
    }

    /**
     * Returns the amount that a money holds.
     *
     * @param money the money
     * @return the amount
     * @throws ArithmeticException if it has more minor units than a {@code long} can hold
     */
    public static Amount from(Money money) {
        requireNonNull(money, "money");
        return new Amount(money.getCurrencyUnit(), money.getAmountMinorLong());
    }

    /**
     * Returns this amount as money.
     *
     * @return the money, with the currency's decimals
     */
    public Money money() {
        return Money.ofMinor(currency, minorUnits);
    }

    @Override
    public Amount plus(Amount other) {
        requireNonNull(other, "other");
        checkSameCurrency(currency, other.currency, "sum");
        try {
            return new Amount(currency, Math.addExact(minorUnits, other.minorUnits));
        } catch (ArithmeticException e) {
            throw Sums.doesNotFit("Amount " + this + " + " + other, minorUnits);
        }
    }

    /**
     * Returns this amount without a part of it. An amount alone cannot tell whether the part was ever added to it: the
     * difference may be negative.
     */
    @Override
    public Amount minus(Amount part) {
        requireNonNull(part, "part");
        checkSameCurrency(currency, part.currency, "difference");
        try {
            return new Amount(currency, Math.subtractExact(minorUnits, part.minorUnits));
        } catch (ArithmeticException e) {
            throw Sums.doesNotFit("Amount " + this + " - " + part, minorUnits);
        }
    }

    /**
     * Compares two amounts of one currency, so that {@code EUR -5.00} comes before {@code EUR 2.00}.
     *
     * @throws IllegalArgumentException if the two are in different currencies
     */
    @Override
    public int compareTo(Amount other) {
        requireNonNull(other, "other");
        checkSameCurrency(currency, other.currency, "order");
        return Long.compare(minorUnits, other.minorUnits);
    }

    static void checkSameCurrency(CurrencyUnit currency, CurrencyUnit other, String what) {
        checkArgument(currency.equals(other), "Amounts in %s and %s have no %s", currency, other, what);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").amount(this);
    }

    /** Returns the currency and the number, such as {@code EUR 15200.00}. */
    @Override
    public String toString() {
        return money().toString();
    }
}
