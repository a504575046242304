package org.saleskpi.report;

import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What adds up over parts that have nothing in common: reports, series, breakdowns, comparisons and funnels over histories that share
 * no customer, such as the partitions of a cluster, or about different groups of one dimension.
 *
 * <pre>{@code
 * Optional<KpiReport> ofAll = Stream.of("alice", "bruno")
 *         .map(rep -> KpiCalculator.of(history)
 *                 .during(DateRange.month(2026, 3))
 *                 .where(Dimension.OWNER, rep)
 *                 .report())
 *         .collect(Additive.summing());
 * assert ofAll.orElseThrow().terms().scope().toString().equals("owner is alice or bruno");
 * }</pre>
 *
 * <p>Sums are associative and commutative, so parts may come in any order.
 *
 * @param <A> what adds up, itself
 * @since 0.1.0
 */
public interface Additive<A extends Additive<A>> {

    /**
     * Returns what this and another part are together.
     *
     * @param other a part that has nothing in common with this one
     * @return the sum
     * @throws IllegalArgumentException if the two are not parts of one thing
     * @throws ArithmeticException if a number is too large to represent
     */
    A plus(A other);

    /**
     * Returns what is left of this without a part that was added to it.
     *
     * @param part the part
     * @return the difference
     * @throws IllegalArgumentException if the part was never added
     */
    A minus(A part);

    /**
     * Returns a collector that adds up the parts of a stream, parallel or not.
     *
     * @param <A> what adds up
     * @return the collector; its result is empty if there was no part
     */
    static <A extends Additive<A>> Collector<A, ?, Optional<A>> summing() {
        return Collectors.reducing((left, right) -> left.plus(right));
    }
}
