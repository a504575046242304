package org.saleskpi.intake.table;

import org.jspecify.annotations.Nullable;

/**
 * How a file of rows is written.
 *
 * @param csv how it is written if it is CSV
 * @param json where its rows are if it is JSON
 * @param sheet the name of the sheet if it is a workbook; null for the first
 * @param header where the header is; JSON has none
 * @param padsShortRows whether a row of a CSV file with fewer cells than the header has empty ones at its end; otherwise it is
 *     no whole row
 * @param ignoresCase whether a column may be called as it is wanted but for capitals
 */
public record TableForm(
        CsvForm csv,
        JsonForm json,
        @Nullable String sheet,
        HeaderPlace header,
        boolean padsShortRows,
        boolean ignoresCase) {

    /** CSV with commas in UTF-8, JSON that is an array, the first sheet, and the header before everything else. */
    public static final TableForm STANDARD =
            new TableForm(CsvForm.STANDARD, JsonForm.STANDARD, null, HeaderPlace.FIRST, false, false);

    /**
     * Returns the form for one sheet of a workbook.
     *
     * @param name the name of the sheet
     * @return this form, with that sheet
     */
    public TableForm withSheet(String name) {
        return new TableForm(csv, json, name, header, padsShortRows, ignoresCase);
    }
}
