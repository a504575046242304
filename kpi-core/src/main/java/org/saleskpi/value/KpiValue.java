package org.saleskpi.value;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an indicator: a number, with what it is made of.
 *
 * <p>{@link #format(Locale) format} writes the number. What needs more, such as a table or a file, visits the answer with a
 * method for each kind, and the compiler tells if one is missing:
 *
 * <pre>{@code
 * KpiValue.Visitor<Long> denominator = new KpiValue.Visitor<>() {
 *     @Override public Long count(Count count) { return 1L; }
 *     @Override public Long amount(Amount amount) { return 1L; }
 *     @Override public Long meanAmount(MeanAmount mean) { return mean.count(); }
 *     @Override public Long days(Days days) { return days.count(); }
 *     @Override public Long waits(Waits waits) { return waits.count(); }
 *     @Override public Long rate(Rate rate) { return rate.total(); }
 *     @Override public Long rateOfAmounts(RateOfAmounts rate) { return rate.total().minorUnits(); }
 *     @Override public Long ratio(Ratio ratio) { return ratio.divisor(); }
 *     @Override public Long ratioOfAmounts(RatioOfAmounts ratio) { return ratio.divisor().minorUnits(); }
 *     @Override public Long score(Score score) { return score.count(); }
 *     @Override public Long velocity(Velocity velocity) { return velocity.days(); }
 * };
 * assert Rate.of(12, 18, 18).accept(denominator) == 48;
 * }</pre>
 *
 * <p>Answers over customers that have nothing in common add up: the answer over both is the sum of the two. All kinds
 * are immutable, thread-safe, exact, and compare by value.
 *
 * @param <V> the kind of answer itself
 * @since 0.1.0
 */
public sealed interface KpiValue<V extends KpiValue<V>>
        permits Amount, Count, Days, MeanAmount, Rate, RateOfAmounts, Ratio, RatioOfAmounts, Score, Velocity, Waits {

    /**
     * Returns the answer over what this answer and another one cover together.
     *
     * @param other an answer over other facts
     * @return the sum
     * @throws ArithmeticException if the sum is too large to represent
     * @throws IllegalArgumentException if the two are in different currencies
     */
    V plus(V other);

    /**
     * Returns this answer without a part that was added to it.
     *
     * @param part the answer over some of the facts that this one covers
     * @return the difference
     * @throws IllegalArgumentException if the part cannot have been added: it has more than this answer of something, or
     *     is in another currency
     */
    V minus(V part);

    /**
     * Writes the number for a person to read, as is usual in a language: {@code 25.0%} or {@code 25,0 %}.
     *
     * <p>Rates are percentages with one decimal, days, waits and scores numbers with one and ratios with two, amounts and
     * velocities have the decimals of their currency. All are rounded half to even. A number that does not exist is a dash.
     *
     * @param locale the language and country whose conventions to follow
     * @return the text
     */
    default String format(Locale locale) {
        return format(locale, ValuePart.VALUE);
    }

    /**
     * Writes one of the numbers that the answer holds for a person to read, as is usual in a language.
     *
     * <pre>{@code
     * Rate deals = Rate.of(3, 7, 90);
     * assert deals.format(Locale.US, ValuePart.VALUE).equals("3.0%");
     * assert deals.format(Locale.US, ValuePart.DECIDED).equals("30.0%");
     * }</pre>
     *
     * @param locale the language and country whose conventions to follow
     * @param part which number
     * @return the text; a dash if there is no such number here, such as a decided rate when nothing is
     *     settled
     * @throws IllegalArgumentException if this kind of answer never has that number
     */
    default String format(Locale locale, ValuePart part) {
        return accept(new WrittenPart(requireNonNull(locale, "locale"), requireNonNull(part, "part")));
    }

    /**
     * Calls the method of a visitor that is for this kind of answer.
     *
     * @param visitor what to call
     * @param <R> what the visitor returns
     * @return what it returned
     */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /**
     * What is done with an answer, kind by kind. A kind that comes later is a method more, which every visitor must then
     * have.
     *
     * @param <R> what comes of it
     * @since 0.1.0
     */
    interface Visitor<R extends @Nullable Object> {

        /**
         * Visits a number of facts.
         *
         * @param count the answer
         * @return what comes of it
         */
        R count(Count count);

        /**
         * Visits a sum of money.
         *
         * @param amount the answer
         * @return what comes of it
         */
        R amount(Amount amount);

        /**
         * Visits a mean of amounts.
         *
         * @param mean the answer
         * @return what comes of it
         */
        R meanAmount(MeanAmount mean);

        /**
         * Visits how many days things took.
         *
         * @param days the answer
         * @return what comes of it
         */
        R days(Days days);

        /**
         * Visits how many hours things were waited for.
         *
         * @param waits the answer
         * @return what comes of it
         */
        R waits(Waits waits);

        /**
         * Visits a split of a population.
         *
         * @param rate the answer
         * @return what comes of it
         */
        R rate(Rate rate);

        /**
         * Visits a split of a sum of money.
         *
         * @param rate the answer
         * @return what comes of it
         */
        R rateOfAmounts(RateOfAmounts rate);

        /**
         * Visits a quotient of two counts.
         *
         * @param ratio the answer
         * @return what comes of it
         */
        R ratio(Ratio ratio);

        /**
         * Visits a quotient of two amounts.
         *
         * @param ratio the answer
         * @return what comes of it
         */
        R ratioOfAmounts(RatioOfAmounts ratio);

        /**
         * Visits a balance of opinions.
         *
         * @param score the answer
         * @return what comes of it
         */
        R score(Score score);

        /**
         * Visits how much is sold per day.
         *
         * @param velocity the answer
         * @return what comes of it
         */
        R velocity(Velocity velocity);
    }
}
