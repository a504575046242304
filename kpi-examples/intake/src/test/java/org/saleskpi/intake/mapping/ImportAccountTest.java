package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportAccount;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.RecordAccount;
import org.saleskpi.intake.RecordTotals;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.sales.RecordType;

class ImportAccountTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final String MAPPING = """
            files:
              Calls.csv:
                skip:
                  - {when: {Done: "0"}, because: not done}
                  - {when: {Done: x}, because: nonsense}
                records:
                  - call:
                      when: {Type: {not: Mail}}
                      id: Id
                      customer: {columns: Who, unknown: none}
                      at: At
                      outcome: {column: Result, words: {No: NO_ANSWER}, otherwise: DISCUSSION}
                      purpose: PROSPECTING
                      owner: {column: By, through: {file: Users.csv, key: Id, value: Name}}
                      repeated: first
              Companies.csv:
                records:
                  - customer: {id: Id, since: Since}
              Gone.csv:
                records:
                  - customer: {id: Id, since: Since}
            """;

    @TempDir
    Path path;

    private ImportedRecords mapped() throws Exception {
        return new Export(path)
                .withText("Companies.csv", """
                        Id,Since,Size
                        c-1,2026-01-01T08:00,3
                        """)
                .withText("Users.csv", """
                        Id,Name,Mail
                        1,Ann,a@b.c
                        2,Bob
                        """)
                .withText("Calls.csv", """
                        Id,At,Who,Type,Result,By,Done,Notes
                        1,2026-03-02T10:00,c-1,Call,No,1,1,
                        2,2026-03-02T11:00,c-9,Call,Odd,1,1,
                        2,2026-03-02T12:00,c-9,Call,Odd,1,1,
                        3,soon,,Call,No,,1,
                        4,2026-03-02T10:00,c-1,Mail,No,1,1,
                        5,2026-03-02T10:00,c-1,Call,No,1,0,
                        6,2026-03-02T10:00
                        7,2026-03-03T10:00,,Call,No,7,1,
                        """)
                .withText("Other.csv", "")
                .read(MAPPING);
    }

    @Test
    void theAccountOfAMappedFileIsData() throws Exception {
        FileAccount calls = file(mapped(), "Calls.csv");

        assertThat(calls.use()).isEqualTo(FileAccount.Use.MAPPING);
        assertThat(calls.rows()).isEqualTo(8);
        assertThat(calls.usedRows()).isEqualTo(5);
        assertThat(calls.skippedRows()).containsExactly(Map.entry("not done", 1), Map.entry("nonsense", 0));
        assertThat(calls.unmatchedRows()).isEqualTo(1);
        assertThat(calls.unfitRows()).isEqualTo(1);
        assertThat(calls.columnsRead()).containsExactlyInAnyOrder("Id", "At", "Who", "Type", "Result", "By", "Done");
        assertThat(calls.columnsNotRead()).containsExactly("Notes");
        assertThat(calls.records())
                .containsExactly(new RecordAccount(
                        RecordType.CALL,
                        3,
                        1,
                        Map.of("at", 1),
                        1,
                        List.of(
                                ImportNote.of("customer: 1 known, 2 not given, 1 unknown"),
                                new ImportNote("customer unknown, counted without one", Map.of("c-9", 1)),
                                new ImportNote("outcome not understood, counted as DISCUSSION", Map.of("Odd", 1)))));
    }

    @Test
    void theAccountSaysWhatBecameOfTheOtherFiles() throws Exception {
        ImportAccount account = mapped().account();

        assertThat(account.files())
                .extracting(FileAccount::file)
                .containsExactly("Users.csv", "Calls.csv", "Companies.csv");
        FileAccount users = account.files().get(0);
        assertThat(users.use()).isEqualTo(FileAccount.Use.LOOKUP);
        assertThat(users.usedRows()).isEqualTo(1);
        assertThat(users.unfitRows()).isEqualTo(1);
        assertThat(users.columnsNotRead()).containsExactly("Mail");
        assertThat(account.missingFiles()).containsExactly("Gone.csv");
        assertThat(account.unreadFiles()).containsExactly("Other.csv");
        assertThat(account.entries()).contains(ImportNote.of("Users.csv: 1 not found: Id 7"));
    }

    @Test
    void theTotalsAreThoseOfAllFiles() throws Exception {
        ImportAccount account = mapped().account();

        assertThat(account.rows()).isEqualTo(9);
        assertThat(account.usedRows()).isEqualTo(6);
        Instant since = Instant.parse("2026-01-01T07:00:00Z");
        assertThat(account.records())
                .containsExactly(
                        new RecordTotals(RecordType.CUSTOMER, 1, 0, Map.of(), since, since),
                        new RecordTotals(
                                RecordType.CALL,
                                3,
                                2,
                                Map.of("at", 1, "row", 1),
                                Instant.parse("2026-03-02T09:00:00Z"),
                                Instant.parse("2026-03-03T09:00:00Z")));
    }

    @Test
    void theTextFollowsFromTheData() throws Exception {
        ImportedRecords records = mapped();

        assertThat(records.summary())
                .containsExactly(
                        "Users.csv: 2 rows read to look things up, 1 left out: not a whole row",
                        "Calls.csv: 8 rows read",
                        "  5 used",
                        "    3 calls made",
                        "    1 further row of the same calls",
                        "    1 call set aside for at (1)",
                        "    customer: 1 known, 2 not given, 1 unknown",
                        "    customer unknown, counted without one: c-9 (1)",
                        "    outcome not understood, counted as DISCUSSION: Odd (1)",
                        "  1 skipped: not done",
                        "  0 skipped: nonsense",
                        "  1 matched no rule",
                        "  1 set aside: not a whole row",
                        "Companies.csv: 1 row read",
                        "  1 used",
                        "    1 customer made",
                        "Users.csv: 1 not found: Id 7",
                        "Gone.csv: not in the folder",
                        "Not read: Other.csv");
        assertThat(records.totals())
                .containsExactly(
                        "6 of 9 rows used (66 %)",
                        "1 customer from 2026-01-01 08:00 to 2026-01-01 08:00",
                        "3 calls from 2026-03-02 10:00 to 2026-03-03 10:00");
        assertThat(records.account().lines())
                .isEqualTo(Stream.concat(records.summary().stream(), records.totals().stream())
                        .toList());
    }

    @Test
    void theAccountOfTheCsvFolderIsData() throws Exception {
        new Export(path).withText("calls.csv", """
                        id,at,region,outcome
                        1,2026-03-02T10:00,north,
                        2,soon,north,BUSY
                        3
                        """).withText("rates.csv", """
                        date,from,to,rate,source
                        2026-01-01,USD,EUR,0.9,x
                        2026-01-01,USD,EUR,0.9,x
                        """);
        ImportedRecords records = CsvFolder.read(path, PARIS);

        FileAccount calls = file(records, "calls.csv");
        assertThat(calls.use()).isEqualTo(FileAccount.Use.CSV_FOLDER);
        assertThat(calls.rows()).isEqualTo(3);
        assertThat(calls.usedRows()).isEqualTo(1);
        assertThat(calls.unfitRows()).isEqualTo(2);
        assertThat(calls.columnsRead()).containsExactly("id", "at", "outcome", "region");
        assertThat(calls.attributes()).containsExactly("region");
        assertThat(calls.records())
                .containsExactly(new RecordAccount(RecordType.CALL, 1, 1, Map.of("at", 1, "outcome", 1), 0, List.of()));
        FileAccount rates = file(records, "rates.csv");
        assertThat(rates.usedRows()).isEqualTo(1);
        assertThat(rates.columnsNotRead()).containsExactly("source");
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(records.account().records())
                .containsExactly(
                        new RecordTotals(RecordType.CALL, 1, 2, Map.of("at", 1, "outcome", 1, "row", 1), at, at));
        assertThat(records.account().lines())
                .containsExactly(
                        "calls.csv: 3 rows read: 1 call, 2 set aside; columns id, at, outcome; attributes region",
                        "rates.csv: 2 rows read: 1 exchange rate, 1 set aside; columns not read: source",
                        "1 of 3 rows used (33 %)",
                        "1 call from 2026-03-02 10:00 to 2026-03-02 10:00");
        assertThat(calls).hasToString(records.summary().get(0));
    }

    private static FileAccount file(ImportedRecords records, String name) {
        return records.account().files().stream()
                .filter(file -> file.file().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
