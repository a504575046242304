package org.saleskpi.service.kpi;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.saleskpi.KpiCalculator;
import org.saleskpi.LiveSalesHistory;
import org.saleskpi.indicator.Dimension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The live histories of the tenants that are asked about, which are read when they are needed and let go when they are not. */
@Component
class LiveTenants {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTenants.class);

    private final ExecutorService refreshing = Executors.newSingleThreadExecutor();
    private final ExecutorService merging = Executors.newSingleThreadExecutor();
    private final CrmReader reader;
    private final LoadingCache<String, LiveSalesHistory> tenants;

    LiveTenants(CrmReader reader) {
        this.reader = reader;
        this.tenants = Caffeine.newBuilder()
                .maximumWeight(5_000_000)
                .weigher((String tenant, LiveSalesHistory live) ->
                        100 + live.history().records().size())
                .expireAfterAccess(Duration.ofHours(8))
                .build(this::read);
    }

    private LiveSalesHistory read(String tenant) {
        return LiveSalesHistory.builder(KpiCalculator.of(reader.history(tenant)))
                .mergeOn(merging)
                .prepare(Dimension.OWNER)
                .build();
    }

    KpiCalculator calculator(String tenant) {
        return tenants.get(tenant).calculator();
    }

    /** Has rows be read again that a committed transaction has changed: whoever reads them last reads their last state. */
    void changed(String tenant, Set<RowKey> rows) {
        refreshing.execute(() -> refresh(tenant, rows));
    }

    private void refresh(String tenant, Set<RowKey> rows) {
        try {
            // Waits for whoever is reading all rows of the tenant, perhaps without these.
            tenants.asMap().computeIfPresent(tenant, (name, live) -> {
                live.apply(reader.changes(name, rows));
                return live;
            });
        } catch (RuntimeException e) {
            LOG.warn("{} is read anew, for {} could not be read or do not fit", tenant, rows, e);
            tenants.invalidate(tenant);
        }
    }
}
