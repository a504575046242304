package org.saleskpi.workbook;

import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.disk.Temporary;

/**
 * Where the rows of a workbook wait until it is complete: a folder of its own, gone afterwards. POI's is one for all who use
 * the machine, and belongs to the first of them.
 */
final class DiskRows implements TempFileCreationStrategy {

    private final Path folder;

    private DiskRows(Path folder) {
        this.folder = folder;
    }

    /** Writes a workbook. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a workbook, whose rows wait in a folder of their own; what that folder cannot take is told of it. */
    static void write(OutputStream out, Content content) throws IOException {
        Watched watched = new Watched(out);
        try (Temporary folder = Temporary.folder("kpi-workbook")) {
            TempFile.withStrategy(new DiskRows(folder.path()), () -> {
                try {
                    content.writeTo(watched);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return watched;
            });
        } catch (RuntimeException e) {
            if (watched.failure != null) {
                throw watched.failure;
            }
            IOException failure = diskFailure(e);
            if (failure == null) {
                throw e;
            }
            throw failure instanceof TooLargeException ? failure : Temporary.failure("its rows", failure);
        } catch (IOException e) {
            throw Temporary.failure("its rows", e);
        }
    }

    /** What happened on the disk, which POI wraps in exceptions of many kinds; null if nothing did. */
    private static @Nullable IOException diskFailure(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure) {
                return failure;
            }
        }
        return null;
    }

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix, suffix).toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return Files.createTempDirectory(folder, prefix).toFile();
    }

    /** Where the workbook goes to, which may fail too. */
    private static final class Watched extends FilterOutputStream {

        private @Nullable IOException failure;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw keep(e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw keep(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw keep(e);
            }
        }

        private IOException keep(IOException e) {
            failure = e;
            return e;
        }
    }
}
