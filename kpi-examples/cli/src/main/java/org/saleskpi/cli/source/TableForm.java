package org.saleskpi.cli.source;

import java.util.Set;

/**
 * How a file of rows is written.
 *
 * @param csv how it is written if it is CSV
 * @param items the paths that the array of rows may have if it is JSON, but not an array itself
 */
public record TableForm(CsvForm csv, Set<String> items) {

    /** Creates a form. */
    public TableForm {
        items = Set.copyOf(items);
    }

    /** CSV with commas in UTF-8, and JSON that is an array. */
    public static final TableForm STANDARD = new TableForm(CsvForm.STANDARD, Set.of());
}
