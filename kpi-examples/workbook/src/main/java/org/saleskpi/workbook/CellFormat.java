package org.saleskpi.workbook;

/** What kind of thing a cell holds, which decides how it is shown. */
enum CellFormat {
    TEXT,
    /** Text that is broken into lines at the width of its column. */
    PROSE,
    /** Words in place of a number, which stand where numbers do. */
    WORDS,
    COUNT,
    MONEY,
    RATE,
    RATIO,
    DAYS,
    HOURS,
    SCORE,
    /** A part of the number before, with its sign. */
    CHANGE,
    /** A difference of rates or scores in points, with its sign. */
    POINTS,
    DATE,
    MOMENT;

    boolean isText() {
        return this == TEXT || this == PROSE || this == WORDS;
    }
}
