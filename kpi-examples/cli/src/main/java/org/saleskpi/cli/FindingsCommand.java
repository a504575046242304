package org.saleskpi.cli;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.FindingsOutput;
import org.saleskpi.sales.SalesHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is legal in the records and suspicious all the same: {@code kpi findings}. */
@Command(
        name = "findings",
        exitCodeList = {
            "0:${bundle:exit-code.findings}",
            "1:${bundle:exit-code.bad-data}",
            "2:${bundle:exit-code.bad-line}"
        },
        footer = {
            "  kpi findings --data sales",
            "  kpi findings --data export --source hubspot --format csv --out findings.csv"
        })
final class FindingsCommand extends RecordCommand {

    @Option(names = "--as-of", paramLabel = "${bundle:label.moment}")
    private @Nullable String asOf;

    @Option(names = "--format", paramLabel = "${bundle:label.format}")
    private List<String> formats = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private OutputOptions output;

    /** Creates a command that writes to a stream, which may go to a terminal, as may its errors. */
    FindingsCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = arguments();
        DataOptions.Input records = data().parse(arguments);
        Instant view = asOf == null ? null : arguments.moment("--as-of", asOf, records.zone());
        List<OutputOptions.Output<AnalysisCommand.Format>> outputs =
                output.parse(formats, AnalysisCommand.Format.values(), arguments);
        outputs.forEach(written -> records.inputs().spare(written.file(), arguments));

        SalesHistory everything = records.history(errors());
        try (Working working = working()) {
            FindingsOutput findings = FindingsOutput.of(view == null ? everything : everything.asOf(view));
            for (OutputOptions.Output<AnalysisCommand.Format> written : outputs) {
                written.destination()
                        .write(
                                bytes -> {
                                    switch (written.format()) {
                                        case TEXT ->
                                            findings.writeText(
                                                    written.locale(),
                                                    written.destination().style(terminal()),
                                                    bytes);
                                        case JSON -> findings.writeJson(bytes);
                                        case CSV -> findings.writeCsv(written.dialect(), bytes);
                                    }
                                },
                                working.before(stdout()));
            }
        }
        return 0;
    }
}
