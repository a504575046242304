package org.saleskpi.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * An import in parts: tables too large for one machine are split by customer, and each part is read by itself. What parts yield
 * together is what one import of all would, but for records of one id that belong to different customers, which only somebody
 * who sees all parts can find.
 *
 * <p>A few tables must be seen whole by all parts: those in which texts are looked up, and exchange rates.
 *
 * <p>Immutable and thread-safe.
 */
public interface PartedImport {

    /** What a table is for. */
    enum Purpose {
        /** Its rows become records: each goes to the part of its customer. */
        RECORDS,
        /** Texts are looked up in it: each part needs it whole. */
        LOOKUP,
        /** Its rows are exchange rates: they are read once. */
        RATES
    }

    /**
     * Tells what a table is for.
     *
     * @param table its name
     * @return its purposes; none for a table that is not read
     */
    Set<Purpose> purposes(String table);

    /**
     * Reads a part.
     *
     * @param tables all tables of records, with the rows of the part alone, which may be none
     * @param shared the tables that are for something else, whole, or as many of them as are to be read
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if there is no table of records, or one as a whole is broken, such as by a missing column
     */
    ImportedRecords read(List<TextTable> tables, List<TextTable> shared) throws UnreadableDataException;

    /**
     * Prepares to tell which customers rows belong to.
     *
     * @param tables all tables of records; their rows do not matter
     * @param shared the tables in which texts are looked up, whole
     * @return what tells it
     * @throws UnreadableDataException if there is no table of records, or one as a whole is broken
     */
    RowCustomers customers(List<TextTable> tables, List<TextTable> shared) throws UnreadableDataException;

    /**
     * Opens a file with rows of a table: a table may consist of many files.
     *
     * @param table the name of the table
     * @param file the file, CSV, which may be packed
     * @param shownName what the file is called in messages
     * @return its rows, to be closed
     * @throws UnreadableDataException if it cannot be read
     */
    RowSource open(String table, Path file, String shownName) throws UnreadableDataException;
}
