package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.base.Throwables;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.HistoryChanges;

/**
 * A sales history that follows a source, such as the tables of a CRM: read whole when somebody first asks, and brought up to date
 * by reading again what has changed.
 *
 * <pre>{@code
 * import java.util.concurrent.ConcurrentHashMap;
 *
 * Map<String, Call> table = new ConcurrentHashMap<>(); // in a service: a table, read by its own transactions
 * RefreshedHistory<String> followed = RefreshedHistory.<String>builder(
 *                 () -> KpiCalculator.of(SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *                         .lenient()
 *                         .calls(table.values())
 *                         .build()),
 *                 ids -> {
 *                     HistoryChanges.Builder changes = HistoryChanges.builder();
 *                     ids.forEach(id -> changes.remove(RecordType.CALL, id));
 *                     return changes.putAll(table.values().stream().filter(call -> ids.contains(call.id())).toList())
 *                             .build();
 *                 },
 *                 Runnable::run) // in a service: a pool
 *         .build();
 * assert followed.calculator().history().calls().isEmpty();
 *
 * table.put("k-1", Call.builder("k-1", Instant.parse("2026-03-02T09:30:00Z")).build());
 * followed.changed(List.of("k-1")).join(); // after the commit
 * assert followed.calculator().history().calls().size() == 1;
 * }</pre>
 *
 * <p>It is told which rows have changed, not how: it reads them again, in tasks that the executor runs one after another, and all
 * that wait in one go. So whatever order transactions tell it in, it ends with what stands in the source, as long as each tells it
 * <em>after</em> its commit, and each reading sees all commits before it. That holds too for what is committed while all is being
 * read: it is read again afterwards.
 *
 * <p>Rows may be of any type with {@code equals} that says which row it is: a table and a key, a class and an id. All rows of one
 * call are put at once.
 *
 * <p>What cannot be refreshed is read whole; if that fails too, or the executor refuses, nothing is kept, and all is read by whoever
 * asks next. Nothing needs to be closed: tasks that the executor still runs end by themselves.
 *
 * <p>Thread-safe. No lock is held while anything is read: questions are answered from what was read before.
 *
 * @param <R> what says which row has changed
 * @see RefreshedHistories
 * @see LiveSalesHistory
 * @since 0.1.0
 */
public final class RefreshedHistory<R> {

    private final Supplier<KpiCalculator> all;
    private final Function<? super Set<R>, HistoryChanges> some;
    private final Executor executor;
    private final Dimension[] prepared;
    private final @Nullable Consumer<? super Throwable> onFailure;
    private final Object lock = new Object();

    /** What answers; null if nothing has been read, or nothing could be. */
    private volatile @Nullable Whole whole;

    /** All that is being read because somebody asks; null if nothing is. Never while a task is at work. */
    private @Nullable Reading reading;

    /** What the next task does; null if nothing is to be done. */
    private @Nullable RowsToRead<R> waiting;

    /** What the executor has been given, or is about to be, and has not ended; null if nothing. Not without a history to refresh. */
    private @Nullable Turn turn;

    /** A history, and how many records it had when all of them were read. */
    private record Whole(LiveSalesHistory live, int records) {}

    /** Somebody who reads all, and those who wait for it. */
    private record Reading(Thread reader, CompletableFuture<Whole> result) {}

    private RefreshedHistory(Builder<R> builder) {
        this.all = builder.all;
        this.some = builder.some;
        this.executor = builder.executor;
        this.prepared = builder.prepared;
        this.onFailure = builder.onFailure;
    }

    /**
     * Begins a history that follows a source.
     *
     * @param all reads all records, in the thread of whoever asks first, or in a task; of its answer the history and the indicators
     *     are kept
     * @param some reads rows again: puts the records of those that there are, and removes the others
     * @param executor what runs the tasks; two threads at least, lest rows wait while {@linkplain LiveSalesHistory.Builder#mergeOn
     *     changes are put together}. It is to run or refuse what it is given, now or later, in any thread
     * @param <R> what says which row has changed
     * @return a builder
     */
    public static <R> Builder<R> builder(
            Supplier<KpiCalculator> all, Function<? super Set<R>, HistoryChanges> some, Executor executor) {
        return new Builder<>(
                requireNonNull(all, "all"), requireNonNull(some, "some"), requireNonNull(executor, "executor"));
    }

    /**
     * Builds a {@link RefreshedHistory}. For one thread.
     *
     * @param <R> what says which row has changed
     * @since 0.1.0
     */
    public static final class Builder<R> {

        private final Supplier<KpiCalculator> all;
        private final Function<? super Set<R>, HistoryChanges> some;
        private final Executor executor;
        private Dimension[] prepared = {};
        private @Nullable Consumer<? super Throwable> onFailure;

        private Builder(Supplier<KpiCalculator> all, Function<? super Set<R>, HistoryChanges> some, Executor executor) {
            this.all = all;
            this.some = some;
            this.executor = executor;
        }

        /**
         * Has the first breakdown by some dimensions be prepared with what is read.
         *
         * @param dimensions what breakdowns will be asked by, each for itself
         * @return this builder
         */
        public Builder<R> prepare(Dimension... dimensions) {
            this.prepared = requireElements(dimensions, "dimensions").clone();
            return this;
        }

        /**
         * Has something be told why rows could not be read again or put, so that all is read, or why that failed too. Without
         * this, it is the uncaught exception handler of the thread of the task.
         *
         * @param handler such as a log; called in the task
         * @return this builder
         */
        public Builder<R> onFailure(Consumer<? super Throwable> handler) {
            this.onFailure = requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Returns the history, of which nothing is read yet.
         *
         * @return a history that is read when somebody first asks
         */
        public RefreshedHistory<R> build() {
            return new RefreshedHistory<>(this);
        }
    }

    /**
     * Returns what answers about the records as they were read last. Whoever asks first reads all, and whoever asks meanwhile waits
     * for that; an interrupt does not end the wait. Afterwards nobody waits: changes that are just being read are in later calculators.
     *
     * @return a calculator that later changes leave alone
     * @throws RuntimeException whatever reading all has thrown, the same to all who waited; whoever asks next reads again
     * @throws IllegalStateException if what reads all asks for it itself
     */
    public KpiCalculator calculator() {
        Whole known = whole;
        return (known == null ? read() : known).live().calculator();
    }

    private Whole read() {
        Thread here = Thread.currentThread();
        Reading mine = null;
        CompletableFuture<Whole> result;
        synchronized (lock) {
            Whole known = whole;
            if (known != null) {
                return known;
            }
            if (reading == null) {
                mine = new Reading(here, new CompletableFuture<>());
                reading = mine;
            } else if (reading.reader() == here) {
                throw new IllegalStateException("What reads all of a history asks this history itself");
            }
            result = reading.result();
        }
        if (mine != null) {
            read(mine);
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
            throw e;
        }
    }

    /** Reads all, and then has be read again what has changed meanwhile. */
    private void read(Reading mine) {
        Whole known;
        try {
            known = readAll();
        } catch (Throwable e) {
            letGo(mine, null);
            mine.result().completeExceptionally(e);
            return;
        }
        Turn next;
        synchronized (lock) {
            whole = known;
            reading = null;
            next = nextTurn();
        }
        mine.result().complete(known);
        give(next);
    }

    private Whole readAll() {
        KpiCalculator kpis = requireNonNull(all.get(), "what reads all").prepare(prepared);
        return new Whole(
                LiveSalesHistory.builder(kpis)
                        .mergeOn(executor)
                        .prepare(prepared)
                        .build(),
                kpis.history().records().size());
    }

    /**
     * Has rows be read again. To be called after the commit of the transaction that has changed them, by whatever thread. It does not
     * wait, unless the executor does, and does not fail if that refuses. If nothing has been read yet, there is nothing to do.
     *
     * <p>What depends on the future is done in the task, and holds up the next one.
     *
     * @param rows rows that are new, otherwise than before, or no more
     * @return what ends when whoever asks from then on finds the rows as they are; exceptionally, if they could not be read, and whoever
     *     asks reads all
     */
    public CompletableFuture<Void> changed(Collection<? extends R> rows) {
        List<R> copy = requireElements(rows, "rows");
        return copy.isEmpty() ? CompletableFuture.completedFuture(null) : add(batch -> batch.add(copy));
    }

    /**
     * Has all be read again, such as after a change of which is not known what it has changed. Until then, questions are answered
     * from what was read before. If nothing has been read yet, there is nothing to do.
     *
     * @return what ends when whoever asks from then on finds all as it is; exceptionally, if it could not be read, and whoever asks
     *     reads it
     */
    public CompletableFuture<Void> reload() {
        return add(batch -> batch.addAll());
    }

    private CompletableFuture<Void> add(Consumer<RowsToRead<R>> change) {
        RowsToRead<R> batch;
        Turn due = null;
        synchronized (lock) {
            if (whole == null && reading == null) {
                return CompletableFuture.completedFuture(null);
            }
            batch = waiting == null ? new RowsToRead<>() : waiting;
            waiting = batch;
            change.accept(batch);
            if (reading == null && turn == null) {
                due = nextTurn();
            }
        }
        give(due);
        return batch.whenRead();
    }

    /** The turn of what waits; null if nothing does. With the lock. */
    private @Nullable Turn nextTurn() {
        turn = waiting == null ? null : new Turn(mine -> give(work(mine)));
        return turn;
    }

    /** Hands turns over, for others want the executor too; or takes them, one after another, if the executor has that done here. */
    private void give(@Nullable Turn first) {
        Turn next = first;
        while (next != null) {
            boolean isHandedOver;
            try {
                isHandedOver = next.isHandedOverTo(executor);
            } catch (RuntimeException | Error e) {
                letGo(next, e);
                return;
            }
            next = isHandedOver ? null : work(next);
        }
    }

    /** Does what waits, and returns the next turn, if there is one. */
    private @Nullable Turn work(Turn mine) {
        RowsToRead<R> batch;
        Whole known;
        synchronized (lock) {
            batch = waiting;
            known = whole;
            if (turn != mine || batch == null || known == null) {
                return null;
            }
            waiting = null;
        }
        Whole now;
        try {
            now = refreshed(known, batch);
        } catch (Throwable e) {
            tell(e);
            letGo(mine, null);
            batch.end(e);
            return null;
        }
        Turn next = null;
        synchronized (lock) {
            if (turn == mine) {
                whole = now;
                next = nextTurn();
            }
        }
        batch.end(null);
        return next;
    }

    private Whole refreshed(Whole known, RowsToRead<R> batch) {
        if (!batch.isAll()) {
            try {
                known.live().apply(some.apply(batch.rows()));
                return known;
            } catch (Throwable e) {
                tell(e);
            }
        }
        return readAll();
    }

    private void tell(Throwable failure) {
        Thread here = Thread.currentThread();
        try {
            if (onFailure != null) {
                onFailure.accept(failure);
            } else {
                here.getUncaughtExceptionHandler().uncaughtException(here, failure);
            }
        } catch (RuntimeException | Error e) { // Whatever a handler throws, nobody is to wait for ever.
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }

    /** Keeps nothing, if who says so is the one at work: whoever asks next reads what is in the source then. */
    private void letGo(Object mine, @Nullable Throwable refusal) {
        RowsToRead<R> left;
        synchronized (lock) {
            if (mine != turn && mine != reading) {
                return;
            }
            whole = null;
            reading = null;
            turn = null;
            left = waiting;
            waiting = null;
        }
        if (left != null) {
            left.end(refusal);
        }
    }

    /** Whether something has been read, and not been let go. */
    boolean isRead() {
        return whole != null;
    }

    /**
     * Returns how many records there were when all were read last: what a cache may weigh a history by.
     *
     * @return the number of records; 0 if nothing has been read
     */
    public int recordCount() {
        Whole known = whole;
        return known == null ? 0 : known.records();
    }

    /** Returns how many records there were when all were read last. */
    @Override
    public String toString() {
        Whole known = whole;
        return "RefreshedHistory of " + (known == null ? "what has not been read" : known.records() + " records");
    }
}
