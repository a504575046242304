package org.saleskpi.cli;

import java.io.OutputStream;
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
final class ExplainCommand extends GroupedCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private KeyParameter key;

    ExplainCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        Indicator<?> indicator = key.parse(arguments);
        return question -> AnalysisOutput.explanation(question, indicator);
    }
}
