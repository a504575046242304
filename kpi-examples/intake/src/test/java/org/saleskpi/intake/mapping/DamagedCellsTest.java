package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.intake.Workbook.number;
import static org.saleskpi.intake.Workbook.row;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.csv.CsvFolder;

/** Cells that a spreadsheet has damaged: errors in place of values, and ids cut to a few digits. */
class DamagedCellsTest {

    private static final String MAPPING = """
            files:
              FILE:
                skip: [{when: {Stage: Test}, because: test}]
                records:
                  - customer: {repeated: earliest, id: Company, since: Created, owner: {column: Owner, through: {file: "users.*", key: Id, value: Name}}}
                  - proposal:
                      id: Deal
                      customer: {columns: Company, unknown: none}
                      sent_at: Created
                      status: {column: Stage, words: {Won: ACCEPTED}, otherwise: PENDING}
                      decided_at: Created
            """;

    @TempDir
    Path path;

    private static String mapping(String file) {
        return MAPPING.replace("FILE", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#NV", "#NOM?"})
    void anErrorIsABadValueInEveryColumnThatIsRead(String error) throws Exception {
        Export export = new Export(path)
                .with("users.csv", "Id,Name,Phone", "u," + error + ",", "v,Vic," + error)
                .with(
                        "deals.csv",
                        "Deal,Company,Created,Stage,Owner,Note",
                        "d1," + error + ",2026-01-05,Won,v,",
                        "d2,a,2026-01-05," + error + ",v,",
                        "d3,a," + error + ",Won,v,",
                        "d4,a,2026-01-05,Won," + error + ",",
                        "d5,b,2026-01-05,Won,v," + error,
                        "d6,b,2026-01-05,Won,v,#1");

        ImportedRecords records = export.read(mapping("deals.csv"));

        String reason = error + " is an error of a spreadsheet, expected a value";
        assertThat(Export.problems(records))
                .containsExactly(
                        "Customer without id (users.csv:2): Name " + reason,
                        "Customer without id (deals.csv:2): Company " + reason,
                        "Customer without id (deals.csv:3): Stage " + reason,
                        "Customer without id (deals.csv:4): Created " + reason,
                        "Customer without id (deals.csv:5): Owner " + reason);
        assertThat(records.proposals()).extracting("id").containsExactly("d5", "d6");
        assertThat(records.customers()).extracting("owner").containsExactly("Vic");
    }

    @Test
    void soItIsInJsonAndInTextsOfWorkbooks() throws Exception {
        ImportedRecords json = new Export(path)
                .withJson(
                        "deals.jsonl",
                        "{'Deal': 'd1', 'Company': '#N/A', 'Created': '2026-01-05', 'Stage': 'Won', 'Owner': null}")
                .read(mapping("deals.jsonl"));
        assertThat(Export.problems(json))
                .containsExactly("Customer without id (deals.jsonl:1): Company #N/A is an error of a spreadsheet,"
                        + " expected a value");

        new Workbook()
                .sheet(
                        "Deals",
                        row(1, "Deal", "Company", "Created", "Stage", "Owner"),
                        row(2, "d1", "#N/A", "2026-01-05", "Won", "v"),
                        row(3, "d2", "a", "2026-01-05", "<c t=\"e\"><v>#REF!</v></c>", "v"),
                        row(4, "d3", "a", "2026-01-05", "<c><f>A1</f></c>", "v"),
                        row(5, "d4", "a", "2026-01-05", "Won", number("1e400")))
                .write(path.resolve("deals.xlsx"));
        assertThat(Export.problems(new Export(path).read(mapping("deals.xlsx"))))
                .containsExactly(
                        "Customer without id (deals.xlsx:2): Company #N/A is an error of a spreadsheet, expected a value",
                        "Customer without id (deals.xlsx:3): Stage #REF! is an error of a spreadsheet, expected a value",
                        "Customer without id (deals.xlsx:4): Stage =A1 is a formula without a saved result: the workbook"
                                + " was never calculated, expected one that a spreadsheet program has opened and saved",
                        "Customer without id (deals.xlsx:5): Owner 1E+400 is not a number that a spreadsheet can hold");
    }

    @Test
    void anErrorIsABadValueInEveryColumnOfTheCsvFolder() throws Exception {
        new TestFolder(path)
                .with("customers.csv", "id,since,owner", "#N/A,2026-01-05,Ann", "a,2026-01-05,#REF!", "b,2026-01-05,")
                .with("calls.csv", "id,at,customer_id,region", "k-1,2026-01-05,b,#NAME?", "k-2,2026-01-05,b,#1");

        ImportedRecords records = CsvFolder.read(path, ZoneId.of("Europe/Paris"));

        assertThat(Export.problems(records))
                .containsExactly(
                        "Customer #N/A (customers.csv:2): id #N/A is an error of a spreadsheet, expected a value",
                        "Customer a (customers.csv:3): owner #REF! is an error of a spreadsheet, expected a value",
                        "Call k-1 (calls.csv:2): region #NAME? is an error of a spreadsheet, expected a value");
        assertThat(records.calls()).extracting("id").containsExactly("k-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23457E+17", "8E+15", "\"1,23457E+17\"", "7.0e+20", "1E-05"})
    void anIdCutByASpreadsheetIsBad(String id) throws Exception {
        ImportedRecords records = new Export(path)
                .with("users.csv", "Id,Name", id + ",Ann", "v,1.5E+10")
                .with(
                        "deals.csv",
                        "Deal,Company,Created,Stage,Owner",
                        id + ",a,2026-01-05,Won,v",
                        "d2," + id + ",2026-01-05,Won,v",
                        "d3,a,2026-01-05,Won," + id,
                        "d4,a,2026-01-05," + id + ",v",
                        "1.5E+,1E5,2026-01-05,Won,v")
                .read(mapping("deals.csv"));

        String reason =
                id.replace("\"", "") + " has lost digits: a spreadsheet has cut an id, expected all of its digits";
        assertThat(Export.problems(records))
                .containsExactly(
                        "Customer without id (users.csv:2): Id " + reason,
                        "Customer without id (deals.csv:2): Deal " + reason,
                        "Customer without id (deals.csv:3): Company " + reason,
                        "Customer without id (deals.csv:4): Owner " + reason);
        assertThat(records.customers()).extracting("id").containsExactly("a", "1E5");
        assertThat(records.customers()).extracting("owner").containsExactly("1.5E+10", "1.5E+10");
    }

    @Test
    void anIdCutByASpreadsheetIsBadInTheCsvFolder() throws Exception {
        new TestFolder(path)
                .with("customers.csv", "id,since", "1.23457E+17,2026-01-05", "1.23457E+17,2026-01-06")
                .with(
                        "contracts.csv",
                        "id,customer_id,signed_at,amount,currency,proposal_id,batch",
                        "s-1,7.0E+20,2026-01-05,10,EUR,,",
                        "s-2,c,2026-01-05,10,EUR,7.0E+20,",
                        "s-3,c,2026-01-05,1.0E+02,EUR,,7.0E+20");

        ImportedRecords records = CsvFolder.read(path, ZoneId.of("Europe/Paris"));

        String reason = " has lost digits: a spreadsheet has cut an id, expected all of its digits";
        assertThat(Export.problems(records))
                .containsExactly(
                        "Customer 1.23457E+17 (customers.csv:2): id 1.23457E+17" + reason,
                        "Customer 1.23457E+17 (customers.csv:3): id 1.23457E+17" + reason,
                        "Contract s-1 (contracts.csv:2): customer_id 7.0E+20" + reason,
                        "Contract s-2 (contracts.csv:3): proposal_id 7.0E+20" + reason);
        assertThat(records.contracts()).extracting("id").containsExactly("s-3");
    }
}
