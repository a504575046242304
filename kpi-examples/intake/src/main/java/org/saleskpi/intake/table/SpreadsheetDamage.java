package org.saleskpi.intake.table;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Origin;

/**
 * What a spreadsheet leaves in a cell where a value was: errors, and numbers cut to a few digits where they were ids. Files
 * keep both as texts that look like any other; many rows would then have the same id. Immutable.
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

    private final List<Checked> columns;

    /** A column that is read, and its place in the table. */
    private record Checked(String name, int place, boolean isId) {}

    /**
     * Looks for damage in the rows of a table.
     *
     * @param table the table
     * @param columns the columns that are read
     * @param ids those of them that hold ids
     */
    public SpreadsheetDamage(Table table, Collection<String> columns, Set<String> ids) {
        this.columns = columns.stream()
                .map(name -> new Checked(name, table.position(name), ids.contains(name)))
                .toList();
    }

    /**
     * Looks for damage in cells that are read.
     *
     * @param row the row
     * @return the row, unfit if a cell is damaged
     */
    public Row checked(Row row) {
        if (row.fault() == null) {
            for (Checked checked : columns) {
                String text = row.cell(checked.place());
                String damage = text == null ? null : damage(text, checked.isId());
                if (text != null && damage != null) {
                    return new DamagedRow(row, new Row.Fault(checked.name(), text, damage));
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
        return isId && first >= '0' && first <= '9' && isCutNumber(text)
                ? "has lost digits: a spreadsheet has cut an id, expected all of its digits"
                : null;
    }

    /** Most ids have no exponent, and need no closer look. */
    private static boolean isCutNumber(String text) {
        return (text.indexOf('E') > 0 || text.indexOf('e') > 0)
                && CUT_NUMBER.matcher(text).matches();
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
        public @Nullable String cell(int place) {
            return row.cell(place);
        }

        @Override
        public @Nullable String cell(ColumnNames column) {
            return row.cell(column);
        }

        @Override
        public boolean isNumber(ColumnNames column) {
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
