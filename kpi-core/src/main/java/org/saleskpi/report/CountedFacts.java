package org.saleskpi.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.saleskpi.sales.Fact;

/**
 * The very facts behind an answer: as many as it counts.
 *
 * <p>Of a count, a total, a mean or days, all facts are hits; of a rate, each is a hit, a miss or open; of a ratio, the
 * hits are what is divided. Of a mean per customer the hits are the facts of all customers; of a velocity they are the cases
 * won, beside those lost and open; of gross retention they are the customers of whose amount something is left, and the misses
 * those that have less than at the start, some of whom are both.
 *
 * <pre>{@code
 * CountedFacts wins = KpiCalculator.of(history).during(DateRange.year(2026)).facts(SalesIndicators.WIN_RATE);
 * for (Proposal lost : wins.misses(Proposal.class)) {
 *     System.out.println(lost.id() + " " + lost.owner());
 * }
 * }</pre>
 *
 * <p>The lists look their facts up when they are asked for them, so that a page of many costs what is on the page:
 *
 * <pre>{@code
 * List<Call> all = KpiCalculator.of(history)
 *         .during(DateRange.year(2026))
 *         .facts(SalesIndicators.CALLS)
 *         .hits(Call.class);
 * List<Call> secondPage = all.subList(Math.min(50, all.size()), Math.min(100, all.size()));
 * }</pre>
 *
 * <p>Immutable and thread-safe. A list keeps the history alive that it looks into: copy what is to be kept longer. Made by the
 * library alone: methods may be added.
 *
 * @since 0.1.0
 */
public interface CountedFacts {

    /**
     * Returns the facts that are counted, or are hits of a rate.
     *
     * @return the facts in time order, unmodifiable, with fast access by position
     */
    List<? extends Fact> hits();

    /**
     * Returns the facts that are misses of a rate.
     *
     * @return the facts in time order, unmodifiable, with fast access by position
     */
    List<? extends Fact> misses();

    /**
     * Returns the facts that are open cases of a rate.
     *
     * @return the facts in time order, unmodifiable, with fast access by position
     */
    List<? extends Fact> open();

    /**
     * Returns the facts below the line of a ratio.
     *
     * @return the facts in time order, unmodifiable, with fast access by position
     */
    List<? extends Fact> divisor();

    /**
     * Returns the moment at which a hit or a miss is counted: that by which the lists are in time order. It need not be the
     * fact's own: a win rate counts a proposal when it is decided.
     *
     * @param fact one of the hits or misses
     * @return the moment that places it in a period; of what stands at a bound of the period since when it stands; of a
     *     customer that is kept or lost, and of what it pays, its own
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    Instant momentOf(Fact fact);

    /**
     * Returns the moment at which an open case is counted, as {@link #momentOf} does.
     *
     * @param fact one of the open cases
     * @return the moment that places it in a period; of a velocity, since when it is open
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    Instant momentOfOpen(Fact fact);

    /**
     * Returns the moment at which a fact below the line of a ratio is counted, as {@link #momentOf} does.
     *
     * @param fact one of those below the line
     * @return the moment that places it in a period
     * @throws ClassCastException if what is below the line is another kind of fact
     */
    Instant momentOfDivisor(Fact fact);

    /**
     * Returns the hits as what they are.
     *
     * @param type the kind of fact that the indicator is about
     * @param <F> the kind of fact
     * @return the same list
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    default <F extends Fact> List<F> hits(Class<F> type) {
        return of(hits(), type);
    }

    /**
     * Returns the misses as what they are.
     *
     * @param type the kind of fact that the indicator is about
     * @param <F> the kind of fact
     * @return the same list
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    default <F extends Fact> List<F> misses(Class<F> type) {
        return of(misses(), type);
    }

    /**
     * Returns the open cases as what they are.
     *
     * @param type the kind of fact that the indicator is about
     * @param <F> the kind of fact
     * @return the same list
     * @throws ClassCastException if the indicator is about another kind of fact
     */
    default <F extends Fact> List<F> open(Class<F> type) {
        return of(open(), type);
    }

    /**
     * Returns what is below the line of a ratio, as what it is.
     *
     * @param type the kind of fact below the line
     * @param <F> the kind of fact
     * @return the same list
     * @throws ClassCastException if what is below the line is another kind of fact
     */
    default <F extends Fact> List<F> divisor(Class<F> type) {
        return of(divisor(), type);
    }

    @SuppressWarnings("unchecked") // The facts of a list are all of the kind that its population is of.
    private static <F extends Fact> List<F> of(List<? extends Fact> facts, Class<F> type) {
        requireNonNull(type, "type");
        if (!facts.isEmpty() && !type.isInstance(facts.get(0))) {
            throw new ClassCastException("The facts are of the kind "
                    + facts.get(0).getClass().getSimpleName() + ", not " + type.getSimpleName());
        }
        return (List<F>) facts;
    }
}
