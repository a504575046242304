package org.saleskpi.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code kpi} command. */
@Command(
        name = "kpi",
        description = "Sales performance indicators from files.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {InitCommand.class, HelpCommand.class})
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    private Main() {}

    /** Without a command, says which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /**
     * Runs the command, and ends the program with its exit code if it failed.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        int exitCode = run(
                new StandardOutput(),
                Terminal.ofStandardOutput(),
                new FileOutputStream(FileDescriptor.err),
                Terminal.ofStandardError(),
                args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs the command. It writes UTF-8 whatever the system's character set, so that reports are the same everywhere. */
    static int run(OutputStream stdout, Terminal terminal, OutputStream stderr, Terminal errors, String... args) {
        PrintWriter err = utf8(stderr);
        CommandLine command = new CommandLine(new Main())
                .addSubcommand(new MappingCommand(stdout))
                .addSubcommand(new ReportCommand(stdout, terminal, errors))
                .addSubcommand(new FunnelCommand(stdout, terminal, errors))
                .addSubcommand(new CycleCommand(stdout, terminal, errors))
                .addSubcommand(new CohortsCommand(stdout, terminal, errors))
                .addSubcommand(new CheckCommand(stdout, terminal, errors))
                .addSubcommand(new FindingsCommand(stdout, terminal, errors))
                .addSubcommand(new ExplainCommand(stdout, terminal, errors))
                .addSubcommand(new FactsCommand(stdout, terminal, errors))
                .addSubcommand(new CatalogueCommand(stdout, terminal))
                .addSubcommand("completion", new GenerateCompletion())
                .addSubcommand(new ManCommand())
                .setOut(utf8(stdout))
                .setErr(err)
                .setExpandAtFiles(false)
                .setExecutionStrategy(line -> {
                    Settings.apply(line);
                    return new RunLast().execute(line);
                })
                .setParameterExceptionHandler((bad, line) -> usage(bad))
                .setExecutionExceptionHandler((failure, failed, line) -> failure(failure, failed.getErr()));
        try {
            return command.execute(args);
        } catch (OutOfMemoryError e) {
            err.println("The memory is too small for this data: give more with java -Xmx, such as -Xmx4g");
            return ExitCode.SOFTWARE;
        }
    }

    /** Runs the command as above, its errors going to a file. */
    static int run(OutputStream stdout, Terminal terminal, OutputStream stderr, String... args) {
        return run(stdout, terminal, stderr, Terminal.NONE, args);
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int usage(ParameterException bad) {
        CommandLine command = bad.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(ProblemLines.onOneLine(String.valueOf(bad.getMessage())));
        UnmatchedArgumentException.printSuggestions(bad, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failure(Exception failure, PrintWriter err) {
        List<String> lines = failure instanceof CommandFailure expected
                ? expected.lines()
                : List.of("The command failed unexpectedly: " + failure);
        lines.forEach(line -> err.println(ProblemLines.onOneLine(line)));
        return ExitCode.SOFTWARE;
    }
}
