package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.saleskpi.sales.RecordType;

/**
 * What became of the rows of one file that were to be records of one kind. Immutable and thread-safe.
 *
 * @param type the kind of record
 * @param made how many records were made
 * @param setAside how many were not, because something in them is bad
 * @param fieldsAtFault in which fields, and how often; a record may have several
 * @param furtherRows how many rows were of a record that another row had begun
 * @param notes what else is told of them
 */
public record RecordAccount(
        RecordType type,
        int made,
        int setAside,
        Map<String, Integer> fieldsAtFault,
        int furtherRows,
        List<ImportNote> notes) {

    /**
     * Creates an account; importers do.
     *
     * @param type the kind of record
     * @param made how many records were made
     * @param setAside how many were not, because something in them is bad
     * @param fieldsAtFault in which fields, and how often; a record may have several
     * @param furtherRows how many rows were of a record that another row had begun
     * @param notes what else is told of them
     */
    public RecordAccount {
        requireNonNull(type, "type");
        fieldsAtFault = ImmutableMap.copyOf(fieldsAtFault);
        notes = List.copyOf(notes);
    }
}
