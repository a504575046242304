package org.saleskpi.workbook;

/** What kind of thing a cell holds, which decides how it is shown. */
enum CellFormat {
    TEXT,
    /** Text that is broken into lines at the width of its column. */
    PROSE,
    COUNT,
    MONEY,
    RATE,
    RATIO,
    DAYS,
    HOURS,
    SCORE,
    DATE,
    MOMENT;

    boolean isText() {
        return this == TEXT || this == PROSE;
    }
}
