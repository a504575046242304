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

/** Files and columns that go by several names. */
class NamesTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    @Test
    void everyFileThatAPatternOrAFurtherNameMeansHasAnAccountOfItsOwn() throws Exception {
        export.with("people-2.csv", "Id,Since", "2,2026-01-02", "3,soon")
                .with("people-1.csv", "Id,Since", "1,2026-01-01")
                .with("people-.csv.old", "Id,Since", "9,2026-01-01")
                .with("(all)+1.csv", "Id,Since", "4,2026-01-04");

        ImportedRecords records = export.read("""
                files:
                  people-*.csv:
                    also: ["(all)+*.csv", Leads.csv]
                    records:
                      - customer: {id: Id, since: Since}
                  Deals.csv:
                    also: deals-*.csv
                    records:
                      - customer: {id: Id, since: Since}
                """);

        assertThat(records.customers())
                .extracting(Customer::id, customer -> String.valueOf(customer.origin()))
                .containsExactly(
                        tuple("1", "people-1.csv:2"), tuple("2", "people-2.csv:2"), tuple("4", "(all)+1.csv:2"));
        assertThat(records.summary())
                .containsExactly(
                        "people-1.csv: 1 row read",
                        "  1 used",
                        "    1 customer made",
                        "people-2.csv: 2 rows read",
                        "  2 used",
                        "    1 customer made",
                        "    1 customer set aside for since (1)",
                        "(all)+1.csv: 1 row read",
                        "  1 used",
                        "    1 customer made",
                        "Deals.csv, deals-*.csv: not in the folder",
                        "Not read: people-.csv.old");
    }

    @Test
    void aFileThatTwoEntriesOfTheMappingMeanIsAnErrorThatNamesBoth() {
        export.with("people-1.csv", "Id,Since", "1,2026-01-01");

        assertThatThrownBy(() -> export.read("""
                files:
                  people-1.csv:
                    records: [{customer: {id: Id, since: Since}}]
                  all.csv:
                    also: people-*.csv
                    records: [{customer: {id: Id, since: Since}}]
                """))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessage(
                        path.resolve("people-1.csv")
                                + " is read by two entries of the mapping, people-1.csv and all.csv, people-*.csv, expected one");
    }

    @Test
    void aColumnIsTheFirstOfItsNamesThatTheFileHas() throws Exception {
        export.with("people-label.csv", "Record ID,Create Date,created_at,Deal Owner", "1,2026-01-01,2020-01-01,Ann")
                .with("people-api.csv", "id,created_at", "2,2026-01-02");

        ImportedRecords records = export.read("""
                files:
                  people-*.csv:
                    records:
                      - customer:
                          id: {column: [Record ID, id]}
                          since: {column: [Create Date, created_at]}
                          owner: {column: [Deal owner, Deal Owner], optional: true}
                """);

        assertThat(records.customers())
                .extracting(Customer::id, customer -> customer.since().toString(), Customer::owner)
                .containsExactly(tuple("2", "2026-01-01T23:00:00Z", null), tuple("1", "2025-12-31T23:00:00Z", "Ann"));
    }

    @Test
    void aColumnThatTheFileHasByAnEarlierNameIsReadThereThoughItIsEmpty() throws Exception {
        export.with("people.csv", "Id,Since,Owner,owner", "1,2026-01-01,,ann");
        String people = """
                files:
                  people.csv:
                    records: [{customer: {id: Id, since: Since, owner: %s}}]
                """;

        assertThat(export.read(people.formatted("{column: [Owner, owner]}")).customers())
                .extracting(Customer::owner)
                .containsOnlyNulls();
        assertThat(export.read(people.formatted("[Owner, owner]")).customers())
                .extracting(Customer::owner)
                .containsExactly("ann");
    }

    @Test
    void joinedColumnsHaveSeveralNamesEach() throws Exception {
        export.with("people.csv", "id,due_date,Due Time", "1,2026-01-01,12:30");

        assertThat(export.read("""
                files:
                  people.csv:
                    records:
                      - customer: {id: id, since: {join: [[Due Date, due_date], [Due Time, due_time]]}}
                """).customers())
                .extracting(customer -> customer.since().toString())
                .containsExactly("2026-01-01T11:30:00Z");
    }

    @Test
    void aColumnOfSeveralNamesThatTheFileLacksIsToldWithAllOfThem() {
        export.with("people.csv", "Id,Made,Made", "1,2026-01-01,2026-01-01");

        UnreadableDataException broken = catchThrowableOfType(UnreadableDataException.class, () -> export.read("""
                files:
                  people.csv:
                    records: [{customer: {id: {column: [ID, id]}, since: {column: [Since, Made]}}}]
                """));
        UnreadableDataException twice = catchThrowableOfType(UnreadableDataException.class, () -> export.read("""
                files:
                  people.csv:
                    records: [{customer: {id: Id, since: {column: [Since, Made]}}}]
                """));

        assertThat(broken.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Customer without id (people.csv): ID or id is read by the mapping, but missing from the"
                                + " header: Id, Made, Made");
        assertThat(twice.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Customer without id (people.csv): Made is read by the mapping, but the name of two columns, expected Made#1 or Made#2 in"
                                + " the mapping");
    }

    @Test
    void textsAreLookedUpInAllFilesThatAreThereByColumnsOfSeveralNames() throws Exception {
        export.with("people.csv", "Id,Since,Owner", "1,2026-01-01,7", "2,2026-01-01,8", "3,2026-01-01,9")
                .with("users-old.csv", "id,first_name,last_name", "7,Ann,Lee")
                .with("owners.csv", "Owner ID,First Name,Last Name", "8,Bob,");
        String people = """
                files:
                  people.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner:
                            column: Owner
                            through:
                              file: [owners.csv, users-*.csv, none.csv]
                              key: [Owner ID, id]
                              value: %s
                """;

        ImportedRecords joined = export.read(people.formatted("[[First Name, first_name], [Last Name, last_name]]"));
        ImportedRecords first = export.read(people.formatted("{any: [Given Name, First Name, first_name]}"));

        assertThat(joined.customers()).extracting(Customer::owner).containsExactly("Ann Lee", "Bob", null);
        assertThat(first.customers()).extracting(Customer::owner).containsExactly("Ann", "Bob", null);
        assertThat(joined.summary())
                .containsExactly(
                        "owners.csv: 1 row read to look things up",
                        "users-old.csv: 1 row read to look things up",
                        "people.csv: 3 rows read",
                        "  3 used",
                        "    3 customers made",
                        "owners.csv, users-old.csv: 1 not found: Owner ID or id 9");
    }

    @Test
    void aCellMayHoldSeveralKeysOfALookup() throws Exception {
        export.with("people.csv", "Id,Since,Merged,Parent", "1,2026-01-01,\"4; 5;;6\",5", "2,2026-01-01,,\"4; 5;;6\"");

        assertThat(export.read("""
                files:
                  people.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: {column: Parent, through: {file: people.csv, key: Merged, separator: ";", value: Id}}
                """).customers()).extracting(Customer::owner).containsExactly("1", null);
    }

    @Test
    void listsWithoutNamesAreErrors() {
        String people = "files: {people.csv: {records: [{customer: {id: %s, since: Since}}]}}";

        assertThatThrownBy(() -> export.read(people.formatted("{column: []}")))
                .hasMessage(
                        "m.yaml:3: files.people.csv.records[1].customer.id.column is an empty list, expected names of a"
                                + " column");
        assertThatThrownBy(() -> export.read(people.formatted("{join: []}")))
                .hasMessage(
                        "m.yaml:3: files.people.csv.records[1].customer.id.join is an empty list, expected columns");
    }

    @Test
    void aFileThatIsNearlyCalledAsOneOfTheMappingIsDoubtful() throws Exception {
        export.with("people.csv", "Id,Since", "1,2026-01-01").with("Call.csv", "Id,At", "1,2026-01-01");

        ImportedRecords records = export.read("""
                files:
                  people.csv: {records: [{customer: {id: Id, since: Since}}]}
                  calls.csv: {records: [{call: {id: Id, at: At, purpose: OTHER}}]}
                """);

        assertThat(records.doubts())
                .extracting(Problem::toString)
                .containsExactly(
                        "Call without id (Call.csv): file is not read: it is probably meant to be calls.csv, which"
                                + " the mapping reads");
        assertThat(records.summary()).contains("calls.csv: not in the folder", "Not read: Call.csv");
    }

    @Test
    void aFileWithAnotherDelimiterIsDoubtfulWhereNothingOfItIsRead() throws Exception {
        export.with("people.csv", "Id,Since,Owner", "1,2026-01-01,7").with("users.csv", "Id;Name", "7;Ann");

        assertThat(export.read("""
                        files:
                          people.csv:
                            records:
                              - customer:
                                  id: Id
                                  since: Since
                                  owner: {column: Owner, through: {file: users.csv, key: Id, value: Name, optional: true}}
                        """).doubts())
                .extracting(Problem::toString)
                .containsExactly(
                        "Customer without id (users.csv): Id;Name header is not read (cells seem to be separated by"
                                + " ;, expected ,)");
    }
}
