package org.saleskpi.sales;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * Dated exchange rates: the rate of a day is the latest one on or before it.
 *
 * <pre>{@code
 * ExchangeRates rates = ExchangeRates.builder()
 *         .rate(LocalDate.of(2026, 1, 1), CurrencyUnit.USD, CurrencyUnit.AUD, new BigDecimal("1.39"))
 *         .rate(LocalDate.of(2026, 2, 1), CurrencyUnit.USD, CurrencyUnit.AUD, new BigDecimal("1.42"))
 *         .build();
 * assert rates.rate(CurrencyUnit.USD, CurrencyUnit.AUD, LocalDate.of(2026, 1, 31))
 *         .equals(Optional.of(new BigDecimal("1.39")));
 * assert rates.rate(CurrencyUnit.AUD, CurrencyUnit.USD, LocalDate.of(2026, 1, 31)).isEmpty();
 * }</pre>
 *
 * <p>Nothing is invented: no inverse rate, no rate by way of a third currency, no rate before the first. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class ExchangeRates {

    private static final ExchangeRates NONE = new ExchangeRates(Map.of());

    private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> ratesByPair;

    private ExchangeRates(Map<Pair, NavigableMap<LocalDate, BigDecimal>> ratesByPair) {
        this.ratesByPair = ratesByPair;
    }

    /**
     * Returns no rates at all: every amount is then in the reporting currency.
     *
     * @return the empty source
     */
    public static ExchangeRates none() {
        return NONE;
    }

    /**
     * Begins a collection of rates.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the rate of a day.
     *
     * @param from the currency to convert
     * @param to the currency to convert it to
     * @param day the day
     * @return how many units of {@code to} one unit of {@code from} is worth; empty when no rate of this pair is dated on
     *     or before the day
     */
    public Optional<BigDecimal> rate(CurrencyUnit from, CurrencyUnit to, LocalDate day) {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(day, "day");
        NavigableMap<LocalDate, BigDecimal> rates = ratesByPair.get(new Pair(from, to));
        return rates == null
                ? Optional.empty()
                : Optional.ofNullable(rates.floorEntry(day)).map(Map.Entry::getValue);
    }

    /**
     * Returns all rates.
     *
     * @return the rates by currency converted from, currency converted to, and day; unmodifiable
     */
    public List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        ratesByPair.forEach(
                (pair, byDay) -> byDay.forEach((day, rate) -> rates.add(new Rate(day, pair.from(), pair.to(), rate))));
        rates.sort(Comparator.comparing(Rate::from).thenComparing(Rate::to).thenComparing(Rate::day));
        return Collections.unmodifiableList(rates);
    }

    /**
     * The rate of a pair of currencies from a day on, until the next rate of the same pair.
     *
     * @param day the first day it holds
     * @param from the currency to convert
     * @param to the currency to convert it to
     * @param rate how many units of {@code to} one unit of {@code from} is worth, above zero
     * @since 0.1.0
     */
    public record Rate(LocalDate day, CurrencyUnit from, CurrencyUnit to, BigDecimal rate) {

        /**
         * Makes a rate.
         *
         * @param day the first day it holds
         * @param from the currency to convert
         * @param to the currency to convert it to
         * @param rate how many units of {@code to} one unit of {@code from} is worth
         * @throws IllegalArgumentException if the rate is not positive
         */
        public Rate {
            requireNonNull(day, "day");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(rate, "rate");
            checkArgument(rate.signum() > 0, "Exchange rate %s/%s of %s: rate %s is not positive", from, to, day, rate);
        }
    }

    /** Returns the pairs of currencies and how many rates each has. */
    @Override
    public String toString() {
        return ratesByPair.entrySet().stream()
                .map(rates -> rates.getKey() + " " + rates.getValue().size())
                .sorted()
                .collect(Collectors.joining(", ", "ExchangeRates[", "]"));
    }

    private record Pair(CurrencyUnit from, CurrencyUnit to) {
        @Override
        public String toString() {
            return from + "/" + to;
        }
    }

    /**
     * Collects dated rates. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> ratesByPair = new HashMap<>();

        private Builder() {}

        /**
         * Adds a rate, which holds from a day until the next rate of the same pair.
         *
         * @param day the first day it holds
         * @param from the currency to convert
         * @param to the currency to convert it to
         * @param rate how many units of {@code to} one unit of {@code from} is worth, above zero
         * @return this builder
         * @throws IllegalArgumentException if the rate is not positive, or the pair already has one on that day
         */
        public Builder rate(LocalDate day, CurrencyUnit from, CurrencyUnit to, BigDecimal rate) {
            Rate added = new Rate(day, from, to, rate);
            BigDecimal earlier = ratesByPair
                    .computeIfAbsent(new Pair(from, to), pair -> new TreeMap<>())
                    .putIfAbsent(day, added.rate());
            checkArgument(
                    earlier == null,
                    "Exchange rate %s/%s of %s: rate %s is a second one, after %s",
                    from,
                    to,
                    day,
                    rate,
                    earlier);
            return this;
        }

        /**
         * Completes the collection.
         *
         * @return the rates
         */
        public ExchangeRates build() {
            Map<Pair, NavigableMap<LocalDate, BigDecimal>> copy = new HashMap<>();
            ratesByPair.forEach((pair, rates) -> copy.put(pair, new TreeMap<>(rates)));
            return new ExchangeRates(copy);
        }
    }
}
