package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A history, and what has changed since: what a changed one consists of. Immutable and thread-safe.
 *
 * @param base the history that stands for itself
 * @param deltas what changed, in order
 * @param others what is wrong with records of one id, and with what never became a record
 * @param totals the sums of all amounts
 */
record LayeredContents(
        SalesHistory base, ImmutableList<HistoryDelta> deltas, List<Problem> others, CustomerRecords.Totals totals) {

    /** So few customers are put together again, rather than made a layer of their own, unless the base is small too. */
    private static final int FEW = 64;

    private static final int FEW_OF_BASE = 100;

    /** Deltas are put together when there are so many of about one size: sizes that differ by less than this factor. */
    private static final int FAN_IN = 4;

    /** A base that so large a part of has changed is made anew, but not for a handful of customers. */
    private static final int PART_OF_BASE = 4;

    private static final int HANDFUL = 32;

    /** What a history consists of, that was changed or not. */
    static LayeredContents of(SalesHistory history) {
        LayeredContents known = history.layered();
        return known != null
                ? known
                : new LayeredContents(
                        history,
                        ImmutableList.of(),
                        history.contents().setAside().others(),
                        history.lookup().totals());
    }

    /** The same with one more change. */
    LayeredContents with(HistoryDelta change, List<Problem> othersNow, CustomerRecords.Totals totalsNow) {
        return new LayeredContents(
                base,
                ImmutableList.<HistoryDelta>builder().addAll(deltas).add(change).build(),
                othersNow,
                totalsNow);
    }

    /** The same in few layers. */
    LayeredContents compacted() {
        return compacted(0);
    }

    /**
     * The same in few layers on top of those of another, which stay as they are; null if these layers do not begin with those, or if
     * so much has changed since that all are better put together.
     */
    @Nullable
    LayeredContents compactedAbove(LayeredContents below) {
        int fixed = below.deltas.size();
        return beginsWith(below) && !isDue(fixed) ? compacted(fixed) : null;
    }

    private LayeredContents compacted(int fixed) {
        int few = Math.min(FEW, base.customers().size() / FEW_OF_BASE);
        int kept = deltas.size() - 1;
        if (kept < fixed) {
            return this;
        }
        int size = deltas.get(kept).size();
        while (kept > fixed && deltas.get(kept - 1).size() + size <= few) {
            size += deltas.get(--kept).size();
        }
        for (int start = startOfAlike(fixed, kept, size);
                kept - start >= FAN_IN - 1;
                start = startOfAlike(fixed, kept, size)) {
            while (kept > start) {
                size += deltas.get(--kept).size();
            }
        }
        return kept == deltas.size() - 1
                ? this
                : with(
                        base,
                        deltas.subList(0, kept),
                        List.of(HistoryDelta.of(base.terms(), deltas.subList(kept, deltas.size()))));
    }

    /** The position, from one on, of the first of the deltas before another that are not much larger than what follows. */
    private int startOfAlike(int first, int end, int size) {
        int start = end;
        while (start > first && deltas.get(start - 1).size() / FAN_IN < size) {
            start--;
        }
        return start;
    }

    private LayeredContents with(SalesHistory another, List<HistoryDelta> first, List<HistoryDelta> next) {
        return new LayeredContents(
                another,
                ImmutableList.<HistoryDelta>builder().addAll(first).addAll(next).build(),
                others,
                totals);
    }

    /** The same, where these layers begin with those of another, on top of what stands for that one; null if they do not. */
    @Nullable
    LayeredContents rebased(LayeredContents from, SalesHistory to) {
        if (!beginsWith(from)) {
            return null;
        }
        LayeredContents ground = of(to);
        return with(ground.base, ground.deltas, deltas.subList(from.deltas.size(), deltas.size()));
    }

    private boolean beginsWith(LayeredContents from) {
        int known = from.deltas.size();
        return from.base == base
                && known <= deltas.size()
                && deltas.subList(0, known).equals(from.deltas);
    }

    /** Whether so much has changed that one history is better than this. */
    boolean isDue() {
        return isDue(0);
    }

    /** Whether so much has changed since some of the layers. */
    private boolean isDue(int since) {
        int changed = deltas.stream().skip(since).mapToInt(HistoryDelta::size).sum();
        return changed > HANDFUL && changed > base.customers().size() / PART_OF_BASE;
    }

    /** The base, and what is taken out of it and added, in turn. */
    List<HistoryLayer> layers() {
        ImmutableList.Builder<HistoryLayer> layers = ImmutableList.builder();
        layers.add(new HistoryLayer(base, true));
        deltas.forEach(delta ->
                layers.add(new HistoryLayer(delta.removed(), false)).add(new HistoryLayer(delta.added(), true)));
        return layers.build();
    }

    /** A record, set aside or not; null if there is none. */
    @Nullable
    SalesRecord find(RecordKey key) {
        for (HistoryDelta delta : Lists.reverse(deltas)) {
            Optional<SalesRecord> found = delta.find(key);
            if (found != null) {
                return found.orElse(null);
            }
        }
        return base.lookup().find(key);
    }

    /** What there is of a customer, or of a fact without one. */
    CustomerRecords of(RecordKey holder) {
        for (HistoryDelta delta : Lists.reverse(deltas)) {
            CustomerRecords found = delta.after(holder);
            if (found != null) {
                return found;
            }
        }
        return base.lookup().of(holder);
    }

    /** All of it in one. */
    Contents merged() {
        HistoryDelta all = HistoryDelta.of(base.terms(), deltas);
        Contents before = base.contents();
        Records out = all.removed().contents().records();
        Records in = all.added().contents().records();
        return new Contents(
                before.records().merged(out, in),
                ImmutableList.copyOf(Records.merged(
                        before.journeys(), all.removed().journeys(), all.added().journeys(), CustomerJourney.ORDER)),
                setAside(all));
    }

    private SetAside setAside(HistoryDelta all) {
        List<SalesRecord> records = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        base.lookup().setAside().forEach((holder, setAside) -> {
            if (all.after(holder) == null) {
                records.addAll(setAside.records());
                problems.addAll(setAside.problems());
            }
        });
        for (CustomerRecords now : all.after().values()) {
            records.addAll(now.setAside().records());
            problems.addAll(now.setAside().problems());
        }
        return new SetAside(records, problems, others);
    }
}
