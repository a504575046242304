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
        description = "Follows the customers that entered in a period from their first call to their contract.",
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the answer is out",
            "1:the data is bad or missing, or the answer cannot be written",
            "2:the command line is bad"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kpi funnel --data sales --period 2026-Q1",
            "  kpi funnel --data sales --period 2026 --by owner --format csv --out funnel.csv"
        })
final class FunnelCommand extends AnalysisCommand {

    @Option(
            names = "--by",
            paramLabel = "NAME[,NAME]",
            description = "Group by the customers' owner, by an attribute such as region, or by both: owner,region.")
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
