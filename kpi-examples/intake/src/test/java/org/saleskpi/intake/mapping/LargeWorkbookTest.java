package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.Workbook;

/** A workbook is read row by row: one of 40,000 rows needs no more memory than its records. */
class LargeWorkbookTest {

    private static final int ROWS = 40_000;

    private static final String MAPPING = """
            mapping: 1
            moments: {formats: iso, zone: run}
            files:
              Calls.xlsx:
                records:
                  - call: {id: Id, at: At, owner: Owner, purpose: PROSPECTING, attributes: {notes: Notes}}
            """;

    /** Reads a workbook in a JVM of its own, whose heap the test bounds. */
    public static void main(String[] args) throws Exception {
        ImportedRecords records = MappedFolder.read(
                Path.of(args[0]), Mapping.parse("calls.yaml", MAPPING), ZoneOffset.UTC, Instant.EPOCH);
        System.out.println(
                records.calls().size() + " calls, " + records.problems().size() + " problems");
    }

    @Test
    void sixtyFourMegabytesSuffice(@TempDir Path folder) throws Exception {
        String[] rows = Stream.concat(
                        Stream.of(Workbook.row(1, "Id", "At", "Owner", "Duration", "Direction", "Notes")),
                        IntStream.range(0, ROWS)
                                .mapToObj(i -> Workbook.row(
                                        i + 2,
                                        "call-" + i,
                                        "2026-03-02T10:00:" + (10 + i % 50),
                                        "rep " + i % 50,
                                        Workbook.number(String.valueOf(i % 3600)),
                                        "outbound",
                                        "Spoke about offer " + i)))
                .toArray(String[]::new);
        new Workbook().sheet("Calls", rows).write(folder.resolve("Calls.xlsx"));

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        LargeWorkbookTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).isEqualToIgnoringNewLines(ROWS + " calls, 0 problems");
        assertThat(process.waitFor()).isZero();
    }

    /** Tests of a module run as a part of it: most of what they need is then on the module path, and the rest at its place. */
    private static String classPath() {
        Stream<String> paths = Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)));
        return Stream.concat(Stream.of("target/test-classes", "target/classes"), paths)
                .filter(path -> !path.isEmpty())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
