package org.saleskpi.service.kpi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
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
            Tenant tenant = tenant(session, name);
            SalesHistoryBuilder history = SalesHistory.builder(tenant.zone(), CurrencyUnit.of(tenant.currency()))
                    .lenient();
            CrmRecords.KINDS.forEach(kind -> {
                try (Stream<? extends CrmRow> rows = rows(session, kind, name)) {
                    rows.map(row -> kind.record(new CrmRecords(tenant.zone()), row))
                            .forEach(history::add);
                }
            });
            return history.build();
        });
    }

    HistoryChanges changes(String name, Set<RowKey> keys) {
        return sessions.fromStatelessTransaction(session -> {
            CrmRecords records = new CrmRecords(tenant(session, name).zone());
            HistoryChanges.Builder changes = HistoryChanges.builder();
            Map<CrmRecords.Kind<?>, List<Long>> idsByKind =
                    keys.stream().collect(groupingBy(RowKey::kind, mapping(RowKey::id, toList())));
            idsByKind.forEach((kind, ids) -> {
                ids.forEach(id -> changes.remove(kind.type(), id.toString()));
                session.getMultiple(kind.rows(), ids).stream()
                        .filter(Objects::nonNull)
                        .forEach(row -> changes.put(kind.record(records, row)));
            });
            return changes.build();
        });
    }

    private static <R extends CrmRow> Stream<R> rows(StatelessSession session, CrmRecords.Kind<R> kind, String tenant) {
        return session.createSelectionQuery("where tenant = :tenant", kind.rows())
                .setParameter("tenant", tenant)
                .setFetchSize(1_000)
                .getResultStream();
    }

    private static Tenant tenant(StatelessSession session, String name) {
        Tenant tenant = session.get(Tenant.class, name);
        if (tenant == null) {
            throw new NoSuchElementException("There is no tenant " + name);
        }
        return tenant;
    }
}
