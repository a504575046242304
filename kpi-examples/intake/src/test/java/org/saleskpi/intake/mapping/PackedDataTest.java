package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Origin;

/** Data that are packed, or one file. */
class PackedDataTest {

    private static final String CUSTOMERS = "id,since\nc-1,2026-01-02\n";

    @TempDir
    Path path;

    private Path gzip(String file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path.resolve(file)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return path.resolve(file);
    }

    /** Writes an archive of entries: names, each followed by its text. */
    private Path zip(String file, String... entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path.resolve(file)))) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry(entries[i]));
                out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return path.resolve(file);
    }

    private static List<String> customers(Path data) throws UnreadableDataException {
        return CsvFolder.read(data, ZoneOffset.UTC).customers().stream()
                .map(customer -> String.valueOf(customer.origin()))
                .toList();
    }

    private static Set<Path> leftOver() throws IOException {
        try (Stream<Path> paths = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return paths.filter(one -> String.valueOf(one.getFileName()).startsWith("kpi-data"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void packedDataAreReadAsTheyAreUnpacked() throws Exception {
        Set<Path> before = leftOver();

        assertThat(customers(zip("export.zip", "export/customers.csv", CUSTOMERS, "__MACOSX/._customers.csv", "x")))
                .containsExactly("customers.csv:2");
        assertThat(customers(path)).containsExactly("customers.csv:2");
        Files.delete(path.resolve("export.zip"));
        assertThat(customers(gzip("customers.csv.gz", CUSTOMERS))).containsExactly("customers.csv:2");
        assertThat(customers(path)).containsExactly("customers.csv:2");
        Files.writeString(path.resolve("customers.csv"), CUSTOMERS);
        assertThat(customers(path.resolve("customers.csv"))).containsExactly("customers.csv:2");
        assertThat(leftOver()).isSubsetOf(before);
    }

    @Test
    void whatLiesBesideItUnpackedIsReadAsItLiesThere() throws Exception {
        zip("backup.zip", "customers.csv", "damaged", "calls.csv", "damaged");
        Files.writeString(path.resolve("customers.csv"), CUSTOMERS);

        assertThat(CsvFolder.read(path, ZoneOffset.UTC).summary())
                .containsExactly("customers.csv: 1 row read: 1 customer; columns id, since", "Not read: backup.zip");
    }

    @Test
    void aFileThatIsThereTwiceIsToldWithItsPlaces() throws Exception {
        zip("a.zip", "customers.csv", CUSTOMERS);
        zip("b.zip", "old/customers.csv", CUSTOMERS);

        assertThatThrownBy(() -> customers(path))
                .isInstanceOfSatisfying(
                        UnreadableDataException.class,
                        e -> assertThat(e.problems())
                                .hasToString(
                                        "[Customer without id (customers.csv): file is in the data 2 times, in a.zip"
                                                + " (customers.csv) and b.zip (old/customers.csv), expected once]"));
    }

    @Test
    void whatUnfoldsBeyondMeasureIsNotUnpacked() throws Exception {
        Path bomb = gzip("customers.csv.gz", CUSTOMERS + "\n".repeat(2_000_000));

        assertThatThrownBy(() -> customers(bomb))
                .isInstanceOfSatisfying(
                        UnreadableDataException.class,
                        e -> assertThat(e.problems())
                                .hasToString(
                                        "[Customer without id (customers.csv.gz): file unfolds to more than 200 times its"
                                                + " size, which no export does: customers.csv]"));
    }

    @Test
    void whatIsNotPackedAsItsNameSaysIsTold() throws Exception {
        Path text = Files.writeString(path.resolve("export.zip"), "no archive");
        assertThatThrownBy(() -> customers(text))
                .hasMessage(text + " is no ZIP archive that can be read: zip END header not found");
        Path gzip = Files.writeString(path.resolve("customers.csv.gz"), "no archive");
        assertThatThrownBy(() -> customers(gzip))
                .isInstanceOfSatisfying(
                        UnreadableDataException.class,
                        e -> assertThat(e.problems())
                                .hasToString(
                                        "[Customer without id (customers.csv.gz): file cannot be unpacked: Not in GZIP format]"));
    }

    @Test
    void aStreamIsTheOnlyFileOfAMapping() throws Exception {
        String mapping = """
                mapping: 1
                moments: {formats: iso, zone: UTC}
                files:
                  people.csv: {records: [{customer: {id: id, since: since}}]}
                """;
        ImportedRecords records = read(mapping);

        assertThat(records.customers()).extracting(Customer::origin).containsExactly(Origin.of("people.csv", 2));
        assertThatThrownBy(() -> read(mapping + "  more.csv: {records: [{customer: {id: id, since: since}}]}\n"))
                .hasMessage(
                        "The mapping reads people.csv, more.csv, expected a mapping of one file with a name of its own"
                                + " for what comes as a stream");
    }

    private static ImportedRecords read(String mapping) throws Exception {
        try (InputStream bytes = new ByteArrayInputStream(CUSTOMERS.getBytes(StandardCharsets.UTF_8))) {
            return MappedFolder.read(
                    bytes, Mapping.parse("m.yaml", mapping), ZoneOffset.UTC, Instant.EPOCH, Progress.NONE);
        }
    }
}
