package org.saleskpi.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.sales.SalesHistory;

/** What an import costs: the CSV folder, and the export of a CRM read by a mapping. */
final class Imports {

    private static final double CALLS = 5_000_000;
    private static final int TURNS = 3;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Imports() {}

    /** Something that reads the files. */
    @FunctionalInterface
    interface Import {
        ImportedRecords read() throws UnreadableDataException;
    }

    static void run(Options options) throws Exception {
        SyntheticFiles files = new SyntheticFiles((int) options.number("most", CALLS));
        Path folder = Files.createTempDirectory("saleskpi-imports");
        List<List<String>> rows = new ArrayList<>();
        try {
            Path csv = folder.resolve("csv");
            Path export = folder.resolve("export");
            files.write(csv, export);
            Mapping mapping = SyntheticFiles.mapping();
            rows.add(row("CSV folder", files, () -> CsvFolder.read(csv, SyntheticSales.ZONE)));
            rows.add(row(
                    "mapping",
                    files,
                    () -> MappedFolder.read(
                            export, mapping, SyntheticSales.ZONE, Instant.parse("2026-01-01T00:00:00Z"))));
        } finally {
            delete(folder);
        }
        String text = String.format(
                        Locale.ROOT,
                        "%,d records, %s. %s.%n%n",
                        files.records(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.describe())
                + Page.table(
                        List.of(
                                "import",
                                "CPU, ns a record",
                                "build, CPU, ns a record",
                                "records, bytes each",
                                "history, bytes a record more"),
                        rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "imports", text);
        }
    }

    /** The CPU time of all threads, those of the collector too: the least of some turns. */
    private static List<String> row(String name, SyntheticFiles files, Import source) throws Exception {
        long empty = Heap.used();
        double[] imports = new double[TURNS];
        double[] builds = new double[TURNS];
        ImportedRecords records = null;
        SalesHistory history = null;
        long withRecords = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            records = null;
            history = null;
            System.gc();
            long start = SYSTEM.getProcessCpuTime();
            records = source.read();
            imports[turn] = SYSTEM.getProcessCpuTime() - start;
            if (records.records().size() != files.records()
                    || !records.problems().isEmpty()) {
                throw new IllegalStateException(
                        name + " read " + records.records().size() + " records of " + files.records() + ", and has "
                                + records.problems().size() + " problems");
            }
            if (turn == TURNS - 1) {
                withRecords = Heap.used();
            }
            start = SYSTEM.getProcessCpuTime();
            history = records.into(SalesHistory.builder(SyntheticSales.ZONE, SyntheticSales.CURRENCY))
                    .build();
            builds[turn] = SYSTEM.getProcessCpuTime() - start;
        }
        long withHistory = Heap.used();
        double size = files.records();
        if (records == null
                || history == null
                || history.calls().size() > records.records().size()) {
            throw new IllegalStateException("Both must be alive until here");
        }
        return List.of(
                name,
                Page.digits(least(imports) / size),
                Page.digits(least(builds) / size),
                Page.digits((withRecords - empty) / size),
                Page.digits((withHistory - withRecords) / size));
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
