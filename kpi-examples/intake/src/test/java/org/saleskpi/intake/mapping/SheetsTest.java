package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saleskpi.intake.Workbook.row;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.Workbook;

/** Several sheets of one workbook. */
class SheetsTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeWorkbook() {
        export = new Export(path);
        new Workbook()
                .sheet("Companies", row(1, "Id", "Since", "Owner"), row(2, "c-1", "2026-01-02", "7"))
                .sheet("Calls 2025", row(1, "No", "Company", "At"), row(2, "k-1", "c-1", "2025-12-01"))
                .sheet("Calls 2026", row(1, "No", "Company", "At"), row(2, "k-2", "c-1", "2026-02-01"))
                .sheet("Users", row(1, "Id", "Name"), row(2, "7", "Ann"))
                .sheet("Notes", row(1, "Nothing"))
                .write(path.resolve("Export.xlsx"));
    }

    @Test
    void eachSheetIsAFileOfItsOwn() throws Exception {
        ImportedRecords records = export.read("""
                files:
                  Export.xlsx#Companies:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: {column: Owner, through: {file: Export.xlsx#Users, key: Id, value: Name}}
                  Export.xlsx#Calls *:
                    records:
                      - call: {id: No, customer: {columns: Company, unknown: none}, at: At, purpose: PROSPECTING}
                """);

        assertThat(Shown.customers(records)).containsExactly("c-1 | 2026-01-01T23:00:00Z | - | Ann");
        assertThat(records.calls())
                .extracting(call -> call.id() + " of " + call.customerId() + ", " + call.origin())
                .containsExactly("k-1 of c-1, Export.xlsx#Calls 2025:2", "k-2 of c-1, Export.xlsx#Calls 2026:2");
        assertThat(records.summary())
                .contains(
                        "Export.xlsx#Users: 1 row read to look things up",
                        "Export.xlsx#Companies: 1 row read",
                        "Export.xlsx#Calls 2025: 1 row read",
                        "Export.xlsx: sheets not read: Notes");
    }

    private static final String CUSTOMER = ": {records: [{customer: {id: Id, since: Since}}]}\n";

    @Test
    void aSheetThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> export.read("files:\n  Export.xlsx#Firms" + CUSTOMER))
                .isInstanceOfSatisfying(
                        UnreadableDataException.class,
                        e -> assertThat(e.problems())
                                .hasToString(
                                        "[Customer without id (Export.xlsx): file has no sheet Firms, expected one of"
                                                + " Companies, Calls 2025, Calls 2026, Users, Notes]"));
    }

    @Test
    void aSheetIsReadByOneEntry() {
        assertThatThrownBy(() -> export.read("files:\n  Export.xlsx" + CUSTOMER + "  Export.xlsx#Comp*" + CUSTOMER))
                .hasMessage(path + "/Export.xlsx#Companies is read by two entries of the mapping, Export.xlsx and"
                        + " Export.xlsx#Comp*, expected one");
        assertThatThrownBy(() -> export.read("files:\n  Export.xlsx#A: {sheet: B, records: []}\n"))
                .hasMessage("m.yaml:4: files.Export.xlsx#A.sheet B stands beside a sheet in the name Export.xlsx#A,"
                        + " expected one of them");
    }
}
