package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Meeting;

/** When meetings were booked and what the amounts of contracts pay for, by a mapping. */
class BookingAndBillingTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    @Test
    void aColumnSaysWhenAMeetingWasBooked() throws Exception {
        export.with(
                "Events.csv",
                "Id,At,Made",
                "m-1,2026-03-05T10:00:00Z,2026-02-02T10:00:00Z",
                "m-2,2026-03-05T10:00:00Z,");
        ImportedRecords records = export.read("""
                files:
                  Events.csv:
                    records:
                      - meeting: {id: Id, at: At, purpose: SALES, outcome: HELD, booked_at: Made}
                """);
        assertThat(records.meetings())
                .extracting(Meeting::bookedAt)
                .containsExactly(Instant.parse("2026-02-02T10:00:00Z"), null);
    }

    @Test
    void aWordOrAColumnSaysWhatTheAmountPaysFor() throws Exception {
        export.with("People.csv", "Id,Since", "1,2026-01-01")
                .with("Deals.csv", "Id,Who,Signed,Value,Every", "d-1,1,2026-01-31,5,month", "d-2,1,2026-01-31,5,");
        String mapping = """
                files:
                  People.csv:
                    records: [{customer: {id: Id, since: Since}}]
                  Deals.csv:
                    records:
                      - contract:
                          id: Id
                          customer: {columns: Who, unknown: reject}
                          signed_at: Signed
                          term: open-ended
                          amount: {column: Value, currency: EUR}
                          billing: %s
                """;
        assertThat(export.read(mapping.formatted("MONTHLY")).contracts())
                .extracting(Contract::billing)
                .containsOnly(Contract.Billing.MONTHLY);
        assertThat(export.read(mapping.formatted("{column: Every, words: {month: MONTHLY}, otherwise: TOTAL}"))
                        .contracts())
                .extracting(Contract::billing)
                .containsExactly(Contract.Billing.MONTHLY, Contract.Billing.TOTAL);
    }
}
