package org.saleskpi.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in the language of the reader what keeps a file from being read or written: the system says it in its own words. */
final class FileFault {

    /** Java has no exception of its own for it. */
    private static final Pattern NO_SPACE = Pattern.compile("(?i)no.space.left|not.enough.space");

    private final Messages messages;

    FileFault(Messages messages) {
        this.messages = messages;
    }

    /** What a command says that cannot use the file of an option: the option, its value, and what is wrong with it. */
    CommandFailure of(String option, Path file, String reason) {
        return new CommandFailure(messages.say("value", option, file.toString(), reason));
    }

    /**
     * Makes sure that the file of an option can be read.
     *
     * @param option the option
     * @param file its value
     * @param expected the key of what is expected
     */
    void check(String option, Path file, String expected) throws CommandFailure {
        String fault = Files.isDirectory(file)
                ? "file.folder"
                : !Files.exists(file) ? "file.missing" : !Files.isReadable(file) ? "file.forbidden" : null;
        if (fault != null) {
            throw of(option, file, messages.say(fault, messages.say(expected)));
        }
    }

    /** Why a file could not be read. */
    String whenRead(Path file, IOException fault) {
        return fault instanceof NoSuchFileException ? messages.say("reason.no-file") : reason(file, fault);
    }

    /** Why a file could not be written, or a folder made; the standard output is no file. */
    String whenWritten(@Nullable Path file, IOException fault) {
        Path parent = file == null ? null : file.toAbsolutePath().normalize().getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent != null && !Files.isDirectory(parent)) {
            return messages.say("reason.in-file", parent.toString());
        }
        return fault instanceof NoSuchFileException ? messages.say("reason.no-folder") : reason(file, fault);
    }

    private String reason(@Nullable Path file, IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return messages.say("reason.permission");
        }
        if (file != null && Files.isDirectory(file)) {
            return messages.say("reason.folder");
        }
        String reason = fault instanceof FileSystemException ofFile ? ofFile.getReason() : fault.getMessage();
        if (reason != null && NO_SPACE.matcher(reason).find()) {
            return messages.say("reason.full");
        }
        return messages.phrase(
                Objects.requireNonNullElse(reason, fault.getClass().getSimpleName()));
    }
}
