package org.saleskpi.intake.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/**
 * A CSV folder to start from: each file with its header and one row, which together are one customer's way to a contract.
 *
 * <pre>{@code
 * Path folder = Files.createTempDirectory("starter");
 * StarterFolder.write(folder);
 * assert Files.readString(folder.resolve("surveys.csv"))
 *         .equals("id,customer_id,at,score,scale,owner\nv-1,c-1,2026-03-30T10:00,9,NPS,alice\n");
 * }</pre>
 */
public final class StarterFolder {

    private static final List<Example<?>> EXAMPLES = List.of(
            new Example<>(RecordSchema.CUSTOMERS)
                    .with(RecordSchema.ID, "c-1")
                    .with(RecordSchema.SINCE, "2026-03-02")
                    .with(RecordSchema.OWNER, "alice")
                    .withAttribute("region", "north"),
            new Example<>(RecordSchema.CALLS)
                    .with(RecordSchema.ID, "k-1")
                    .with(RecordSchema.CUSTOMER_ID, "c-1")
                    .with(RecordSchema.AT, "2026-03-03T09:30")
                    .with(RecordSchema.CALL_OUTCOME, Call.Outcome.MEETING_BOOKED)
                    .with(RecordSchema.CALL_PURPOSE, Call.Purpose.PROSPECTING)
                    .with(RecordSchema.OWNER, "alice"),
            new Example<>(RecordSchema.MEETINGS)
                    .with(RecordSchema.ID, "m-1")
                    .with(RecordSchema.CUSTOMER_ID, "c-1")
                    .with(RecordSchema.AT, "2026-03-10T14:00")
                    .with(RecordSchema.MEETING_OUTCOME, Meeting.Outcome.NEXT_STEP)
                    .with(RecordSchema.MEETING_PURPOSE, Meeting.Purpose.SALES)
                    .with(RecordSchema.OWNER, "alice")
                    .with(RecordSchema.BOOKED_AT, "2026-03-03T09:35"),
            new Example<>(RecordSchema.PROPOSALS)
                    .with(RecordSchema.ID, "p-1")
                    .with(RecordSchema.CUSTOMER_ID, "c-1")
                    .with(RecordSchema.SENT_AT, "2026-03-11T08:00")
                    .with(RecordSchema.STATUS, Proposal.Status.ACCEPTED)
                    .with(RecordSchema.DECIDED_AT, "2026-03-18")
                    .with(RecordSchema.PROPOSAL_AMOUNT, "1200.00", "EUR")
                    .with(RecordSchema.OWNER, "alice"),
            new Example<>(RecordSchema.CONTRACTS)
                    .with(RecordSchema.ID, "s-1")
                    .with(RecordSchema.CONTRACT_CUSTOMER_ID, "c-1")
                    .with(RecordSchema.SIGNED_AT, "2026-03-19T16:00")
                    .with(RecordSchema.CONTRACT_AMOUNT, "1200.00", "EUR")
                    .with(RecordSchema.STARTS_AT, "2026-04-01")
                    .with(RecordSchema.ENDS_AT, "2027-04-01")
                    .with(RecordSchema.PROPOSAL_ID, "p-1")
                    .with(RecordSchema.OWNER, "alice")
                    .with(RecordSchema.BILLING, Contract.Billing.TOTAL),
            new Example<>(RecordSchema.SURVEYS)
                    .with(RecordSchema.ID, "v-1")
                    .with(RecordSchema.CUSTOMER_ID, "c-1")
                    .with(RecordSchema.AT, "2026-03-30T10:00")
                    .with(RecordSchema.SCORE, "9")
                    .with(RecordSchema.SCALE, Survey.Scale.NPS)
                    .with(RecordSchema.OWNER, "alice"));

    private StarterFolder() {}

    /** A file with one row, which has the columns of all fields. Not thread-safe. */
    private static final class Example<R extends SalesRecord> {

        private final RecordSchema<R> schema;
        private final Map<String, String> row = new LinkedHashMap<>();

        Example(RecordSchema<R> schema) {
            this.schema = schema;
            schema.names().forEach(column -> row.put(column, ""));
        }

        /** Gives the cells of a field as they would be typed. */
        Example<R> with(Field<? super R, ?> field, String... cells) {
            for (int i = 0; i < cells.length; i++) {
                row.put(field.columns().get(i), cells[i]);
            }
            return this;
        }

        <E extends Enum<E>> Example<R> with(Field<? super R, E> field, E word) {
            row.put(field.name(), word.name());
            return this;
        }

        Example<R> withAttribute(String name, String text) {
            row.put(name, text);
            return this;
        }

        String name() {
            return schema.fileName();
        }

        void write(Path folder) throws IOException {
            Files.writeString(
                    folder.resolve(name()),
                    String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        }
    }

    /**
     * Writes the files.
     *
     * @param folder the folder, made if it is missing
     * @throws FileAlreadyExistsException if one of the files is there; none is written then
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder) throws IOException {
        requireNonNull(folder, "folder");
        for (Example<?> example : EXAMPLES) {
            if (Files.exists(folder.resolve(example.name()))) {
                throw new FileAlreadyExistsException(example.name());
            }
        }
        Files.createDirectories(folder);
        for (Example<?> example : EXAMPLES) {
            example.write(folder);
        }
    }
}
