package org.saleskpi.service.kpi;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How long it takes to build a tenant's history, to refresh it, and until a committed change is seen. */
@Component
class KpiMetrics {

    private final MeterRegistry registry;
    private final Timer build;
    private final Timer refresh;
    private final Timer staleness;

    KpiMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.build = Timer.builder("kpi.build")
                .description("reading all rows of a tenant, and the first calculator")
                .register(registry);
        this.refresh = Timer.builder("kpi.refresh")
                .description("reading and putting the rows of one transaction or several")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.staleness = Timer.builder("kpi.staleness")
                .description("from the commit of a transaction until answers know it")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void watch(Cache<?, ?> tenants) {
        CaffeineCacheMetrics.monitor(registry, tenants, "kpi.tenants");
    }

    <T> T build(Supplier<T> work) {
        return build.record(work);
    }

    void refresh(Runnable work) {
        refresh.record(work);
    }

    void seen(long committedAtNanos) {
        staleness.record(System.nanoTime() - committedAtNanos, TimeUnit.NANOSECONDS);
    }
}
