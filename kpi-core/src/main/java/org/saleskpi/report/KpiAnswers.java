package org.saleskpi.report;

/**
 * What can be asked for group by group: the answers over one period, or over consecutive ones.
 *
 * <p>Answers over customers that have nothing in common add up. (Facts that belong to no customer may stand in any one of
 * the parts.)
 *
 * @param <A> the kind of answers itself
 */
public sealed interface KpiAnswers<A extends KpiAnswers<A>> permits KpiReport, KpiSeries {

    /**
     * Returns the answers over what these and others cover together.
     *
     * @param other answers to the same indicators on the same terms, over other customers
     * @return the sum
     * @throws IllegalArgumentException if the terms or the indicators differ
     * @throws ArithmeticException if a sum is too large to represent
     */
    A plus(A other);

    /**
     * Returns these answers without a part that was added to them.
     *
     * @param part answers to the same indicators on the same terms, over some of the customers
     * @return the difference
     * @throws IllegalArgumentException if the terms or the indicators differ, or the part was never added
     */
    A minus(A part);
}
