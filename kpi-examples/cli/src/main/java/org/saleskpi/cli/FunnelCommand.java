package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.output.AnalysisOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How far the customers that entered in a period have come: {@code kpi funnel}. */
@Command(
        name = "funnel",
        footer = {
            "  kpi funnel --data sales --period 2026-Q1",
            "  kpi funnel --data sales --period 2026 --by owner --format csv --out funnel.csv"
        })
final class FunnelCommand extends AnalysisCommand {

    @Option(names = "--by", paramLabel = "NAME[,NAME]")
    private @Nullable String by;

    FunnelCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    List<Dimension> dimensions(Arguments arguments) {
        return by == null ? List.of() : arguments.dimensions("--by", by);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        return AnalysisOutput::funnel;
    }
}
