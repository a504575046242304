package org.saleskpi.output;

/** How a CSV file separates cells and writes decimals. Dates, text and the order of columns are the same in all dialects. */
public enum CsvDialect {
    /** Commas between cells and decimal points, as RFC 4180 and most programs have it. */
    STANDARD(',', '.'),
    /** Semicolons between cells and decimal commas, as Excel opens a file on a French system. */
    EXCEL_FR(';', ',');

    private final char separator;
    private final char decimalSign;

    CsvDialect(char separator, char decimalSign) {
        this.separator = separator;
        this.decimalSign = decimalSign;
    }

    char separator() {
        return separator;
    }

    /** A number of this dialect; given with a decimal point, or empty. */
    String number(String plain) {
        return plain.replace('.', decimalSign);
    }
}
