package org.saleskpi.sales;

import java.io.Serial;

/** Thrown when a record breaks its own rules; the message names the record, the field, the value and what was expected. */
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
