package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Origin;

/**
 * A row of a {@link TextTable}: a text for each of its columns, in their order.
 *
 * @param origin where the row comes from, for messages
 * @param cells the texts, null for nothing; as many as the table has columns; not to be changed afterwards
 * @param fault what makes the row as a whole unfit to be read; null for one that is whole
 */
public record TextRow(
        Origin origin,
        List<@Nullable String> cells,
        @Nullable Fault fault) {

    /**
     * Creates a row.
     *
     * @param origin where the row comes from, for messages
     * @param cells the texts, null for nothing; as many as the table has columns; not to be changed afterwards
     * @param fault what makes the row as a whole unfit to be read; null for one that is whole
     */
    public TextRow {
        requireNonNull(origin, "origin");
        requireNonNull(cells, "cells");
    }

    /**
     * Returns a row that is whole.
     *
     * @param origin where the row comes from, for messages
     * @param cells the texts, null for nothing; as many as the table has columns; not to be changed afterwards
     * @return the row
     */
    public static TextRow of(Origin origin, List<@Nullable String> cells) {
        return new TextRow(origin, cells, null);
    }

    /**
     * What is wrong with a row as a whole.
     *
     * @param field the column at fault, or {@code row}
     * @param value what is there
     * @param reason what is wrong with it, to be read after the value
     */
    public record Fault(String field, String value, String reason) {

        /**
         * Says what is wrong.
         *
         * @param field the column at fault, or {@code row}
         * @param value what is there
         * @param reason what is wrong with it, to be read after the value
         */
        public Fault {
            requireNonNull(field, "field");
            requireNonNull(value, "value");
            requireNonNull(reason, "reason");
        }
    }
}
