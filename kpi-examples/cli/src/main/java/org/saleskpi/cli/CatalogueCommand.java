package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.CatalogueOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What indicators there are: {@code kpi catalogue}. */
@Command(
        name = "catalogue",
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "${bundle:exit-codes}",
        exitCodeList = {
            "0:${bundle:exit-code.list}",
            "1:${bundle:exit-code.unwritten}",
            "2:${bundle:exit-code.bad-line}"
        },
        footerHeading = "${bundle:examples}",
        footer = {"  kpi catalogue", "  kpi catalogue --indicators brief --lang fr --format csv --out indicateurs.csv"})
final class CatalogueCommand implements Callable<Integer> {

    private final OutputStream stdout;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Option(names = "--indicators", paramLabel = "${bundle:label.keys}")
    private String indicators = "all";

    @Option(names = "--format", paramLabel = "${bundle:label.format}")
    private List<String> formats = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private OutputOptions output;

    /** Creates a command that writes to a stream, which may go to a terminal. */
    CatalogueCommand(OutputStream stdout, Terminal terminal) {
        this.stdout = stdout;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = new Arguments(spec.commandLine());
        List<Indicator<?>> chosen = IndicatorChoice.CATALOGUE.parse("--indicators", indicators, arguments);
        for (OutputOptions.Output<AnalysisCommand.Format> written :
                output.parse(formats, AnalysisCommand.Format.values(), arguments)) {
            CatalogueOutput catalogue = CatalogueOutput.of(chosen, written.locale());
            written.destination()
                    .write(
                            bytes -> {
                                switch (written.format()) {
                                    case TEXT ->
                                        catalogue.writeText(
                                                written.destination().style(terminal), bytes);
                                    case JSON -> catalogue.writeJson(bytes);
                                    case CSV -> catalogue.writeCsv(written.dialect(), bytes);
                                }
                            },
                            stdout);
        }
        return 0;
    }
}
