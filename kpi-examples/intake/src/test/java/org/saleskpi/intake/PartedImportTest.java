package org.saleskpi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

class PartedImportTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path folder;

    /** What the tables of a folder become when each customer's rows are read apart from all others. */
    private record Parts(List<Object> records, List<Problem> problems) {

        static Parts of(PartedImport format, Path folder) throws Exception {
            List<TextTable> tables = new ArrayList<>();
            List<TextTable> shared = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    Set<PartedImport.Purpose> purposes = format.purposes(name);
                    if (purposes.contains(PartedImport.Purpose.RECORDS)) {
                        tables.add(table(format, file));
                    }
                    if (purposes.contains(PartedImport.Purpose.LOOKUP)) {
                        shared.add(table(format, file));
                    }
                }
            }
            RowCustomers customers = format.customers(tables, shared);
            Map<String, Map<TextTable, List<TextRow>>> rowsByCustomer = new LinkedHashMap<>();
            for (TextTable table : tables) {
                for (TextRow row : table.rows()) {
                    RowCustomers.Belonging belonging = row.fault() == null
                            ? customers.of(table, row)
                            : new RowCustomers.Belonging(List.of(), List.of());
                    if (belonging != null) {
                        assertThat(belonging.customers()).hasSizeLessThan(2);
                        rowsByCustomer
                                .computeIfAbsent(String.join("", belonging.customers()), id -> new LinkedHashMap<>())
                                .computeIfAbsent(table, one -> new ArrayList<>())
                                .add(row);
                    }
                }
            }
            List<Object> records = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            for (Map<TextTable, List<TextRow>> part : rowsByCustomer.values()) {
                ImportedRecords read = format.read(
                        tables.stream()
                                .map(table -> table.withRows(part.getOrDefault(table, List.of())))
                                .toList(),
                        shared);
                records.addAll(read.records());
                problems.addAll(read.problems());
            }
            return new Parts(records, problems);
        }

        private static TextTable table(PartedImport format, Path file) throws Exception {
            String name = file.getFileName().toString();
            try (RowSource source = format.open(name, file, name)) {
                List<TextRow> rows = new ArrayList<>();
                for (TextRow row = source.next(); row != null; row = source.next()) {
                    rows.add(row);
                }
                return new TextTable(name, source.columns(), Set.of(), rows);
            }
        }
    }

    @Test
    void theSampleReadByCustomerIsTheSampleReadAtOnce() throws Exception {
        Path sample = Path.of("../sample/data");
        ImportedRecords whole = CsvFolder.read(sample, ZONE);

        Parts parts = Parts.of(CsvFolder.inParts(ZONE), sample);

        assertThat(parts.records()).containsExactlyInAnyOrderElementsOf(whole.records());
        assertThat(parts.problems()).isEmpty();
    }

    @Test
    void badRowsAreToldAsWhenReadAtOnce() throws Exception {
        TestFolder data = new TestFolder(folder)
                .with("customers.csv", "id,since,region", "a,2026-01-05,North", "b,soon,", ",2026-01-06,")
                .with(
                        "calls.csv",
                        "id,customer_id,at,outcome",
                        "1,a,2026-01-06,",
                        "2,b,2026-01-07,MAYBE",
                        "3,,2026-01-08,",
                        "4,a");
        ImportedRecords whole = CsvFolder.read(data.path(), ZONE);

        Parts parts = Parts.of(CsvFolder.inParts(ZONE), data.path());

        assertThat(parts.records()).containsExactlyInAnyOrderElementsOf(whole.records());
        assertThat(parts.problems()).containsExactlyInAnyOrderElementsOf(whole.problems());
        assertThat(whole.problems()).hasSize(4);
    }

    @Test
    void aMappingWithLookupsAndRepeatedRowsReadsByCustomerWhatItReadsAtOnce() throws Exception {
        TestFolder data = new TestFolder(folder)
                .with("reps.csv", "Id,Name", "7,alice", "8,bruno")
                .with(
                        "deals.csv",
                        "Deal,Account,Rep,Opened,Stage,Line,Seats",
                        "d1,a,7,2026-01-05,won,100,2",
                        "d1,a,7,2026-01-05,won,50,1",
                        "d2,b,8,2026-01-04,lost,10,1",
                        "d3,a,9,2026-01-03,open,20,1",
                        "d4,,7,2026-01-02,won,5,1",
                        "x,b,7,2026-01-01,test,5,1")
                .with("calls.csv", "Id,Account,When", "1,a,2026-02-01", "2,zz,2026-02-02", "3,,2026-02-03");
        Mapping mapping = Mapping.parse("crm.yaml", """
                mapping: 1
                moments: {formats: iso, zone: run}
                files:
                  deals.csv:
                    skip: [{when: {Stage: test}, because: a test}]
                    records:
                      - customer: {id: Account, since: Opened, repeated: earliest, owner: {column: Rep, through: {file: reps.csv, key: Id, value: Name}}}
                      - contract:
                          when: {Stage: won}
                          id: Deal
                          customer: {columns: Account, unknown: reject}
                          signed_at: Opened
                          term: {months: 12}
                          amount: {column: Line, currency: EUR}
                          repeated: sum
                  calls.csv:
                    records:
                      - call: {id: Id, customer: {columns: Account, unknown: none}, at: When, purpose: PROSPECTING}
                """);
        ImportedRecords whole = MappedFolder.read(data.path(), mapping, ZONE, NOW);

        Parts parts = Parts.of(MappedFolder.inParts(mapping, ZONE, NOW), data.path());

        assertThat(parts.records()).containsExactlyInAnyOrderElementsOf(whole.records());
        assertThat(parts.problems()).containsExactlyInAnyOrderElementsOf(whole.problems());
        assertThat(whole.customers()).hasSize(2);
        assertThat(whole.contracts()).hasSize(1);
        assertThat(whole.contracts().get(0).amount()).hasToString("EUR 150.00");
    }

    @Test
    void rowsOfATableThatWasHandedOverAreReadAsTheFormatHasThem() throws Exception {
        TextTable calls = new TextTable(
                "calls.csv",
                List.of("id", "at", "region"),
                Set.of(),
                List.of(
                        TextRow.of(Origin.of("calls", 1), Arrays.asList(" 1 ", "2026-03-02", null)),
                        TextRow.of(Origin.of("calls", 2), List.of("2", "yesterday", "North")),
                        TextRow.of(Origin.of("calls", 3), List.of("3"))));

        ImportedRecords read = CsvFolder.read(List.of(calls), ZONE);

        assertThat(read.calls()).hasSize(1);
        assertThat(read.calls().get(0).id()).isEqualTo("1");
        assertThat(read.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Call 2 (calls:2): at yesterday is not a moment such as 2026-03-02T09:30:00Z, 2026-03-02T10:30 or"
                                + " 2026-03-02",
                        "Call 3 (calls:3): row of 1 cell does not fit the columns, expected 3");
    }

    @Test
    void aTableWithoutARequiredColumnIsBroken() {
        TextTable calls = new TextTable("calls.csv", List.of("id", "When"), Set.of(), List.of());

        assertThatThrownBy(() -> CsvFolder.inParts(ZONE).read(List.of(calls), List.of()))
                .isInstanceOfSatisfying(
                        UnreadableDataException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "Call without id (calls.csv): at is missing from the header: id, When"));
    }

    @Test
    void twoTablesOfOneNameAreRefused() {
        TextTable calls = new TextTable("calls.csv", List.of("id", "at"), Set.of(), List.of());

        assertThatThrownBy(() -> CsvFolder.read(List.of(calls, calls), ZONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two tables are called calls.csv, expected one");
    }

    @Test
    void aNumberOfATypedTableIsReadWithAPointWhateverTheTextsOfTheMappingHave() throws Exception {
        Mapping mapping = Mapping.parse("deals.yaml", """
                mapping: 1
                moments: {formats: iso, zone: run}
                numbers: {decimal: ","}
                files:
                  deals.csv:
                    records:
                      - customer: {id: Account, since: At}
                      - contract:
                          id: Id
                          customer: {columns: Account, unknown: reject}
                          signed_at: At
                          term: {months: 12}
                          amount: {column: Amount, currency: EUR}
                """);
        TextTable deals = new TextTable(
                "deals.csv",
                List.of("Id", "Account", "At", "Amount"),
                Set.of("Amount"),
                List.of(TextRow.of(Origin.of("deals", 1), List.of("1", "a", "2026-03-02", "12.5"))));

        RowCustomers.Belonging row = MappedFolder.inParts(mapping, ZONE, NOW)
                .customers(List.of(deals), List.of())
                .of(deals, deals.rows().iterator().next());
        assertThat(row)
                .isEqualTo(new RowCustomers.Belonging(
                        List.of("a"),
                        List.of(
                                new RowCustomers.RecordId(RecordType.CUSTOMER, "a"),
                                new RowCustomers.RecordId(RecordType.CONTRACT, "1"))));
        assertThat(MappedFolder.read(List.of(deals), mapping, ZONE, NOW).contracts())
                .extracting(contract -> contract.amount().toString())
                .containsExactly("EUR 12.50");
    }
}
