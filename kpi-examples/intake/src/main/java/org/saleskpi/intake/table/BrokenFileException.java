package org.saleskpi.intake.table;

import java.io.Serial;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/** Thrown when a file cannot be read (any further), whatever its rows say: no row can be set aside to mend that. */
public final class BrokenFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String origin;
    private final String reason;

    BrokenFileException(String origin, String reason) {
        this("file", origin, reason);
    }

    /**
     * Says what is wrong with a file.
     *
     * @param field the column at fault, or {@code file}
     * @param origin the file, and the line where that is known
     * @param reason what is wrong, to be read after the field
     */
    public BrokenFileException(String field, String origin, String reason) {
        super(origin + ": " + field + " " + reason);
        this.field = field;
        this.origin = origin;
        this.reason = reason;
    }

    /**
     * Returns what is wrong with the file.
     *
     * @return the reason, to be read after the name of the file
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns what is wrong in the form of a line of problems.
     *
     * @return such as {@code targets.csv: at_least: is missing from the header}, without a field where the whole file is at fault
     */
    public String line() {
        return origin + ": " + (field.equals("file") ? reason : field + ": " + reason);
    }

    /**
     * Returns what is wrong as a problem with the records of the file.
     *
     * @param type the kind of record that the file holds
     * @return the problem
     */
    public Problem problem(RecordType type) {
        return Problem.builder(type, field).origin(origin).reason(reason);
    }
}
