package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.WhiteSpace;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Stretch;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Unit;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/**
 * A question about sales that has a number for an answer: a key, a {@link Formula}, what it is called and means, and which
 * way is better.
 *
 * <pre>{@code
 * Indicator<Count> bigContracts = Indicator.count(
 *                 "big-contracts",
 *                 SalesPopulations.CONTRACTS_SIGNED.whereAmount(FactAmount.CONTRACT_VALUE, AmountRange.atLeast(10_000)))
 *         .named("Big contracts")
 *         .named(Locale.FRENCH, "Grands contrats")
 *         .defined("Contracts of 10,000 or more signed in the period.")
 *         .withDirection(Direction.MORE_IS_BETTER);
 * assert bigContracts.name(Locale.CANADA_FRENCH).equals("Grands contrats");
 * assert bigContracts.name(Locale.ITALIAN).equals("Big contracts");
 * assert bigContracts.unit() == Unit.COUNT;
 * }</pre>
 *
 * <p>Where there are many, {@linkplain #worded their words stand in resource bundles}, one file a language. What a language
 * lacks is said in English, and else the key stands in; the language of the system never plays a part.
 *
 * <p>Indicators are the same only if they are one object: keep yours in a constant, so that what is computed for it is
 * computed once. Immutable, and thread-safe if the functions given to it are.
 *
 * @param <V> the kind of answer
 * @since 0.1.0
 */
public sealed class Indicator<V extends KpiValue<V>> permits RateIndicator {

    private final String key;
    private final Formula<V> formula;
    private final Wording wording;
    private final Direction direction;

    Indicator(String key, Formula<V> formula, Wording wording, Direction direction) {
        checkArgument(!WhiteSpace.isBlank(requireNonNull(key, "key")), "Indicator: key \"%s\" is blank", key);
        this.key = key;
        this.formula = formula;
        this.wording = wording;
        this.direction = direction;
    }

    /**
     * Returns an indicator that counts facts.
     *
     * @param key what the answer is filed under, such as {@code calls}; not blank
     * @param population what is counted
     * @return the indicator
     */
    public static Indicator<Count> count(String key, Population<?> population) {
        return of(key, new Formula.Counted<>(requireNonNull(population, "population")));
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
        return total(key, population, FactAmount.<F>of(amount));
    }

    /**
     * Returns an indicator that sums amounts of the vocabulary.
     *
     * @param key what the answer is filed under, such as {@code revenue}; not blank
     * @param population what is summed
     * @param amount the amount of a fact, such as {@link FactAmount#CONTRACT_VALUE}
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<Amount> total(
            String key, Population<F> population, FactAmount<? super F> amount) {
        return of(
                key, new Formula.Summed<>(requireNonNull(population, "population"), requireNonNull(amount, "amount")));
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
        return meanAmount(key, population, FactAmount.<F>of(amount));
    }

    /**
     * Returns an indicator that averages amounts of the vocabulary.
     *
     * @param key what the answer is filed under, such as {@code average-basket}; not blank
     * @param population what is averaged
     * @param amount the amount of a fact, such as {@link FactAmount#CONTRACT_VALUE}; one that has none is not counted
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<MeanAmount> meanAmount(
            String key, Population<F> population, FactAmount<? super F> amount) {
        return of(
                key,
                new Formula.Averaged<>(requireNonNull(population, "population"), requireNonNull(amount, "amount")));
    }

    /**
     * Returns an indicator that measures how many calendar days things took: from the local date of one moment to that of
     * another in the business time zone, and 0 where that is the earlier date.
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
        return of(
                key,
                new Formula.Timed<>(
                        requireNonNull(population, "population"),
                        requireNonNull(from, "from"),
                        requireNonNull(to, "to")));
    }

    /**
     * Returns an indicator that splits one population: what is not a hit is a miss, unless
     * {@link RateIndicator#openWhen openWhen} or {@link RateIndicator#missWhen missWhen} says which of the rest is open.
     *
     * <p>What a condition may do, {@link Population#where} says: look at the fact, and not ask a {@code KpiCalculator}.
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
                key,
                new Formula.Split<>(requireNonNull(population, "population"), requireNonNull(hit, "hit"), null, null),
                Wording.from(key),
                Direction.NEITHER);
    }

    /**
     * Returns an indicator that follows the customers in force from the eve of the period's start to the eve of its end.
     *
     * @param key what the answer is filed under, such as {@code retention-rate}; not blank
     * @param balance what is split, as it stands on the eve of the start: {@link Balance#CUSTOMERS_IN_FORCE}, perhaps narrowed
     * @param hit which members are hits on the eve of the end; the others are misses
     * @return the indicator
     * @throws IllegalArgumentException if it is another balance
     */
    public static Indicator<Rate> rate(String key, Balance<Stretch> balance, AtEnd hit) {
        checkArgument(
                requireNonNull(balance, "balance").isOfCover(),
                "Indicator %s: only Balance.CUSTOMERS_IN_FORCE, or a part of it, can be followed to the end of a period",
                key);
        return of(key, new Formula.Retained(balance, requireNonNull(hit, "hit")));
    }

    /**
     * Returns an indicator that counts what stands on the eve of a bound of the period.
     *
     * @param key what the answer is filed under, such as {@code customers-opening}; not blank
     * @param balance what stands
     * @param at which bound
     * @return the indicator, whose answers do not add over periods
     */
    public static Indicator<Count> count(String key, Balance<?> balance, Balance.At at) {
        return of(key, new Formula.CountedBalance<>(requireNonNull(balance, "balance"), requireNonNull(at, "at")));
    }

    /**
     * Returns an indicator that sums the amounts of what stands on the eve of a bound of the period.
     *
     * @param key what the answer is filed under, such as {@code pipeline}; not blank
     * @param balance what stands
     * @param amount the amount of a fact; one that has none adds nothing
     * @param at which bound
     * @param <F> the kind of fact
     * @return the indicator, whose answers do not add over periods
     */
    public static <F extends Fact> Indicator<Amount> total(
            String key, Balance<F> balance, FactAmount<? super F> amount, Balance.At at) {
        return of(
                key,
                new Formula.SummedBalance<>(
                        requireNonNull(balance, "balance"),
                        requireNonNull(amount, "amount"),
                        requireNonNull(at, "at")));
    }

    /**
     * Returns an indicator that counts how many different customers have a member of a population in the period. It is
     * anchored on customers: each counts for its own owner and attributes, and facts without a customer are left out.
     *
     * @param key what the answer is filed under, such as {@code customers-called}; not blank
     * @param population the members
     * @param <F> the kind of fact
     * @return the indicator, whose answers do not add over periods: a customer of two months is one of the quarter
     */
    public static <F extends Fact> Indicator<Count> customers(String key, Population<F> population) {
        return of(
                key,
                new Formula.CountedCustomers<>(
                        requireNonNull(population, "population").whereThereIsACustomer()));
    }

    /**
     * Returns an indicator that splits the amounts of one population: what is not of a hit is of a miss.
     *
     * @param key what the answer is filed under, such as {@code win-rate-by-amount}; not blank
     * @param population what is split
     * @param amount the amount of a fact; one that has none adds nothing
     * @param hit which members are hits
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<RateOfAmounts> rateOfAmounts(
            String key, Population<F> population, FactAmount<? super F> amount, Predicate<? super F> hit) {
        return rateOfAmounts(key, population, amount, hit, fact -> false);
    }

    /**
     * Returns an indicator that splits the amounts of one population in those of hits, of open cases and of misses.
     *
     * @param key what the answer is filed under; not blank
     * @param population what is split
     * @param amount the amount of a fact, not negative; one that has none adds nothing
     * @param hit which members are hits
     * @param openWhen which of the others are open; the rest are misses
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<RateOfAmounts> rateOfAmounts(
            String key,
            Population<F> population,
            FactAmount<? super F> amount,
            Predicate<? super F> hit,
            Predicate<? super F> openWhen) {
        requireNonNull(population, "population");
        return of(
                key,
                new Formula.SplitAmounts<>(
                        population,
                        requireNonNull(amount, "amount"),
                        population.allWhere(requireNonNull(hit, "hit")),
                        requireNonNull(openWhen, "openWhen")));
    }

    /**
     * Returns an indicator that splits the amounts of one population in those of the members that are in another one too, and
     * the rest, which are misses: for hits that a condition on the fact alone cannot tell.
     *
     * @param key what the answer is filed under, such as {@code repeat-share}; not blank
     * @param population what is split
     * @param amount the amount of a fact, not negative; one that has none adds nothing
     * @param hits the members that are in this population too, in whichever period, are hits
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<RateOfAmounts> rateOfAmounts(
            String key, Population<F> population, FactAmount<? super F> amount, Population<F> hits) {
        requireNonNull(hits, "hits");
        return of(
                key,
                new Formula.SplitAmounts<>(
                        requireNonNull(population, "population").inViewsLike(hits),
                        requireNonNull(amount, "amount"),
                        hits,
                        fact -> false));
    }

    /**
     * Returns an indicator that averages, over customers, what their facts of a population sum to. It is anchored on customers:
     * each counts for its own owner and attributes, and facts without a customer are left out.
     *
     * @param key what the answer is filed under, such as {@code revenue-per-customer}; not blank
     * @param population the facts
     * @param amount the amount of a fact; one that has none is not counted, nor is a customer that has no others
     * @param <F> the kind of fact
     * @return the indicator, whose answers do not add over periods: a customer of two months is one of the quarter
     */
    public static <F extends Fact> Indicator<MeanAmount> meanAmountPerCustomer(
            String key, Population<F> population, FactAmount<? super F> amount) {
        requireNonNull(amount, "amount");
        return of(
                key,
                new Formula.AveragedByCustomer<>(
                        requireNonNull(population, "population")
                                .whereThereIsACustomer()
                                .whereThereIs(amount),
                        amount));
    }

    /**
     * Returns an indicator of how much is sold per day: what is open on the eve of the period's end, times the share of what was
     * decided in the period that was won, times the mean amount of that, by the mean days that it took.
     *
     * @param key what the answer is filed under, such as {@code sales-velocity}; not blank
     * @param open what is open
     * @param decided what was decided
     * @param accepted which of the decided were won
     * @param amount the amount of what was won; one that has none is left out of the mean amount
     * @param from where the days of what was won begin; null if it has no such moment: it then adds no days
     * @param to where they end; null if it has no such moment
     * @param <F> the kind of fact
     * @return the indicator, whose answers do not add over periods
     */
    public static <F extends Fact> Indicator<Velocity> velocity(
            String key,
            Balance<F> open,
            Population<F> decided,
            Predicate<? super F> accepted,
            FactAmount<? super F> amount,
            Function<? super F, ? extends @Nullable Instant> from,
            Function<? super F, ? extends @Nullable Instant> to) {
        return of(
                key,
                new Formula.SoldPerDay<>(
                        requireNonNull(open, "open"),
                        requireNonNull(decided, "decided"),
                        requireNonNull(accepted, "accepted"),
                        requireNonNull(amount, "amount"),
                        requireNonNull(from, "from"),
                        requireNonNull(to, "to")));
    }

    /**
     * Returns an indicator of which share of an amount that customers had on the eve of the period's start is left on the eve of
     * its end: each customer counts for the smaller of what it had then and has now. It is anchored on customers: each counts for
     * its own owner and attributes, and facts without a customer are left out.
     *
     * @param key what the answer is filed under, such as {@code gross-retention}; not blank
     * @param balance the facts that stand, such as contracts in force
     * @param amount the amount of a fact, not negative; one that has none adds nothing
     * @param <F> the kind of fact
     * @return the indicator, whose answers do not add over periods
     */
    public static <F extends Fact> Indicator<RateOfAmounts> grossRetention(
            String key, Balance<F> balance, FactAmount<? super F> amount) {
        return of(
                key,
                new Formula.GrossRetained<>(
                        requireNonNull(balance, "balance").ofCustomers(), requireNonNull(amount, "amount")));
    }

    /**
     * Returns an indicator of what the customers that had more than nothing on the eve of the period's start have on the eve of
     * its end, by what they had: what some have more makes up for what others have less. It is anchored on customers, like
     * {@link #grossRetention}.
     *
     * @param key what the answer is filed under, such as {@code net-retention}; not blank
     * @param balance the facts that stand, such as contracts in force
     * @param amount the amount of a fact, not negative; one that has none adds nothing
     * @param <F> the kind of fact
     * @return the indicator, whose answers do not add over periods
     */
    public static <F extends Fact> Indicator<RatioOfAmounts> netRetention(
            String key, Balance<F> balance, FactAmount<? super F> amount) {
        return of(
                key,
                new Formula.NetRetained<>(
                        requireNonNull(balance, "balance").ofCustomers(), requireNonNull(amount, "amount")));
    }

    /**
     * Returns an indicator that divides the sum of the amounts of one population by that of another.
     *
     * @param key what the answer is filed under; not blank
     * @param dividend the population above the line
     * @param dividendAmount the amount of a member of it; one that has none adds nothing
     * @param divisor the population below the line
     * @param divisorAmount the amount of a member of it; one that has none adds nothing
     * @param <F> the kind of fact above the line
     * @param <G> the kind of fact below it
     * @return the indicator
     */
    public static <F extends Fact, G extends Fact> Indicator<RatioOfAmounts> ratioOfAmounts(
            String key,
            Population<F> dividend,
            FactAmount<? super F> dividendAmount,
            Population<G> divisor,
            FactAmount<? super G> divisorAmount) {
        return of(
                key,
                new Formula.DividedAmounts<>(
                        requireNonNull(dividend, "dividend"),
                        requireNonNull(dividendAmount, "dividendAmount"),
                        requireNonNull(divisor, "divisor"),
                        requireNonNull(divisorAmount, "divisorAmount")));
    }

    /**
     * Returns an indicator that scores answers: the share of promoters less that of detractors, in points.
     *
     * @param key what the answer is filed under, such as {@code nps}; not blank
     * @param population the answers
     * @param promoter which members are promoters
     * @param detractor which of the others are detractors; the rest are passive
     * @param <F> the kind of fact
     * @return the indicator
     */
    public static <F extends Fact> Indicator<Score> score(
            String key, Population<F> population, Predicate<? super F> promoter, Predicate<? super F> detractor) {
        return of(
                key,
                new Formula.Scored<>(
                        requireNonNull(population, "population"),
                        requireNonNull(promoter, "promoter"),
                        requireNonNull(detractor, "detractor")));
    }

    /**
     * Returns an indicator that measures how many whole elapsed hours customers waited for their first fact of a population,
     * such as their first call.
     *
     * @param key what the answer is filed under, such as {@code first-response}; not blank
     * @param population the customers, by the moment from which they wait
     * @param awaited what they wait for; a fact before that moment ends a wait of no hours
     * @param missWhen which of the customers that have no such fact will never have one; the others are open
     * @return the indicator
     */
    public static Indicator<Waits> waits(
            String key,
            Population<CustomerJourney> population,
            Population<?> awaited,
            Predicate<? super CustomerJourney> missWhen) {
        return of(
                key,
                new Formula.Waited(
                        requireNonNull(population, "population"),
                        requireNonNull(awaited, "awaited"),
                        requireNonNull(missWhen, "missWhen")));
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
        return of(key, new Formula.Divided<>(requireNonNull(dividend, "dividend"), requireNonNull(divisor, "divisor")));
    }

    private static <V extends KpiValue<V>> Indicator<V> of(String key, Formula<V> formula) {
        return new Indicator<>(key, formula, Wording.from(key), Direction.NEITHER);
    }

    /**
     * Returns this indicator under another name, in all languages.
     *
     * @param name what it is called; not blank
     * @return the renamed indicator
     */
    public Indicator<V> named(String name) {
        return with(wording.named(name), direction);
    }

    /**
     * Returns this indicator under another name in one language; those in other languages stay.
     *
     * @param locale the language; with a country, it is called so in that country alone
     * @param name what it is called there; not blank
     * @return the renamed indicator
     */
    public Indicator<V> named(Locale locale, String name) {
        return with(wording.named(locale, name), direction);
    }

    /**
     * Returns this indicator with another definition, in all languages.
     *
     * @param definition what it means, as a sentence; not blank
     * @return the indicator so defined
     */
    public Indicator<V> defined(String definition) {
        return with(wording.defined(definition), direction);
    }

    /**
     * Returns this indicator with another definition in one language; those in other languages stay.
     *
     * @param locale the language; with a country, it is defined so in that country alone
     * @param definition what it means, as a sentence in that language; not blank
     * @return the indicator so defined
     */
    public Indicator<V> defined(Locale locale, String definition) {
        return with(wording.defined(locale, definition), direction);
    }

    /**
     * Returns this indicator with the names and definitions of resource bundles, in place of those it had: what it is called
     * is the entry {@code <key>.name}, what it means {@code <key>.definition}.
     *
     * <p>A new language is then one more file. Give a function that looks bundles up in your own code, where Java allows it
     * to read those of your module:
     *
     * <pre>{@code
     * Indicator<Count> refusals = Indicator.count(
     *                 "refusals",
     *                 SalesPopulations.PROSPECTING_CALLS.where(call -> call.outcome() == Call.Outcome.REFUSED))
     *         .worded(locale -> ResourceBundle.getBundle("com.example.Indicators", locale));
     * assert refusals.name(Locale.GERMAN).equals("refusals"); // until there is com/example/Indicators_de.properties
     * }</pre>
     *
     * @param bundles the bundle of a language, asked each time; it may throw a {@link java.util.MissingResourceException}, or
     *     give the bundle of another language, which is not used
     * @return the indicator so worded
     */
    public Indicator<V> worded(Function<? super Locale, ? extends ResourceBundle> bundles) {
        return with(wording.worded(bundles), direction);
    }

    /**
     * Returns this indicator with another direction.
     *
     * @param better which way is better
     * @return the indicator
     */
    public Indicator<V> withDirection(Direction better) {
        return with(wording, requireNonNull(better, "better"));
    }

    Indicator<V> with(Wording otherWording, Direction otherDirection) {
        return new Indicator<>(key, formula, otherWording, otherDirection);
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
     * @param locale the language
     * @return the name; in English if it has none in that language; the key if it has none at all
     */
    public String name(Locale locale) {
        return wording.name(locale);
    }

    /**
     * Returns what this indicator means.
     *
     * @param locale the language
     * @return one sentence; in English if it has none in that language; the name if it has none at all
     */
    public String definition(Locale locale) {
        return wording.definition(locale);
    }

    /**
     * Returns what the indicator is about, in words: {@code proposals, by the moment they were sent}. Of a ratio these are what
     * is above the line and what is below it.
     *
     * @param locale the language; what it has no words for is said in English
     * @return the {@linkplain Population#name names} of its populations
     */
    public String population(Locale locale) {
        return FormulaWords.of(formula, requireNonNull(locale, "locale")).population();
    }

    /**
     * Returns what is computed of the members of the {@link #population(Locale) population}, in words:
     * {@code hits ÷ (hits + misses + open)}.
     *
     * @param locale the language; what it has no words for is said in English
     * @return the formula
     */
    public String formula(Locale locale) {
        return FormulaWords.of(formula, requireNonNull(locale, "locale")).formula();
    }

    /**
     * Returns what the number of an answer is a number of.
     *
     * @return the unit
     */
    public Unit unit() {
        return formula.unit();
    }

    /**
     * Returns which way is better.
     *
     * @return the direction; {@link Direction#NEITHER} if it was given none
     */
    public Direction direction() {
        return direction;
    }

    /**
     * Tells whether the answers of consecutive periods add up to the answer of the whole. Those about facts do; those
     * about a {@link Balance}, and counts of different customers, do not.
     *
     * @return true if they add up
     */
    public boolean additiveOverPeriods() {
        return formula.additiveOverPeriods();
    }

    /** Returns the key. */
    @Override
    public String toString() {
        return key;
    }
}
