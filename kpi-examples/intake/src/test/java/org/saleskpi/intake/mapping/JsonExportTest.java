package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;

class JsonExportTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    /** Customers of any of the files, by labels of a CSV export or paths of an API. */
    private static final String PEOPLE = """
            files:
              people*:
                json: {items: [records, data]}
                records:
                  - customer:
                      id: {column: [Record ID, id]}
                      since: {column: [Created, properties.createdate]}
                      owner: {column: [Owner, owner.name]}
            """;

    @Test
    void oneMappingReadsCsvAndEveryKindOfJson() throws Exception {
        export.with("people.csv", "Record ID,Created,Owner", "1,2026-01-01T00:00:00Z,Ann")
                .with(
                        "people.jsonl",
                        "{\"id\": 4970762000000348004, \"properties\": {\"createdate\": \"2020-10-22T21:03:23.000+0000\"},"
                                + " \"owner\": {\"name\": \"Bob\"}}",
                        "",
                        "no",
                        "{\"id\": 5, \"properties\": {\"createdate\": \"soon\"}, \"owner\": null}")
                .with(
                        "people.json",
                        "{\"done\": true, \"records\": [",
                        "{\"id\": \"6\", \"properties\": {\"createdate\": \"2026-01-02 03:04:05\"}, \"owner\": {\"name\": \"\"}}]}");

        ImportedRecords records = export.read(PEOPLE);

        assertThat(records.customers())
                .extracting(
                        Customer::id,
                        customer -> customer.since().toString(),
                        Customer::owner,
                        customer -> String.valueOf(customer.origin()))
                .containsExactly(
                        tuple("1", "2026-01-01T00:00:00Z", "Ann", "people.csv:2"),
                        tuple("6", "2026-01-02T02:04:05Z", null, "people.json:1"),
                        tuple("4970762000000348004", "2020-10-22T21:03:23Z", "Bob", "people.jsonl:1"));
        assertThat(records.summary())
                .containsExactly(
                        "people.csv: 1 row read",
                        "  1 used",
                        "    1 customer made",
                        "people.json: 1 row read",
                        "  1 used",
                        "    1 customer made",
                        "people.jsonl: 3 rows read",
                        "  2 used",
                        "    1 customer made",
                        "    1 customer set aside for since (1)",
                        "  1 set aside: not a whole row");
        assertThat(Export.problems(records))
                .hasSize(2)
                .contains("Customer 5 (people.jsonl:4): since soon is not a moment, expected iso")
                .anyMatch(problem ->
                        problem.startsWith("Customer without id (people.jsonl:3): row no is not a JSON object"));
    }

    @Test
    void aColumnThatNoRowHasMakesTheFileBroken() {
        export.with(
                        "people.jsonl",
                        "{\"id\": 1, \"name\": {\"first\": \"A\"}, \"tags\": []}",
                        "{\"owner\": {\"name\": \"Ann\"}}")
                .with("people.json", "[]");

        UnreadableDataException broken = catchThrowableOfType(UnreadableDataException.class, () -> export.read(PEOPLE));

        assertThat(broken.problems())
                .extracting(Problem::toString)
                .containsExactly("Customer without id (people.jsonl): Created or properties.createdate is read by the"
                        + " mapping, but no row has it, of which the first has: id, name.first, tags, owner.name");
    }

    @Test
    void aColumnThatOnlySomeRowsHaveIsEmptyInTheOthers() throws Exception {
        export.with(
                "people.jsonl",
                "{\"id\": 1, \"properties\": {\"createdate\": \"2026-01-01\"}}",
                "{\"id\": 2, \"properties\": {\"createdate\": \"2026-01-01\"}, \"owner\": {\"name\": \"Ann\"}}");

        assertThat(export.read(PEOPLE).customers()).extracting(Customer::owner).containsExactly(null, "Ann");
    }

    @Test
    void textsAreLookedUpInJsonAndConditionsReadIt() throws Exception {
        export.with(
                        "deals.jsonl",
                        "{\"id\": \"d-1\", \"at\": \"2026-01-01\", \"stage\": 10, \"archived\": false}",
                        "{\"id\": \"d-2\", \"at\": \"2026-01-01\", \"stage\": 20, \"archived\": false}",
                        "{\"id\": \"d-3\", \"at\": \"2026-01-01\", \"stage\": 10, \"archived\": true}")
                .with(
                        "stages.json",
                        "{\"results\": [{\"id\": \"10\", \"metadata\": {\"isClosed\": \"true\"}}, {\"id\": \"20\"}]}");

        ImportedRecords records = export.read("""
                json: {items: results}
                files:
                  deals.jsonl:
                    skip:
                      - {when: {archived: "true"}, because: archived}
                    records:
                      - proposal:
                          id: id
                          sent_at: at
                          decided_at: at
                          status:
                            column: stage
                            through: {file: stages.json, key: id, value: metadata.isClosed}
                            words: {"true": ACCEPTED}
                            otherwise: PENDING
                """);

        assertThat(records.proposals())
                .extracting(Proposal::id, Proposal::status)
                .containsExactly(tuple("d-1", Proposal.Status.ACCEPTED), tuple("d-2", Proposal.Status.PENDING));
    }

    @Test
    void theKeyOfTheArrayIsNeeded() {
        assertThatThrownBy(() -> export.read("json: {rows: data}\n" + PEOPLE))
                .hasMessage("m.yaml:3: json.rows is an unknown key, expected one of each, items, wrappers");
    }
}
