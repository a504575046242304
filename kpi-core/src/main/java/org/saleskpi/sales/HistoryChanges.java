package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records that are new or have a new state, and records that are gone: what makes one {@link SalesHistory} of another.
 *
 * <pre>{@code
 * Call call = Call.builder("k-9", Instant.parse("2026-04-02T14:00:00Z")).customer("c-0074").build();
 * HistoryChanges changes = HistoryChanges.builder().put(call).remove(RecordType.MEETING, "m-4").build();
 * SalesHistory next = history.with(changes);
 * assert next.calls().contains(call);
 * }</pre>
 *
 * <p>A record is known by its kind and id. Of several changes of one record, the last counts. Immutable and thread-safe.
 */
public final class HistoryChanges {

    private final Map<RecordKey, Optional<SalesRecord>> byKey;

    private HistoryChanges(Map<RecordKey, Optional<SalesRecord>> byKey) {
        this.byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    }

    /**
     * Returns changes that put records.
     *
     * @param records records that are new, or new states of records that are there
     * @return the changes
     */
    public static HistoryChanges of(SalesRecord... records) {
        return builder()
                .putAll(Arrays.asList(requireElements(records, "records")))
                .build();
    }

    /**
     * Begins changes.
     *
     * @return a builder of no changes yet
     */
    public static Builder builder() {
        return new Builder();
    }

    /** By each record's key its new state, or none if it is gone. */
    Map<RecordKey, Optional<SalesRecord>> byKey() {
        return byKey;
    }

    /** Collects {@link HistoryChanges}, in order. Not thread-safe. */
    public static final class Builder {

        private final Map<RecordKey, Optional<SalesRecord>> byKey = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Puts a record in the place of the one of its kind and id, if there is one.
         *
         * @param record a record that is new, or a new state of one that is there
         * @return this builder
         */
        public Builder put(SalesRecord record) {
            byKey.put(RecordKey.of(requireNonNull(record, "record")), Optional.of(record));
            return this;
        }

        /**
         * Puts records, each in the place of the one of its kind and id, if there is one.
         *
         * @param records records that are new, or new states of records that are there
         * @return this builder
         */
        public Builder putAll(Iterable<? extends SalesRecord> records) {
            requireElements(records, "records").forEach(this::put);
            return this;
        }

        /**
         * Removes a record. If there is none, nothing changes.
         *
         * @param type the kind of record
         * @param id its id
         * @return this builder
         */
        public Builder remove(RecordType type, String id) {
            byKey.put(new RecordKey(requireNonNull(type, "type"), requireNonNull(id, "id")), Optional.empty());
            return this;
        }

        /**
         * Returns the changes.
         *
         * @return the changes
         */
        public HistoryChanges build() {
            return new HistoryChanges(byKey);
        }
    }

    /** Returns whether the changes of each record are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryChanges changes && byKey.equals(changes.byKey);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(byKey);
    }

    /** Returns how many records are put and removed. */
    @Override
    public String toString() {
        long put = byKey.values().stream().filter(Optional::isPresent).count();
        return "HistoryChanges: " + put + " put, " + (byKey.size() - put) + " removed";
    }
}
