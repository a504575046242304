package org.saleskpi.spark;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/**
 * An answer over all parts, and what is to be known of how it came about. Immutable and thread-safe.
 *
 * @param answer the answer
 * @param setAside how many records of each kind are set aside, those without any left out; unmodifiable
 * @param problems why: the first thousand problems, by kind and record; unmodifiable
 * @param problemCount how many problems there are in all
 * @param doubts what was read, but may have been meant otherwise; unmodifiable
 * @param parts how many parts had rows
 * @param rows how many rows there were in all, those of lookups and exchange rates left out
 * @param rowsOfLargestPart how many rows the largest part had: far more than the others, and it keeps all waiting
 * @param <A> the kind of answer
 */
public record ClusterAnswer<A>(
        A answer,
        Map<RecordType, Long> setAside,
        List<Problem> problems,
        long problemCount,
        List<Problem> doubts,
        long parts,
        long rows,
        long rowsOfLargestPart) {

    /**
     * Creates an answer.
     *
     * @param answer the answer
     * @param setAside how many records of each kind are set aside
     * @param problems the first thousand problems
     * @param problemCount how many problems there are in all
     * @param doubts what was read, but may have been meant otherwise
     * @param parts how many parts had rows
     * @param rows how many rows there were in all
     * @param rowsOfLargestPart how many rows the largest part had
     */
    public ClusterAnswer {
        requireNonNull(answer, "answer");
        setAside = Map.copyOf(setAside);
        problems = List.copyOf(problems);
        doubts = List.copyOf(doubts);
    }
}
