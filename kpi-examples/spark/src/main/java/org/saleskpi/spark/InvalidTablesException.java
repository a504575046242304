package org.saleskpi.spark;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.saleskpi.sales.Problem;

/** Thrown when tables cannot be read, or their records are at odds and are to be strict; the message shows ten problems. */
public final class InvalidTablesException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    /** The first of what is wrong. */
    private final List<Problem> problems;

    InvalidTablesException(String message) {
        super(message);
        this.problems = List.of();
    }

    InvalidTablesException(List<Problem> problems, long count) {
        super(problems.stream()
                .limit(SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        count + (count == 1 ? " problem:" : " problems:") + "\n  ",
                        count > SHOWN ? "\n  and " + (count - SHOWN) + " more" : "")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns what is wrong with records.
     *
     * @return the first thousand problems; none if a table as a whole cannot be read
     */
    public List<Problem> problems() {
        return problems;
    }
}
