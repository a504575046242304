package org.saleskpi.intake.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file, or of one sheet of a workbook, such as {@code Export.xlsx#Deals}.
 *
 * @param file the name of the file
 * @param sheet the name of the sheet; null for a file as it is
 */
public record SheetName(String file, @Nullable String sheet) {

    private static final String WORKBOOK = ".xlsx#";

    /**
     * Parses a name.
     *
     * @param text the name
     * @return its parts: what stands behind the first {@code .xlsx#} is a sheet
     */
    public static SheetName parse(String text) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(WORKBOOK);
        int mark = at + WORKBOOK.length() - 1;
        return at < 0 ? new SheetName(text, null) : new SheetName(text.substring(0, mark), text.substring(mark + 1));
    }

    /** Returns the name, such as {@code Export.xlsx#Deals}. */
    @Override
    public String toString() {
        return sheet == null ? file : file + "#" + sheet;
    }
}
