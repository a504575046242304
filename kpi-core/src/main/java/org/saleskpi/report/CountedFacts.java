package org.saleskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.saleskpi.sales.Fact;

/**
 * The very facts behind an answer: as many as it counts.
 *
 * <p>Of a count, a total, a mean or days, all facts are hits; of a rate, each is a hit, a miss or open; of a ratio, the
 * hits are what is divided. Immutable and thread-safe.
 *
 * <pre>{@code
 * CountedFacts wins = KpiCalculator.of(history).during(DateRange.year(2026)).facts(SalesIndicators.WIN_RATE);
 * for (Proposal lost : wins.misses(Proposal.class)) {
 *     System.out.println(lost.id() + " " + lost.owner());
 * }
 * }</pre>
 *
 * @param hits the facts that are counted, or are hits of a rate, in time order
 * @param misses the facts that are misses of a rate, in time order
 * @param open the facts that are open cases of a rate, in time order
 * @param divisor the facts below the line of a ratio, in time order
 */
public record CountedFacts(
        List<? extends Fact> hits,
        List<? extends Fact> misses,
        List<? extends Fact> open,
        List<? extends Fact> divisor) {

    /**
     * Creates a collection of facts.
     *
     * @param hits the facts that are counted, or are hits of a rate, in time order
     * @param misses the facts that are misses of a rate, in time order
     * @param open the facts that are open cases of a rate, in time order
     * @param divisor the facts below the line of a ratio, in time order
     */
    public CountedFacts {
        hits = ImmutableList.copyOf(hits);
        misses = ImmutableList.copyOf(misses);
        open = ImmutableList.copyOf(open);
        divisor = ImmutableList.copyOf(divisor);
    }

    /**
     * Returns facts that are all counted.
     *
     * @param hits the facts
     * @return those facts as hits, and nothing else
     */
    public static CountedFacts of(List<? extends Fact> hits) {
        return new CountedFacts(hits, List.of(), List.of(), List.of());
    }

    /**
     * Returns the hits as what they are.
     *
     * @param type the kind of fact that the indicator is about
     * @param <F> the kind of fact
     * @return the hits, unmodifiable
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    public <F extends Fact> List<F> hits(Class<F> type) {
        return cast(hits, type);
    }

    /**
     * Returns the misses as what they are.
     *
     * @param type the kind of fact that the indicator is about
     * @param <F> the kind of fact
     * @return the misses, unmodifiable
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    public <F extends Fact> List<F> misses(Class<F> type) {
        return cast(misses, type);
    }

    /**
     * Returns the open cases as what they are.
     *
     * @param type the kind of fact that the indicator is about
     * @param <F> the kind of fact
     * @return the open cases, unmodifiable
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    public <F extends Fact> List<F> open(Class<F> type) {
        return cast(open, type);
    }

    /**
     * Returns what is below the line of a ratio, as what it is.
     *
     * @param type the kind of fact below the line
     * @param <F> the kind of fact
     * @return the divisor's facts, unmodifiable
     * @throws ClassCastException if what is below the line is another kind of fact
     */
    public <F extends Fact> List<F> divisor(Class<F> type) {
        return cast(divisor, type);
    }

    private static <F extends Fact> List<F> cast(List<? extends Fact> facts, Class<F> type) {
        return facts.stream().map(type::cast).toList();
    }
}
