package org.saleskpi.service.kpi;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.saleskpi.KpiCalculator;
import org.saleskpi.LiveSalesHistory;
import org.saleskpi.indicator.Dimension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The live histories of the tenants that are asked about: read when they are needed, let go when they are not. */
@Component
public class LiveTenants implements DisposableBean {

    /** Tells that a tenant's indicators may be different. */
    public record Changed(String tenant) {}

    private static final Logger LOG = LoggerFactory.getLogger(LiveTenants.class);

    private final ExecutorService refreshing = Executors.newSingleThreadExecutor();
    private final ExecutorService merging = Executors.newSingleThreadExecutor();
    private final Map<String, Set<RowKey>> waiting = new ConcurrentHashMap<>();
    private final LoadingCache<String, Tenant> tenants = Caffeine.newBuilder()
            .maximumWeight(5_000_000)
            .weigher((String name, Tenant tenant) -> 100 + tenant.records())
            .expireAfterAccess(Duration.ofHours(8))
            .recordStats()
            .build(this::read);
    private final CrmReader reader;
    private final ApplicationEventPublisher events;
    private final KpiMetrics metrics;

    LiveTenants(CrmReader reader, ApplicationEventPublisher events, KpiMetrics metrics) {
        this.reader = reader;
        this.events = events;
        this.metrics = metrics;
        metrics.watch(tenants);
    }

    /** A live history, and how many records it had when all of them were read. */
    private record Tenant(LiveSalesHistory live, int records) {}

    /** What answers about a tenant as it is now. */
    public KpiCalculator calculator(String tenant) {
        return tenants.get(tenant).live().calculator();
    }

    private Tenant read(String name) {
        return metrics.build(() -> {
            KpiCalculator kpis = KpiCalculator.of(reader.history(name)).prepare(Dimension.OWNER);
            return new Tenant(
                    LiveSalesHistory.builder(kpis)
                            .mergeOn(merging)
                            .prepare(Dimension.OWNER)
                            .build(),
                    kpis.history().records().size());
        });
    }

    /** Has rows be read again that a transaction has changed, after its commit: who reads them last reads their last state. */
    void changed(String tenant, Set<RowKey> rows) {
        long committed = System.nanoTime();
        waiting.compute(tenant, (name, others) -> {
            if (others != null) {
                others.addAll(rows);
                return others;
            }
            refreshing.execute(() -> refreshSince(committed, name));
            return rows;
        });
    }

    private void refreshSince(long committed, String tenant) {
        Set<RowKey> rows = waiting.remove(tenant);
        if (rows != null) {
            metrics.refresh(() -> refresh(tenant, rows));
            metrics.seen(committed);
            events.publishEvent(new Changed(tenant));
        }
    }

    private void refresh(String tenant, Set<RowKey> rows) {
        try {
            // Waits for whoever is just reading all rows of the tenant, perhaps without these; computeIfPresent would
            // not.
            tenants.asMap().compute(tenant, (name, known) -> {
                if (known != null) {
                    known.live().apply(reader.changes(name, rows));
                }
                return known;
            });
        } catch (RuntimeException e) {
            LOG.warn("All rows of {} are read anew, for {} could not be put", tenant, rows.size(), e);
            tenants.invalidate(tenant);
        }
    }

    @Override
    public void destroy() {
        refreshing.shutdown();
        merging.shutdown();
    }
}
