package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.RecordType;

/** Tells which customer rows belong to. Not thread-safe. */
public interface RowCustomers {

    /**
     * Tells which customer a row belongs to.
     *
     * @param table the table, one and the same object for all of its rows
     * @param row the row, which is whole
     * @return what the row is about; null for one that is left out
     */
    @Nullable
    Belonging of(TextTable table, TextRow row);

    /**
     * What a row is about, before anything is known of whether it is good.
     *
     * @param customers the ids of the customers that its records belong to or define, each once
     * @param records the records that would be made of it, those without an id left out
     */
    record Belonging(List<String> customers, List<RecordId> records) {

        /**
         * Creates a belonging.
         *
         * @param customers the ids of the customers that its records belong to or define, each once
         * @param records the records that would be made of it, those without an id left out
         */
        public Belonging {
            customers = List.copyOf(customers);
            records = List.copyOf(records);
        }
    }

    /**
     * What tells a record from all others.
     *
     * @param type the kind of record
     * @param id its id
     */
    record RecordId(RecordType type, String id) {

        /**
         * Names a record.
         *
         * @param type the kind of record
         * @param id its id
         */
        public RecordId {
            requireNonNull(type, "type");
            requireNonNull(id, "id");
        }
    }
}
