package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.RecordType;

/**
 * What an import found in all of one kind of record. Immutable and thread-safe.
 *
 * @param type the kind of record
 * @param made how many records were made
 * @param setAside how many rows or records were not, because something in them is bad
 * @param fieldsAtFault in which fields of records, and how often; {@code row} for rows that are no whole ones
 * @param first the moment of the earliest record; null when none was made
 * @param last the moment of the latest record; null when none was made
 */
public record RecordTotals(
        RecordType type,
        int made,
        int setAside,
        Map<String, Integer> fieldsAtFault,
        @Nullable Instant first,
        @Nullable Instant last) {

    /**
     * Creates totals; importers do.
     *
     * @param type the kind of record
     * @param made how many records were made
     * @param setAside how many rows or records were not, because something in them is bad
     * @param fieldsAtFault in which fields of records, and how often
     * @param first the moment of the earliest record; null when none was made
     * @param last the moment of the latest record; null when none was made
     */
    public RecordTotals {
        requireNonNull(type, "type");
        fieldsAtFault = ImmutableMap.copyOf(fieldsAtFault);
    }
}
