package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.List;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.AnalysisOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is behind a number: {@code kpi explain}. */
@Command(
        name = "explain",
        footer = {
            "  kpi explain conversion-rate --data sales --period 2026-03",
            "  kpi explain win-rate --data sales --period 2026-03 --where owner=alice --lang fr"
        })
final class ExplainCommand extends AnalysisCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private KeyParameter key;

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private ByOption by;

    ExplainCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    List<Dimension> dimensions(Arguments arguments) {
        return by.parse(arguments);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        Indicator<?> indicator = key.parse(arguments);
        return question -> AnalysisOutput.explanation(question, indicator);
    }
}
