package org.saleskpi.cli;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.JsonDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is in the records, what is wrong with them, and what they can tell: {@code kpi check}. */
@Command(
        name = "check",
        exitCodeList = {
            "0:${bundle:exit-code.checked}",
            "1:${bundle:exit-code.unchecked}",
            "2:${bundle:exit-code.bad-line}"
        },
        footer = {
            "  kpi check --data sales",
            "  kpi check --data export --source hubspot --lenient --format json --out check.json"
        })
final class CheckCommand extends RecordCommand {

    @Option(names = "--format", paramLabel = "${bundle:label.format}")
    private @Nullable String format;

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private OutOption out;

    /** Creates a command that writes to a stream, which may go to a terminal, as may its errors. */
    CheckCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    /** How the answer can be written. */
    enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = arguments();
        DataOptions.Input records = data().parse(arguments);
        Format shape = out.format(format, Format.values(), arguments);
        Destination destination = out.parse(arguments);
        records.inputs().spare(destination.file(), arguments);
        CheckedRecords checked = records.checked(errors());
        destination.write(
                bytes -> {
                    switch (shape) {
                        case TEXT ->
                            bytes.write((String.join(
                                                    "\n",
                                                    CheckText.of(
                                                            checked,
                                                            destination.style(terminal()),
                                                            arguments.messages()))
                                            + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
                        case JSON -> JsonDocument.write(CheckJson.of(checked), bytes);
                    }
                },
                stdout());
        return checked.passes() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
