package org.saleskpi.cli;

import java.io.OutputStream;
import org.saleskpi.output.AnalysisOutput;
import picocli.CommandLine.Command;

/** How far the customers that entered in a period have come: {@code kpi funnel}. */
@Command(
        name = "funnel",
        footer = {
            "  kpi funnel --data sales --period 2026-Q1",
            "  kpi funnel --data sales --period 2026 --by owner --format csv --out funnel.csv"
        })
final class FunnelCommand extends GroupedCommand {

    FunnelCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        return AnalysisOutput::funnel;
    }
}
