package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much is sold per day: what is open, times the share of it that is won, times what a win is worth, by how many days a win
 * takes.
 *
 * <p>With 40 cases open, 25 % of the decided won at 25,000.00 each, and 90 days for each of those, it is
 * {@code 40 x 25 % x 25,000.00 / 90} = 2,777.78 a day:
 *
 * <pre>{@code
 * Velocity velocity = new Velocity(40, Rate.of(1, 3, 0), MeanAmount.of(Money.parse("EUR 25000.00"), 1), 90);
 * assert velocity.perDay().equals(Optional.of(Money.parse("EUR 2777.78")));
 * }</pre>
 *
 * <p>It holds six numbers ({@link #open}, {@link #decided}, {@link #accepted}, {@link #valued}, {@link #amount} and
 * {@link #days}), which are added when velocities are merged: nothing averages them. Immutable and thread-safe.
 *
 * @param open how many cases are open, zero or more
 * @param wins the decided cases: hits were won, misses were not, nothing is open
 * @param dealSize what the won cases that have an amount are worth
 * @param days how many days all won cases together took, zero or more
 * @since 0.1.0
 */
public record Velocity(long open, Rate wins, MeanAmount dealSize, long days) implements KpiValue<Velocity> {

    /**
     * Creates a velocity.
     *
     * @param open how many cases are open, zero or more
     * @param wins the decided cases: hits were won, misses were not, nothing is open
     * @param dealSize what the won cases that have an amount are worth
     * @param days how many days all won cases together took, zero or more
     * @throws IllegalArgumentException if a number is negative, a decided case is open, or more cases have an amount, or took
     *     days, than were won
     */
    public Velocity {
        requireNonNull(wins, "wins");
        requireNonNull(dealSize, "dealSize");
        checkArgument(open >= 0 && days >= 0, "Velocity: must not be negative: open=%s, days=%s", open, days);
        checkArgument(wins.open() == 0, "Velocity: %s decided cases are open", wins.open());
        checkArgument(
                dealSize.count() <= wins.hits(),
                "Velocity: %s cases have an amount, of %s that were won",
                dealSize.count(),
                wins.hits());
        checkArgument(wins.hits() > 0 || days == 0, "Velocity: %s days of no won case", days);
    }

    /**
     * Returns how many cases were decided.
     *
     * @return the count, zero or more
     */
    public long decided() {
        return wins.total();
    }

    /**
     * Returns how many of the decided cases were won.
     *
     * @return the count, zero or more
     */
    public long accepted() {
        return wins.hits();
    }

    /**
     * Returns how many of the won cases have an amount.
     *
     * @return the count, zero or more
     */
    public long valued() {
        return dealSize.count();
    }

    /**
     * Returns what these are worth.
     *
     * @return the sum; zero if there are none
     */
    public Amount amount() {
        return dealSize.total();
    }

    /**
     * Returns the currency of the amount.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return dealSize.currency();
    }

    /**
     * Returns {@code open x (accepted / decided) x (amount / valued) / (days / accepted)}, in the major unit of the currency a
     * day.
     *
     * @return the nearest double; empty if nothing was decided, nothing accepted, no accepted case has an amount, or they took
     *     no days
     */
    public OptionalDouble value() {
        return exactly().map(perDay -> OptionalDouble.of(perDay.doubleValue())).orElse(OptionalDouble.empty());
    }

    /**
     * Returns the same as money, rounded half to even to the currency's decimals.
     *
     * @return the money a day; empty where {@link #value} is
     * @throws ArithmeticException if it is too large to represent
     */
    public Optional<Money> perDay() {
        return exactly().map(perDay -> Money.of(currency(), perDay, RoundingMode.HALF_EVEN));
    }

    private Optional<BigDecimal> exactly() {
        BigInteger divisor = divisor();
        return divisor.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(dividend(), currency().getDecimalPlaces())
                        .divide(new BigDecimal(divisor), MathContext.DECIMAL128));
    }

    /**
     * Returns what is divided, exactly, in minor units of the currency: two velocities of one currency are compared by their
     * quotients.
     *
     * @return {@code open x accepted x accepted x amount}
     */
    public BigInteger dividend() {
        return product(open, accepted(), accepted(), amount().minorUnits());
    }

    /**
     * Returns what it is divided by.
     *
     * @return {@code decided x valued x days}; zero where {@link #value} is undefined
     */
    public BigInteger divisor() {
        return product(decided(), valued(), days);
    }

    private static BigInteger product(long... factors) {
        BigInteger product = BigInteger.ONE;
        for (long factor : factors) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    @Override
    public Velocity plus(Velocity other) {
        requireNonNull(other, "other");
        return new Velocity(
                Sums.plus("Velocity: open", open, other.open),
                wins.plus(other.wins),
                dealSize.plus(other.dealSize),
                Sums.plus("Velocity: days", days, other.days));
    }

    @Override
    public Velocity minus(Velocity part) {
        requireNonNull(part, "part");
        return new Velocity(open - part.open, wins.minus(part.wins), dealSize.minus(part.dealSize), days - part.days);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").velocity(this);
    }

    /**
     * Returns the money a day and what it is made of, such as {@code EUR 800.00 a day: 12 open, 4 of 8: 50.0 %,
     * EUR 2000.00: EUR 8000.00 / 4, 60 days}.
     */
    @Override
    public String toString() {
        return perDay().map(money -> money + " a day").orElse("undefined") + ": " + open + " open, " + wins + ", "
                + dealSize + ", " + days + " days";
    }
}
