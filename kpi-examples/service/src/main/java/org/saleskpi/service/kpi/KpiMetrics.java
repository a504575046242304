package org.saleskpi.service.kpi;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.saleskpi.RefreshedHistory;
import org.springframework.stereotype.Component;

/** How long it takes to build a tenant's history, to refresh it, and until a committed change is seen. */
@Component
class KpiMetrics {

    private final Timer build;
    private final Timer refresh;
    private final Timer staleness;

    KpiMetrics(MeterRegistry registry, Cache<String, RefreshedHistory<RowKey>> kept) {
        CaffeineCacheMetrics.monitor(registry, kept, "kpi.tenants");
        this.build = Timer.builder("kpi.build")
                .description("reading all rows of a tenant, and the first calculator")
                .register(registry);
        this.refresh = Timer.builder("kpi.refresh")
                .description("reading again the rows of one transaction or several")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.staleness = Timer.builder("kpi.staleness")
                .description("from the commit of a transaction until answers know it")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    <T> T build(Supplier<T> work) {
        return build.record(work);
    }

    <T> T refresh(Supplier<T> work) {
        return refresh.record(work);
    }

    /** Measures a change that has just been committed, if somebody has asked about the tenant, and does something once it is seen. */
    void seen(CompletableFuture<Void> change, Runnable then) {
        long committed = System.nanoTime();
        boolean isWaitedFor = !change.isDone();
        var unused = change.whenComplete((seen, failure) -> {
            if (isWaitedFor) {
                staleness.record(System.nanoTime() - committed, TimeUnit.NANOSECONDS);
            }
            then.run();
        });
    }
}
