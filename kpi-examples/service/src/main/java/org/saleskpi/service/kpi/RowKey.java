package org.saleskpi.service.kpi;

import org.saleskpi.service.crm.CrmRow;

/** Which row of which table. */
record RowKey(CrmRecords.Kind<?> kind, Long id) {

    static RowKey of(CrmRow row) {
        return new RowKey(CrmRecords.kindOf(row), row.id());
    }
}
