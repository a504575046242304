package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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
 *
 * @since 0.1.0
 */
public final class HistoryChanges {

    private final Map<RecordKey, Optional<SalesRecord>> byKey;
    private final Map<RecordKey, Problem> broken;

    private HistoryChanges(Map<RecordKey, Optional<SalesRecord>> byKey, Map<RecordKey, Problem> broken) {
        this.byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        this.broken = Map.copyOf(broken);
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

    /** By each record's key its new state, or none if it is gone or never became one. */
    Map<RecordKey, Optional<SalesRecord>> byKey() {
        return byKey;
    }

    /** What is wrong with those that never became records. */
    Map<RecordKey, Problem> broken() {
        return broken;
    }

    /**
     * Collects {@link HistoryChanges}, in order. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private final Map<RecordKey, Optional<SalesRecord>> byKey = new LinkedHashMap<>();
        private final Map<RecordKey, Problem> broken = new HashMap<>();

        private Builder() {}

        /**
         * Puts a record in the place of the one of its kind and id, if there is one.
         *
         * @param record a record that is new, or a new state of one that is there
         * @return this builder
         */
        public Builder put(SalesRecord record) {
            return change(RecordKey.of(requireNonNull(record, "record")), Optional.of(record));
        }

        /**
         * Builds a record and puts it in the place of the one of its kind and id, if there is one. If it breaks a rule of its own,
         * a strict history refuses the changes; in a lenient one there is no record in that place any more, and its problem among the
         * others, until it is put again or removed.
         *
         * <pre>{@code
         * HistoryChanges changes = HistoryChanges.builder()
         *         .put(Survey.builder("v-1", Instant.parse("2026-04-02T14:00:00Z"), Survey.Scale.NPS, 11))
         *         .build();
         * SalesHistory lenient = SalesHistory.builder(history.zone(), history.currency()).lenient().build();
         * assert lenient.with(changes).problems().toString()
         *         .equals("[Survey v-1: score 11 is off the scale NPS, expected 0 to 10]");
         * }</pre>
         *
         * @param record the builder of a record that is new, or of a new state of one that is there
         * @return this builder
         * @throws InvalidRecordException if the id is missing or blank: it is not known which record it is
         */
        public Builder put(RecordBuilder<?> record) {
            requireNonNull(record, "record");
            try {
                return put(record.build());
            } catch (InvalidRecordException e) {
                Problem problem = e.problem();
                if (problem.id() == null || problem.field().equals("id")) {
                    throw e;
                }
                RecordKey key = new RecordKey(problem.type(), problem.id());
                change(key, Optional.empty());
                broken.put(key, problem);
                return this;
            }
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
            return change(new RecordKey(requireNonNull(type, "type"), requireNonNull(id, "id")), Optional.empty());
        }

        private Builder change(RecordKey key, Optional<SalesRecord> now) {
            byKey.put(key, now);
            broken.remove(key);
            return this;
        }

        /**
         * Returns the changes.
         *
         * @return the changes
         */
        public HistoryChanges build() {
            return new HistoryChanges(byKey, broken);
        }
    }

    /** Returns whether the changes of each record are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryChanges changes && byKey.equals(changes.byKey) && broken.equals(changes.broken);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byKey, broken);
    }

    /** Returns how many records are put and removed, and how many break a rule, if any do. */
    @Override
    public String toString() {
        long put = byKey.values().stream().filter(Optional::isPresent).count();
        return "HistoryChanges: " + put + " put, " + (byKey.size() - put - broken.size()) + " removed"
                + (broken.isEmpty() ? "" : ", " + broken.size() + " broken");
    }
}
