package org.saleskpi.sales;

import java.io.Serial;

/**
 * Thrown when a record breaks its own rules; the message names the record, the field, the value and what was expected.
 *
 * <pre>{@code
 * try {
 *     Customer.builder(" ", Instant.parse("2026-03-02T09:30:00Z")).build();
 * } catch (InvalidRecordException e) {
 *     assert e.problem().field().equals("id");
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class InvalidRecordException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong, in parts. */
    private final Problem problem;

    InvalidRecordException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /**
     * Returns what is wrong, in parts.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
