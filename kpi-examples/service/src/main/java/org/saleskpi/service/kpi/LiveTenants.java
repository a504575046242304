package org.saleskpi.service.kpi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.saleskpi.KpiCalculator;
import org.saleskpi.RefreshedHistories;
import org.saleskpi.RefreshedHistory;
import org.saleskpi.indicator.Dimension;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The histories of the tenants that are asked about: read when they are needed, let go when they are not. */
@Configuration(proxyBeanMethods = false)
class LiveTenants {

    @Bean
    Cache<String, RefreshedHistory<RowKey>> kept() {
        return Caffeine.newBuilder()
                .maximumWeight(5_000_000)
                .weigher((String tenant, RefreshedHistory<RowKey> history) -> 100 + history.recordCount())
                .expireAfterAccess(Duration.ofHours(8))
                .recordStats()
                .build();
    }

    @Bean
    RefreshedHistories<String, RowKey> histories(
            CrmReader reader,
            KpiMetrics metrics,
            Cache<String, RefreshedHistory<RowKey>> kept,
            Executor applicationTaskExecutor) {
        return RefreshedHistories.<String, RowKey>builder(
                        tenant -> metrics.build(() -> KpiCalculator.of(reader.history(tenant))),
                        (tenant, rows) -> metrics.refresh(() -> reader.changes(tenant, rows)),
                        applicationTaskExecutor)
                .prepare(Dimension.OWNER)
                .keepIn(kept.asMap())
                .onFailure((tenant, failure) ->
                        LoggerFactory.getLogger(LiveTenants.class).warn("{} could not be refreshed", tenant, failure))
                .build();
    }
}
