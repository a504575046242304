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

/**
 * Where a command writes what it found.
 *
 * @param file the file to write; null for the standard output
 * @param messages the language to say in what goes wrong
 */
record Destination(@Nullable Path file, Messages messages) {

    /** How text is set off, and how wide it may be, on a terminal or in a file. */
    TextStyle style(Terminal terminal) {
        if (file != null) {
            return TextStyle.PLAIN;
        }
        TextStyle style = terminal.isColoured() ? TextStyle.TERMINAL : TextStyle.PLAIN;
        return terminal.isTerminal() ? style.withColumns(terminal.width()) : style;
    }

    /** Writes to the file, or to the standard output where there is none. That nobody reads it to its end is no failure. */
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
            if (file == null && isReaderGone(e)) {
                return;
            }
            throw new CommandFailure(
                    file == null
                            ? messages.say("report.unwritten", reason(e))
                            : messages.say("file.unwritten", "--out " + file, reason(e)));
        }
    }

    private static boolean isReaderGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StandardOutput.ReaderGoneException) {
                return true;
            }
        }
        return false;
    }

    private String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return messages.say("reason.no-folder");
        }
        if (e instanceof AccessDeniedException) {
            return messages.say("reason.permission");
        }
        String reason = e instanceof FileSystemException fileFault ? fileFault.getReason() : e.getMessage();
        return messages.phrase(Objects.requireNonNullElse(reason, e.getClass().getSimpleName()));
    }
}
