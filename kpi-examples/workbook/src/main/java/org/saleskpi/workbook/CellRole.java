package org.saleskpi.workbook;

/** The place of a cell on its sheet, which decides its type and colours. */
enum CellRole {
    TITLE,
    SECTION,
    LABEL,
    TERM,
    HEADER,
    NUMBER_HEADER,
    BODY,
    TOTAL,
    NOTE
}
