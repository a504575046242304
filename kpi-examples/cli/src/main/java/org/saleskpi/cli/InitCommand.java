package org.saleskpi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saleskpi.intake.csv.StarterFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a CSV folder to start from: {@code kpi init}. */
@Command(name = "init", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Parameters(paramLabel = "${bundle:label.dir}", descriptionKey = "DIR")
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private String folder;

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = new Arguments(spec.commandLine());
        Messages messages = arguments.messages();
        Path path = arguments.path(arguments.label("label.dir"), folder);
        try {
            StarterFolder.write(path);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(messages.say("init.exists", folder, e.getFile()));
        } catch (IOException e) {
            throw new CommandFailure(
                    messages.say("file.unwritten", folder, new FileFault(messages).whenWritten(path, e)));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("kpi report --data " + ProblemLines.onOneLine(folder) + " --period 2026-03");
        out.flush();
        return 0;
    }
}
