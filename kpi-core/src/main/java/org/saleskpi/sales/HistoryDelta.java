package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is different between a history and one before it: what both have of each customer that something changed of. Immutable
 * and thread-safe.
 */
final class HistoryDelta {

    private final Map<RecordKey, CustomerRecords> before;
    private final Map<RecordKey, CustomerRecords> after;

    /** The records that were put, and that are there no more. */
    private final Map<RecordKey, Optional<SalesRecord>> changed;

    private final SalesHistory removed;
    private final SalesHistory added;

    /**
     * Creates a delta.
     *
     * @param before what the one before has of each customer or fact without one
     * @param after what the other has of the same
     * @param changed each record that is new, or none in its place
     */
    HistoryDelta(
            HistoryTerms terms,
            Map<RecordKey, CustomerRecords> before,
            Map<RecordKey, CustomerRecords> after,
            Map<RecordKey, Optional<SalesRecord>> changed) {
        this.before = before;
        this.after = after;
        this.changed = changed;
        this.removed = historyOf(before.values(), terms);
        this.added = historyOf(after.values(), terms);
    }

    /** Differences one after another, as one. */
    static HistoryDelta of(HistoryTerms terms, List<HistoryDelta> inOrder) {
        Map<RecordKey, CustomerRecords> first = new LinkedHashMap<>();
        Map<RecordKey, CustomerRecords> last = new LinkedHashMap<>();
        Map<RecordKey, Optional<SalesRecord>> all = new HashMap<>();
        for (HistoryDelta delta : inOrder) {
            delta.before.forEach(first::putIfAbsent);
            last.putAll(delta.after);
            all.putAll(delta.changed);
        }
        return new HistoryDelta(terms, first, last, all);
    }

    private static SalesHistory historyOf(Collection<CustomerRecords> parts, HistoryTerms terms) {
        Records records = Records.empty();
        Map<String, CustomerJourney> journeys = new HashMap<>();
        for (CustomerRecords part : parts) {
            records.addAll(part.known());
            if (part.journey() != null) {
                journeys.put(part.journey().customerId(), part.journey());
            }
        }
        Records sorted = records.sorted();
        return new SalesHistory(
                terms,
                new Contents(
                        sorted,
                        sorted.customers().stream()
                                .map(customer -> journeys.get(customer.id()))
                                .collect(ImmutableList.toImmutableList()),
                        SetAside.NOTHING));
    }

    /** How many customers are different. */
    int size() {
        return after.size();
    }

    /** What the history before had of these customers, as one of its own. */
    SalesHistory removed() {
        return removed;
    }

    /** What the history after has of these customers, as one of its own. */
    SalesHistory added() {
        return added;
    }

    /** What the history after has of a customer; null if it is not different. */
    @Nullable
    CustomerRecords after(RecordKey holder) {
        return after.get(holder);
    }

    /** What the history after has of each customer that is different. */
    Map<RecordKey, CustomerRecords> after() {
        return after;
    }

    /** A record that the history after has, or none where it has none any more; null if it is not different. */
    @SuppressWarnings("NullableOptional") // Three cases: another record, none any more, the same as before.
    @Nullable
    Optional<SalesRecord> find(RecordKey key) {
        return changed.get(key);
    }
}
