package org.saleskpi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.InstantRange;

class LiveSalesHistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstantRange YEAR = InstantRange.of(START, Instant.parse("2027-01-01T00:00:00Z"));
    private static final int CUSTOMERS = 2_000;

    private static Customer customer(int number) {
        return Customer.builder("c-" + number, START).owner("rep-" + number % 5).build();
    }

    private static Call call(int number) {
        return Call.builder("k-" + number, START.plusSeconds(number))
                .customer("c-" + number % CUSTOMERS)
                .build();
    }

    private static KpiCalculator start() {
        SalesHistoryBuilder history = SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR);
        for (int i = 0; i < CUSTOMERS; i++) {
            history.add(customer(i));
        }
        return KpiCalculator.of(history.build());
    }

    private static long calls(KpiCalculator kpis) {
        return kpis.during(YEAR).get(SalesIndicators.CALLS).value();
    }

    /** Puts many calls, asks after each few, and compares the end with a new build. */
    private static void assertCounts(LiveSalesHistory live) {
        for (int i = 0; i < 3_000; i++) {
            live.put(call(i));
            if (i % 97 == 0) {
                assertThat(calls(live.calculator())).isEqualTo(i + 1);
            }
        }
        assertIsTheNewBuild(live);
    }

    private static void assertIsTheNewBuild(LiveSalesHistory live) {
        SalesHistory now = live.history();
        KpiCalculator fresh = KpiCalculator.of(SalesHistory.builder(now.zone(), now.currency())
                .addAll(now.records())
                .build());
        assertThat(live.calculator().during(YEAR).by(Dimension.OWNER))
                .isEqualTo(fresh.during(YEAR).by(Dimension.OWNER));
        assertThat(live.calculator().history().records())
                .isEqualTo(fresh.history().records());
    }

    @Test
    void aCalculatorIsOfOneState() {
        LiveSalesHistory live = LiveSalesHistory.of(start());
        KpiCalculator before = live.calculator();
        live.put(call(1), call(2));
        KpiCalculator after = live.calculator();
        live.remove(RecordType.CALL, "k-1");

        assertThat(List.of(calls(before), calls(after), calls(live.calculator())))
                .containsExactly(0L, 2L, 1L);
        assertThat(live.calculator()).isSameAs(live.calculator());
        assertThat(live.history()).isSameAs(live.calculator().history());
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingChanges() {
        LiveSalesHistory live = LiveSalesHistory.of(start());
        live.put(call(1));
        Call stranger = Call.builder("k-2", START).customer("nobody").build();

        assertThatThrownBy(() -> live.put(call(3), stranger)).isInstanceOf(InvalidHistoryException.class);
        assertThatThrownBy(() -> live.remove(RecordType.CUSTOMER, "c-1")).isInstanceOf(InvalidHistoryException.class);
        assertThat(live.history().calls()).containsExactly(call(1));
    }

    @Test
    void layersArePutTogetherByTheCallsThatMakeThemMany() {
        LiveSalesHistory live = LiveSalesHistory.of(start());
        assertCounts(live);

        assertThat(live.history().layers()).hasSizeLessThan(20);
    }

    @Test
    void layersArePutTogetherByAnExecutor() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        LiveSalesHistory live = LiveSalesHistory.builder(start())
                .mergeOn(tasks::add)
                .prepare(Dimension.OWNER)
                .build();
        List<Integer> layers = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            live.put(call(i));
            layers.add(live.history().layers().size());
            if (i % 500 == 499) {
                // Changes while layers are put together stay on top.
                Runnable task = tasks.remove();
                live.put(call(i));
                task.run();
            }
        }

        assertThat(tasks).hasSizeLessThan(2);
        assertThat(layers).allMatch(count -> count < 60);
        assertIsTheNewBuild(live);
    }

    @Test
    void anExecutorMayRunAtOnceOrNotAtAll() {
        assertCounts(LiveSalesHistory.builder(start()).mergeOn(Runnable::run).build());
        Executor closed = task -> {
            throw new RejectedExecutionException("closed");
        };
        LiveSalesHistory alone =
                LiveSalesHistory.builder(start()).mergeOn(closed).build();
        assertCounts(alone);
        assertThat(alone.history().layers()).hasSizeLessThan(60);
    }

    @Test
    void noChangeDoesTheWorkOfAnExecutorThatLagsBehind() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        KpiCalculator start = start();
        LiveSalesHistory live =
                LiveSalesHistory.builder(start).mergeOn(tasks::add).build();
        for (int i = 0; i < 450; i++) {
            live.put(call(i));
            live.calculator();
            if (!tasks.isEmpty() && i < 400) {
                tasks.remove().run();
            }
        }
        assertThat(tasks).hasSize(1);

        // More than a quarter of the customers, in more layers than there may be.
        for (int i = 450; i < 600; i++) {
            live.put(call(i));
            assertThat(live.history().layers()).hasSizeLessThan(60);
            assertThat(live.history().layers().get(0).history()).isSameAs(start.history());
        }

        tasks.remove().run();
        live.put(call(600));
        live.calculator();
        tasks.remove().run();
        assertThat(live.history().layers()).hasSize(1);
        assertIsTheNewBuild(live);
    }

    @Test
    void anExecutorThatForgetsItsTaskIsDoneWithout() {
        LiveSalesHistory live =
                LiveSalesHistory.builder(start()).mergeOn(task -> {}).build();
        for (int i = 0; i < CUSTOMERS; i++) {
            live.put(call(i));
            assertThat(live.history().layers()).hasSizeLessThan(60);
        }

        assertThat(live.history().layers().get(0).history().calls()).hasSizeGreaterThan(CUSTOMERS / 4);
        assertIsTheNewBuild(live);
    }

    @Test
    void aCalculatorStaysWhenThereIsNothingToPutTogether() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        LiveSalesHistory live =
                LiveSalesHistory.builder(start()).mergeOn(tasks::add).build();
        for (int size : new int[] {300, 40, 30, 21}) {
            live.put(IntStream.range(0, size)
                    .mapToObj(number -> Call.builder("of-" + size + "-" + number, START)
                            .customer("c-" + number)
                            .build())
                    .toArray(Call[]::new));
            live.calculator();
        }
        KpiCalculator before = live.calculator();
        assertThat(before.history().layers()).hasSize(9);
        tasks.remove().run();

        assertThat(live.calculator()).isSameAs(before);
    }

    @Test
    void aTaskIsHandedOverWithoutTheLock() throws Exception {
        Call another = call(CUSTOMERS);
        BlockingQueue<LiveSalesHistory> known = new ArrayBlockingQueue<>(1);
        AtomicInteger handedOver = new AtomicInteger();
        Executor busy = task -> {
            handedOver.incrementAndGet();
            // A pool that is full may wait until other tasks are done, which may put records as well.
            CompletableFuture.runAsync(() -> known.remove().put(another))
                    .orTimeout(20, SECONDS)
                    .join();
        };
        LiveSalesHistory live = LiveSalesHistory.builder(start()).mergeOn(busy).build();
        known.add(live);
        for (int i = 0; i < 1_100; i++) {
            live.put(call(i));
        }

        assertThat(handedOver).hasValue(1);
        assertThat(calls(live.calculator())).isEqualTo(1_101);
    }

    @Test
    void aTaskThatFailsInTheSameThreadDoesNotFailTheChange() {
        Dimension failing = Dimension.derived("failing", Dimension.OWNER, owner -> {
            throw new IllegalStateException("not now");
        });
        List<Throwable> told = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.add(failure));
        try {
            assertCounts(LiveSalesHistory.builder(start())
                    .mergeOn(Runnable::run)
                    .prepare(failing)
                    .build());
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }

        assertThat(told).isNotEmpty().allSatisfy(failure -> assertThat(failure).hasMessage("not now"));
    }

    private static List<WeakReference<?>> beganWith(
            KpiCalculator start, Queue<Runnable> tasks, List<LiveSalesHistory> both) {
        both.add(LiveSalesHistory.of(start));
        both.add(LiveSalesHistory.builder(start)
                .mergeOn(tasks::add)
                .prepare(Dimension.OWNER)
                .build());
        return List.of(new WeakReference<>(start), new WeakReference<>(start.history()));
    }

    @Test
    void nothingOfWhatItBeganWithIsHeldOnceAllIsPutTogether() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        List<LiveSalesHistory> both = new ArrayList<>();
        List<WeakReference<?>> held = beganWith(start().prepare(Dimension.OWNER), tasks, both);
        LiveSalesHistory inline = both.get(0);
        LiveSalesHistory merged = both.get(1);
        for (int i = 0; i < CUSTOMERS; i++) {
            inline.put(call(i));
            merged.put(call(i));
            merged.calculator();
            if (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }

        for (int i = 0; i < 40 && held.stream().anyMatch(one -> !one.refersTo(null)); i++) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(held).allMatch(one -> one.refersTo(null));
        assertThat(calls(inline.calculator())).isEqualTo(calls(merged.calculator()));
    }

    @Test
    void aTaskThatFailsIsFollowedByAnother() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        Dimension failing = Dimension.derived("failing", Dimension.OWNER, owner -> {
            throw new IllegalStateException("not now");
        });
        LiveSalesHistory live = LiveSalesHistory.builder(start())
                .mergeOn(tasks::add)
                .prepare(failing)
                .build();
        for (int i = 0; i < 3_000; i++) {
            live.put(call(i));
            if (i % 100 == 0 && !tasks.isEmpty()) {
                assertThatThrownBy(() -> tasks.remove().run()).hasMessageContaining("not now");
            }
        }

        assertThat(calls(live.calculator())).isEqualTo(3_000);
    }

    @Test
    void aViewCannotBeLive() {
        KpiCalculator view = start().asOf(START.plusSeconds(1));

        assertThatThrownBy(() -> LiveSalesHistory.of(view)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofSeveralChangesAllOrNoneAreMade() {
        LiveSalesHistory live = LiveSalesHistory.of(start());
        live.apply(HistoryChanges.builder()
                .put(Customer.builder("new", START).build())
                .put(Call.builder("k-1", START).customer("new").build())
                .remove(RecordType.CUSTOMER, "c-0")
                .build());

        assertThat(live.history().customers()).hasSize(CUSTOMERS);
        assertThat(live).hasToString("LiveSalesHistory of " + live.calculator());
    }
}
