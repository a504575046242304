package org.saleskpi.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pieces of work and who does them. */
class WorkersTest {

    private static final int MANY = 1_000_000;

    private static List<Supplier<Integer>> squares(AtomicInteger done) {
        return IntStream.range(0, 100)
                .<Supplier<Integer>>mapToObj(i -> () -> {
                    done.incrementAndGet();
                    return i * i;
                })
                .toList();
    }

    @Test
    void eachPieceIsDoneOnceAndResultsComeInOrder() {
        List<Integer> expected = IntStream.range(0, 100).map(i -> i * i).boxed().toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 200; i++) {
                AtomicInteger done = new AtomicInteger();
                assertThat(Workers.of(pool, MANY).all(squares(done))).isEqualTo(expected);
                assertThat(done).hasValue(100);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aHelperThatComesTooLateFindsNothingToDo() {
        Queue<Runnable> queue = new ArrayDeque<>();
        AtomicInteger done = new AtomicInteger();
        assertThat(Workers.of(queue::add, MANY).all(squares(done))).hasSize(100);
        queue.forEach(Runnable::run);
        assertThat(done).hasValue(100);
    }

    @Test
    void anExecutorThatRefusesIsNoHelpAndNoHarm() {
        AtomicInteger done = new AtomicInteger();
        Workers refused = Workers.of(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                MANY);
        assertThat(refused.all(squares(done))).hasSize(100);
        assertThat(done).hasValue(100);
    }

    @Test
    void twoThreadsDoPiecesAtATime() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            CountDownLatch both = new CountDownLatch(2);
            Supplier<Boolean> meets = () -> {
                both.countDown();
                try {
                    return both.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };
            if (Runtime.getRuntime().availableProcessors() > 1) {
                assertThat(Workers.of(pool, MANY).all(List.of(meets, meets))).containsExactly(true, true);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theFailureOfTheFirstPieceThatFailsIsThrownWhenAllAreDone() {
        AtomicInteger done = new AtomicInteger();
        List<Supplier<Integer>> pieces = List.of(
                done::incrementAndGet,
                () -> {
                    throw new IllegalArgumentException("second");
                },
                () -> {
                    throw new AssertionError("third");
                },
                done::incrementAndGet);
        assertThatThrownBy(() -> Workers.of(Runnable::run, MANY).all(pieces))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("second");
        assertThat(done).hasValue(2);
    }

    @Test
    void whoeverIsInterruptedIsInterruptedAfterwards() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Thread.currentThread().interrupt();
            assertThat(Workers.of(pool, MANY).all(squares(new AtomicInteger()))).hasSize(100);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void stretchesAreNeighboursThatMakeTheWhole() {
        assertThat(Workers.CALLER.all(Workers.CALLER.stretches(50_000, (start, end) -> end - start)))
                .containsExactly(50_000);
        List<int[]> stretches = Workers.of(Runnable::run, MANY)
                .all(Workers.of(Runnable::run, MANY).stretches(50_000, (start, end) -> new int[] {start, end}));
        int next = 0;
        for (int[] stretch : stretches) {
            assertThat(stretch[0]).isEqualTo(next);
            assertThat(stretch[1]).isGreaterThan(next);
            next = stretch[1];
        }
        assertThat(next).isEqualTo(50_000);
        assertThat(stretches).hasSizeGreaterThan(2);
        assertThat(Workers.CALLER.stretches(0, (start, end) -> end)).isEmpty();
    }
}
