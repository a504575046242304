package org.saleskpi.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.SalesHistory;

class CsvFolderProperties {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final List<List<String>> CUSTOMERS = List.of(
            List.of("id", "since", "disqualified_at", "owner", "region"),
            List.of("c-1", "2026-01-12", "", "alice", "EMEA"),
            List.of("c-2", "2026-01-13T10:00:00Z", "2026-01-13", "bob", ""),
            List.of("c-2", "2026-01-14T10:00:00Z", "", "bob", ""),
            List.of("c-3", "soon", "", "", "APAC"),
            List.of("c-4", "2026-01-15", "", "", "\"a, \"\"b\"\"\""));

    private static final List<List<String>> CONTRACTS = List.of(
            List.of("id", "customer_id", "signed_at", "amount", "currency", "ends_at"),
            List.of("s-1", "c-1", "2026-02-01", "10", "EUR", ""),
            List.of("s-2", "c-1", "2026-02-02", "20", "USD", "2026-03-01"),
            List.of("s-3", "c-2", "2026-02-03", "30", "EUR", ""),
            List.of("s-4", "", "2026-02-04", "40", "EUR", ""),
            List.of("s-5", "c-9", "2026-02-05", "50", "EUR", ""));

    private static final List<List<String>> RATES = List.of(
            List.of("date", "from", "to", "rate"),
            List.of("2026-01-01", "USD", "EUR", "0.9"),
            List.of("2026-01-02", "USD", "EUR", "0.5"),
            List.of("2026-01-02", "USD", "EUR", "0.6"),
            List.of("2026-01-03", "USD", "EUR", "0"));

    @Property(tries = 50)
    void theOrderOfRowsAndColumnsDoesNotMatter(@ForAll Random random) throws Exception {
        assertThat(outcome(random)).isEqualTo(outcome(null));
    }

    @Property(tries = 200)
    void noTextOfAFileBreaksTheImportOtherThanByItsOwnException(
            @ForAll("files") List<List<String>> rows, @ForAll Form form) throws Exception {
        Path path = Files.createTempDirectory("csv-folder");
        try {
            List<String> lines = new ArrayList<>(List.of(form.header));
            rows.forEach(row -> lines.add(String.join(",", row)));
            new TestFolder(path).with(form.file, lines.toArray(String[]::new));
            ImportedRecords records = CsvFolder.read(path, PARIS);
            records.into(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                    .lenient()
                    .build();
        } catch (UnreadableDataException e) {
            assertThat(e.problems()).isNotEmpty();
        } finally {
            delete(path);
        }
    }

    /** Files whose columns meet the cells below. */
    private enum Form {
        CUSTOMERS("customers.csv", "id,since,disqualified_at,region"),
        PROPOSALS("proposals.csv", "id,sent_at,decided_at,amount,currency,status"),
        CONTRACTS("contracts.csv", "id,signed_at,ends_at,amount,currency,customer_id"),
        SURVEYS("surveys.csv", "id,at,score,scale"),
        RATES("rates.csv", "from,date,rate,to");

        final String file;
        final String header;

        Form(String file, String header) {
            this.file = file;
            this.header = header;
        }
    }

    @Provide
    Arbitrary<List<List<String>>> files() {
        Arbitrary<String> cells = Arbitraries.of(
                "",
                "x",
                "\"",
                "\"x\"",
                "\0",
                "EUR",
                "PENDING",
                "ACCEPTED",
                "CSAT_5",
                "5",
                "1e999999999",
                "-1e-999999999",
                "9".repeat(99),
                "2026-01-01",
                "2026-01-01T00:00:00-18:00",
                "+999999999-12-31",
                "-999999999-01-01T00:00:00+18:00",
                "+1000000-01-01T00:00:00Z",
                "+999999-12-31T23:59:59-18:00",
                "0000-00-00",
                "\uD800",
                "\n");
        return cells.list().ofMinSize(1).ofMaxSize(7).list().ofMaxSize(5);
    }

    /** All that the import and the history make of the files but the lines that things stand in. */
    private static String outcome(@Nullable Random random) throws Exception {
        Path path = Files.createTempDirectory("csv-folder");
        try {
            new TestFolder(path)
                    .with("customers.csv", lines(CUSTOMERS, random))
                    .with("contracts.csv", lines(CONTRACTS, random))
                    .with("rates.csv", lines(RATES, random));
            ImportedRecords records = CsvFolder.read(path, PARIS);
            SalesHistory history = records.intoLenient(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                    .build();
            Set<String> problems = history.problems().stream()
                    .map(CsvFolderProperties::withoutLine)
                    .map(Problem::toString)
                    .collect(Collectors.toSet());
            return history + " "
                    + history.customers().stream().map(Customer::id).toList()
                    + history.contracts().stream()
                            .map(contract -> contract.id() + " " + converted(history, contract))
                            .toList()
                    + problems + records.summary();
        } finally {
            delete(path);
        }
    }

    private static String converted(SalesHistory history, Contract contract) {
        return history.convert(contract.amount(), contract.signedAt()).toString();
    }

    private static Problem withoutLine(Problem problem) {
        return new Problem(problem.type(), problem.id(), problem.field(), problem.value(), problem.reason(), null);
    }

    private static String[] lines(List<List<String>> table, @Nullable Random random) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.get(0).size(); i++) {
            columns.add(i);
        }
        List<List<String>> rows = new ArrayList<>(table.subList(1, table.size()));
        if (random != null) {
            Collections.shuffle(columns, random);
            Collections.shuffle(rows, random);
        }
        rows.add(0, table.get(0));
        return rows.stream()
                .map(row -> columns.stream().map(row::get).collect(Collectors.joining(",")))
                .toArray(String[]::new);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
