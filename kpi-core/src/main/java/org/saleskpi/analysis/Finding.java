package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.List;
import org.saleskpi.sales.SalesRecord;

/**
 * One of the {@link Findings}: records that are legal and suspicious for one reason. Immutable and thread-safe.
 *
 * @param kind the reason
 * @param of how many records were looked at: all of the types that the finding is about; of proposals decided at sending the
 *     decided ones, of outcomes that are not recorded the calls or held meetings, and where a finding is one only if many of a
 *     type are, those of the types of which many are
 * @param records the records, type by type in the order of the history, at least one, unmodifiable
 * @see Findings
 * @since 0.1.0
 */
public record Finding(FindingKind kind, long of, List<SalesRecord> records) {

    /**
     * Creates a finding.
     *
     * @param kind the reason
     * @param of how many records were looked at
     * @param records the records
     * @throws IllegalArgumentException if there is no record, or more than were looked at
     */
    public Finding {
        requireNonNull(kind, "kind");
        records = requireElements(records, "records");
        checkArgument(
                !records.isEmpty() && records.size() <= of,
                "Finding %s: %s records of %s, expected at least one, and not more than were looked at",
                kind.key(),
                records.size(),
                of);
    }

    /** Returns the key and the counts, such as {@code stale-proposal: 3 of 19}. */
    @Override
    public String toString() {
        return kind.key() + ": " + records.size() + " of " + of;
    }
}
