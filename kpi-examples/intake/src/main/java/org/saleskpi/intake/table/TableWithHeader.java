package org.saleskpi.intake.table;

import java.util.List;

/** A table whose columns are known before its rows. */
interface TableWithHeader extends Table {

    /** The names of the columns, and where each stands. */
    Header header();

    @Override
    default boolean hasHeader() {
        return true;
    }

    @Override
    default List<String> columns() {
        return header().names();
    }

    @Override
    default boolean has(String column) {
        return header().has(column);
    }

    @Override
    default int position(String column) {
        return header().place(column);
    }

    @Override
    default boolean isRepeated(String column) {
        return header().isRepeated(column);
    }

    @Override
    default String missing() {
        return header().missing();
    }
}
