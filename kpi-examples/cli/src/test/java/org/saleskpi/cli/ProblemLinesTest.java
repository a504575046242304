package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

class ProblemLinesTest {

    private static final Problem OF_IMPORT = Problem.builder(RecordType.CALL, "dealId")
            .origin("calls.csv:1")
            .reason("is read by the mapping, but missing from the header: createdAt, ownerId");

    private static final Problem OF_HISTORY = Problem.builder(RecordType.PROPOSAL, "decidedAt")
            .id("p-1")
            .value("2026-01-01")
            .origin("proposals.csv:2")
            .reason("is before sentAt 2026-03-05T10:00:00Z");

    @Test
    void whatTheLibraryFoundIsToldInTheWordsOfFilesAndColumnsAreNamedAsTheFilesDo() {
        ImportedRecords records = new ImportedRecords(
                List.of(), ExchangeRates.none(), List.of(OF_IMPORT), List.of(), List.of(), List.of());

        assertThat(ProblemLines.of(List.of(OF_IMPORT, OF_HISTORY), records))
                .containsExactly(
                        "calls.csv:1: -: dealId: -: is read by the mapping, but missing from the header: createdAt, ownerId",
                        "proposals.csv:2: p-1: decided_at: 2026-01-01: is before sent_at 2026-03-05T10:00:00Z");
    }
}
