package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command leaves on the disk, however it ends. */
final class TemporaryFilesTest {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    private Path folder;

    private Path data;
    private Path temporary;

    @BeforeEach
    void writeSample() throws IOException {
        data = SampleFolder.write(Files.createDirectory(folder.resolve("data")));
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private List<String> report(String... more) {
        List<String> args = new ArrayList<>(List.of("report", "--data", data.toString(), "--format", "xlsx"));
        args.addAll(List.of(more));
        return ChildProcess.words(
                List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary),
                args.toArray(String[]::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theSharedFolderOfTheWorkbookLibraryMayBelongToSomebodyElse() throws Exception {
        // A file of that name can be entered by nobody, not even by those who may enter every folder.
        Path foreign = Files.createFile(temporary.resolve("poifiles"));
        Path book = folder.resolve("book.xlsx");
        Run run = ChildProcess.run(report("--period", "2026-03", "--out", book.toString()));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(book).isNotEmptyFile();
        assertThat(files(temporary)).containsExactly(foreign);
    }

    @Test
    void aFolderOfTemporaryFilesThatIsFullIsTold() throws Exception {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "Skipped: this needs a shell that limits the size of files");
        List<String> words = report("--from", "2020-01-01", "--to", "2026-01-01", "--every", "day");
        List<String> limited = new ArrayList<>(List.of(shell.toString(), "-c", "ulimit -f 1; exec \"$@\"", "sh"));
        limited.addAll(words);
        Run run = ChildProcess.run(limited);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The answer cannot be written: the folder of temporary files, " + temporary
                        + ", cannot take its rows (")
                .endsWith("), expected room there, or another one by java -Djava.io.tmpdir=DIR");
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void aFolderOfTemporaryFilesThatIsMissingIsTold() throws Exception {
        Files.delete(temporary);
        Run run = ChildProcess.run(report("--period", "2026-03"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints())
                .filteredOn(line -> !line.startsWith("WARNING: java.io.tmpdir"))
                .containsExactly("The answer cannot be written: the folder of temporary files, " + temporary
                        + ", cannot take its rows (NoSuchFileException), expected room there, or another one by"
                        + " java -Djava.io.tmpdir=DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aCommandThatIsToldToStopLeavesTheOldFileAndNothingElse(String signal) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")) && Files.exists(Path.of("/proc/self/status")));
        Path book = Files.writeString(folder.resolve("book.xlsx"), "old");
        Process process = ChildProcess.start(
                report("--from", "1996-01-01", "--to", "2026-01-01", "--every", "day", "--out", book.toString()));
        try {
            long began = System.nanoTime();
            while (files(temporary).isEmpty() || files(folder).size() < 4) {
                assertThat(process.isAlive()).isTrue();
                assertThat(System.nanoTime() - began).isLessThan(PATIENCE);
                Thread.sleep(20);
            }
            assumeTrue(obeys(signal, process), "Skipped: this process was started to ignore the signal");
            assertThat(new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isIn(128 + 2, 128 + 15);
        assertThat(book).hasContent("old");
        assertThat(files(folder)).containsExactlyInAnyOrder(data, temporary, book);
        assertThat(files(temporary)).isEmpty();
    }

    /** Whether a signal is not ignored, as an interrupt is by what a shell runs in the background. */
    private static boolean obeys(String signal, Process process) throws IOException {
        String ignored = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow()
                .substring("SigIgn:".length())
                .strip();
        int bit = signal.equals("INT") ? 2 : 15;
        return (Long.parseUnsignedLong(ignored, 16) >> (bit - 1) & 1) == 0;
    }
}
