package org.saleskpi.engine;

import static java.util.Collections.unmodifiableList;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Fact;

/** Facts that were found behind an answer, in lists that are not copied: nobody may change them. */
record FoundFacts(
        List<? extends Fact> hits,
        List<? extends Fact> misses,
        List<? extends Fact> open,
        List<? extends Fact> divisor,
        CountingMoments moments)
        implements CountedFacts {

    FoundFacts {
        hits = unmodifiableList(hits);
        misses = unmodifiableList(misses);
        open = unmodifiableList(open);
        divisor = unmodifiableList(divisor);
    }

    /** Facts of which it is not said yet at which moments they count. */
    FoundFacts(
            List<? extends Fact> hits,
            List<? extends Fact> misses,
            List<? extends Fact> open,
            List<? extends Fact> divisor) {
        this(hits, misses, open, divisor, CountingMoments.OWN);
    }

    /** Facts that are all counted. */
    static FoundFacts of(List<? extends Fact> hits) {
        return new FoundFacts(hits, List.of(), List.of(), List.of());
    }

    FoundFacts countedAt(CountingMoments others) {
        return new FoundFacts(hits, misses, open, divisor, others);
    }

    @Override
    public Instant momentOf(Fact fact) {
        return moments.facts().apply(requireNonNull(fact, "fact"));
    }

    @Override
    public Instant momentOfOpen(Fact fact) {
        return moments.open().apply(requireNonNull(fact, "fact"));
    }

    @Override
    public Instant momentOfDivisor(Fact fact) {
        return moments.divisors().apply(requireNonNull(fact, "fact"));
    }

    /** Whether the facts are the same; those of one indicator then count at the same moments. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FoundFacts that
                && hits.equals(that.hits)
                && misses.equals(that.misses)
                && open.equals(that.open)
                && divisor.equals(that.divisor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hits, misses, open, divisor);
    }

    @Override
    public String toString() {
        return "hits " + hits + ", misses " + misses + ", open " + open + ", divisor " + divisor;
    }
}
