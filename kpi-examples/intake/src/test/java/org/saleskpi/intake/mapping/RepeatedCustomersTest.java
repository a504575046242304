package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** Customers with many rows, fixed texts, and lookups that are cut or optional. */
class RepeatedCustomersTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    @Test
    void allRowsOfACustomerAreOneCustomer() throws Exception {
        export.with(
                        "Deals.csv",
                        "Who,Since,Gone,Owner,Region,Source",
                        "a,2026-03-02,2026-05-01,Ann,North,",
                        "a,2026-01-02,,,,Web",
                        "a,2026-02-02,2026-02-03,Bob,South,Fair",
                        "b,2026-02-02,,,,",
                        "a,soon,,,,")
                .with("Calls.csv", "Who,Since,Gone,Owner,Region,Source", "b,2026-01-05,,,West,");

        ImportedRecords records = export.read("""
                files:
                  "*.csv":
                    records:
                      - customer:
                          repeated: earliest
                          id: Who
                          since: Since
                          disqualified_at: Gone
                          owner: Owner
                          attributes: {region: Region, source: Source}
                """);

        // Of a: the source of the first row in time, the owner and region of the second, and the end of the last.
        assertThat(Shown.customers(records))
                .containsExactly(
                        "b | 2026-01-04T23:00:00Z | - | - | {region=West}",
                        "a | 2026-01-01T23:00:00Z | 2026-04-30T22:00:00Z | Bob | {source=Web, region=South}");
        assertThat(records.summary())
                .containsExactly(
                        "Calls.csv: 1 row read",
                        "  1 used",
                        "    1 customer made",
                        "Deals.csv: 5 rows read",
                        "  5 used",
                        "    1 customer made",
                        "    3 further rows of the same customers",
                        "    1 customer set aside for since (1)");
    }

    @Test
    void aFixedTextCountsWhenNothingElseDoes() throws Exception {
        export.with("People.csv", "Id,Since,Source", "1,2026-01-01,Web", "2,2026-01-01,");

        ImportedRecords records = export.read("""
                files:
                  People.csv:
                    records:
                      - customer: {id: Id, since: Since, attributes: {source: [Source, {fixed: unknown}], kind: {fixed: lead}}}
                """);

        assertThat(Shown.customers(records))
                .containsExactly(
                        "1 | 2025-12-31T23:00:00Z | - | - | {source=Web, kind=lead}",
                        "2 | 2025-12-31T23:00:00Z | - | - | {source=unknown, kind=lead}");
    }

    @Test
    void aFixedTextStandsAlone() {
        assertThatThrownBy(() -> export.read("""
                files:
                  People.csv:
                    records:
                      - customer: {id: {column: Id, fixed: x}, since: Since}
                """))
                .hasMessage(
                        "m.yaml:6: files.People.csv.records[1].customer.id has both column and fixed, expected one");
    }

    @Test
    void idsOfDifferentLengthsAreFoundByTheirFirstCharacters() throws Exception {
        export.with("Leads.csv", "Id,Since", "AAAxyz,2026-01-01", "BBB,2026-01-01")
                .with("Contacts.csv", "Id,Lead", "c-1-long,AAA", "c-2,BBBxyz")
                .with("Calls.csv", "Id,Contact,At", "k1,c-1,2026-03-01", "k2,c-2-long,2026-03-01");

        ImportedRecords records = export.read("""
                files:
                  Leads.csv:
                    records:
                      - customer: {id: {column: Id, first: 3}, since: Since}
                  Calls.csv:
                    records:
                      - call:
                          id: Id
                          customer:
                            columns: {column: Contact, first: 3, through: {file: Contacts.csv, key: Id, value: Lead, first: 3}}
                            unknown: none
                          at: At
                          purpose: OTHER
                """);

        assertThat(records.calls()).extracting(call -> call.customerId()).containsExactly("AAA", "BBB");
    }

    @Test
    void aFileMayLackTheColumnsOfAnOptionalLookup() throws Exception {
        export.with("Leads.csv", "Id,Since,Owner", "1,2026-01-01,7").with("Users.csv", "Number,Name", "7,Ann");
        String mapping = """
                files:
                  Leads.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: [{column: Owner, through: {file: Users.csv, key: Id, value: Name%s}}, Owner]
                """;

        assertThat(Shown.customers(export.read(mapping.formatted(", optional: true"))))
                .containsExactly("1 | 2025-12-31T23:00:00Z | - | 7");
        assertThatThrownBy(() -> export.read(mapping.formatted(""))).hasMessage("1 file cannot be read");
    }
}
