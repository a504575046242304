package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.HistoryRevision;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/**
 * A sales history that changes while questions are asked of it: a service puts each record as it is saved, and takes a
 * {@link #calculator} whenever it wants to answer.
 *
 * <pre>{@code
 * LiveSalesHistory live = LiveSalesHistory.of(KpiCalculator.of(history));
 * live.put(Call.builder("k-9", Instant.parse("2026-04-02T14:00:00Z")).customer("c-0074").build());
 * live.remove(RecordType.MEETING, "m-0001");
 * KpiReport now = live.calculator().during(DateRange.month(2026, 4)).report();
 * }</pre>
 *
 * <p>A change costs as much as the records of the customers that it touches. A calculator answers about one state: all changes
 * before it was taken, and none after. It is what a new build of the records would give, to the last digit. Reports, series and
 * breakdowns that are asked for again after changes cost what has changed since.
 *
 * <p>Layers of changes are put together now and then, and all of them with the history that they were made to, once a quarter of its
 * customers have changed. With an {@linkplain Builder#mergeOn executor} that is done there, and no change or question waits for
 * it; without one, by the calls that make it due.
 *
 * <p>Thread-safe, for any number of writers and readers. A change holds a lock while it is checked, and so does whoever takes the
 * first calculator after changes while these are put together; none is held while a question is answered.
 *
 * @since 0.1.0
 */
public final class LiveSalesHistory {

    /** So many changes make a layer, whether or not somebody asks. */
    private static final int CHANGES_OF_LAYER = 256;

    /** From so many layers on they are put together: a base, and two for each of four deltas. */
    private static final int MANY_LAYERS = 9;

    /** If the executor lags behind so far, changes put together what it is not working at. */
    private static final int TOO_MANY_LAYERS = 49;

    private final @Nullable Executor executor;
    private final Dimension[] prepared;
    private final Object lock = new Object();

    private HistoryRevision revision;
    private int sinceLayer;

    /** Whose layers the executor is putting together; null if it has nothing to do. */
    private @Nullable KpiCalculator merging;

    /** What was last taken, and whether anything has changed since. */
    private volatile State state;

    private record State(KpiCalculator calculator, boolean isCurrent) {}

    private LiveSalesHistory(Builder builder) {
        this.executor = builder.executor;
        this.prepared = builder.prepared.clone();
        this.state = new State(builder.start, true);
        this.revision = builder.start.history().revise();
    }

    /**
     * Returns a live history.
     *
     * @param start a calculator for the records that there are, whose indicators are answered
     * @return a history that begins with those records
     * @throws IllegalStateException if the calculator is one of a view
     */
    public static LiveSalesHistory of(KpiCalculator start) {
        return builder(start).build();
    }

    /**
     * Begins a live history.
     *
     * @param start a calculator for the records that there are, whose indicators are answered
     * @return a builder
     */
    public static Builder builder(KpiCalculator start) {
        return new Builder(requireNonNull(start, "start"));
    }

    /**
     * Builds a {@link LiveSalesHistory}. For one thread.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private final KpiCalculator start;
        private @Nullable Executor executor;
        private Dimension[] prepared = {};

        private Builder(KpiCalculator start) {
            this.start = start;
        }

        /**
         * Has changes be put together elsewhere than by the calls that bring them. An executor that refuses tasks, or forgets them, is
         * done without. A task that fails, as functions of dimensions and indicators may make it, fails no change.
         *
         * @param mergeOn what runs it, a task at a time; one thread is enough
         * @return this builder
         */
        public Builder mergeOn(Executor mergeOn) {
            this.executor = requireNonNull(mergeOn, "mergeOn");
            return this;
        }

        /**
         * Has the first breakdown by some dimensions be prepared wherever changes are put together, so that whoever asks does not
         * wait for it.
         *
         * @param dimensions what breakdowns will be asked by, each for itself
         * @return this builder
         */
        public Builder prepare(Dimension... dimensions) {
            this.prepared = requireElements(dimensions, "dimensions").clone();
            return this;
        }

        /**
         * Returns the live history.
         *
         * @return a history that begins with the records of the calculator
         * @throws IllegalStateException if the calculator is one of a view
         */
        public LiveSalesHistory build() {
            return new LiveSalesHistory(this);
        }
    }

    /**
     * Puts records, each in the place of the one of its kind and id, if there is one: all of them, or none.
     *
     * @param records records that are new, or new states of records that are there
     * @throws org.saleskpi.sales.InvalidHistoryException if the history was built strictly and the records do not fit together
     *     afterwards, or if amounts cannot be summed; it holds all problems, and nothing has changed
     */
    public void put(SalesRecord... records) {
        apply(HistoryChanges.of(records));
    }

    /**
     * Removes a record. If there is none, nothing changes.
     *
     * @param type the kind of record
     * @param id its id
     * @throws org.saleskpi.sales.InvalidHistoryException if the history was built strictly and others belong to the record; it
     *     holds all problems, and nothing has changed
     */
    public void remove(RecordType type, String id) {
        apply(HistoryChanges.builder().remove(type, id).build());
    }

    /**
     * Makes changes, all of them or none.
     *
     * @param changes the changes
     * @throws org.saleskpi.sales.InvalidHistoryException if the history was built strictly and the records do not fit together
     *     afterwards, or if amounts cannot be summed; it holds all problems, and nothing has changed
     */
    public void apply(HistoryChanges changes) {
        requireNonNull(changes, "changes");
        Optional<KpiCalculator> many = Optional.empty();
        synchronized (lock) {
            revision.apply(changes);
            sinceLayer++;
            if (state.isCurrent()) {
                state = new State(state.calculator(), false);
            }
            if (sinceLayer >= CHANGES_OF_LAYER) {
                publish();
                many = dueToMerge();
            }
        }
        many.ifPresent(this::mergeElsewhere);
    }

    /**
     * Returns the records as they are now.
     *
     * @return an immutable history
     */
    public SalesHistory history() {
        return calculator().history();
    }

    /**
     * Returns a calculator for the records as they are now.
     *
     * @return a calculator that later changes leave alone; the same as before, or one that gives the same answers faster, if nothing
     *     has changed
     */
    public KpiCalculator calculator() {
        State known = state;
        if (known.isCurrent()) {
            return known.calculator();
        }
        Optional<KpiCalculator> many = Optional.empty();
        synchronized (lock) {
            if (!state.isCurrent()) {
                publish();
                many = dueToMerge();
            }
            known = state;
        }
        many.ifPresent(this::mergeElsewhere);
        return known.calculator();
    }

    /** Makes a layer of the changes since the last one. */
    private void publish() {
        KpiCalculator next = state.calculator().over(revision.snapshot());
        take(next.inLayersOf(inFewLayers(next.history()), next));
    }

    /** A history in fewer layers, if none or too few come of the executor; what it is working at stays, lest that be in vain. */
    private SalesHistory inFewLayers(SalesHistory next) {
        if (executor != null && next.layers().size() < TOO_MANY_LAYERS) {
            return next;
        }
        return merging == null ? next.compacted() : next.compactedAbove(merging.history());
    }

    /** The calculator whose layers the executor is to put together now, if any: a task at a time. */
    private Optional<KpiCalculator> dueToMerge() {
        KpiCalculator last = state.calculator();
        if (executor == null || merging != null || last.history().layers().size() < MANY_LAYERS) {
            return Optional.empty();
        }
        merging = last;
        return Optional.of(last);
    }

    /** Hands the task over; without the lock, for an executor may wait for other tasks, or run it here. */
    private void mergeElsewhere(KpiCalculator many) {
        try {
            requireNonNull(executor, "executor").execute(() -> merge(many));
        } catch (RejectedExecutionException e) {
            // Too many layers are put together without it.
            hasMerged(many);
        } catch (RuntimeException e) {
            // It ran here. The change is made, so what failed is told as in a thread of its own.
            hasMerged(many);
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }

    private void hasMerged(KpiCalculator many) {
        synchronized (lock) {
            merging = merging == many ? null : merging;
        }
    }

    private void take(KpiCalculator next) {
        state = new State(next, true);
        revision = next.history().revise();
        sinceLayer = 0;
    }

    /** Puts the layers of a calculator together, and then the changes since on top. */
    private void merge(KpiCalculator many) {
        try {
            SalesHistory merged = many.history().compacted();
            if (merged == many.history()) {
                return;
            }
            merged.revise();
            KpiCalculator few = many.over(merged).prepare(prepared);
            synchronized (lock) {
                publish();
                KpiCalculator now = state.calculator();
                now.history().rebased(many.history(), merged).ifPresent(rebased -> take(now.inLayersOf(rebased, few)));
            }
        } finally {
            hasMerged(many);
        }
    }

    /** Returns the current history. */
    @Override
    public String toString() {
        return "LiveSalesHistory of " + calculator();
    }
}
