package org.saleskpi.cli.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, read once from the first to the last. Not thread-safe. */
public interface Table extends AutoCloseable {

    /**
     * Says whether the columns are known before the rows.
     *
     * @return whether the file has a header; if not, each row has columns of its own
     */
    boolean hasHeader();

    /**
     * Returns the names of the columns. A header gives them as they are: a name may be empty or repeated. Without one, they
     * are all that the first row had, and those of the columns to be read that any row had so far.
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
