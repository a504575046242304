package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Problem;

/** Lookups with several values, chains and circles of them, owners of one name, and cells with several texts. */
class LookupsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords skipped(String is) throws Exception {
        return export.read("""
                files:
                  People.csv:
                    skip:
                      - {when: {text: {column: Id, through: {file: Merged.csv, key: Old, value: New}}, is: %s}, because: x}
                    records:
                      - customer: {id: Id, since: Since}
                """.formatted(is));
    }

    @Test
    void severalValuesAreNotNothingAndEqualToNoText() throws Exception {
        export.with("People.csv", "Id,Since", "1,2026-01-01", "2,2026-01-01", "3,2026-01-01")
                .with("Merged.csv", "Old,New", "1,8", "1,9", "2,8");

        assertThat(skipped("{empty: false}").customers())
                .extracting(Customer::id)
                .containsExactly("3");
        assertThat(skipped("{empty: true}").customers())
                .extracting(Customer::id)
                .containsExactly("1", "2");
        assertThat(skipped("[\"8\", \"9\"]").customers())
                .extracting(Customer::id)
                .containsExactly("1", "3");
        assertThat(skipped("{not: [\"8\", \"9\"]}").customers())
                .extracting(Customer::id)
                .containsExactly("2");
        assertThat(skipped("{empty: false}").summary()).contains("Merged.csv: 1 found with several values: Old 1");
    }

    private static final String FOLLOWED = """
            files:
              People.csv:
                records:
                  - customer:
                      repeated: earliest
                      id:
                        - {column: Id, through: {file: Merged.csv, key: Old, value: New, separator: ";", repeat: true}}
                        - Id
                      since: Since
            """;

    @Test
    void aChainIsFollowedToItsEndAlsoWhereTheEndListsAllOfIt() throws Exception {
        export.with("People.csv", "Id,Since", "a,2026-01-01", "b,2026-01-01", "c,2026-01-01", "d,2026-01-01")
                .with("Merged.csv", "Old,New", "a,b", "a; b,c", "d,d");

        ImportedRecords records = export.read(FOLLOWED);

        assertThat(records.customers()).extracting(Customer::id).containsExactly("c", "d");
        assertThat(records.doubts()).isEmpty();
        assertThat(records.summary()).noneMatch(line -> line.contains("found"));
    }

    @Test
    void severalEndsAreAmbiguousAndACircleIsBad() throws Exception {
        export.with("People.csv", "Id,Since", "a,2026-01-01", "d,2026-01-01", "x,2026-01-01")
                .with("Merged.csv", "Old,New", "a,b", "a,c", "x,y", "y,z", "z,x", "d,x");

        ImportedRecords records = export.read(FOLLOWED);

        assertThat(records.customers()).extracting(Customer::id).containsExactly("a");
        assertThat(Export.problems(records))
                .containsExactly(
                        "Customer without id (People.csv:3): id d leads in a circle, expected an end",
                        "Customer without id (People.csv:4): id x leads in a circle, expected an end");
        assertThat(records.doubts())
                .extracting(Problem::toString)
                .containsExactly("Customer without id (Merged.csv): Old d, x leads in a circle, expected an end");
        assertThat(records.summary())
                .contains("Merged.csv: 1 found with several values: Old a", "Merged.csv: 2 lead in a circle: Old d, x");
    }

    @Test
    void whatIsNotThereStaysWhereThatIsSaid() throws Exception {
        export.with("People.csv", "Id,Since", "a,2026-01-01", "b,2026-01-01").with("Merged.csv", "Old,New", "a,z");

        ImportedRecords records = export.read("""
                files:
                  People.csv:
                    records:
                      - customer:
                          id: {column: Id, through: {file: Merged.csv, key: Old, value: New, keep: true}, prefix: "p-"}
                          since: Since
                """);

        assertThat(records.customers()).extracting(Customer::id).containsExactly("p-z", "p-b");
        assertThat(records.summary()).noneMatch(line -> line.contains("found"));
    }

    @Test
    void ownersOfOneNameAreKeptApartAndTold() throws Exception {
        export.with(
                        "People.csv",
                        "Id,Since,Owner",
                        "1,2026-01-01,7",
                        "2,2026-01-01,8",
                        "3,2026-01-01,9",
                        "4,2026-01-01,10",
                        "5,2026-01-01,Ann Lee")
                .with("Users.csv", "Key,First,Last", "7,Ann,Lee", "8,Ann,Lee", "9,Bob,Orr", "10,Cy,Poe", "11,Cy,Poe");

        String mapping = """
                files:
                  People.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: [{column: Owner, through: {file: Users.csv, key: Key, value: [First, Last]}}, Owner]
                """;
        ImportedRecords records = export.read(mapping);

        assertThat(records.customers())
                .extracting(Customer::owner)
                .containsExactly("Ann Lee (7)", "Ann Lee (8)", "Bob Orr", "Cy Poe (10)", "Ann Lee");
        assertThat(records.summary())
                .filteredOn(line -> line.contains("name of"))
                .containsExactly(
                        "Users.csv: Ann Lee is the name of 2 owners, kept apart: Ann Lee (7), Ann Lee (8) (namesakes:"
                                + " together in the mapping counts them as one)",
                        "Users.csv: Cy Poe is the name of 2 owners, kept apart: Cy Poe (10), Cy Poe (11) (namesakes:"
                                + " together in the mapping counts them as one)");

        ImportedRecords together = export.read(mapping.replace("key: Key,", "key: Key, namesakes: together,"));

        assertThat(together.customers())
                .extracting(Customer::owner)
                .containsExactly("Ann Lee", "Ann Lee", "Bob Orr", "Cy Poe", "Ann Lee");
        assertThat(together.summary()).contains("Users.csv: Ann Lee is the name of 2 owners, counted as one: Key 7, 8");
    }

    @Test
    void onePersonOfSeveralIdsIsOne() throws Exception {
        export.with("People.csv", "Id,Since,Owner", "1,2026-01-01,7", "2,2026-01-01,70", "3,2026-01-01,8")
                .with("Users.csv", "Key,Name", "7;70,Ann Lee", "7,Ann Lee", "8,Bob Orr");

        ImportedRecords records = export.read("""
                files:
                  People.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: {column: Owner, through: {file: Users.csv, key: Key, value: Name, separator: ;}}
                """);

        assertThat(records.customers()).extracting(Customer::owner).containsExactly("Ann Lee", "Ann Lee", "Bob Orr");
        assertThat(records.summary()).noneMatch(line -> line.contains("name of"));
    }

    @Test
    void aNameThatLeadsToSeveralIsNotTakenForOneItself() throws Exception {
        export.with(
                        "Accounts.csv",
                        "Id,Name,Since",
                        "a-1,Acme,2026-01-01",
                        "a-2,Acme,2026-01-01",
                        "a-3,Bolt,2026-01-01")
                .with(
                        "Calls.csv",
                        "No,Account,Other,Rep,At",
                        "1,Acme,,Ann Lee,2026-02-01",
                        "2,Bolt,,Bob,2026-02-01",
                        "3,Acme,a-3,Ann Lee,2026-02-01")
                .with("Users.csv", "Name,Mail", "Ann Lee,ann@x.org", "Ann Lee,lee@x.org", "Bob,bob@x.org");

        ImportedRecords records = export.read("""
                files:
                  Accounts.csv: {records: [{customer: {id: Id, since: Since}}]}
                  Calls.csv:
                    records:
                      - call:
                          id: No
                          at: At
                          purpose: PROSPECTING
                          owner: [{column: Rep, through: {file: Users.csv, key: Name, value: Mail}}, Rep]
                          customer:
                            columns:
                              - {column: Account, through: {file: Accounts.csv, key: Name, value: Id}}
                              - {column: [Name, Account], prefix: x-}
                              - Other
                            unknown: none
                """);

        assertThat(records.calls())
                .extracting(one -> one.customerId() + " " + one.owner())
                .containsExactly("null null", "a-3 bob@x.org", "a-3 null");
        assertThat(records.summary())
                .contains(
                        "Accounts.csv: 1 found with several values: Name Acme",
                        "Users.csv: 1 found with several values: Name Ann Lee");
    }

    @Test
    void ofSeveralTextsInACellTheFirstCountsAndTheOthersAreCounted() throws Exception {
        export.with("People.csv", "Id,Since", "1,2026-01-01", "2,2026-01-01")
                .withJson(
                        "Calls.jsonl",
                        "{'id': 'k-1', 'who': '1; 2;3', 'at': '2026-03-01'}",
                        "{'id': 'k-2', 'who': ' ;0;2', 'at': '2026-03-01'}",
                        "{'id': 'k-3', 'who': '1', 'at': '2026-03-01'}",
                        "{'id': 'k-4', 'who': ';', 'at': '2026-03-01'}");

        ImportedRecords records = export.read("""
                files:
                  People.csv:
                    records:
                      - customer: {id: Id, since: Since}
                  Calls.jsonl:
                    records:
                      - call:
                          id: id
                          customer: {columns: {column: who, separator: ";", none: "0"}, unknown: reject}
                          at: at
                          purpose: OTHER
                """);

        assertThat(records.calls()).extracting(Call::customerId).containsExactly("1", "2", "1", null);
        assertThat(records.summary())
                .contains("    who: 1 cell with several texts, of which the first counts; 2 further texts left out");
    }

    @Test
    void aTextMayCountOnlyWhereAConditionHolds() throws Exception {
        export.with("People.csv", "Id,Since,Kind,Sales,Service", "1,2026-01-01,S,Ann,Bob", "2,2026-01-01,T,Ann,Bob");

        ImportedRecords records = export.read("""
                files:
                  People.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: [{column: Sales, when: {Kind: S}}, Service]
                """);

        assertThat(records.customers()).extracting(Customer::owner).containsExactly("Ann", "Bob");
    }
}
