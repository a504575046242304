package org.saleskpi.cli.source;

import java.nio.file.Path;
import java.util.Set;

/** Opens files of rows. */
public final class TableFile {

    private TableFile() {}

    /**
     * Opens a file.
     *
     * @param path the file
     * @param form how it is written
     * @param columns the names of the columns to be read, of which it may lack some
     * @return the table, to be closed
     * @throws BrokenFileException if the file cannot be read
     */
    public static Table open(Path path, TableForm form, Set<String> columns) {
        return CsvTable.open(path, form.csv());
    }
}
