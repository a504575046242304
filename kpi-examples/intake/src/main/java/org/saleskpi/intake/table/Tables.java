package org.saleskpi.intake.table;

import java.util.Collection;
import java.util.List;
import org.saleskpi.intake.Progress;

/** The tables of an import, by their names: files of a folder, or rows that come from elsewhere. Not thread-safe. */
public interface Tables {

    /**
     * Returns the names of the tables.
     *
     * @return the names in alphabetical order; a workbook is one table here
     */
    List<String> names();

    /**
     * Returns the sheets of a workbook.
     *
     * @param name the name of a table
     * @return the names of its sheets in their order; none if it is no workbook that can be read
     */
    List<String> sheets(String name);

    /**
     * Returns what a table is called with its place, for messages.
     *
     * @param name its name, or that of a sheet
     * @return such as {@code export/deals.csv}
     */
    String nameOf(String name);

    /**
     * Returns the size of tables, of which progress is told.
     *
     * @param names their names
     * @return how many bytes they have together, as far as that can be told
     */
    long size(Collection<String> names);

    /**
     * Opens a table, or one sheet of a workbook.
     *
     * @param name its name
     * @param form how it is written, if it is a file
     * @param columns the columns to be read
     * @param progress is told the name of the table, and how much of it has been read
     * @return the table, to be closed
     * @throws BrokenFileException if it cannot be read
     */
    Table open(SheetName name, TableForm form, WantedColumns columns, Progress progress);
}
