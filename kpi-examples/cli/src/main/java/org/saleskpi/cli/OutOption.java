package org.saleskpi.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes what it found, once. */
final class OutOption {

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable String out;

    /** Reads the word, before any file is opened. */
    Destination parse(Arguments arguments) {
        return new Destination(out == null ? null : arguments.path("--out", out), arguments.messages());
    }
}
