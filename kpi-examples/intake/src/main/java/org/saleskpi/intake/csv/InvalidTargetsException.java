package org.saleskpi.intake.csv;

import java.io.Serial;
import java.util.List;

/** Thrown when a file of targets or holidays cannot be read; its lines say where and why. */
public final class InvalidTargetsException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    InvalidTargetsException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /**
     * Returns what is wrong.
     *
     * @return a line for each fault, which begins with the file and the line
     */
    public List<String> lines() {
        return lines;
    }
}
