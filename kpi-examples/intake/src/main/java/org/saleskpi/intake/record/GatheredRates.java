package org.saleskpi.intake.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/**
 * The exchange rates of an import, of one file or of several. Of rates of one pair and day that are equal one is kept and the
 * others are problems; rates that differ are all problems. Not thread-safe.
 */
public final class GatheredRates {

    /** Rates have some five digits; those of an inverse beyond these are not told by them. */
    private static final MathContext DIGITS_OF_INVERSES = new MathContext(16, RoundingMode.HALF_EVEN);

    private final Collector collector;
    private final Map<Key, List<Rate>> rates = new LinkedHashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private final List<Runnable> accounts = new ArrayList<>();

    private record Key(CurrencyUnit from, CurrencyUnit to, LocalDate day) {
        @Override
        public String toString() {
            return from + "/" + to + " " + day;
        }
    }

    /**
     * A rate as it is told.
     *
     * @param day the day from which on it holds
     * @param from the currency of which it is the value of one unit
     * @param to the currency in which it is that
     * @param value the rate
     * @param written the rate as it is written
     * @param file the file that tells it
     * @param origin where that is
     * @param isInvertible whether its inverse is a rate too, where none is told
     */
    public record Rate(
            LocalDate day,
            CurrencyUnit from,
            CurrencyUnit to,
            BigDecimal value,
            String written,
            String file,
            Origin origin,
            boolean isInvertible) {

        private Key key() {
            return new Key(from, to, day);
        }
    }

    /**
     * Creates an empty collection.
     *
     * @param collector takes the rates and the problems in the end
     */
    public GatheredRates(Collector collector) {
        this.collector = collector;
    }

    /**
     * Adds a rate.
     *
     * @param rate the rate, of two currencies that differ
     */
    public void add(Rate rate) {
        rates.computeIfAbsent(rate.key(), key -> new ArrayList<>(1)).add(rate);
    }

    /**
     * Tells the account of a file once all rates are known.
     *
     * @param account what to do then
     */
    public void accountLater(Runnable account) {
        accounts.add(account);
    }

    /**
     * Returns how many rates of a file are kept, once all are known; inverses are not counted.
     *
     * @param file the name of the file
     * @return how many
     */
    public int kept(String file) {
        return kept.getOrDefault(file, 0);
    }

    /**
     * Adds a problem.
     *
     * @param origin where it is
     * @param id which rate it is about; null if that cannot be told
     * @param field the column at fault
     * @param value what is there
     * @param reason what is wrong with it
     */
    public void problem(Origin origin, @Nullable String id, String field, @Nullable String value, String reason) {
        collector.add(Problem.builder(RecordType.EXCHANGE_RATE, field)
                .id(id)
                .value(RecordMaker.shown(value))
                .origin(origin)
                .reason(reason));
    }

    /** Gives the rates to the collector, and tells the accounts of their files. */
    public void finish() {
        ExchangeRates.Builder all = ExchangeRates.builder();
        List<Rate> inverted = new ArrayList<>();
        for (Map.Entry<Key, List<Rate>> entry : rates.entrySet()) {
            Key key = entry.getKey();
            List<Rate> namesakes = entry.getValue();
            boolean equal = new TreeSet<>(namesakes.stream().map(Rate::value).toList()).size() == 1;
            if (equal) {
                Rate first = namesakes.get(0);
                all.rate(key.day(), key.from(), key.to(), first.value());
                kept.merge(first.file(), 1, Integer::sum);
                if (first.isInvertible() && !rates.containsKey(new Key(key.to(), key.from(), key.day()))) {
                    inverted.add(first);
                }
            }
            for (Rate rate : namesakes.subList(equal ? 1 : 0, namesakes.size())) {
                problem(
                        rate.origin(),
                        key.toString(),
                        "rate",
                        rate.written(),
                        equal
                                ? "is repeated: an equal rate is kept"
                                : "is one of " + namesakes.size() + " rates that differ");
            }
        }
        inverted.forEach(rate ->
                all.rate(rate.day(), rate.to(), rate.from(), BigDecimal.ONE.divide(rate.value(), DIGITS_OF_INVERSES)));
        collector.rates(all.build());
        accounts.forEach(Runnable::run);
    }
}
