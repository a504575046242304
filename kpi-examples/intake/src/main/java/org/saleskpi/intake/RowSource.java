package org.saleskpi.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, read once from the first to the last. Not thread-safe. */
public interface RowSource extends AutoCloseable {

    /**
     * Returns the names of the columns.
     *
     * @return the names in the order of the cells
     */
    List<String> columns();

    /**
     * Returns the next row.
     *
     * @return the row; null after the last one
     * @throws UnreadableDataException if the file cannot be read any further
     */
    @Nullable
    TextRow next() throws UnreadableDataException;

    @Override
    void close();
}
