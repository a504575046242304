package org.saleskpi.service.kpi;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.saleskpi.service.crm.CrmRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells, once a transaction is committed, which rows it has changed: all of them together, and nothing if it failed. */
@Component
public class CommittedRows {

    private final ObjectProvider<LiveTenants> tenants;

    CommittedRows(ObjectProvider<LiveTenants> tenants) {
        this.tenants = tenants;
    }

    @PostPersist
    @PostUpdate
    @PostRemove
    void changed(CrmRow row) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Rows.class::isInstance)
                .map(Rows.class::cast)
                .findFirst()
                .orElseGet(this::rowsOfTransaction)
                .byTenant
                .computeIfAbsent(row.tenant(), tenant -> new LinkedHashSet<>())
                .add(RowKey.of(row));
    }

    private Rows rowsOfTransaction() {
        Rows rows = new Rows();
        TransactionSynchronizationManager.registerSynchronization(rows);
        return rows;
    }

    private final class Rows implements TransactionSynchronization {

        private final Map<String, Set<RowKey>> byTenant = new LinkedHashMap<>();

        @Override
        public void afterCommit() {
            byTenant.forEach(tenants.getObject()::changed);
        }
    }
}
