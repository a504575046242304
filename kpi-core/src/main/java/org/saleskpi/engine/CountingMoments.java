package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/**
 * The moments that place the facts behind an answer in periods; their own where no population does.
 *
 * @param facts those of hits and misses
 * @param open those of open cases
 * @param divisors those of what is below the line of a ratio
 */
record CountingMoments(Function<Fact, Instant> facts, Function<Fact, Instant> open, Function<Fact, Instant> divisors) {

    static final CountingMoments OWN = new CountingMoments(Fact::moment, Fact::moment, Fact::moment);

    static CountingMoments of(Computation<?> computation) {
        Population<?> open = computation.open();
        List<Population<?>> anchors = computation.populations();
        Function<Fact, Instant> first = anchors.isEmpty() ? Fact::moment : by(anchors.get(0));
        return new CountingMoments(
                first, open == null ? first : by(open), anchors.size() < 2 ? Fact::moment : by(anchors.get(1)));
    }

    private static <F extends Fact> Function<Fact, Instant> by(Population<F> population) {
        return fact -> requireNonNull(population.momentOf(population.factType().cast(fact)), "moment of a member");
    }

    Comparator<Fact> orderOfFacts() {
        return order(facts);
    }

    Comparator<Fact> orderOfOpen() {
        return order(open);
    }

    Comparator<Fact> orderOfDivisors() {
        return order(divisors);
    }

    private static Comparator<Fact> order(Function<Fact, Instant> moment) {
        return Comparator.comparing(moment).thenComparing(FactKind.ORDER);
    }
}
