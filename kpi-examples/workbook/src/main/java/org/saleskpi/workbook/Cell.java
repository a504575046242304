package org.saleskpi.workbook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell: text, a number, a date, or nothing.
 *
 * @param content a {@link String}, {@link Double}, {@link LocalDate} or {@link LocalDateTime}; null for nothing
 * @param form how it is shown
 */
record Cell(@Nullable Object content, Form form) {

    /** Spreadsheets count days from 1900, and take that year for a leap year: dates are safe from its March on. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

    static Cell text(String text) {
        return new Cell(text, Form.TEXT);
    }

    static Cell prose(String text) {
        return new Cell(text, Form.PROSE);
    }

    static Cell number(double number, Form form) {
        return new Cell(number, form);
    }

    static Cell number(OptionalDouble number, Form form) {
        return number.isPresent() ? number(number.getAsDouble(), form) : empty(form);
    }

    static Cell empty(Form form) {
        return new Cell(null, form);
    }

    /** A date, or its text where spreadsheets have no such date. */
    static Cell date(LocalDate date) {
        return isDate(date) ? new Cell(date, Form.DATE) : text(date.toString());
    }

    /** A local time, or its text where spreadsheets have no such date. */
    static Cell moment(LocalDateTime moment) {
        return isDate(moment.toLocalDate()) ? new Cell(moment, Form.MOMENT) : text(moment.toString());
    }

    private static boolean isDate(LocalDate date) {
        return !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
    }

    /** This cell without what stands in it. */
    Cell cleared() {
        return empty(form);
    }

    @Nullable
    Double number() {
        return content instanceof Double number ? number : null;
    }
}
