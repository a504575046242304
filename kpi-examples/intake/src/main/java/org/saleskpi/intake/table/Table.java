package org.saleskpi.intake.table;

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
     * Says whether there is a column.
     *
     * @param column its name; of several of one name also that name and a number, such as {@code Created#2}
     * @return whether it is among the columns known so far
     */
    boolean has(String column);

    /**
     * Returns where a column stands; the same for all rows.
     *
     * @param column its name, as above
     * @return with a header its place among {@link #columns}, without one a number of its own; -1 for a column that is not
     *     there, or not to be read
     */
    int position(String column);

    /**
     * Says whether a name is that of several columns.
     *
     * @param column the name
     * @return whether only a number tells which of them is meant
     */
    boolean isRepeated(String column);

    /**
     * Says that a column is missing.
     *
     * @return where it is missing, and what is there, to be read after its name
     */
    String missing();

    /**
     * Returns what the rows read so far had that may have been meant otherwise than it is read.
     *
     * @return the remarks, each about one column that is read
     */
    List<Remark> remarks();

    /**
     * What may have been meant otherwise than it is read.
     *
     * @param column the name of the column
     * @param value what was found there
     * @param reason what about it is remarkable, to be read after the value
     * @param isDoubtful whether an import that is to be strict must not go by it
     */
    record Remark(String column, String value, String reason, boolean isDoubtful) {}

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
