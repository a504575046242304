package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.RowCustomers;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.table.GivenTable;
import org.saleskpi.intake.table.Row;
import org.saleskpi.sales.RecordType;

/** Tells by a mapping which customers rows belong to. Not thread-safe. */
final class MappedRowCustomers implements RowCustomers {

    private final Map<String, FileRule> rules;
    private final Lookups lookups;
    private final IdentityHashMap<TextTable, GivenTable> opened = new IdentityHashMap<>();

    MappedRowCustomers(Map<String, FileRule> rules, Lookups lookups) {
        this.rules = rules;
        this.lookups = lookups;
    }

    @Override
    public @Nullable Belonging of(TextTable table, TextRow given) {
        FileRule file = rules.get(table.name());
        if (file == null) {
            throw new IllegalArgumentException("The mapping makes no records of " + table.name());
        }
        Row row = opened.computeIfAbsent(
                        table, name -> new GivenTable(name, file.form().ignoresCase()))
                .row(given);
        if (file.reasonToSkip(row, lookups) != null) {
            return null;
        }
        Set<String> customers = new LinkedHashSet<>();
        List<RecordId> records = new ArrayList<>();
        for (RecordRule rule : file.records()) {
            if (rule.when().holds(row, lookups)) {
                String id = text(rule, Field.Kind.ID, row);
                String customer = rule.type() == RecordType.CUSTOMER ? id : text(rule, Field.Kind.CUSTOMER, row);
                if (customer != null) {
                    customers.add(customer);
                }
                if (id != null) {
                    addIds(rule, id, row, records);
                }
            }
        }
        return new Belonging(List.copyOf(customers), records);
    }

    private @Nullable String text(RecordRule rule, Field.Kind kind, Row row) {
        for (Field<?, ?> field : rule.schema().fields()) {
            TextRule text = field.kind() == kind ? rule.texts().get(field) : null;
            if (text != null) {
                return text.read(row, lookups);
            }
        }
        return null;
    }

    /** The ids of the records that a row counts as. A bad number of them makes none. */
    private void addIds(RecordRule rule, String id, Row row, List<RecordId> records) {
        RecordRule.NumberRule count = rule.count();
        if (count == null) {
            records.add(new RecordId(rule.type(), id));
            return;
        }
        try {
            BigDecimal number = count.read(row, lookups);
            int all = number == null
                    ? 0
                    : number.min(BigDecimal.valueOf(RecordRows.MAX_COUNT)).intValue();
            for (int i = 1; i <= all; i++) {
                records.add(new RecordId(rule.type(), RecordRows.countedId(id, i)));
            }
        } catch (BadCellException e) {
            // Told when the row is read.
        }
    }
}
