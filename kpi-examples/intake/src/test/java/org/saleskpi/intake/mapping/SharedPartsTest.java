package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.SalesRecord;

/** What a mapping says once for several places: anchors and merged blocks, attributes, files that are only looked up in. */
class SharedPartsTest {

    private static final String HEAD = "mapping: 1\nmoments: {formats: iso, zone: run}\n";

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    @Test
    void anAliasIsThePartThatHasItsAnchorAndBlocksMerge() throws Exception {
        export.with("a.csv", "Id,Day,Who", "1,2026-01-01,ann").with("b.csv", "Id,Day,Who", "2,2026-01-02,bob");

        ImportedRecords records = export.read("""
                shared:
                  call: &call {id: &id Id, at: Day, purpose: PROSPECTING, owner: Who}
                  other: &other {purpose: OTHER, attributes: {x: {fixed: y}}}
                files:
                  a.csv: {records: [{call: *call}]}
                  b.csv:
                    records:
                      - call: {<<: [*other, *call], owner: *id}
                """);

        assertThat(Shown.calls(records))
                .containsExactly(
                        "1 | - | 2025-12-31T23:00:00Z | - | PROSPECTING | ann",
                        "2 | - | 2026-01-01T23:00:00Z | - | OTHER | 2 | {x=y}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shared: {a: *b, c: &b 1} | m.yaml:3: shared.a *b is the alias of no anchor before it, expected &b there",
                "shared: {a: &b [*b]} | m.yaml:3: shared.a[1] *b is the alias of no anchor before it, expected &b there",
                "shared: {a: &b 1, c: {<<: *b}} | m.yaml:3: shared.a 1 is not a block of keys, expected one",
                "shared: {a: &b {c: 1}, <<: *b, <<: *b} | m.yaml:3: shared.<< is the second key of that name, expected one",
                "shared: {[1]: 2} | m.yaml:3: shared.key is a block or a list, expected a text",
                "shared: {a: 1, a: 2} | m.yaml:3: shared.a is the second key of that name, expected one",
            })
    void faultsAreTold(String text, String message) {
        assertThatThrownBy(() -> Mapping.parse("m.yaml", HEAD + text + "\nfiles: {}\n"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage(message);
    }

    @Test
    void whatUnfoldsBeyondMeasureIsNoMapping() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        StringBuilder deep = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 200; i++) {
            laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n");
            deep.append("a" + i + ": &a" + i + " {k: *a" + (i - 1) + "}\n");
        }

        assertThatThrownBy(() -> Mapping.parse("m.yaml", laughs.toString()))
                .hasMessage(
                        "m.yaml:6: a5[2] makes more than 200000 parts of the mapping with its aliases, expected fewer");
        assertThatThrownBy(() -> Mapping.parse("m.yaml", deep.toString()))
                .hasMessage("m.yaml:99: is more than 100 parts deep, expected fewer");
    }

    @Test
    void recordsOfAFileShareAttributes() throws Exception {
        export.with("a.csv", "Id,Day,Area,Kind", "1,2026-01-01,North,x");

        ImportedRecords records = export.read("""
                files:
                  a.csv:
                    attributes: {region: Area, kind: Kind}
                    records:
                      - customer: {id: Id, since: Day}
                      - call: {id: Id, at: Day, purpose: OTHER, attributes: {kind: {fixed: call}, extra: Id}}
                """);

        assertThat(records.customers().get(0).attributes()).isEqualTo(Map.of("region", "North", "kind", "x"));
        assertThat(records.calls().get(0).attributes())
                .isEqualTo(Map.of("region", "North", "kind", "call", "extra", "1"));
    }

    private static final String LOOKUP = """
            files:
              a.csv:
                records:
                  - customer: {id: Id, since: Day, owner: {column: Who, through: {file: %s, key: Id, value: Name}}}
            """;

    @Test
    void aFileThatIsOnlyLookedUpInSaysHowItIsWritten() throws Exception {
        export.with("a.csv", "Id,Day,Who", "1,2026-01-01,7")
                .with("users.csv", "All users", ";;", "Id;Name;Mail", "7;Ann");

        ImportedRecords records = export.read(
                LOOKUP.formatted("users.csv") + "  users.csv: {header: 3, short_rows: pad, csv: {delimiter: ;}}\n");

        assertThat(Shown.customers(records)).containsExactly("1 | 2025-12-31T23:00:00Z | - | Ann");
        assertThat(records.summary()).contains("users.csv: 1 row read to look things up");
        assertThat(export.read(LOOKUP.formatted("u*.csv")
                                + "  users.csv: {header: find, short_rows: pad, csv: {delimiter: ;}}\n")
                        .customers())
                .extracting(SalesRecord::owner)
                .containsExactly("Ann");
    }

    @Test
    void anEntryWithoutRecordsIsAboutAFileThatIsLookedUpIn() {
        String lookup = LOOKUP.formatted("users.csv");
        assertThatThrownBy(() -> export.read(lookup + "  user.csv: {header: 3}\n"))
                .hasMessage(
                        "m.yaml:7: files.user.csv has no key records, and nothing is looked up in it, expected one of"
                                + " both");
        assertThatThrownBy(() -> export.read(lookup + "  users.csv: {header: 3, skip: []}\n"))
                .hasMessage("m.yaml:7: files.users.csv has skip but no key records, expected one");
        assertThatThrownBy(() -> export.read("files: {users.csv: {header: 3}}"))
                .hasMessage(
                        "m.yaml:3: files.users.csv has no key records, and nothing is looked up in it, expected one of"
                                + " both");
        export.with("a.csv", "Id,Day,Who", "1,2026-01-01,7");
        assertThatThrownBy(() -> export.read(LOOKUP.formatted("'*.csv'") + "  '*.csv': {header: 3}\n"))
                .hasMessage(path + "/a.csv is read by two entries of the mapping, a.csv and *.csv, expected one");
    }

    @Test
    void aRowMayCountAsManyRecords() throws Exception {
        export.with(
                "calls.csv",
                "Day,Who,Calls",
                "2026-01-01,ann,3",
                "2026-01-02,ann,0",
                "2026-01-03,bob,",
                "2026-01-04,bob,1",
                "2026-01-05,bob,-1",
                "2026-01-06,bob,1.5",
                "2026-01-07,bob,10001",
                "2026-01-08,bob,many");

        ImportedRecords records = export.read("""
                files:
                  calls.csv:
                    records:
                      - call: {count: Calls, id: {row: number}, at: Day, owner: Who, purpose: PROSPECTING}
                """);

        assertThat(records.calls()).extracting(SalesRecord::id).containsExactly("2-1", "2-2", "2-3", "5-1");
        assertThat(Export.problems(records))
                .containsExactly(
                        "Call without id (calls.csv:6): count -1 is not a number of records, expected 0 to 10000",
                        "Call without id (calls.csv:7): count 1.5 is not a number of records, expected 0 to 10000",
                        "Call without id (calls.csv:8): count 10001 is not a number of records, expected 0 to 10000",
                        "Call without id (calls.csv:9): count many is not a number such as 1234.50");
        assertThat(records.summary())
                .contains(
                        "    4 calls made",
                        "    4 calls set aside for count (4)",
                        "    no record, as count is empty or 0: 2 rows");
    }

    @Test
    void aBadRowThatCountsAsManyRecordsIsToldOnce() throws Exception {
        export.with("calls.csv", "Id,Day,Calls", "k,soon,300");

        assertThat(Export.problems(
                        export.read("files: {calls.csv: {records: [{call: {count: {column: Calls}, id: Id, at: Day,"
                                + " purpose: OTHER}}]}}")))
                .containsExactly("Call k-1 (calls.csv:2): at soon is not a moment, expected iso");
    }

    @Test
    void countsAreForFactsThatAreNotRepeated() {
        assertThatThrownBy(() -> export.read("files: {a.csv: {records: [{customer: {count: N, id: I, since: S}}]}}"))
                .hasMessageContaining("customer.count is an unknown key");
        assertThatThrownBy(
                        () -> export.read("files: {a.csv: {records: [{call: {count: N, repeated: first, id: I, at: S,"
                                + " purpose: OTHER}}]}}"))
                .hasMessage(
                        "m.yaml:3: files.a.csv.records[1].call.count N stands beside repeated, expected one of them");
    }

    @ParameterizedTest
    @CsvSource({"first, ann", "last, bob"})
    void customersMayBeThoseOfTheirFirstOrLastRow(String repeated, String owner) throws Exception {
        export.with("a.csv", "Id,Day,Who", "1,2026-01-02,ann", "1,2026-01-01,bob")
                .with("calls.csv", "Id,Day", "1,2026-02-01");

        ImportedRecords records = export.read("""
                files:
                  a.csv: {records: [{customer: {id: Id, since: Day, owner: Who, repeated: %s}}]}
                  calls.csv:
                    records: [{call: {id: Id, at: Day, purpose: OTHER, customer: {columns: Id, unknown: reject}}}]
                """.formatted(repeated));

        assertThat(records.customers()).extracting(SalesRecord::owner).containsExactly(owner);
        assertThat(records.calls()).hasSize(1);
        assertThat(records.summary()).contains("    1 further row of the same customers");
    }
}
