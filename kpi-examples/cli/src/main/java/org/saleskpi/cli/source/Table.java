package org.saleskpi.cli.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, read once from the first to the last. Not thread-safe. */
public interface Table extends AutoCloseable {

    /**
     * Returns the names of the columns, as the file gives them: a name may be empty or repeated.
     *
     * @return the names in the order of the file
     */
    List<String> columns();

    /**
     * Returns the next row.
     *
     * @return the row; null after the last one
     * @throws BrokenFileException if the file cannot be read any further
     */
    @Nullable
    Row next();

    @Override
    void close();
}
