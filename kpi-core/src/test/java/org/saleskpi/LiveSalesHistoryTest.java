package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
