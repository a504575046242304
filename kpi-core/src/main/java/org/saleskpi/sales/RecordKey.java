package org.saleskpi.sales;

import java.util.Comparator;
import org.saleskpi.order.TextOrder;

/**
 * Tells a record from all others: ids are unique within a kind.
 *
 * @param type the kind of record
 * @param id its id
 */
record RecordKey(RecordType type, String id) {

    /** The order of problems, for records. */
    static final Comparator<SalesRecord> ORDER =
            Comparator.comparing(SalesRecord::type).thenComparing(SalesRecord::id, TextOrder.BY_CODE_POINTS);

    /** The key of a record. */
    static RecordKey of(SalesRecord record) {
        return new RecordKey(record.type(), record.id());
    }

    /** The key of a customer, which may be unknown. */
    static RecordKey ofCustomer(String customerId) {
        return new RecordKey(RecordType.CUSTOMER, customerId);
    }

    /** The key of what a record is checked, derived and counted with: its customer, or itself if it has none. */
    static RecordKey ofHolder(SalesRecord record) {
        String customerId = record instanceof Fact fact ? fact.customerId() : record.id();
        return customerId == null ? of(record) : ofCustomer(customerId);
    }

    /** Whether a problem is one with this record. */
    boolean isOf(Problem problem) {
        return problem.type() == type && id.equals(problem.id());
    }
}
