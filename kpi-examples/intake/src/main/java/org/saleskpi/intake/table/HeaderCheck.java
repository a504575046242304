package org.saleskpi.intake.table;

import java.util.List;

/** Checks the header of a table of which every column is read. */
public final class HeaderCheck {

    private HeaderCheck() {}

    /**
     * Checks that each column has a name of its own, and that no required one is missing.
     *
     * @param name the name of the table
     * @param table the table
     * @param columns the columns to be read
     * @throws BrokenFileException if it is otherwise
     */
    public static void check(String name, Table table, WantedColumns columns) {
        List<String> names = table.columns();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new BrokenFileException(
                        "column " + (i + 1), name, "has no name in the header: " + String.join(", ", names));
            }
            if (table.isRepeated(names.get(i))) {
                throw new BrokenFileException(names.get(i), name, "is the name of two columns");
            }
        }
        NearNames near = new NearNames(columns.names(), names);
        for (String column : columns.missing(table::has)) {
            throw new BrokenFileException(column, name, "is " + table.missing() + near.hintFor(column));
        }
    }
}
