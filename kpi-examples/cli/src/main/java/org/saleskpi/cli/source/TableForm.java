package org.saleskpi.cli.source;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file of rows is written.
 *
 * @param csv how it is written if it is CSV
 * @param items the paths that the array of rows may have if it is JSON, but not an array itself
 * @param sheet the name of the sheet if it is a workbook; null for the first
 */
public record TableForm(
        CsvForm csv, Set<String> items, @Nullable String sheet) {

    /** Creates a form. */
    public TableForm {
        items = Set.copyOf(items);
    }

    /** CSV with commas in UTF-8, JSON that is an array, and the first sheet. */
    public static final TableForm STANDARD = new TableForm(CsvForm.STANDARD, Set.of(), null);
}
