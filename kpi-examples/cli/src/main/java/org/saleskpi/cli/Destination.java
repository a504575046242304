package org.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.TextStyle;

/**
 * Where a command writes what it found.
 *
 * @param file the file to write; null for the standard output
 * @param messages the language to say in what goes wrong
 */
record Destination(@Nullable Path file, Messages messages) {

    /** Reads the word, before any file is opened; {@code -} and no word are the standard output. */
    static Destination of(@Nullable String out, Arguments arguments) {
        Path file = out == null || out.equals(FileEnding.STANDARD_OUTPUT) ? null : arguments.path("--out", out);
        return new Destination(file, arguments.messages());
    }

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
            String reason = new FileFault(messages).whenWritten(file, e);
            throw new CommandFailure(
                    file == null
                            ? messages.say("answer.unwritten", reason)
                            : messages.say("file.unwritten", "--out " + file, reason));
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
}
