package org.saleskpi.cli.source;

/**
 * How a file of rows is written.
 *
 * @param csv how it is written if it is CSV
 */
public record TableForm(CsvForm csv) {

    /** Commas and UTF-8. */
    public static final TableForm STANDARD = new TableForm(CsvForm.STANDARD);
}
