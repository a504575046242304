package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.Collector;
import org.saleskpi.intake.record.RecordFields;
import org.saleskpi.intake.record.RecordMaker;
import org.saleskpi.intake.table.Row;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/** Makes records of rows. Those of which there may be several rows are complete once all files have been read. Not thread-safe. */
final class RecordRows {

    /** How many records a row may count as, and all rows together. */
    static final int MAX_COUNT = 10_000;

    private static final int MAX_COUNTED = 10_000_000;

    private final MappedFields.ImportContext context;
    private final Collector collector;
    private final FirstCustomers firstCustomers = new FirstCustomers();
    private final Map<RecordType, Map<String, Repeated>> repeated = new EnumMap<>(RecordType.class);
    private long counted;
    private final List<Runnable> summaries = new ArrayList<>();

    /** A record of which there may be several rows: what it is to be made of; null if it has been made. */
    private static final class Repeated {

        private final RecordRule rule;
        private final RecordTally tally;
        private @Nullable RecordFields fields;

        Repeated(RecordRule rule, RecordTally tally) {
            this.rule = rule;
            this.tally = tally;
        }
    }

    RecordRows(MappedFields.ImportContext context, Collector collector) {
        this.context = context;
        this.collector = collector;
    }

    /** Tells the account of a file in its turn, once its records are complete. */
    void summarizeLater(Runnable summary) {
        summaries.add(summary);
    }

    void add(FileRule file, Row row, FileTally tally) {
        String reason = file.reasonToSkip(row, context.lookups());
        if (reason != null) {
            tally.skipped(reason);
            return;
        }
        Row.Fault fault = row.fault();
        if (fault != null) {
            tally.unfit();
            new RecordMaker(context.zone(), collector::add).reject(file.type(), row, fault, null);
            return;
        }
        tally.watched().add(row, context.lookups());
        boolean isUsed = false;
        for (int i = 0; i < file.records().size(); i++) {
            RecordRule rule = file.records().get(i);
            if (rule.when().holds(row, context.lookups())) {
                isUsed = true;
                tally.watched().met(i);
                add(rule, row, tally.records().get(i));
            }
        }
        if (isUsed) {
            tally.used(row);
        } else {
            tally.unmatched();
        }
    }

    private void add(RecordRule rule, Row row, RecordTally tally) {
        if (rule.count() != null) {
            addCounted(rule, row, rule.count(), tally);
            return;
        }
        MappedFields fields = new MappedFields(rule, row, context, tally);
        switch (rule.repetition()) {
            case NONE -> tally.record(collector.add(make(rule, fields, tally)));
            case EARLIEST -> addCustomer(make(rule, fields, tally), tally);
            default -> addRepeated(rule, fields, tally);
        }
    }

    /** The id of one of the records that a row counts as. */
    static String countedId(String id, int number) {
        return id + "-" + number;
    }

    /** Makes as many records of a row as it says; if one is bad, all are. */
    private void addCounted(RecordRule rule, Row row, RecordRule.NumberRule count, RecordTally tally) {
        int records;
        try {
            records = count(row, count);
        } catch (BadCellException e) {
            collector.add(Problem.builder(rule.type(), "count")
                    .value(e.value())
                    .origin(row.origin())
                    .reason(e.reason()));
            tally.badField("count");
            tally.record(false);
            return;
        }
        if (records == 0) {
            tally.countedAsNone();
        }
        counted += records;
        for (int i = 1; i <= records; i++) {
            SalesRecord made = make(rule, new MappedFields(rule, row, i, context, tally), tally);
            tally.record(collector.add(made));
            if (made == null) {
                return;
            }
        }
    }

    /** As how many records a row counts. */
    private int count(Row row, RecordRule.NumberRule count) throws BadCellException {
        BigDecimal number = count.read(row, context.lookups());
        if (number == null) {
            return 0;
        }
        String text = count.text().read(row, context.lookups());
        if (number.signum() < 0
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(MAX_COUNT)) > 0) {
            throw new BadCellException(text, "is not a number of records, expected 0 to " + MAX_COUNT);
        }
        if (counted + number.intValue() > MAX_COUNTED) {
            throw new BadCellException(text, "makes more than " + MAX_COUNTED + " records of counts, expected fewer");
        }
        return number.intValue();
    }

    private @Nullable SalesRecord make(RecordRule rule, RecordFields fields, RecordTally tally) {
        RecordMaker maker = new RecordMaker(context.zone(), problem -> {
            collector.add(problem);
            tally.badField(problem.field());
        });
        return maker.make(rule.schema(), fields);
    }

    private void addCustomer(@Nullable SalesRecord made, RecordTally tally) {
        if (!(made instanceof Customer customer)) {
            tally.record(false);
        } else if (firstCustomers.add(customer)) {
            tally.record(true);
        } else {
            tally.repeated();
        }
    }

    private void addRepeated(RecordRule rule, MappedFields fields, RecordTally tally) {
        String id = fields.id();
        if (id == null) {
            tally.record(collector.add(make(rule, fields, tally)));
            return;
        }
        Map<String, Repeated> known = repeated.computeIfAbsent(rule.type(), type -> new LinkedHashMap<>());
        Repeated one = known.get(id);
        if (one == null) {
            Repeated first = new Repeated(rule, tally);
            known.put(id, first);
            if (rule.repetition() == Repetition.FIRST) {
                tally.record(collector.add(make(rule, fields, tally)));
            } else {
                first.fields = rule.repetition() == Repetition.SUM ? new SummedFields(fields) : fields;
            }
            return;
        }
        tally.repeated();
        if (one.fields instanceof SummedFields sum) {
            sum.add(fields);
        } else if (one.fields != null) {
            one.fields = fields;
        }
    }

    /** Makes the records of which there may have been several rows, and then tells the account of every file. */
    void finish() {
        firstCustomers.forEach(collector::add);
        repeated.values()
                .forEach(records -> records.values().forEach(one -> {
                    if (one.fields != null) {
                        one.tally.record(collector.add(make(one.rule, one.fields, one.tally)));
                    }
                }));
        summaries.forEach(Runnable::run);
    }

    /** Tells tables that lead in circles: the ids in them belong nowhere. */
    void doubtCircles() {
        context.lookups()
                .forEachCircle((lookup, texts) -> collector.addDoubt(
                        Problem.builder(RecordType.CUSTOMER, lookup.key().toString())
                                .value(texts)
                                .origin(context.lookups().names(lookup))
                                .reason("leads in a circle, expected an end")));
    }
}
