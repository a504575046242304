package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;

class RefreshedHistoryTest {

    private final Map<String, Call> table = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final Queue<Set<String>> readAgain = new ConcurrentLinkedQueue<>();
    private final List<String> failures = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    /** What happens when all has been read, and is not known yet. */
    private Runnable whileReading = () -> {};

    private Function<Set<String>, HistoryChanges> some = this::changes;

    private void save(String id) {
        table.put(id, Call.builder(id, Instant.parse("2026-03-02T09:30:00Z")).build());
    }

    private KpiCalculator all() {
        reads.incrementAndGet();
        KpiCalculator kpis = KpiCalculator.of(SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR)
                .calls(List.copyOf(table.values()))
                .build());
        whileReading.run();
        return kpis;
    }

    private HistoryChanges changes(Set<String> ids) {
        readAgain.add(Set.copyOf(ids));
        HistoryChanges.Builder changes = HistoryChanges.builder();
        for (String id : ids) {
            Call call = table.get(id);
            if (call == null) {
                changes.remove(RecordType.CALL, id);
            } else {
                changes.put(call);
            }
        }
        return changes.build();
    }

    private RefreshedHistory<String> followed(Executor executor) {
        return RefreshedHistory.<String>builder(this::all, ids -> some.apply(ids), executor)
                .prepare(Dimension.OWNER)
                .onFailure(failure -> failures.add(failure.getMessage()))
                .build();
    }

    private static Set<String> ids(RefreshedHistory<String> followed) {
        return Set.copyOf(
                followed.calculator().history().calls().stream().map(Call::id).toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsReadBeforeSomebodyAsks() {
        RefreshedHistory<String> followed = followed(tasks::add);
        save("k-1");

        assertThat(followed.changed(List.of("k-1"))).isCompleted();
        assertThat(followed.reload()).isCompleted();
        assertThat(followed.recordCount()).isZero();
        assertThat(followed).hasToString("RefreshedHistory of what has not been read");
        assertThat(reads).hasValue(0);
        assertThat(tasks).isEmpty();

        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(followed.calculator()).isSameAs(followed.calculator());
        assertThat(reads).hasValue(1);
        assertThat(followed.recordCount()).isEqualTo(1);
        assertThat(followed).hasToString("RefreshedHistory of 1 records");
    }

    @Test
    void whoeverAsksMeanwhileWaitsForTheSameReading() throws Exception {
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        whileReading = () -> {
            isReading.countDown();
            await(mayEnd);
        };
        RefreshedHistory<String> followed = followed(tasks::add);
        ExecutorService askers = Executors.newCachedThreadPool();
        Future<KpiCalculator> first = askers.submit(followed::calculator);
        await(isReading);
        AtomicReference<Thread> waiter = new AtomicReference<>();
        Future<KpiCalculator> second = askers.submit(() -> {
            waiter.set(Thread.currentThread());
            Thread.currentThread().interrupt(); // ends no wait
            KpiCalculator answer = followed.calculator();
            assertThat(Thread.interrupted()).isTrue();
            return answer;
        });
        while (waiter.get() == null || waiter.get().getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();

        assertThat(second.get()).isSameAs(first.get());
        assertThat(reads).hasValue(1);
        askers.shutdown();
    }

    @Test
    void aFailureToReadIsThrownAndTheNextWhoAsksReads() {
        whileReading = () -> {
            throw new IllegalArgumentException("There is no table");
        };
        RefreshedHistory<String> followed = followed(tasks::add);

        assertThatThrownBy(followed::calculator)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no table");
        whileReading = () -> {};
        assertThat(ids(followed)).isEmpty();
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatChangesWhileAllThatFailsIsReadIsFoundByTheNext() {
        RefreshedHistory<String> followed = followed(tasks::add);
        AtomicReference<CompletableFuture<Void>> seen = new AtomicReference<>();
        whileReading = () -> {
            save("k-1");
            seen.set(followed.changed(List.of("k-1")));
            throw new IllegalStateException("no");
        };

        assertThatThrownBy(followed::calculator).hasMessage("no");
        assertThat(seen.get()).isCompleted();
        whileReading = () -> {};
        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(tasks).isEmpty();
    }

    @Test
    void whatReadsAllMustNotAskForIt() {
        RefreshedHistory<String> followed = followed(tasks::add);
        whileReading = followed::calculator;

        assertThatThrownBy(followed::calculator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("What reads all of a history asks this history itself");
    }

    @Test
    void whatChangesWhileAllIsReadIsReadAgain() {
        RefreshedHistory<String> followed = followed(tasks::add);
        whileReading = () -> {
            save("k-1");
            assertThat(followed.changed(List.of("k-1"))).isNotDone();
            assertThat(tasks).isEmpty(); // no task could read it yet
        };

        assertThat(ids(followed)).isEmpty();
        tasks.remove().run();
        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(tasks).isEmpty();
        assertThat(reads).hasValue(1);
    }

    @Test
    void allThatWaitsIsReadInOneGo() {
        RefreshedHistory<String> followed = followed(tasks::add);
        save("k-1");
        assertThat(ids(followed)).containsExactly("k-1");

        table.clear();
        CompletableFuture<Void> gone = followed.changed(List.of("k-1"));
        save("k-2");
        CompletableFuture<Void> added = followed.changed(List.of("k-2", "k-2"));
        assertThat(followed.changed(List.of())).isCompleted();
        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(gone).isNotDone();
        assertThat(tasks).hasSize(1);

        tasks.remove().run();
        assertThat(ids(followed)).containsExactly("k-2");
        assertThat(gone).isCompleted();
        assertThat(added).isCompleted();
        assertThat(readAgain).containsExactly(Set.of("k-1", "k-2"));
    }

    @Test
    void whatChangesDuringATaskIsOfTheNextForWhichOthersNeedNotWait() {
        RefreshedHistory<String> followed = followed(tasks::add);
        followed.calculator();
        some = ids -> {
            HistoryChanges before = changes(ids);
            if (ids.contains("k-1")) {
                save("k-2");
                assertThat(followed.changed(List.of("k-2"))).isNotDone();
            }
            return before;
        };
        save("k-1");
        assertThat(followed.changed(List.of("k-1"))).isNotDone();

        tasks.remove().run();
        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(ids(followed)).containsExactlyInAnyOrder("k-1", "k-2");
        assertThat(tasks).isEmpty();
    }

    @Test
    void whatDependsOnAChangeFindsIt() {
        RefreshedHistory<String> followed = followed(tasks::add);
        followed.calculator();
        save("k-1");
        CompletableFuture<Set<String>> found = followed.changed(List.of("k-1")).thenApply(seen -> ids(followed));
        CompletableFuture<Void> failing = followed.changed(List.of("k-1")).thenRun(() -> {
            throw new IllegalStateException("no");
        });

        tasks.remove().run();
        assertThat(found).isCompletedWithValue(Set.of("k-1"));
        assertThat(failing).isCompletedExceptionally();
    }

    @Test
    void whatCannotBePutIsReadWhole() {
        RefreshedHistory<String> followed = followed(tasks::add);
        followed.calculator();
        some = ids -> {
            throw new IllegalStateException("cannot be read");
        };
        save("k-1");
        CompletableFuture<Void> seen = followed.changed(List.of("k-1"));

        tasks.remove().run();
        assertThat(seen).isCompletedWithValue(null);
        assertThat(failures).containsExactly("cannot be read");
        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(reads).hasValue(2);
    }

    @Test
    void ifNothingCanBeReadNothingIsKept() {
        RefreshedHistory<String> followed = followed(tasks::add);
        followed.calculator();
        AtomicReference<CompletableFuture<Void>> later = new AtomicReference<>();
        whileReading = () -> {
            later.set(followed.changed(List.of("k-2")));
            throw new IllegalStateException("nor can all");
        };
        some = ids -> {
            throw new IllegalStateException("cannot be read");
        };
        save("k-1");
        CompletableFuture<Void> seen = followed.changed(List.of("k-1"));

        tasks.remove().run();
        assertThat(seen).isCompletedExceptionally();
        assertThat(failures).containsExactly("cannot be read", "nor can all");
        assertThat(later.get()).isCompletedWithValue(null);
        assertThat(followed.recordCount()).isZero();
        assertThatThrownBy(followed::calculator).hasMessage("nor can all");
        assertThat(tasks).isEmpty();

        whileReading = () -> {};
        assertThat(ids(followed)).containsExactly("k-1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHandlerOfFailuresThatFailsStopsNothing(boolean withError) {
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        RefreshedHistory<String> followed = RefreshedHistory.<String>builder(
                        this::all,
                        ids -> {
                            throw new IllegalStateException("cannot be read");
                        },
                        tasks::add)
                .onFailure(failure -> {
                    if (withError) {
                        throw new AssertionError("nor be told");
                    }
                    throw new IllegalStateException("nor be told");
                })
                .build();
        followed.calculator();
        save("k-1");
        assertThat(followed.changed(List.of("k-1"))).isNotDone();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.set(failure));
        try {
            tasks.remove().run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }

        assertThat(uncaught.get()).hasMessage("nor be told");
        assertThat(ids(followed)).containsExactly("k-1");
    }

    @Test
    void withoutAHandlerAFailureIsUncaught() {
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        RefreshedHistory<String> followed = RefreshedHistory.<String>builder(
                        this::all,
                        ids -> {
                            throw new IllegalStateException("cannot be read");
                        },
                        tasks::add)
                .build();
        followed.calculator();
        assertThat(followed.changed(List.of("k-1"))).isNotDone();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.set(failure));
        try {
            tasks.remove().run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }

        assertThat(uncaught.get()).hasMessage("cannot be read");
    }

    @Test
    void allIsReadAgainOnDemand() {
        RefreshedHistory<String> followed = followed(tasks::add);
        followed.calculator();
        save("k-1");
        save("k-2");
        CompletableFuture<Void> one = followed.changed(List.of("k-1"));
        CompletableFuture<Void> all = followed.reload();

        tasks.remove().run();
        assertThat(one).isCompleted();
        assertThat(all).isCompleted();
        assertThat(ids(followed)).containsExactlyInAnyOrder("k-1", "k-2");
        assertThat(followed.recordCount()).isEqualTo(2);
        assertThat(readAgain).isEmpty();
        assertThat(reads).hasValue(2);
    }

    @Test
    void ifTheExecutorRefusesWhoeverAsksNextReadsAll() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        RefreshedHistory<String> followed = followed(closed);
        followed.calculator();
        closed.shutdown();
        save("k-1");

        assertThat(followed.changed(List.of("k-1")))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(RejectedExecutionException.class);
        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(reads).hasValue(2);
    }

    @Test
    void aTaskThatIsRunLateOrTwiceDoesNothingMore() {
        List<Runnable> given = new ArrayList<>();
        RefreshedHistory<String> followed = followed(task -> {
            given.add(task);
            throw new RejectedExecutionException("but keeps it");
        });
        followed.calculator();
        save("k-1");
        assertThat(followed.changed(List.of("k-1"))).isCompletedExceptionally();
        assertThat(ids(followed)).containsExactly("k-1");

        given.forEach(Runnable::run);
        assertThat(readAgain).isEmpty();
        assertThat(ids(followed)).containsExactly("k-1");
    }

    @Test
    void anExecutorMayRunEverythingWhereItIsGivenHoweverOftenAtOnce() {
        RefreshedHistory<String> followed = followed(Runnable::run);
        followed.calculator();
        AtomicInteger left = new AtomicInteger(20_000);
        some = ids -> {
            if (left.decrementAndGet() > 0) {
                assertThat(followed.changed(ids)).isNotDone();
            }
            return changes(ids);
        };
        save("k-1");

        assertThat(followed.changed(List.of("k-1"))).isCompletedWithValue(null);
        assertThat(ids(followed)).containsExactly("k-1");
        assertThat(readAgain).hasSize(20_000);
    }
}
