package org.saleskpi.engine;

import java.util.Arrays;
import java.util.function.Predicate;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Rate;

/**
 * Which members of a table are hits and which are open, a bit each, and how many are before any position.
 *
 * <p>For every 64 members there is a number of the hits and of the open cases before them, a word of hits and a word of open
 * cases, side by side: a processor has to wait for memory once for all of them, and for a branch never.
 */
final class SplitColumn implements Column<SplitColumn> {

    private static final int OPEN_BITS = 32;

    /** Two numbers in one, a word and a word, again and again. */
    private final long[] triples;

    private SplitColumn(long[] triples) {
        this.triples = triples;
        for (int i = 3; i < triples.length; i += 3) {
            triples[i] = triples[i - 3]
                    + ((long) Long.bitCount(triples[i - 2]) << OPEN_BITS)
                    + Long.bitCount(triples[i - 1]);
        }
    }

    /** The column of a formula. */
    static <F extends Fact> Recipe<F, SplitColumn> of(Formula.Split<F> formula) {
        return new Recipe<>(
                formula.population(),
                formula,
                (index, mostMembers) -> new Builder<F>(formula.hit(), formula::isOpen, mostMembers));
    }

    /** The column of a score: promoters are the hits, the passive the open cases. */
    static <F extends Fact> Recipe<F, SplitColumn> of(Formula.Scored<F> formula) {
        return new Recipe<>(
                formula.population(),
                formula,
                (index, mostMembers) -> new Builder<F>(
                        formula.promoter(), fact -> !formula.detractor().test(fact), mostMembers));
    }

    /** Asks of each member whether it is a hit, and if not, whether it is open. */
    private static final class Builder<F extends Fact> implements ColumnBuilder<F, SplitColumn> {

        private final Predicate<? super F> hit;
        private final Predicate<? super F> open;
        private final Bits bits;

        Builder(Predicate<? super F> hit, Predicate<? super F> open, int mostMembers) {
            this.hit = hit;
            this.open = open;
            this.bits = new Bits(mostMembers);
        }

        @Override
        public void add(F member) {
            boolean isHit = hit.test(member);
            bits.add(isHit, !isHit && open.test(member));
        }

        @Override
        public SplitColumn build() {
            return bits.build();
        }
    }

    /** Takes bits one after the other. */
    static final class Bits {

        private final long[] triples;
        private int size;

        Bits(int mostMembers) {
            triples = new long[triplesFor(mostMembers)];
        }

        private static int triplesFor(int members) {
            return 3 * ((members >>> 6) + 1);
        }

        void add(boolean isHit, boolean isOpen) {
            int triple = tripleOf(size);
            triples[triple + 1] |= (isHit ? 1L : 0) << size;
            triples[triple + 2] |= (isOpen ? 1L : 0) << size;
            size++;
        }

        SplitColumn build() {
            return new SplitColumn(Arrays.copyOf(triples, triplesFor(size)));
        }
    }

    private static int tripleOf(int position) {
        return 3 * (position >>> 6);
    }

    @Override
    public SplitColumn inOrder(int[] order) {
        Bits bits = new Bits(order.length);
        for (int position : order) {
            bits.add(isHit(position), isOpen(position));
        }
        return bits.build();
    }

    boolean isHit(int position) {
        return (triples[tripleOf(position) + 1] >>> position & 1) == 1;
    }

    boolean isOpen(int position) {
        return (triples[tripleOf(position) + 2] >>> position & 1) == 1;
    }

    /** The hits before a position and, in the lower half, the open cases. */
    private long before(int position) {
        int triple = tripleOf(position);
        long earlier = (1L << position) - 1;
        return triples[triple]
                + ((long) Long.bitCount(triples[triple + 1] & earlier) << OPEN_BITS)
                + Long.bitCount(triples[triple + 2] & earlier);
    }

    Rate over(int start, int end) {
        // No lower half borrows from an upper one: there are never fewer open cases before the end than before the
        // start.
        long counts = before(end) - before(start);
        int hits = (int) (counts >>> OPEN_BITS);
        int open = (int) counts;
        return new Rate(hits, (long) end - start - hits - open, open);
    }
}
