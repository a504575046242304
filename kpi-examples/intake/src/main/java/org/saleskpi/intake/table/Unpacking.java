package org.saleskpi.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder that only its owner can read, made when the first file comes and removed when this is closed or the
 * program ends. What a packed file may unfold to is bounded. Not thread-safe.
 */
final class Unpacking implements AutoCloseable {

    /** Deflating makes texts three to thirty times smaller, and at most some thousand times what repeats itself. */
    private static final int MAX_RATIO = 200;

    private static final int ALWAYS_SMALL = 1 << 20;
    private static final long MAX_SIZE = 16L << 30;
    private static final int BUFFER = 1 << 16;

    private final List<Path> made = new ArrayList<>();
    private final Thread atExit = new Thread(this::remove, "kpi-intake-unpacked");
    private @Nullable Path folder;

    /** Unpacks a file under its own name; throws {@link BrokenFileException} if that cannot be done. */
    Path unpack(Path packed, Archive.Entry entry) {
        String name = String.valueOf(packed.getFileName());
        try (InputStream bytes = Archive.open(packed, entry)) {
            return write(
                    entry.fileName(),
                    bytes,
                    Math.max(ALWAYS_SMALL, MAX_RATIO * Archive.packedSize(packed, entry)),
                    name);
        } catch (IOException e) {
            throw new BrokenFileException(name, "cannot be unpacked: " + e.getMessage());
        }
    }

    /** Keeps the bytes of a stream as a file. */
    Path copy(String name, InputStream bytes) throws IOException {
        return write(name, bytes, MAX_SIZE, name);
    }

    private Path write(String name, InputStream bytes, long most, String origin) throws IOException {
        Path path = folder().resolve(String.valueOf(made.size()));
        made.add(path);
        Files.createDirectory(path);
        Path file = path.resolve(name);
        made.add(file);
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                size += count;
                if (size > MAX_SIZE) {
                    throw new BrokenFileException(origin, "has more than " + (MAX_SIZE >> 30) + " GiB unpacked");
                }
                if (size > most) {
                    throw new BrokenFileException(
                            origin,
                            "unfolds to more than " + MAX_RATIO + " times its size, which no export does: " + name);
                }
                out.write(buffer, 0, count);
            }
        }
        return file;
    }

    private Path folder() throws IOException {
        Path made = folder;
        if (made == null) {
            made = Files.createTempDirectory("kpi-data");
            folder = made;
            Runtime.getRuntime().addShutdownHook(atExit);
        }
        return made;
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // The program ends, and the hook removes everything.
        }
        remove();
    }

    private void remove() {
        Path last = folder;
        try {
            for (int i = made.size() - 1; i >= 0; i--) {
                Files.deleteIfExists(made.get(i));
            }
            if (last != null) {
                Files.deleteIfExists(last);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder = null;
        made.clear();
    }
}
