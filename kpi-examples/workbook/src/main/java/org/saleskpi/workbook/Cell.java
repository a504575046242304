package org.saleskpi.workbook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell: text, a number, a date, or nothing.
 *
 * @param content a {@link String}, {@link Double}, {@link LocalDate} or {@link LocalDateTime}; null for nothing
 * @param format how it is shown
 * @param link the cell of the workbook that a click leads to; null for none
 */
record Cell(
        @Nullable Object content,
        CellFormat format,
        @Nullable String link) {

    /** Spreadsheets count days from 1900, and take that year for a leap year: dates are safe from its March on. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

    Cell(@Nullable Object content, CellFormat format) {
        this(content, format, null);
    }

    /** This cell as a link to another one, such as {@code Definitions!A5}; no link if that is null. */
    Cell linkedTo(@Nullable String cell) {
        return new Cell(content, format, cell);
    }

    static Cell text(String text) {
        return new Cell(text, CellFormat.TEXT);
    }

    static Cell prose(String text) {
        return new Cell(text, CellFormat.PROSE);
    }

    static Cell number(double number, CellFormat format) {
        return new Cell(number, format);
    }

    static Cell number(OptionalDouble number, CellFormat format) {
        return number.isPresent() ? number(number.getAsDouble(), format) : empty(format);
    }

    static Cell empty(CellFormat format) {
        return new Cell(null, format);
    }

    /** A date, or its text where spreadsheets have no such date. */
    static Cell date(LocalDate date) {
        return isDate(date) ? new Cell(date, CellFormat.DATE) : text(date.toString());
    }

    /** A local time, or its text where spreadsheets have no such date. */
    static Cell moment(LocalDateTime moment) {
        return isDate(moment.toLocalDate()) ? new Cell(moment, CellFormat.MOMENT) : text(moment.toString());
    }

    private static boolean isDate(LocalDate date) {
        return !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
    }

    /** This cell without what stands in it. */
    Cell withoutContent() {
        return empty(format);
    }

    @Nullable
    Double number() {
        return content instanceof Double number ? number : null;
    }
}
