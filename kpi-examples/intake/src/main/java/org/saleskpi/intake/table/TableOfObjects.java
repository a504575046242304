package org.saleskpi.intake.table;

import java.util.List;

/** A table whose rows are JSON objects: its columns are what the first of them have. */
interface TableOfObjects extends Table {

    /** What the objects that were read so far have told of columns. */
    JsonObjects objects();

    @Override
    default boolean hasHeader() {
        return false;
    }

    @Override
    default List<String> columns() {
        return objects().columns();
    }

    @Override
    default boolean has(String column) {
        return objects().has(column);
    }

    @Override
    default int position(String column) {
        return objects().position(column);
    }

    @Override
    default boolean isRepeated(String column) {
        return false;
    }

    @Override
    default String missing() {
        return objects().missing();
    }

    @Override
    default List<Remark> remarks() {
        return List.of();
    }
}
