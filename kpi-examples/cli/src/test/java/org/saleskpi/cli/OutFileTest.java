package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that an answer is written to. */
final class OutFileTest {

    private static final String MAPPING = """
            mapping: 1
            moments: {zone: run, formats: [iso]}
            files:
              "deals*.csv":
                records:
                  - contract:
                      id: id
                      customer: {columns: {column: company, through: {file: names.csv, key: name, value: id}}, unknown: reject}
                      term: open-ended
                      signed_at: at
                      amount: {column: amount, currency: EUR}
            """;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writeSample() throws IOException {
        data = SampleFolder.write(Files.createDirectory(folder.resolve("data")));
    }

    private Run report(Path out, String... more) {
        List<String> args = new ArrayList<>(
                List.of("report", "--data", data.toString(), "--period", "2026-03", "--out", out.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private void refused(Path out, @Nullable Path input, String... more) throws IOException {
        String before = Files.exists(out) ? Files.readString(out) : null;
        Run run = report(out, more);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.complaints())
                .containsExactly(
                        "--out \"" + out + "\" is read by this command" + (input == null ? "" : " as " + input)
                                + ", expected a file that is not",
                        "Try 'kpi report --help'.");
        if (before == null) {
            assertThat(Files.exists(out)).isFalse();
        } else {
            assertThat(out).hasContent(before);
        }
    }

    @Test
    void aFileThatIsReadIsNotWritten() throws IOException {
        refused(data.resolve("calls.csv"), null);
        refused(data.resolve("../data/calls.csv"), data.resolve("calls.csv"));
        refused(data.resolve("rates.csv"), null);
        refused(data.resolve("targets.csv"), null);
    }

    @Test
    void whatIsPackedIsNotWrittenEither() throws IOException {
        refused(data.resolve("calls.csv.gz"), null, "--format", "text");
        refused(
                SampleFolder.file(data, "archive.zip", "not read if damaged, but never replaced"),
                null,
                "--format",
                "text");
        assertThat(report(data.resolve("report.gz"), "--format", "text").exitCode())
                .isZero();
    }

    @Test
    void noLinkLeadsToAFileThatIsRead() throws IOException {
        Path calls = data.resolve("calls.csv");
        refused(Files.createSymbolicLink(folder.resolve("link"), calls), calls);
        refused(Files.createSymbolicLink(folder.resolve("folder"), data).resolve("calls.csv"), calls);
        refused(Files.createLink(folder.resolve("hard"), calls), calls);
        refused(
                Files.createSymbolicLink(folder.resolve("nothing"), data.resolve("rates.csv")),
                data.resolve("rates.csv"));
        Path elsewhere = Files.move(data.resolve("surveys.csv"), folder.resolve("elsewhere.csv"));
        Path surveys = Files.createSymbolicLink(data.resolve("surveys.csv"), elsewhere);
        refused(elsewhere, surveys);
    }

    @Test
    void filesOfOptionsAreNotWrittenEither() throws IOException {
        Path targets = SampleFolder.file(folder, "aims.csv", "indicator,period,group,at_least,at_most\n");
        refused(targets, null, "--targets", targets.toString());
        Path holidays = SampleFolder.file(folder, "days.csv", "2026-03-03\n");
        refused(holidays, null, "--holidays", holidays.toString());
        Path mapping = SampleFolder.file(folder, "m.yaml", MAPPING);
        refused(mapping, null, "--mapping", mapping.toString(), "--format", "text");
    }

    @Test
    void whatAMappingWouldReadIsNotWritten() throws IOException {
        SampleFolder.file(data, "deals.csv", "id,company,at,amount\nd1,n1,2026-03-03,5\n");
        SampleFolder.file(data, "names.csv", "id,name\nc1,n1\n");
        String[] mapping = {
            "--mapping", SampleFolder.file(folder, "m.yaml", MAPPING).toString()
        };
        refused(data.resolve("deals.csv"), null, mapping);
        refused(data.resolve("deals-2026.csv"), null, mapping);
        refused(data.resolve("names.csv"), null, mapping);
        assertThat(report(data.resolve("report.csv"), mapping).err()).doesNotContain("is read by");
    }

    @Test
    void everyCommandSparesWhatItReads() {
        for (String command : List.of("funnel", "cycle", "cohorts", "findings")) {
            List<String> args = new ArrayList<>(List.of(
                    command,
                    "--data",
                    data.toString(),
                    "--out",
                    data.resolve("calls.csv").toString()));
            if (!command.equals("findings")) {
                args.addAll(List.of("--period", "2026-03"));
            }
            assertThat(Run.of(args.toArray(String[]::new)).complaints())
                    .as(command)
                    .first()
                    .asString()
                    .contains("is read by this command");
        }
    }

    @Test
    void aFileBesideTheRecordsMayBeWritten() throws IOException {
        Path out = data.resolve("report.txt");
        assertThat(report(out).exitCode()).isZero();
        assertThat(report(out).exitCode()).isZero();
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void aFileKeepsItsPermissions() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        for (String permissions : List.of("rw-------", "rw-rw-r--", "rwxr-x---")) {
            Path out = Files.writeString(folder.resolve("report"), "old");
            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString(permissions));
            assertThat(report(out).exitCode()).isZero();
            assertThat(out).content().contains("Revenue");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws IOException {
        Path out = Files.writeString(folder.resolve("report"), "old");
        assertThat(out.toFile().setReadOnly()).isTrue();
        Run run = report(out);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints()).containsExactly("--out " + out + " cannot be written: it is read-only");
        assertThat(out).hasContent("old");
    }

    @Test
    void aNameMayBeAsLongAsTheFileSystemAllows() throws IOException {
        Path out = folder.resolve("r".repeat(255));
        assertThat(report(out).exitCode()).isZero();
        assertThat(report(out).exitCode()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(data, out);
        }
    }

    @Test
    void aLinkToNothingIsFollowed() throws IOException {
        Path out = folder.resolve("report");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("report"));
        assertThat(report(link).exitCode()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(out).isNotEmptyFile();
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThat(report(circle).complaints())
                .containsExactly("--out " + circle + " cannot be written: it is a circle of links");
    }
}
