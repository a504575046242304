package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.HistoryChanges;

/**
 * Many histories that follow a source, each by its key: the tenants of a service, each a {@link RefreshedHistory} that is read when
 * somebody first asks about it.
 *
 * <pre>{@code
 * Map<String, Customer> table = new TreeMap<>(); // in a service: a table with a column that says whose each row is
 * RefreshedHistories<String, String> tenants = RefreshedHistories.<String, String>builder(
 *                 tenant -> KpiCalculator.of(SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *                         .lenient()
 *                         .customers(table.values())
 *                         .build()),
 *                 (tenant, ids) -> HistoryChanges.builder()
 *                         .putAll(ids.stream().map(table::get).toList())
 *                         .build(),
 *                 Runnable::run) // in a service: a pool
 *         .prepare(Dimension.OWNER)
 *         .build();
 * assert tenants.calculator("acme").history().customers().isEmpty();
 *
 * table.put("c-1", Customer.builder("c-1", Instant.parse("2026-03-02T09:30:00Z")).build());
 * tenants.changed("acme", Set.of("c-1")).join(); // after the commit
 * assert tenants.calculator("acme").history().customers().size() == 1;
 * }</pre>
 *
 * <p>How many are kept, and how long, is the business of the {@linkplain Builder#keepIn map} that they are in: the view of a cache
 * as a map lets go of what is too much or has not been asked about. What is not kept is not refreshed, and is read anew when somebody
 * asks.
 *
 * <p>Thread-safe. Those of different keys are read and refreshed at the same time, as far as the executor has threads.
 *
 * @param <K> the type of the keys
 * @param <R> what says which row has changed
 * @since 0.1.0
 */
public final class RefreshedHistories<K, R> {

    private final Builder<K, R> terms;
    private final ConcurrentMap<K, RefreshedHistory<R>> kept;

    private RefreshedHistories(Builder<K, R> terms, ConcurrentMap<K, RefreshedHistory<R>> kept) {
        this.terms = terms;
        this.kept = kept;
    }

    /**
     * Begins histories that follow a source.
     *
     * @param all reads all records of a key, in the thread of whoever asks first, or in a task. It may throw if there is no such key
     * @param some reads rows of a key again: puts the records of those that there are, and removes the others
     * @param executor what runs the tasks, as {@link RefreshedHistory#builder} tells
     * @param <K> the type of the keys
     * @param <R> what says which row has changed
     * @return a builder
     */
    public static <K, R> Builder<K, R> builder(
            Function<? super K, KpiCalculator> all,
            BiFunction<? super K, ? super Set<R>, HistoryChanges> some,
            Executor executor) {
        return new Builder<>(
                requireNonNull(all, "all"), requireNonNull(some, "some"), requireNonNull(executor, "executor"));
    }

    /**
     * Builds {@link RefreshedHistories}. For one thread.
     *
     * @param <K> the type of the keys
     * @param <R> what says which row has changed
     * @since 0.1.0
     */
    public static final class Builder<K, R> {

        private final Function<? super K, KpiCalculator> all;
        private final BiFunction<? super K, ? super Set<R>, HistoryChanges> some;
        private final Executor executor;
        private ConcurrentMap<K, RefreshedHistory<R>> map = new ConcurrentHashMap<>();
        private Dimension[] prepared = {};
        private BiConsumer<? super K, ? super Throwable> onFailure = (key, failure) -> {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, failure);
        };

        private Builder(
                Function<? super K, KpiCalculator> all,
                BiFunction<? super K, ? super Set<R>, HistoryChanges> some,
                Executor executor) {
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
        public Builder<K, R> prepare(Dimension... dimensions) {
            this.prepared = requireElements(dimensions, "dimensions").clone();
            return this;
        }

        /**
         * Says where histories are kept. Without this, they are kept for ever. The view of a cache as a map, such as that of Caffeine
         * or Guava, lets go of some by itself: it may weigh each by its {@link RefreshedHistory#recordCount record count}, for it is
         * told again of a history that has been read. To be asked, and to be refreshed, is a use of a history.
         *
         * @param map an empty map, which nobody else puts into; what is removed from it is read anew when somebody asks
         * @return this builder
         */
        public Builder<K, R> keepIn(ConcurrentMap<K, RefreshedHistory<R>> map) {
            this.map = requireNonNull(map, "map");
            return this;
        }

        /**
         * Has something be told why rows could not be read again or put, so that all of a key is read, or why that failed too.
         * Without this, it is the uncaught exception handler of the thread of the task.
         *
         * @param handler such as a log; called in the task, with the key
         * @return this builder
         */
        public Builder<K, R> onFailure(BiConsumer<? super K, ? super Throwable> handler) {
            this.onFailure = requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Returns the histories, of which nothing is read yet.
         *
         * @return histories that are read when somebody first asks
         */
        public RefreshedHistories<K, R> build() {
            Builder<K, R> copy = new Builder<>(all, some, executor);
            copy.prepared = prepared;
            copy.onFailure = onFailure;
            return new RefreshedHistories<>(copy, map);
        }

        private RefreshedHistory<R> of(K key) {
            return RefreshedHistory.<R>builder(() -> all.apply(key), rows -> some.apply(key, rows), executor)
                    .prepare(prepared)
                    .onFailure(failure -> onFailure.accept(key, failure))
                    .build();
        }
    }

    /**
     * Returns what answers about the records of a key as they were read last. Whoever asks first reads them, and whoever asks meanwhile
     * waits for that. If it fails, nothing is kept of the key.
     *
     * @param key the key
     * @return a calculator that later changes leave alone
     * @throws RuntimeException whatever reading all has thrown, the same to all who waited; whoever asks next reads again
     */
    public KpiCalculator calculator(K key) {
        requireNonNull(key, "key");
        // It is in the map before it is read, so that it hears of what is changed meanwhile.
        RefreshedHistory<R> history = kept.computeIfAbsent(key, terms::of);
        if (history.isRead()) {
            return history.calculator();
        }
        KpiCalculator calculator;
        try {
            calculator = history.calculator();
        } catch (RuntimeException | Error e) {
            kept.remove(key, history);
            throw e;
        }
        kept.replace(key, history, history); // A cache weighs what it is given.
        return calculator;
    }

    /**
     * Has rows of a key be read again. To be called after the commit of the transaction that has changed them. If nothing is kept of the
     * key, there is nothing to do.
     *
     * @param key the key
     * @param rows rows that are new, otherwise than before, or no more
     * @return what ends when whoever asks from then on finds the rows as they are, as {@link RefreshedHistory#changed} tells
     */
    public CompletableFuture<Void> changed(K key, Collection<? extends R> rows) {
        List<R> copy = requireElements(rows, "rows");
        RefreshedHistory<R> known = kept.get(requireNonNull(key, "key"));
        return known == null ? CompletableFuture.completedFuture(null) : known.changed(copy);
    }

    /**
     * Has all of a key be read again, such as after a change of which is not known what it has changed. If nothing is kept of the key,
     * there is nothing to do.
     *
     * @param key the key
     * @return what ends when whoever asks from then on finds all as it is, as {@link RefreshedHistory#reload} tells
     */
    public CompletableFuture<Void> reload(K key) {
        RefreshedHistory<R> known = kept.get(requireNonNull(key, "key"));
        return known == null ? CompletableFuture.completedFuture(null) : known.reload();
    }

    /**
     * Has all of every key that is kept be read again, such as when it may not have been told of some changes.
     *
     * @return what ends when all of them have been, exceptionally if one could not be
     */
    public CompletableFuture<Void> reloadAll() {
        return CompletableFuture.allOf(
                kept.values().stream().map(RefreshedHistory::reload).toArray(CompletableFuture<?>[]::new));
    }

    /** Returns how many are kept. */
    @Override
    public String toString() {
        return "RefreshedHistories of " + kept.size();
    }
}
