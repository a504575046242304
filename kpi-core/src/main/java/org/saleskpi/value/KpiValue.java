package org.saleskpi.value;

import java.util.Locale;

/**
 * The answer to an indicator: a number, with what it is made of.
 *
 * <p>Answers over customers that have nothing in common add up: the answer over both is the sum of the two. All kinds
 * are immutable, thread-safe, exact, and compare by value.
 *
 * @param <V> the kind of answer itself
 */
public sealed interface KpiValue<V extends KpiValue<V>> permits Amount, Count, Days, MeanAmount, Rate, Ratio {

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
     * <p>Numbers are rounded to what is shown, half to even. A number that does not exist is a dash.
     *
     * @param locale the language and country whose conventions to follow
     * @return the text
     */
    String format(Locale locale);
}
