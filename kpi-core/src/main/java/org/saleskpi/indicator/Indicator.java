package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * A question about sales that has a number for an answer: a key, a {@link Formula}, and what it is called and means in
 * English and French.
 *
 * <pre>{@code
 * Indicator<Count> bigContracts = Indicator.count(
 *                 "big-contracts",
 *                 SalesPopulations.CONTRACTS_SIGNED.where(c -> c.amount().getAmountMinorLong() >= 10_000_00))
 *         .named("Big contracts", "Grands contrats")
 *         .defined("Contracts over 10,000 signed in the period.", "Contrats de plus de 10 000 signés dans la période.");
 * }</pre>
 *
 * <p>Indicators are the same only if they are one object: keep yours in a constant, so that what is computed for it is
 * computed once. Immutable, and thread-safe if the functions given to it are.
 *
 * @param <V> the kind of answer
 */
public sealed class Indicator<V extends KpiValue<V>> permits RateIndicator {

    private final String key;
    private final Formula<V> formula;
    private final Wording wording;

    Indicator(String key, Formula<V> formula, Wording wording) {
        checkArgument(!key.isBlank(), "Indicator: key \"%s\" is blank", key);
        this.key = key;
        this.formula = formula;
        this.wording = wording;
    }

    /**
     * Returns an indicator that counts facts.
     *
     * @param key what the answer is filed under, such as {@code calls}; not blank
     * @param population what is counted
     * @return the indicator
     */
    public static Indicator<Count> count(String key, Population<?> population) {
        return of(key, new Formula.Counted<>(population));
    }

    /**
     * Returns an indicator that sums amounts in the reporting currency.
     *
     * @param key what the answer is filed under, such as {@code revenue}; not blank
     * @param population what is summed
     * @param amount the amount of a fact, in any currency; null if it has none
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<Amount> total(
            String key, Population<F> population, Function<? super F, ? extends @Nullable Money> amount) {
        return of(key, new Formula.Summed<>(population, requireNonNull(amount)));
    }

    /**
     * Returns an indicator that averages amounts in the reporting currency.
     *
     * @param key what the answer is filed under, such as {@code average-basket}; not blank
     * @param population what is averaged
     * @param amount the amount of a fact, in any currency; null if it has none, and is then not counted
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<MeanAmount> meanAmount(
            String key, Population<F> population, Function<? super F, ? extends @Nullable Money> amount) {
        return of(key, new Formula.Averaged<>(population, requireNonNull(amount)));
    }

    /**
     * Returns an indicator that measures how many calendar days things took, by local dates in the business time zone.
     *
     * @param key what the answer is filed under, such as {@code sales-cycle}; not blank
     * @param population what is measured
     * @param from where the days of a fact begin; null if it has no such moment, and is then not counted
     * @param to where they end; null if it has no such moment, and is then not counted
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<Days> days(
            String key,
            Population<F> population,
            Function<? super F, ? extends @Nullable Instant> from,
            Function<? super F, ? extends @Nullable Instant> to) {
        return of(key, new Formula.Timed<>(population, requireNonNull(from), requireNonNull(to)));
    }

    /**
     * Returns an indicator that splits one population: what is not a hit is a miss, unless
     * {@link RateIndicator#openWhen openWhen} or {@link RateIndicator#missWhen missWhen} says which of the rest is open.
     *
     * @param key what the answer is filed under, such as {@code win-rate}; not blank
     * @param population what is split
     * @param hit which members are hits
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> RateIndicator<F> rate(
            String key, Population<F> population, Predicate<? super F> hit) {
        return new RateIndicator<>(
                key, new Formula.Split<>(population, requireNonNull(hit), null, null), Wording.from(key));
    }

    /**
     * Returns an indicator that follows a balance from the eve of the period's start to the eve of its end.
     *
     * @param key what the answer is filed under, such as {@code retention-rate}; not blank
     * @param balance what is split, as it stands on the eve of the start
     * @param hit which members are hits on the eve of the end; the others are misses
     * @return the indicator
     */
    public static Indicator<Rate> rate(String key, Balance balance, AtEnd hit) {
        return of(key, new Formula.Retained(requireNonNull(balance), requireNonNull(hit)));
    }

    /**
     * Returns an indicator that divides the sizes of two populations.
     *
     * @param key what the answer is filed under, such as {@code proposals-per-meeting}; not blank
     * @param dividend the population above the line
     * @param divisor the population below it
     * @return the indicator
     */
    public static Indicator<Ratio> ratio(String key, Population<?> dividend, Population<?> divisor) {
        return of(key, new Formula.Divided<>(dividend, divisor));
    }

    private static <V extends KpiValue<V>> Indicator<V> of(String key, Formula<V> formula) {
        return new Indicator<>(key, formula, Wording.from(key));
    }

    /**
     * Returns this indicator under other names.
     *
     * @param english what it is called in English
     * @param french what it is called in French
     * @return the renamed indicator
     */
    public Indicator<V> named(String english, String french) {
        return new Indicator<>(key, formula, wording.named(english, french));
    }

    /**
     * Returns this indicator with other definitions.
     *
     * @param english what it means, as a sentence in English
     * @param french what it means, as a sentence in French
     * @return the indicator so defined
     */
    public Indicator<V> defined(String english, String french) {
        return new Indicator<>(key, formula, wording.defined(english, french));
    }

    /**
     * Returns what the answer is filed under.
     *
     * @return the key, such as {@code conversion-rate}
     */
    public String key() {
        return key;
    }

    /**
     * Returns what is computed.
     *
     * @return the formula
     */
    public Formula<V> formula() {
        return formula;
    }

    final Wording wording() {
        return wording;
    }

    /**
     * Returns what this indicator is called.
     *
     * @param locale the language: French for French locales, else English
     * @return the name; the key if it was given none
     */
    public String name(Locale locale) {
        return wording.name(locale);
    }

    /**
     * Returns what this indicator means.
     *
     * @param locale the language: French for French locales, else English
     * @return one sentence; the name if it was given none
     */
    public String definition(Locale locale) {
        return wording.definition(locale);
    }

    /**
     * Tells whether the answers of consecutive periods add up to the answer of the whole. Those about facts do; those
     * about a {@link Balance} do not.
     *
     * @return true if they add up
     */
    public boolean additiveOverPeriods() {
        return !(formula instanceof Formula.Retained);
    }

    /** Returns the key. */
    @Override
    public String toString() {
        return key;
    }
}
