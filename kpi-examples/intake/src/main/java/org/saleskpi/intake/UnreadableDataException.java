package org.saleskpi.intake;

import java.io.Serial;
import java.util.List;
import org.saleskpi.sales.Problem;

/** Thrown when a folder cannot be imported at all, not even leniently: it is missing, or files of it are broken. */
public final class UnreadableDataException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Says why nothing can be read.
     *
     * @param message the folder and what is wrong with it
     */
    public UnreadableDataException(String message) {
        super(message);
        this.problems = List.of();
    }

    /**
     * Says what is wrong with the files.
     *
     * @param problems what is wrong, at least one
     */
    public UnreadableDataException(List<Problem> problems) {
        super((problems.size() == 1 ? "1 file" : problems.size() + " files") + " cannot be read");
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns what is wrong with the files.
     *
     * @return the problems; none when the folder itself is at fault
     */
    public List<Problem> problems() {
        return problems;
    }
}
