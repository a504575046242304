package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.ColumnNames;
import org.saleskpi.intake.table.Row;

/**
 * A column by the names that it may have: exports of one system call it by its label, by the name that programs use, or by
 * a copy of that.
 *
 * @param names the names, of which the first that there is counts
 */
record Column(List<String> names) implements ColumnNames {

    /** Parses a name, or a list of names for one column. */
    static Column parse(Yaml yaml) throws InvalidMappingException {
        List<String> names = List.copyOf(yaml.texts());
        if (names.isEmpty()) {
            throw yaml.error("is an empty list, expected names of a column");
        }
        return new Column(names);
    }

    /** Parses columns that are read one after the other; each may be a list of names for itself. */
    static List<Column> parseAll(Yaml yaml) throws InvalidMappingException {
        List<Column> columns = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            columns.add(parse(item));
        }
        if (columns.isEmpty()) {
            throw yaml.error("is an empty list, expected columns");
        }
        return List.copyOf(columns);
    }

    /** The text of the first name that there is; null when that is empty, or there is none. */
    @Nullable
    String text(Row row) {
        return row.cell(this);
    }

    /** Whether the text is that of a number, and written as the file writes those. */
    boolean isNumber(Row row) {
        return row.isNumber(this);
    }

    /** The texts of some columns, with something between them; null when all are empty. */
    static @Nullable String joined(Row row, List<Column> columns, String joiner) {
        String all = null;
        for (Column column : columns) {
            String text = column.text(row);
            if (text != null) {
                all = all == null ? text : all + joiner + text;
            }
        }
        return all;
    }

    /** Returns the names, such as {@code Close Date or CloseDate}. */
    @Override
    public String toString() {
        return String.join(" or ", names);
    }
}
