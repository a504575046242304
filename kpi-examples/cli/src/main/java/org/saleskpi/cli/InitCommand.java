package org.saleskpi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saleskpi.intake.csv.StarterFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a CSV folder to start from: {@code kpi init}. */
@Command(
        name = "init",
        description = "Writes a CSV folder to start from: six files, each with its header and one row. The format is in"
                + " docs/csv-folder.md.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder, made if it is missing. Nothing in it is overwritten.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private String folder;

    @Override
    public Integer call() throws CommandFailure {
        Path path = new Arguments(spec.commandLine()).path("DIR", folder);
        try {
            StarterFolder.write(path);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ProblemLines.onOneLine(
                    folder + " has " + e.getFile() + " already, expected a new folder or one without it"));
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ProblemLines.onOneLine(folder + " cannot be written: permission denied"));
        } catch (IOException e) {
            throw new CommandFailure(ProblemLines.onOneLine(folder + " cannot be written: " + e.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("kpi report --data " + ProblemLines.onOneLine(folder) + " --period 2026-03");
        out.flush();
        return 0;
    }
}
