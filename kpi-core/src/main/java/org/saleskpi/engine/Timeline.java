package org.saleskpi.engine;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntUnaryOperator;
import org.saleskpi.sales.Fact;

/**
 * A slice of a table: members in time order. What happened in a period is a run of neighbours.
 *
 * @param table where the members stand
 * @param group the number of the slice
 * @param start the position of the first
 * @param end the position after the last
 */
record Timeline<F extends Fact>(Table<F> table, int group, int start, int end) {

    /** The first position whose moment is not before a bound, looking from another position on. */
    int firstFrom(Instant bound, int from) {
        return table.times().firstFrom(bound, group, from, end);
    }

    /** The members whose moments are before a bound. */
    Timeline<F> before(Instant bound) {
        return new Timeline<>(table, group, start, firstFrom(bound, start));
    }

    List<F> facts() {
        return facts(start, end);
    }

    /** The members from a position to before another: looked up whenever one is asked for, since there may be millions. */
    List<F> facts(int from, int to) {
        return new Members<>(table, to - from, position -> from + position);
    }

    /** The members at some positions. */
    List<F> facts(int[] positions) {
        return new Members<>(table, positions.length, position -> positions[position]);
    }

    /** Some members of a table, as a list that does not change. */
    private static final class Members<F extends Fact> extends AbstractList<F> implements RandomAccess {

        private final Table<F> table;
        private final int size;
        private final IntUnaryOperator positionOf;

        Members(Table<F> table, int size, IntUnaryOperator positionOf) {
            this.table = table;
            this.size = size;
            this.positionOf = positionOf;
        }

        @Override
        public F get(int index) {
            return table.member(positionOf.applyAsInt(checkElementIndex(index, size)));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
