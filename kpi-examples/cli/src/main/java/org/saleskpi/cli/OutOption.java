package org.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.TextStyle;
import picocli.CommandLine.Option;

/** Where a command writes what it found. */
final class OutOption {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, in place of any there is; by default the standard output.")
    private @Nullable String out;

    /**
     * What the word of the option means.
     *
     * @param file the file to write; null for the standard output
     */
    record Destination(@Nullable Path file) {

        /** How text is set off on a terminal, or in a file. */
        TextStyle style(Terminal terminal) {
            return file == null && terminal.isColoured() ? TextStyle.TERMINAL : TextStyle.PLAIN;
        }

        /** Writes to the file, or to the standard output where there is none. */
        void write(WholeFile.Content content, OutputStream stdout) throws CommandFailure {
            try {
                if (file == null) {
                    OutputStream buffered = new BufferedOutputStream(stdout);
                    content.writeTo(buffered);
                    buffered.flush();
                } else {
                    WholeFile.write(file, content);
                }
            } catch (IOException e) {
                throw new CommandFailure(
                        (file == null ? "The report" : "--out " + file) + " cannot be written: " + reason(e));
            }
        }
    }

    /** Reads the word, before any file is opened. */
    Destination parse(Arguments arguments) {
        return new Destination(out == null ? null : arguments.path("--out", out));
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException fileFault ? fileFault.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }
}
