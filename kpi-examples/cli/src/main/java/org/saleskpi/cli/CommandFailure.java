package org.saleskpi.cli;

import java.io.Serial;
import java.util.List;

/** Thrown when a well-formed command cannot be carried out: its lines say why, and the exit code is 1. */
final class CommandFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    CommandFailure(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    CommandFailure(String line) {
        this(List.of(line));
    }

    List<String> lines() {
        return lines;
    }
}
