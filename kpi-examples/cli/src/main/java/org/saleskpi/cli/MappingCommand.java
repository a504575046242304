package org.saleskpi.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.draft.MappingDraft;
import org.saleskpi.intake.mapping.BuiltInMapping;
import org.saleskpi.output.JsonDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a built-in mapping, to be read or adapted, or drafts one; without a name, the names there are: {@code kpi mapping}. */
@Command(
        name = "mapping",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        footerHeading = "${bundle:examples}",
        footer = {"  kpi mapping zoho", "  kpi mapping --from export > mapping.yaml"})
final class MappingCommand implements Callable<Integer> {

    private final OutputStream stdout;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "${bundle:label.name}", descriptionKey = "NAME")
    private @Nullable String name;

    @Option(names = "--from", paramLabel = "${bundle:label.dir}")
    private @Nullable String from;

    @Option(names = "--format", paramLabel = "${bundle:label.format}")
    private @Nullable String format;

    /** Creates a command that writes to a stream. */
    MappingCommand(OutputStream stdout) {
        this.stdout = stdout;
    }

    /** How a draft can be written. */
    enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = new Arguments(spec.commandLine());
        if (from != null) {
            if (name != null) {
                throw arguments.bad("mapping.from", name);
            }
            draft(from, arguments);
            return 0;
        }
        if (format != null) {
            throw arguments.bad("mapping.format");
        }
        PrintWriter out = spec.commandLine().getOut();
        String asked = name;
        if (asked == null) {
            BuiltInMapping.names().forEach(out::println);
        } else {
            out.print(BuiltInMapping.named(asked)
                    .orElseThrow(() -> arguments.unknown("mapping", asked, BuiltInMapping.names()))
                    .text());
        }
        out.flush();
        return 0;
    }

    private void draft(String folder, Arguments arguments) throws CommandFailure {
        Format shape = format == null ? Format.TEXT : arguments.format(format, Format.values());
        try {
            MappingDraft draft = MappingDraft.of(arguments.path("--from", folder));
            switch (shape) {
                case TEXT -> {
                    PrintWriter out = spec.commandLine().getOut();
                    out.print(draft.text());
                    out.flush();
                }
                case JSON ->
                    new Destination(null, arguments.messages())
                            .write(bytes -> JsonDocument.write(DraftJson.of(draft), bytes), stdout);
            }
        } catch (UnreadableDataException e) {
            throw new CommandFailure(ProblemLines.of(e, arguments.messages()));
        }
    }
}
