package org.saleskpi.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.RowSource;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.UnreadableDataException;

/** One of the files of a table, open to be read; a file that is elsewhere is copied first. Not thread-safe. */
final class CsvPart implements AutoCloseable {

    /** Opens a file that is elsewhere. */
    interface Opener {
        InputStream open() throws IOException;
    }

    private final RowSource rows;
    private final @Nullable Path copy;

    private CsvPart(RowSource rows, @Nullable Path copy) {
        this.rows = rows;
        this.copy = copy;
    }

    static CsvPart open(PartedImport format, String table, String file, Opener opener) {
        URI uri = URI.create(file.replace(" ", "%20"));
        String fileName = String.valueOf(Path.of(uri.getPath()).getFileName());
        String shownName = fileName.equals(table) ? table : table + "/" + fileName;
        Path copy = null;
        try {
            Path local;
            if ("file".equals(uri.getScheme())) {
                local = Path.of(uri.getPath());
            } else {
                copy = Files.createTempDirectory("kpi-spark");
                local = copy.resolve(fileName);
                try (InputStream bytes = opener.open()) {
                    Files.copy(bytes, local);
                }
            }
            return new CsvPart(format.open(table, local, shownName), copy);
        } catch (UnreadableDataException e) {
            delete(copy);
            throw new UnreadableTableException(e);
        } catch (IOException e) {
            delete(copy);
            throw new UncheckedIOException(e);
        }
    }

    RowSource rows() {
        return rows;
    }

    @Nullable
    TextRow next() {
        try {
            return rows.next();
        } catch (UnreadableDataException e) {
            throw new UnreadableTableException(e);
        }
    }

    @Override
    public void close() {
        rows.close();
        delete(copy);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
