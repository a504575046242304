package org.saleskpi.cli.source;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file of rows is written.
 *
 * @param csv how it is written if it is CSV
 * @param items the paths that the array of rows may have if it is JSON, but not an array itself
 * @param sheet the name of the sheet if it is a workbook; null for the first
 * @param header where the header is; JSON has none
 * @param padsShortRows whether a row of a CSV file with fewer cells than the header has empty ones at its end; otherwise it is
 *     no whole row
 */
public record TableForm(
        CsvForm csv, Set<String> items, @Nullable String sheet, HeaderPlace header, boolean padsShortRows) {

    /** Creates a form. */
    public TableForm {
        items = Set.copyOf(items);
    }

    /** CSV with commas in UTF-8, JSON that is an array, the first sheet, and the header before everything else. */
    public static final TableForm STANDARD = new TableForm(CsvForm.STANDARD, Set.of(), null, HeaderPlace.FIRST, false);
}
