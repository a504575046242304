package org.saleskpi.engine;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.saleskpi.sales.Fact;

/**
 * A slice of a table: members in time order. What happened in a period is a run of neighbours.
 *
 * @param table where the members stand
 * @param start the position of the first
 * @param end the position after the last
 */
record Timeline<F extends Fact>(Table<F> table, int start, int end) {

    /** The first position whose moment is not before a bound, looking from another position on. */
    int firstFrom(Instant bound, int from) {
        return table.moments().firstFrom(bound, from, end);
    }

    /** The members whose moments are before a bound. */
    Timeline<F> before(Instant bound) {
        return new Timeline<>(table, start, firstFrom(bound, start));
    }

    List<F> facts() {
        return facts(start, end);
    }

    /** The members from a position to before another. */
    List<F> facts(int from, int to) {
        return IntStream.range(from, to).mapToObj(table::member).toList();
    }
}
