package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common that read records: where these are, where the answer goes, and how their help looks. */
@Command(
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "${bundle:exit-codes}",
        exitCodeList = {
            "0:${bundle:exit-code.answer}",
            "1:${bundle:exit-code.bad-data}",
            "2:${bundle:exit-code.bad-line}"
        },
        footerHeading = "${bundle:examples}")
abstract class RecordCommand implements Callable<Integer> {

    private final OutputStream stdout;
    private final Terminal terminal;
    private final Terminal errors;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private DataOptions data;

    /** Creates a command that writes to a stream, which may go to a terminal, as may its errors. */
    RecordCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        this.stdout = stdout;
        this.terminal = terminal;
        this.errors = errors;
    }

    final OutputStream stdout() {
        return stdout;
    }

    final Terminal terminal() {
        return terminal;
    }

    final Terminal errors() {
        return errors;
    }

    final DataOptions data() {
        return data;
    }

    /** The reader of the words of the command line. */
    final Arguments arguments() {
        return new Arguments(spec.commandLine());
    }

    /** Begins to make an answer of records, which may take its time. */
    final Working working() {
        return Working.on(errors, spec.commandLine().getErr(), Messages.of(spec.commandLine()));
    }
}
