package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.AnalysisOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is behind a number: {@code kpi explain}. */
@Command(
        name = "explain",
        footer = {
            "  kpi explain conversion-rate --data sales --period 2026-03",
            "  kpi explain win-rate --data sales --period 2026-03 --where owner=alice --lang fr"
        })
final class ExplainCommand extends AnalysisCommand {

    @Parameters(paramLabel = "KEY")
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private String key;

    @Option(names = "--by", paramLabel = "NAME[,NAME]")
    private @Nullable String by;

    ExplainCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    List<Dimension> dimensions(Arguments arguments) {
        return by == null ? List.of() : arguments.dimensions("--by", by);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        Indicator<?> indicator = IndicatorChoice.CATALOGUE.one("KEY", key, arguments);
        return question -> AnalysisOutput.explanation(question, indicator);
    }
}
