package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A history in the making from one before it: changes come one after another, each checked at once against all others.
 *
 * <pre>{@code
 * HistoryRevision revision = history.revise();
 * for (int i = 1; i <= 3; i++) {
 *     Instant at = Instant.parse("2026-04-02T14:00:00Z").plusSeconds(i);
 *     revision.apply(HistoryChanges.of(Call.builder("k-" + i, at).build()));
 * }
 * SalesHistory next = revision.build();
 * assert next.calls().size() == history.calls().size() + 3;
 * }</pre>
 *
 * <p>A change costs as much as the records of the customers whose records it touches. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class HistoryRevision {

    private final SalesHistory parent;
    private final HistoryTerms terms;
    private final LayeredContents contents;
    private final Map<RecordKey, CustomerRecords> before = new LinkedHashMap<>();
    private final Map<RecordKey, CustomerRecords> after = new LinkedHashMap<>();
    private final Map<RecordKey, Optional<SalesRecord>> changed = new HashMap<>();
    private List<Problem> others;
    private CustomerRecords.Totals totals;

    HistoryRevision(SalesHistory parent, HistoryTerms terms, LayeredContents contents) {
        this.parent = parent;
        this.terms = terms;
        this.contents = contents;
        this.others = contents.others();
        this.totals = contents.totals();
    }

    /**
     * Applies changes, all of them or none. What comes of them is what a new build of all records would give.
     *
     * @param changes the changes
     * @return this revision
     * @throws InvalidHistoryException if the history was built strictly and the records do not fit together afterwards, or if
     *     amounts cannot be summed; it holds all problems, and nothing has changed
     */
    public HistoryRevision apply(HistoryChanges changes) {
        Step step = new Step();
        requireNonNull(changes, "changes").byKey().forEach(step::change);
        changes.broken().forEach(step::setAside);
        step.take();
        return this;
    }

    /**
     * Returns the history with the changes so far. This revision may go on, and be built again.
     *
     * @return the history, {@link SalesHistory#compacted compacted}; the one that the revision began with, if nothing is different
     */
    public SalesHistory build() {
        return snapshot().compacted();
    }

    /**
     * Returns the history with the changes so far as one layer more. That costs as much as the records of the customers that have
     * changed, but the more layers a history has, the longer its answers take: whoever takes many is to
     * {@linkplain SalesHistory#compacted compact} one now and then. This revision may go on, and be asked again.
     *
     * @return the history; the one that the revision began with, if nothing is different
     */
    public SalesHistory snapshot() {
        Map<RecordKey, CustomerRecords> first = new LinkedHashMap<>(before);
        Map<RecordKey, CustomerRecords> last = new LinkedHashMap<>(after);
        before.forEach((holder, was) -> {
            if (was.equals(after.get(holder))) {
                first.remove(holder);
                last.remove(holder);
            }
        });
        if (last.isEmpty() && others.equals(contents.others())) {
            return parent;
        }
        HistoryDelta delta = new HistoryDelta(terms, first, last, new HashMap<>(changed));
        return new SalesHistory(terms, contents.with(delta, others, totals));
    }

    private @Nullable SalesRecord find(RecordKey key) {
        Optional<SalesRecord> here = changed.get(key);
        return here != null ? here.orElse(null) : contents.find(key);
    }

    private CustomerRecords of(RecordKey holder) {
        CustomerRecords here = after.get(holder);
        return here != null ? here : contents.of(holder);
    }

    /** Changes that are taken together. */
    private final class Step {

        private final Map<RecordKey, Optional<SalesRecord>> changes = new LinkedHashMap<>();

        /** All records of each customer that is touched, by their keys. */
        private final Map<RecordKey, Map<RecordKey, SalesRecord>> given = new LinkedHashMap<>();

        private final List<Problem> broken = new ArrayList<>();
        private List<Problem> othersLeft = others;

        void change(RecordKey key, Optional<SalesRecord> now) {
            SalesRecord was = find(key);
            if (was != null) {
                given(RecordKey.ofHolder(was)).remove(key);
            }
            now.ifPresent(record -> given(RecordKey.ofHolder(record)).put(key, record));
            if (othersLeft.stream().anyMatch(key::isOf)) {
                othersLeft = othersLeft.stream()
                        .filter(problem -> !key.isOf(problem))
                        .toList();
                if (key.type() == RecordType.CUSTOMER) {
                    given(key);
                }
            }
            changes.put(key, now);
        }

        /** What never became a record; facts of a customer among it are set aside too. */
        void setAside(RecordKey key, Problem problem) {
            othersLeft = ImmutableList.<Problem>builder()
                    .addAll(othersLeft)
                    .add(problem)
                    .build();
            broken.add(problem);
            if (key.type() == RecordType.CUSTOMER) {
                given(key);
            }
        }

        private Map<RecordKey, SalesRecord> given(RecordKey holder) {
            return given.computeIfAbsent(holder, key -> {
                Map<RecordKey, SalesRecord> records = new LinkedHashMap<>();
                of(key).all().forEach(record -> records.put(RecordKey.of(record), record));
                return records;
            });
        }

        void take() {
            Map<RecordKey, CustomerRecords> checked = new LinkedHashMap<>();
            given.forEach((holder, records) -> checked.put(
                    holder,
                    CustomerRecords.of(
                            ImmutableList.copyOf(records.values()),
                            othersLeft.stream().filter(holder::isOf).toList(),
                            terms.reporting())));
            CustomerRecords.Totals sums = totalsWith(checked);
            if (sums.areTooLarge()) {
                refuse(checked);
            }
            List<Problem> problems = Stream.concat(
                            broken.stream(),
                            checked.values().stream().flatMap(now -> now.setAside().problems().stream()))
                    .sorted(Problem.ORDER)
                    .toList();
            if (!problems.isEmpty() && !terms.isLenient()) {
                throw new InvalidHistoryException(problems);
            }
            checked.forEach((holder, now) -> {
                before.computeIfAbsent(holder, contents::of);
                after.put(holder, now);
            });
            changed.putAll(changes);
            others = othersLeft;
            totals = sums;
        }

        private CustomerRecords.Totals totalsWith(Map<RecordKey, CustomerRecords> checked) {
            CustomerRecords.Totals sums = totals;
            for (RecordKey holder : checked.keySet()) {
                sums = sums.minus(CustomerRecords.Totals.of(of(holder).known(), terms.reporting()));
            }
            for (CustomerRecords now : checked.values()) {
                sums = sums.plus(CustomerRecords.Totals.of(now.known(), terms.reporting()));
            }
            return sums;
        }

        /** Fails as a new build of all records does. */
        private void refuse(Map<RecordKey, CustomerRecords> checked) {
            Map<RecordKey, CustomerRecords> first = new LinkedHashMap<>(before);
            Map<RecordKey, CustomerRecords> last = new LinkedHashMap<>(after);
            checked.forEach((holder, now) -> {
                first.computeIfAbsent(holder, contents::of);
                last.put(holder, now);
            });
            HistoryDelta delta = new HistoryDelta(terms, first, last, Map.of());
            new SalesHistory(terms, contents.with(delta, othersLeft, totals)).rebuilt();
        }
    }
}
