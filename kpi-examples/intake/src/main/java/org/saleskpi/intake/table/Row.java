package org.saleskpi.intake.table;

import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Origin;

/** One row of a {@link Table}: texts by column, and where the row stands. */
public interface Row {

    /**
     * Says whether there is a column.
     *
     * @param column the column's name
     * @return whether the row has it, empty or not
     */
    boolean has(String column);

    /**
     * Returns a cell, without the white space around it.
     *
     * @param column the column's name
     * @return the text; null when the cell is empty or there is no such column
     */
    @Nullable
    String cell(String column);

    /**
     * Says whether a cell is a number, and not a text that may look like one.
     *
     * @param column the column's name
     * @return whether its text is that of a number with a decimal point, whatever the conventions of the file's texts are
     */
    boolean isNumber(String column);

    /**
     * Returns the cell at a place.
     *
     * @param place the place that the table tells for a column, {@link Table#position}
     * @return the text; null when the cell is empty, or there is none
     */
    @Nullable
    String cell(int place);

    /**
     * Returns the cell of a column.
     *
     * @param column the column
     * @return the text of the first of its names that the row has; null when that is empty, or there is none
     */
    @Nullable
    String cell(ColumnNames column);

    /**
     * Says whether the cell of a column is a number, and not a text that may look like one.
     *
     * @param column the column
     * @return whether that of the first of its names that the row has is one
     */
    boolean isNumber(ColumnNames column);

    /**
     * Says whether there are cells, be they empty or the row not whole.
     *
     * @return false for something in place of a row, such as a number among JSON objects
     */
    default boolean hasCells() {
        return true;
    }

    /**
     * Returns where the row stands.
     *
     * @return the file and the line on which the row begins, such as {@code calls.csv:17}
     */
    Origin origin();

    /**
     * Returns what makes the row as a whole unfit to be read.
     *
     * @return what is wrong; null for a row that is whole
     */
    @Nullable
    Fault fault();

    /**
     * What is wrong with a row as a whole.
     *
     * @param field the column at fault, or {@code row}
     * @param value what is there
     * @param reason what is wrong with it, to be read after the value
     */
    record Fault(String field, String value, String reason) {

        /**
         * Says what is at fault.
         *
         * @return whether the row is no whole one, and not a single cell bad
         */
        public boolean isOfWholeRow() {
            return field.equals("row");
        }
    }
}
