package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.List;
import org.saleskpi.indicator.Dimension;
import picocli.CommandLine.Mixin;

/** What all commands have in common that answer for groups too. */
abstract class GroupedCommand extends AnalysisCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private ByOption by;

    GroupedCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    final List<Dimension> dimensions(Arguments arguments) {
        return by.parse(arguments);
    }
}
