package org.saleskpi.report;

/**
 * The common type of a {@link KpiReport} and a {@link KpiSeries}: what each group of a {@link KpiBreakdown} holds.
 *
 * <p>Answers add up that count nothing twice, which is told by their {@linkplain ReportTerms#scope scopes}:
 *
 * <ul>
 *   <li>on one scope, over histories that have no customer in common, such as the partitions of a cluster. (Facts that belong
 *       to no customer may stand in any one of them.)
 *   <li>on scopes that differ in the keys of one dimension and have none of those in common, over one history: the answers of
 *       two reps add up to those of both, whose scope has the keys of both.
 * </ul>
 *
 * <p>All else is refused, such as the answers over the whole and those of a rep, who would count twice.
 *
 * @param <A> the kind of answers itself
 * @see KpiBreakdown
 * @see KpiReport
 * @see KpiSeries
 * @since 0.1.0
 */
public sealed interface KpiAnswers<A extends KpiAnswers<A>> extends Additive<A> permits KpiReport, KpiSeries {

    /**
     * Returns the answers over what these and others cover together.
     *
     * @param other answers to the same indicators on the same terms, over other customers, or about other groups of one dimension
     * @return the sum
     * @throws IllegalArgumentException if the indicators or the terms differ, but for disjoint keys of one dimension
     * @throws ArithmeticException if a sum is too large to represent
     */
    @Override
    A plus(A other);

    /**
     * Returns these answers without a part that was added to them.
     *
     * @param part answers to the same indicators on the same terms, over some of the customers, or about some of the groups of
     *     one dimension
     * @return the difference; of groups, the answers about the rest of them
     * @throws IllegalArgumentException if the indicators or the terms differ, but for fewer keys of one dimension, or the part
     *     was never added
     */
    @Override
    A minus(A part);
}
