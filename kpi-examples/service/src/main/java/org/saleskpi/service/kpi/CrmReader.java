package org.saleskpi.service.kpi;

import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.joda.money.CurrencyUnit;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.service.crm.CrmRow;
import org.saleskpi.service.crm.Tenant;
import org.springframework.stereotype.Component;

/** Reads the rows of a tenant: all of them one after another, or those that have changed. */
@Component
record CrmReader(SessionFactory sessions) {

    SalesHistory history(String name) {
        return sessions.fromStatelessTransaction(session -> {
            Tenant tenant = Optional.ofNullable(session.get(Tenant.class, name))
                    .orElseThrow(() -> new NoSuchElementException("There is no tenant " + name));
            SalesHistoryBuilder history = SalesHistory.builder(tenant.zone(), CurrencyUnit.of(tenant.currency()))
                    .lenient();
            for (CrmRecords table : CrmRecords.ALL) {
                try (Stream<? extends CrmRow> rows = session.createSelectionQuery("where tenant = ?1", table.rows())
                        .setParameter(1, name)
                        .setFetchSize(1_000)
                        .getResultStream()) {
                    rows.forEach(row -> history.add(table.form().apply(row, tenant.zone())));
                }
            }
            return history.build();
        });
    }

    HistoryChanges changes(String name, Set<RowKey> keys) {
        return sessions.fromStatelessTransaction(session -> {
            ZoneId zone = session.get(Tenant.class, name).zone();
            HistoryChanges.Builder changes = HistoryChanges.builder();
            for (CrmRecords table : CrmRecords.ALL) {
                List<Long> ids = keys.stream()
                        .filter(key -> key.table() == table.rows())
                        .map(RowKey::id)
                        .toList();
                ids.forEach(id -> changes.remove(table.type(), id.toString()));
                for (CrmRow row : ids.isEmpty() ? List.<CrmRow>of() : session.getMultiple(table.rows(), ids)) {
                    if (row != null) {
                        changes.put(table.form().apply(row, zone));
                    }
                }
            }
            return changes.build();
        });
    }
}
