package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * Rows of texts that come from elsewhere than from a file, such as from a database or a cluster, and are read like one of that
 * name.
 *
 * <pre>{@code
 * TextTable customers = new TextTable(
 *         "customers.csv",
 *         List.of("id", "since"),
 *         Set.of(),
 *         List.of(TextRow.of(Origin.of("customers", 1), List.of("c-1", "2026-01-12"))));
 * ImportedRecords records = CsvFolder.read(List.of(customers), ZoneId.of("Europe/Paris"));
 * assert records.customers().get(0).id().equals("c-1");
 * }</pre>
 *
 * @param name the name of the file that the table stands for
 * @param columns the names of the columns, in the order of the cells
 * @param numbers those of the columns that hold numbers and no texts which may look like some: with a decimal point, whatever
 *     the conventions of texts are
 * @param rows the rows, which may be asked for several times
 */
public record TextTable(String name, List<String> columns, Set<String> numbers, Iterable<TextRow> rows) {

    /**
     * Creates a table.
     *
     * @param name the name of the file that the table stands for
     * @param columns the names of the columns, in the order of the cells
     * @param numbers those of the columns that hold numbers and no texts which may look like some
     * @param rows the rows, which may be asked for several times
     */
    public TextTable {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        numbers = Set.copyOf(numbers);
        requireNonNull(rows, "rows");
    }

    /**
     * Returns a table with the same columns and other rows.
     *
     * @param others the rows
     * @return the table
     */
    public TextTable withRows(Iterable<TextRow> others) {
        return new TextTable(name, columns, numbers, others);
    }
}
