package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on a terminal, and what of a pipe that nobody reads to its end. */
final class StandardOutputTest {

    @TempDir
    private Path folder;

    /** As {@code | head} does: the reader goes before anything is written. */
    @Test
    void aReaderThatGoesIsNoFailure() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/fd/1")), "Skipped: this needs a system whose pipes break");
        SampleFolder.write(folder);
        for (List<String> args : List.of(
                List.of("report", "--data", folder.toString(), "--period", "2026-03"),
                List.of("report", "--data", folder.toString(), "--period", "2026-03", "--format", "json"),
                List.of("report", "--data", folder.toString(), "--period", "2026-03", "--format", "csv"),
                List.of("mapping", "--from", folder.toString(), "--format", "json"))) {
            Process process = new ProcessBuilder(
                            ChildProcess.words(List.of("-XX:TieredStopAtLevel=1"), args.toArray(String[]::new)))
                    .start();
            process.getInputStream().close();
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(args + err).isZero();
            assertThat(err).doesNotContain("cannot be written");
        }
    }

    /** Whatever is printed, an answer that is not there is no success. */
    @Test
    void whatCannotBePrintedIsAFailure() {
        for (String[] args : new String[][] {
            {"mapping", "zoho"}, {"catalogue"}, {"completion"}, {"man"}, {"--help"}, {"report", "--help"}
        }) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exitCode = Main.run(new FullDisk(), Terminal.NONE, err, args);
            assertThat(exitCode).as(args[0]).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .as(args[0])
                    .isEqualTo("The answer cannot be written: no space is left\n");
        }
    }

    /** A device without room. */
    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static final Terminal TERMINAL = new Terminal(() -> Terminal.Device.TERMINAL, name -> null);

    @Test
    void workIsShownOnATerminalUntilThereIsSomethingToRead() throws Exception {
        StringWriter screen = new StringWriter();
        StringWriter report = new StringWriter();
        try (Working working = Working.on(TERMINAL, new PrintWriter(screen), Messages.ENGLISH, Duration.ZERO)) {
            for (int i = 0; i < 600 && screen.getBuffer().length() == 0; i++) {
                Thread.sleep(50);
            }
            assertThat(screen.toString()).startsWith("\rMaking the report, ");
            OutputStream out = working.before(new OutputStream() {
                @Override
                public void write(int b) {
                    report.write(b);
                }
            });
            out.write("report".getBytes(StandardCharsets.UTF_8));
            assertThat(screen.toString()).endsWith("\r" + " ".repeat(40) + "\r");
        }
        assertThat(report).hasToString("report");
        assertThat(screen.toString()).doesNotContain("\n").endsWith("\r" + " ".repeat(40) + "\r");
    }

    @Test
    void workThatIsOverSoonOrThatNobodyWatchesIsNotShown() throws IOException {
        StringWriter screen = new StringWriter();
        for (Terminal terminal : List.of(TERMINAL, Terminal.NONE)) {
            try (Working working = Working.on(terminal, new PrintWriter(screen), Messages.ENGLISH)) {
                working.before(OutputStream.nullOutputStream()).write(1);
            }
        }
        assertThat(screen.toString()).isEmpty();
    }

    @Test
    void aWideTerminalIsUsed() {
        SampleFolder.write(folder);
        String[] args = {
            "report",
            "--data",
            folder.toString(),
            "--from",
            "2026-01-01",
            "--to",
            "2026-03-31",
            "--every",
            "week",
            "--lang",
            "en"
        };
        String usual = Run.of(args).out();
        assertThat(usual.lines().mapToInt(String::length).max().orElseThrow()).isBetween(60, 80);
        String wide = Run.on(wide(160, null), args).out();
        assertThat(wide.lines().mapToInt(String::length).max().orElseThrow()).isBetween(100, 160);
        assertThat(wide.lines().count()).isLessThan(usual.lines().count());
        assertThat(Run.on(wide(160, "100"), args)
                        .out()
                        .lines()
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow())
                .isBetween(81, 100);
        assertThat(Run.on(wide(40, null), args).out()).isEqualTo(usual);
    }

    private static Terminal wide(int columns, @Nullable String variable) {
        return new Terminal(
                new Terminal.Probe() {
                    @Override
                    public Terminal.Device device() {
                        return Terminal.Device.PLAIN_TERMINAL;
                    }

                    @Override
                    public int columns() {
                        return columns;
                    }
                },
                name -> name.equals("COLUMNS") ? variable : null);
    }
}
