package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;

class RefreshedHistoriesTest {

    private static final List<String> TENANTS = List.of("acme", "bolt", "core");
    private static final int ROWS = 20;

    /** The source of truth: by tenant and id the version of a row, which its owner tells. */
    private final Map<String, Map<String, Integer>> tables = new TreeMap<>();

    private final AtomicInteger reads = new AtomicInteger();

    RefreshedHistoriesTest() {
        TENANTS.forEach(tenant -> tables.put(tenant, new ConcurrentHashMap<>()));
    }

    private static Call call(String id, int version) {
        return Call.builder(id, Instant.parse("2026-03-02T09:30:00Z"))
                .owner(Integer.toString(version))
                .build();
    }

    private Map<String, Integer> table(String tenant) {
        Map<String, Integer> table = tables.get(tenant);
        if (table == null) {
            throw new NoSuchElementException("There is no tenant " + tenant);
        }
        return table;
    }

    private KpiCalculator all(String tenant) {
        reads.incrementAndGet();
        List<Call> calls = new ArrayList<>();
        table(tenant).forEach((id, version) -> calls.add(call(id, version)));
        return KpiCalculator.of(SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR)
                .calls(calls)
                .build());
    }

    private HistoryChanges changes(String tenant, Iterable<String> ids) {
        HistoryChanges.Builder changes = HistoryChanges.builder();
        for (String id : ids) {
            Integer version = table(tenant).get(id);
            if (version == null) {
                changes.remove(RecordType.CALL, id);
            } else {
                changes.put(call(id, version));
            }
        }
        return changes.build();
    }

    private static Map<String, Integer> seen(KpiCalculator kpis) {
        Map<String, Integer> seen = new TreeMap<>();
        kpis.history().calls().forEach(call -> seen.put(call.id(), Integer.parseInt(String.valueOf(call.owner()))));
        return seen;
    }

    @Test
    void eachKeyHasAHistoryOfItsOwn() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        RefreshedHistories<String, String> tenants =
                RefreshedHistories.builder(this::all, this::changes, tasks::add).build();
        table("acme").put("k-1", 1);
        assertThat(tenants).hasToString("RefreshedHistories of 0");
        assertThat(seen(tenants.calculator("acme"))).hasSize(1);
        assertThat(seen(tenants.calculator("bolt"))).isEmpty();
        assertThat(tenants.calculator("acme")).isSameAs(tenants.calculator("acme"));
        assertThat(reads).hasValue(2);
        assertThat(tenants).hasToString("RefreshedHistories of 2");

        table("bolt").put("k-1", 2);
        CompletableFuture<Void> seen = tenants.changed("bolt", List.of("k-1"));
        assertThat(tenants.changed("core", List.of("k-1"))).isCompleted();
        assertThat(tenants.reload("core")).isCompleted();
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(seen).isCompleted();
        assertThat(seen(tenants.calculator("bolt"))).isEqualTo(Map.of("k-1", 2));
        assertThat(seen(tenants.calculator("acme"))).isEqualTo(Map.of("k-1", 1));

        table("acme").put("k-2", 1);
        CompletableFuture<Void> all = tenants.reloadAll();
        assertThat(tenants.reload("acme")).isNotDone();
        assertThat(tasks).hasSize(2);
        tasks.forEach(Runnable::run);
        assertThat(all).isCompleted();
        assertThat(seen(tenants.calculator("acme"))).hasSize(2);
    }

    @Test
    void nothingIsKeptOfAKeyThatCannotBeRead() {
        ConcurrentMap<String, RefreshedHistory<String>> kept = new ConcurrentHashMap<>();
        RefreshedHistories<String, String> tenants = RefreshedHistories.builder(this::all, this::changes, Runnable::run)
                .keepIn(kept)
                .build();

        assertThatThrownBy(() -> tenants.calculator("nobody")).hasMessage("There is no tenant nobody");
        assertThat(kept).isEmpty();
    }

    @Test
    void aFailureIsToldWithItsKey() {
        List<String> failures = new ArrayList<>();
        RefreshedHistories<String, String> tenants = RefreshedHistories.<String, String>builder(
                        this::all,
                        (tenant, ids) -> {
                            throw new IllegalStateException("no");
                        },
                        Runnable::run)
                .onFailure((tenant, failure) -> failures.add(tenant + ": " + failure.getMessage()))
                .build();
        tenants.calculator("bolt");

        assertThat(tenants.changed("bolt", List.of("k-1"))).isCompleted();
        assertThat(failures).containsExactly("bolt: no");
        assertThat(reads).hasValue(2);
    }

    @Test
    void aCacheWeighsWhatHasBeenRead() {
        Cache<String, RefreshedHistory<String>> cache = CacheBuilder.newBuilder()
                .maximumWeight(15)
                .concurrencyLevel(1)
                .weigher((String tenant, RefreshedHistory<String> history) -> 1 + history.recordCount())
                .build();
        RefreshedHistories<String, String> tenants = RefreshedHistories.builder(this::all, this::changes, Runnable::run)
                .keepIn(cache.asMap())
                .build();
        for (int i = 0; i < 10; i++) {
            table("acme").put("k-" + i, 1);
            table("bolt").put("k-" + i, 1);
        }

        tenants.calculator("acme");
        tenants.calculator("core");
        assertThat(cache.asMap().keySet()).containsExactlyInAnyOrder("acme", "core");
        tenants.calculator("bolt");
        assertThat(cache.asMap().keySet()).doesNotContain("acme").contains("bolt");
        assertThat(seen(tenants.calculator("acme"))).hasSize(10);
    }

    /** Writers each with rows of their own, askers, and somebody who throws histories out, while some readings fail. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whoeverAsksAfterAChangeFindsItAndInTheEndAllIsAsInTheSource(int seed) throws Exception {
        ConcurrentMap<String, RefreshedHistory<String>> kept = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        ExecutorService threads = Executors.newCachedThreadPool();
        AtomicInteger failing = new AtomicInteger();
        RefreshedHistories<String, String> tenants = RefreshedHistories.<String, String>builder(
                        tenant -> {
                            KpiCalculator all = all(tenant);
                            LockSupport.parkNanos(50_000); // what is committed now is not in it
                            return all;
                        },
                        (tenant, ids) -> {
                            HistoryChanges changes = changes(tenant, ids);
                            LockSupport.parkNanos(50_000);
                            if (failing.incrementAndGet() % 50 == 0) {
                                throw new IllegalStateException("The connection was closed");
                            }
                            return changes;
                        },
                        pool)
                .prepare(Dimension.OWNER)
                .keepIn(kept)
                .onFailure((tenant, failure) -> {})
                .build();
        AtomicBoolean isOver = new AtomicBoolean();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            writers.add(writer(tenants, new Random(10 * seed + writer), writer));
        }
        Future<Void> throwing = threads.submit(() -> {
            Random random = new Random(seed);
            while (!isOver.get()) {
                String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
                tenants.calculator(tenant);
                if (random.nextInt(20) == 0) {
                    kept.remove(tenant);
                }
                Thread.sleep(1);
            }
            return null;
        });
        try {
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
            isOver.set(true);
            throwing.get();
            CompletableFuture.allOf(TENANTS.stream()
                            .map(tenant -> tenants.changed(tenant, List.of("k-none")))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();

            for (String tenant : TENANTS) {
                KpiCalculator answers = tenants.calculator(tenant);
                assertThat(seen(answers)).isEqualTo(table(tenant));
                assertThat(answers.history().records())
                        .isEqualTo(all(tenant).history().records());
            }
        } finally {
            isOver.set(true);
            threads.shutdownNow();
            pool.shutdownNow();
        }
        assertThat(failing.get()).isGreaterThan(50);
    }

    private Callable<Void> writer(RefreshedHistories<String, String> tenants, Random random, int writer) {
        return () -> {
            for (int version = 1; version <= 150; version++) {
                String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
                String id = writer + "-" + random.nextInt(ROWS);
                boolean isGone = random.nextInt(5) == 0;
                if (isGone) {
                    table(tenant).remove(id);
                } else {
                    table(tenant).put(id, version);
                }
                CompletableFuture<Void> told = tenants.changed(tenant, List.of(id));
                if (random.nextInt(3) == 0) {
                    told.join();
                    assertThat(seen(tenants.calculator(tenant)).get(id)).isEqualTo(isGone ? null : version);
                }
            }
            return null;
        };
    }
}
