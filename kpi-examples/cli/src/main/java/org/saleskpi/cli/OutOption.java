package org.saleskpi.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes what it found, once. */
final class OutOption {

    @Option(names = "--out", paramLabel = "${bundle:label.file}")
    private @Nullable String out;

    /** The format: the one that is asked for, else that of the file's ending, else the first. */
    <F extends Enum<F>> F format(@Nullable String asked, F[] choices, Arguments arguments) {
        return asked == null ? FileEnding.format(out, choices, arguments) : arguments.format(asked, choices);
    }

    /** Reads the word, before any file is opened. */
    Destination parse(Arguments arguments) {
        return Destination.of(out, arguments);
    }
}
