package org.saleskpi.intake.record;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FieldNames;
import org.saleskpi.intake.table.Row;
import org.saleskpi.sales.InvalidRecordException;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/**
 * Makes records from what rows say about them; each thing that a row says wrongly becomes a problem in the words of the
 * file. Not thread-safe.
 */
public final class RecordMaker {

    private static final int SHOWN = 200;

    private final ZoneId zone;
    private final Consumer<Problem> problems;

    /**
     * Creates a maker.
     *
     * @param zone the zone of the run
     * @param problems where problems go
     */
    public RecordMaker(ZoneId zone, Consumer<Problem> problems) {
        this.zone = zone;
        this.problems = problems;
    }

    /**
     * Makes a record.
     *
     * @param schema the kind of record
     * @param row what the row says
     * @param <R> the kind of record
     * @return the record; null when it is bad, which the problems then tell
     */
    public <R extends SalesRecord> @Nullable R make(RecordSchema<R> schema, RecordFields row) {
        Draft draft = new Draft(schema, row, zone, problems);
        if (!draft.read()) {
            return null;
        }
        try {
            return schema.make(draft);
        } catch (InvalidRecordException e) {
            Problem broken = FieldNames.inFiles(e.problem());
            Field<?, ?> field = schema.field(broken.field());
            draft.problem(broken.field(), field == null ? null : row.written(field), broken.reason());
            return null;
        }
    }

    /**
     * Reports a row that is unfit as a whole.
     *
     * @param type the kind of record it was to become
     * @param row the row
     * @param fault what is wrong with it
     * @param id the record's id, as far as it can be told
     */
    public void reject(RecordType type, Row row, Row.Fault fault, @Nullable String id) {
        problems.accept(Problem.builder(type, fault.field())
                .id(id)
                .value(shown(fault.value()))
                .origin(row.origin())
                .reason(fault.reason()));
    }

    /** A value as one line of bearable length. */
    static @Nullable String shown(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int end = Math.min(value.length(), SHOWN);
        StringBuilder line = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return value.length() > SHOWN ? line + "…" : line.toString();
    }
}
