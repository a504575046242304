package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.Workbook;
import org.saleskpi.sales.Problem;

/** Texts that are nearly those of a condition, and conditions that no row meets. */
class WatchedTextsTest {

    private static final String REASON =
            " only in capitals, spaces or accents, but no condition and no words of the mapping list it";

    private Path folder;
    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path path) {
        folder = path;
        export = new Export(path);
    }

    private static List<String> doubts(ImportedRecords records) {
        return records.doubts().stream().map(Problem::toString).toList();
    }

    private static final String CALLS = """
            files:
              "Calls.*":
                skip:
                  - {when: {Deleted: "yes"}, because: deleted}
                records:
                  - call:
                      when: {Kind: Appel émis}
                      id: Id
                      at: At
                      outcome: {column: Result, words: {No Answer: NO_ANSWER, talked: DISCUSSION}}
                      purpose: {cases: [{when: {Kind: [Other]}, is: OTHER}], otherwise: PROSPECTING}
            """;

    @Test
    void textsThatDifferInCapitalsSpacesOrAccentsAreDoubtful() throws Exception {
        export.with(
                "Calls.csv",
                "Id,At,Kind,Result,Deleted",
                "1,2026-03-01,Appel émis,no answer,no",
                "2,2026-03-01,appel emis,Talked,YES",
                "3,2026-03-01,Appel émis,No  answer,",
                "4,2026-03-01,OTHER,No-Answer,yes",
                "5,2026-03-01,Appel émis,TALKED,",
                "6,2026-03-01,Appel émis,TALKED,");

        assertThat(doubts(export.read(CALLS)))
                .containsExactlyInAnyOrder(
                        "Call without id (Calls.csv): Deleted YES (1) differs from yes" + REASON,
                        "Call without id (Calls.csv): Kind appel emis (1) differs from Appel émis" + REASON,
                        "Call without id (Calls.csv): Result No  answer (1) differs from No Answer" + REASON,
                        "Call without id (Calls.csv): Result TALKED (2) differs from talked" + REASON,
                        "Call without id (Calls.csv): Result Talked (1) differs from talked" + REASON,
                        "Call without id (Calls.csv): Result no answer (1) differs from No Answer" + REASON);
    }

    @Test
    void workbooksAndJsonAreWatchedLikeCsv() throws Exception {
        new Workbook()
                .sheet(
                        "Calls",
                        Workbook.row(1, "Id", "At", "Kind", "Result", "Deleted"),
                        Workbook.row(2, "1", "2026-03-01", "Appel émis", "talked", "Yes"))
                .write(folder.resolve("Calls.xlsx"));
        export.withJson(
                "Calls.jsonl",
                "{'Id': 2, 'At': '2026-03-01', 'Kind': 'Appel émis', 'Result': 'Talked', 'Deleted': null}");

        assertThat(doubts(export.read(CALLS)))
                .containsExactlyInAnyOrder(
                        "Call without id (Calls.xlsx): Deleted Yes (1) differs from yes" + REASON,
                        "Call without id (Calls.jsonl): Result Talked (1) differs from talked" + REASON);
    }

    @Test
    void aTextThatAnotherConditionListsIsMeant() throws Exception {
        export.with("Deals.csv", "Id,Since,Stage", "1,2026-03-01,Won", "2,2026-03-01,won");

        assertThat(doubts(export.read("""
                files:
                  Deals.csv:
                    records:
                      - customer: {when: {Stage: Won}, id: Id, since: Since}
                      - customer: {when: {text: {column: Stage, optional: true}, is: won}, id: Id, since: Since}
                """))).isEmpty();
    }

    @Test
    void aConditionThatNoRowMeetsIsToldWithTheTextsThatThereAre() throws Exception {
        export.with(
                "Deals.csv",
                "Id,Since,Stage,Kind",
                "1,2026-03-01,Gewonnen,A",
                "2,2026-03-01,Verloren,A",
                "3,2026-03-01,Gewonnen,");

        assertThat(export.read("""
                files:
                  Deals.csv:
                    records:
                      - customer: {when: {Stage: Won, Kind: [A, B]}, id: Id, since: Since}
                      - customer: {when: {Kind: A}, id: Id, since: Since}
                """).totals())
                .containsExactly(
                        "2 of 3 rows used (66 %)",
                        "2 customers from 2026-03-01 00:00 to 2026-03-01 00:00",
                        "Deals.csv: no row meets the condition of customer: Stage is Gewonnen (2), Verloren (1)");
    }
}
