package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when the records of a history are at odds with each other; the message shows the first ten problems.
 *
 * <pre>{@code
 * Call call = Call.builder("k-1", Instant.parse("2026-03-02T09:30:00Z")).customer("c-9").build();
 * try {
 *     SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR).calls(List.of(call)).build();
 * } catch (InvalidHistoryException e) {
 *     assert e.problems().size() == 1; // nobody has the id c-9
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class InvalidHistoryException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    /** All that is wrong. */
    private final ImmutableList<Problem> problems;

    InvalidHistoryException(List<Problem> problems) {
        super(problems.stream()
                .limit(SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        problems.size() + (problems.size() == 1 ? " problem:" : " problems:") + "\n  ",
                        problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "")));
        this.problems = ImmutableList.copyOf(problems);
    }

    /**
     * Returns all that is wrong.
     *
     * @return the problems, by kind of record and id
     */
    public List<Problem> problems() {
        return problems;
    }
}
