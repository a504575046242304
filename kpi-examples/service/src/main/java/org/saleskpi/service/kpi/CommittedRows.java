package org.saleskpi.service.kpi;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.saleskpi.RefreshedHistories;
import org.saleskpi.service.crm.CrmRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells, once a transaction is committed, which rows it has changed: all of them together, and nothing if it failed. */
@Component
public record CommittedRows(
        ObjectProvider<RefreshedHistories<String, RowKey>> histories,
        KpiMetrics metrics,
        ApplicationEventPublisher events) {

    /** Tells that a tenant's indicators may be different. */
    public record Changed(String tenant) {}

    @PostPersist
    @PostUpdate
    @PostRemove
    void changed(CrmRow row) {
        OfTransaction rows = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(OfTransaction.class::isInstance)
                .map(OfTransaction.class::cast)
                .findFirst()
                .orElseGet(OfTransaction::new);
        TransactionSynchronizationManager.registerSynchronization(rows); // once, however often it is registered
        rows.byTenant
                .computeIfAbsent(row.tenant(), tenant -> new HashSet<>())
                .add(new RowKey(row.getClass(), row.id()));
    }

    private final class OfTransaction implements TransactionSynchronization {

        private final Map<String, Set<RowKey>> byTenant = new HashMap<>();

        @Override
        public void afterCommit() {
            byTenant.forEach((tenant, rows) -> metrics.seen(
                    histories.getObject().changed(tenant, rows), () -> events.publishEvent(new Changed(tenant))));
        }
    }
}
