package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A split of one population in three: what happened, what will not, and what is still open.
 *
 * <p>The hits are members of the population that they are divided by, so no rate can leave 0 to 1. One rate holds the
 * three numbers that go by one name in practice; where they exist, {@code value <= decided <= ceiling}:
 *
 * <pre>{@code
 * Rate deals = Rate.of(3, 7, 90); // of the deals of January 3 are won, 7 lost, 90 open
 * assert deals.value().equals(OptionalDouble.of(0.03)); // so far
 * assert deals.decided().equals(OptionalDouble.of(0.3)); // among the settled
 * assert deals.ceiling().equals(OptionalDouble.of(0.93)); // if every open one were won
 * }</pre>
 *
 * <p>Rates of disjoint populations add up: their counts do, and nothing averages rates. Immutable and thread-safe.
 *
 * @param hits how many had the outcome, zero or more
 * @param misses how many are settled without it, zero or more
 * @param open how many are not settled, or not recorded, zero or more
 * @since 0.1.0
 */
public record Rate(long hits, long misses, long open) implements KpiValue<Rate> {

    /**
     * Creates a rate.
     *
     * @param hits how many had the outcome, zero or more
     * @param misses how many are settled without it, zero or more
     * @param open how many are not settled, or not recorded, zero or more
     * @throws IllegalArgumentException if one of the counts is negative
     * @throws ArithmeticException if their sum is too large to represent
     */
    public Rate {
        checkArgument(
                hits >= 0 && misses >= 0 && open >= 0,
                "Rate: counts must not be negative: hits=%s, misses=%s, open=%s",
                hits,
                misses,
                open);
        // Fails here, once, so that no later sum can wrap.
        Sums.plus("Rate: total", Sums.plus("Rate: total", hits, misses), open);
    }

    /**
     * Returns a rate.
     *
     * @param hits how many had the outcome
     * @param misses how many are settled without it
     * @param open how many are not settled, or not recorded
     * @return the rate
     * @throws IllegalArgumentException if one of the counts is negative
     * @throws ArithmeticException if their sum is too large to represent
     */
    public static Rate of(long hits, long misses, long open) {
        return new Rate(hits, misses, open);
    }

    /**
     * Returns the size of the population.
     *
     * @return {@code hits + misses + open}
     */
    public long total() {
        return hits + misses + open;
    }

    /**
     * Returns {@code hits / total}: what has happened so far, from 0 to 1.
     *
     * @return the nearest double; empty when the population is empty
     */
    public OptionalDouble value() {
        return Numbers.quotient(hits, total());
    }

    /**
     * Returns {@code hits / (hits + misses)}: the rate among the settled cases, from 0 to 1.
     *
     * @return the nearest double; empty when no case is settled
     */
    public OptionalDouble decided() {
        return Numbers.quotient(hits, hits + misses);
    }

    /**
     * Returns {@code (hits + open) / total}: where the rate would end if every open case succeeded, from 0 to 1.
     *
     * @return the nearest double; empty when the population is empty
     */
    public OptionalDouble ceiling() {
        return Numbers.quotient(hits + open, total());
    }

    /**
     * Returns the rate of the opposite outcome: hits and misses change places, what is open stays open.
     *
     * @return the complement, such as churn for retention
     */
    public Rate complement() {
        return new Rate(misses, hits, open);
    }

    /**
     * Returns the Wilson score interval around {@link #decided()}: how far the rate among the settled cases could be off
     * because they are few. Open cases are no trials yet, and do not count.
     *
     * <pre>{@code
     * Interval interval = Rate.of(81, 182, 0).interval(Confidence.PERCENT_95).orElseThrow();
     * assert Math.abs(interval.lower() - 0.2553) < 5e-5;
     * assert Math.abs(interval.upper() - 0.3662) < 5e-5;
     * }</pre>
     *
     * <p>No continuity correction. Source: Wilson 1927; Newcombe 1998, method 3.
     *
     * @param confidence how sure the interval is to hold the true rate
     * @return the interval, within 0 to 1; empty when no case is settled
     */
    public Optional<Interval> interval(Confidence confidence) {
        requireNonNull(confidence, "confidence");
        long settled = hits + misses;
        return settled == 0 ? Optional.empty() : Optional.of(Interval.wilson(hits, settled, confidence));
    }

    @Override
    public Rate plus(Rate other) {
        requireNonNull(other, "other");
        return new Rate(
                Sums.plus("Rate: hits", hits, other.hits),
                Sums.plus("Rate: misses", misses, other.misses),
                Sums.plus("Rate: open", open, other.open));
    }

    @Override
    public Rate minus(Rate part) {
        requireNonNull(part, "part");
        return new Rate(hits - part.hits, misses - part.misses, open - part.open);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").rate(this);
    }

    /**
     * Returns the counts and the percentages that they give, such as {@code 12 of 48: 25.0 % so far, 40.0 % of the
     * decided, at most 62.5 %}, or {@code 5 of 20: 25.0 %} when nothing is open.
     */
    @Override
    public String toString() {
        return Numbers.sentence(hits, total(), open > 0, value(), decided(), ceiling());
    }
}
