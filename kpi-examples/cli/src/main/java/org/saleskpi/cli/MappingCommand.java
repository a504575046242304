package org.saleskpi.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.mapping.BuiltInMapping;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a built-in mapping, to be read or adapted; without a name, the names there are. */
@Command(name = "mapping", description = "Prints a built-in mapping; without a name, lists the built-in mappings.")
final class MappingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Such as zoho.")
    private @Nullable String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            BuiltInMapping.names().forEach(out::println);
        } else {
            out.print(BuiltInMapping.named(name)
                    .orElseThrow(() -> new CommandLine.ParameterException(
                            spec.commandLine(),
                            "mapping " + name + " is unknown, expected one of "
                                    + String.join(", ", BuiltInMapping.names())))
                    .text());
        }
        out.flush();
        return 0;
    }
}
