package org.saleskpi.output.disk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that is there for a while: it is deleted when it is closed, and where the program is told to stop before
 * (SIGINT, SIGTERM), by a hook at its end. Thread-safe.
 */
public final class Temporary implements AutoCloseable {

    /** While a folder is deleted others may still write into it. */
    private static final int TRIES = 5;

    private final Path path;
    private final Thread hook = new Thread(this::delete, "delete temporary files");

    private boolean isGone;

    private Temporary(Path path) {
        this.path = path;
    }

    /**
     * Makes a folder of a new name, which its owner alone can enter.
     *
     * @param name how its name begins
     * @return the folder, below that of the system's temporary files ({@code java.io.tmpdir})
     * @throws IOException if it cannot be made
     */
    public static Temporary folder(String name) throws IOException {
        requireNonNull(name, "name");
        Temporary folder = new Temporary(Files.createTempDirectory(name));
        folder.watch();
        return folder;
    }

    /**
     * Names a file that is to be: {@link #open} makes it.
     *
     * @param path the file; whatever is there when this is closed is deleted
     * @return the file
     */
    public static Temporary file(Path path) {
        Temporary file = new Temporary(requireNonNull(path, "path"));
        file.watch();
        return file;
    }

    /**
     * Returns where it is.
     *
     * @return the path
     */
    public Path path() {
        return path;
    }

    /**
     * Makes the file, which must not be there.
     *
     * @return takes its bytes, unbuffered
     * @throws IOException if it cannot be made, or the program is about to end
     */
    public synchronized OutputStream open() throws IOException {
        if (isGone) {
            throw new NoSuchFileException(path.toString(), null, "the program was told to stop");
        }
        return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
    }

    /** Deletes it, with all that is in it. What cannot be deleted is left. */
    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook finds nothing.
        }
    }

    /**
     * Says of a failure that the system's folder of temporary files is at fault.
     *
     * @param what what was to be kept there, such as {@code "its rows"}
     * @param failure what happened
     * @return what to throw in its place
     */
    public static IOException failure(String what, IOException failure) {
        String reason = failure instanceof FileSystemException fault && fault.getReason() != null
                ? fault.getReason()
                : failure instanceof FileSystemException ? failure.getClass().getSimpleName() : failure.getMessage();
        return new IOException(
                "the folder of temporary files, " + System.getProperty("java.io.tmpdir") + ", cannot take " + what
                        + " (" + reason + "), expected room there, or another one by java -Djava.io.tmpdir=DIR",
                failure);
    }

    private void watch() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            delete();
        }
    }

    private synchronized void delete() {
        isGone = true;
        for (int i = 0; i < TRIES && Files.exists(path); i++) {
            try {
                Files.walkFileTree(path, new Deletion());
            } catch (IOException e) {
                // Tried again: something may have come in between.
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
