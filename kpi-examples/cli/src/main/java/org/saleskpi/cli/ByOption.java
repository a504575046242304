package org.saleskpi.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import picocli.CommandLine.Option;

/** What a command groups by; each says in its help what it does with groups. */
final class ByOption {

    @Option(names = "--by", paramLabel = "${bundle:label.name}[,${bundle:label.name}]")
    private @Nullable String by;

    /** Reads the word, before any file is opened: no dimensions where there is none. */
    List<Dimension> parse(Arguments arguments) {
        return by == null ? List.of() : arguments.dimensions("--by", by);
    }
}
