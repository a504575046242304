package org.saleskpi.intake.table;

import org.jspecify.annotations.Nullable;

/** A row whose cells stand where a header says. */
interface RowOfHeader extends Row {

    /** The names of the columns, and where each stands. */
    Header header();

    /** Whether the cell at a place is a number; not at none. */
    boolean isNumber(int place);

    @Override
    default boolean has(String column) {
        return header().has(column);
    }

    @Override
    default @Nullable String cell(String column) {
        return cell(header().place(column));
    }

    @Override
    default @Nullable String cell(ColumnNames column) {
        return cell(header().place(column));
    }

    @Override
    default boolean isNumber(String column) {
        return isNumber(header().place(column));
    }

    @Override
    default boolean isNumber(ColumnNames column) {
        return isNumber(header().place(column));
    }
}
