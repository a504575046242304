package org.saleskpi.cli;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code kpi} command. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "${bundle:label.command.optional}",
        subcommands = {InitCommand.class, HelpCommand.class})
public final class Main implements Runnable {

    /** Asked for as an option, of whichever command runs: {@link Messages#of(CommandLine)}. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = Messages.OPTION, paramLabel = "${bundle:label.lang}", scope = ScopeType.INHERIT)
    private @Nullable String lang;

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
        PrintedOutput printed = new PrintedOutput(stdout);
        Messages asked = Messages.of(args);
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
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new ManCommand())
                .setOut(utf8(printed))
                .setErr(err)
                .setExpandAtFiles(false)
                .setExecutionStrategy(line -> {
                    Settings.apply(line);
                    List<CommandLine> commands = line.asCommandLineList();
                    // That there is no such language is told by all commands, those too that have nothing to say in
                    // one.
                    new Arguments(commands.get(commands.size() - 1)).locale();
                    return new RunLast().execute(line);
                })
                .setParameterExceptionHandler((bad, line) -> usage(bad, asked))
                .setExecutionExceptionHandler((failure, failed, line) -> failure(failure, failed));
        labelHelp(requireNonNull(command.getSubcommands().get("help"), "help").getCommandSpec());
        command.setResourceBundle(asked.help());
        try {
            int exitCode = command.execute(args);
            IOException failure = printed.failure();
            if (exitCode == ExitCode.OK && failure != null) {
                err.println(asked.say("answer.unwritten", new FileFault(asked).whenWritten(null, failure)));
                return ExitCode.SOFTWARE;
            }
            return exitCode;
        } catch (OutOfMemoryError e) {
            err.println(asked.say("memory"));
            return ExitCode.SOFTWARE;
        }
    }

    /** Runs the command as above, its errors going to a file. */
    static int run(OutputStream stdout, Terminal terminal, OutputStream stderr, String... args) {
        return run(stdout, terminal, stderr, Terminal.NONE, args);
    }

    /** The parameter of the help is that of picocli, which calls it in English. */
    private static void labelHelp(CommandSpec help) {
        PositionalParamSpec ofPicocli = help.positionalParameters().get(0);
        help.remove(ofPicocli);
        help.add(ofPicocli.toBuilder()
                .paramLabel("${bundle:label.command}")
                .descriptionKey("COMMAND")
                .build());
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** A line that could not be read may ask for its language beyond what was read of it. */
    private static int usage(ParameterException bad, Messages asked) {
        CommandLine command = bad.getCommandLine();
        LineFault fault = new LineFault(asked.orOf(command));
        fault.lines(bad).forEach(line -> command.getErr().println(ProblemLines.onOneLine(line)));
        return ExitCode.USAGE;
    }

    private static int failure(Exception failure, CommandLine command) {
        List<String> lines = failure instanceof CommandFailure expected
                ? expected.lines()
                : List.of(Messages.of(command).say("unexpected", failure.toString()));
        lines.forEach(line -> command.getErr().println(ProblemLines.onOneLine(line)));
        return ExitCode.SOFTWARE;
    }
}
