package org.saleskpi.cli;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.FindingsOutput;
import org.saleskpi.sales.SalesHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is legal in the records and suspicious all the same: {@code kpi findings}. */
@Command(
        name = "findings",
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "${bundle:exit-codes}",
        exitCodeList = {
            "0:${bundle:exit-code.findings}",
            "1:${bundle:exit-code.bad-data}",
            "2:${bundle:exit-code.bad-line}"
        },
        footerHeading = "${bundle:examples}",
        footer = {
            "  kpi findings --data sales",
            "  kpi findings --data export --source hubspot --format csv --out findings.csv"
        })
final class FindingsCommand implements Callable<Integer> {

    private final OutputStream stdout;
    private final Terminal terminal;
    private final Terminal errors;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private DataOptions data;

    @Option(names = "--as-of", paramLabel = "MOMENT")
    private @Nullable String asOf;

    @Option(names = "--format", paramLabel = "FORMAT")
    private List<String> formats = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private OutputOptions output;

    /** Creates a command that writes to a stream, which may go to a terminal, as may its errors. */
    FindingsCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        this.stdout = stdout;
        this.terminal = terminal;
        this.errors = errors;
    }

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = new Arguments(spec.commandLine());
        DataOptions.Input records = data.parse(arguments);
        Instant view = asOf == null ? null : arguments.moment("--as-of", asOf, records.zone());
        List<OutputOptions.Output<AnalysisCommand.Format>> outputs =
                output.parse(formats, AnalysisCommand.Format.values(), arguments);
        outputs.forEach(written -> records.inputs().spare(written.file(), arguments));

        SalesHistory everything = records.history(errors);
        try (Working working = Working.on(errors, spec.commandLine().getErr(), arguments.messages())) {
            FindingsOutput findings = FindingsOutput.of(view == null ? everything : everything.asOf(view));
            for (OutputOptions.Output<AnalysisCommand.Format> written : outputs) {
                written.destination()
                        .write(
                                bytes -> {
                                    switch (written.format()) {
                                        case TEXT ->
                                            findings.writeText(
                                                    written.locale(),
                                                    written.destination().style(terminal),
                                                    bytes);
                                        case JSON -> findings.writeJson(bytes);
                                        case CSV -> findings.writeCsv(written.dialect(), bytes);
                                    }
                                },
                                working.before(stdout));
            }
        }
        return 0;
    }
}
