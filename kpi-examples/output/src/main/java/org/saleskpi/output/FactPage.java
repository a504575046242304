package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.jackson.form.FactForm;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;

/**
 * Which of the facts behind an answer are wanted: those that are one thing for it, and so many of them. Hits come first, then
 * misses, then open cases, then what is below the line of a ratio, each in time order. Immutable and thread-safe.
 *
 * @param standing the one kind that is wanted; null for all
 * @param offset how many are left out at the beginning, 0 or more
 * @param limit how many there are at most, 1 or more; null for all the rest
 */
public record FactPage(
        @Nullable Standing standing, int offset, @Nullable Integer limit) {

    /** All facts. */
    public static final FactPage ALL = new FactPage(null, 0, null);

    /** What a fact is for an answer. */
    public enum Standing {
        /** It is counted, or a hit of a rate. */
        HIT,
        /** It is a miss of a rate. */
        MISS,
        /** It is an open case of a rate. */
        OPEN,
        /** It is below the line of a ratio. */
        DIVISOR;

        Instant momentOf(Fact fact, CountedFacts facts) {
            return switch (this) {
                case HIT, MISS -> facts.momentOf(fact);
                case OPEN -> facts.momentOfOpen(fact);
                case DIVISOR -> facts.momentOfDivisor(fact);
            };
        }

        List<? extends Fact> of(CountedFacts facts) {
            return switch (this) {
                case HIT -> facts.hits();
                case MISS -> facts.misses();
                case OPEN -> facts.open();
                case DIVISOR -> facts.divisor();
            };
        }
    }

    /**
     * Creates a page.
     *
     * @param standing the one kind that is wanted; null for all
     * @param offset how many are left out at the beginning, 0 or more
     * @param limit how many there are at most, 1 or more; null for all the rest
     * @throws IllegalArgumentException if the offset or the limit is not in its bounds
     */
    public FactPage {
        if (offset < 0) {
            throw new IllegalArgumentException("FactPage: offset " + offset + " is below 0");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("FactPage: limit " + limit + " is not 1 or more");
        }
    }

    /**
     * Returns how many facts there are of each kind.
     *
     * @param facts the facts behind an answer
     * @return the number of hits, misses, open cases, and of what is below the line, in this order
     */
    public static Map<Standing, Integer> counts(CountedFacts facts) {
        Map<Standing, Integer> counts = new LinkedHashMap<>();
        for (Standing kind : Standing.values()) {
            counts.put(kind, kind.of(facts).size());
        }
        return counts;
    }

    /**
     * Returns the facts on this page. Those that are not on it are not looked up.
     *
     * @param facts the facts behind an answer
     * @param history the history that they are of
     * @return the rows, in order
     */
    public List<FactRow> of(CountedFacts facts, SalesHistory history) {
        requireNonNull(facts, "facts");
        List<FactRow> rows = new ArrayList<>();
        long skip = offset;
        for (Standing kind : Standing.values()) {
            if (standing != null && kind != standing) {
                continue;
            }
            List<? extends Fact> all = kind.of(facts);
            int from = (int) Math.min(skip, all.size());
            skip -= from;
            int room = limit == null ? all.size() - from : Math.min(limit - rows.size(), all.size() - from);
            for (Fact fact : all.subList(from, from + room)) {
                rows.add(FactRow.of(kind, FactForm.of(fact, kind.momentOf(fact, facts), history)));
            }
        }
        return rows;
    }
}
