package org.saleskpi.intake.table;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Origin;

/**
 * What a spreadsheet leaves in a cell where a value was: errors, and numbers cut to a few digits where they were ids. Files
 * keep both as texts that look like any other; many rows would then have the same id.
 */
public final class SpreadsheetDamage {

    /** What is wrong with a cell that is an error, to be read after its text. */
    static final String ERROR = "is an error of a spreadsheet, expected a value";

    // As they are shown in English, French and German.
    private static final Set<String> ERRORS = Set.of(
            "#N/A",
            "#REF!",
            "#NAME?",
            "#VALUE!",
            "#DIV/0!",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#GETTING_DATA",
            "#ERROR!",
            "#NOM?",
            "#VALEUR!",
            "#NOMBRE!",
            "#NUL!",
            "#NV",
            "#BEZUG!",
            "#WERT!",
            "#ZAHL!");

    private static final Pattern CUT_NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)?[eE][+-][0-9]{2,}");

    private SpreadsheetDamage() {}

    /**
     * Looks for damage in cells that are read.
     *
     * @param row the row
     * @param columns the columns that are read
     * @param ids those of them that hold ids
     * @return the row, unfit if a cell is damaged
     */
    public static Row checked(Row row, Collection<String> columns, Set<String> ids) {
        if (row.fault() == null) {
            for (String column : columns) {
                String text = row.cell(column);
                String damage = text == null ? null : damage(text, ids.contains(column));
                if (text != null && damage != null) {
                    return new DamagedRow(row, new Row.Fault(column, text, damage));
                }
            }
        }
        return row;
    }

    /** Whether a text is what a spreadsheet shows of an error. */
    static boolean isError(String text) {
        return ERRORS.contains(text);
    }

    private static @Nullable String damage(String text, boolean isId) {
        char first = text.charAt(0);
        if (first == '#') {
            return isError(text) ? ERROR : null;
        }
        return isId && first >= '0' && first <= '9' && CUT_NUMBER.matcher(text).matches()
                ? "has lost digits: a spreadsheet has cut an id, expected all of its digits"
                : null;
    }

    /** A row in which a cell is damaged. */
    private record DamagedRow(Row row, Fault damage) implements Row {

        @Override
        public boolean has(String column) {
            return row.has(column);
        }

        @Override
        public @Nullable String cell(String column) {
            return row.cell(column);
        }

        @Override
        public boolean isNumber(String column) {
            return row.isNumber(column);
        }

        @Override
        public boolean hasCells() {
            return row.hasCells();
        }

        @Override
        public Origin origin() {
            return row.origin();
        }

        @Override
        public Fault fault() {
            return damage;
        }
    }
}
