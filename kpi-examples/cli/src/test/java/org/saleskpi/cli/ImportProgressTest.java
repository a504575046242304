package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.csv.CsvFolder;

class ImportProgressTest {

    /** What is written in the course of an import that takes some time. */
    private static String written(boolean isShown, Duration duration, boolean isExpected) throws InterruptedException {
        StringWriter screen = new StringWriter();
        AtomicLong time = new AtomicLong();
        try (ImportProgress progress =
                new ImportProgress(isShown, new PrintWriter(screen), Messages.ENGLISH, time::get)) {
            progress.start(10_000_000);
            progress.reading("calls.csv");
            progress.read(1_000_000);
            time.addAndGet(duration.toNanos());
            progress.read(4_000_000);
            progress.reading("deals.csv");
            progress.read(5_000_000);
            // A thread of the library draws.
            for (int i = 0; isExpected && i < 600 && screen.getBuffer().length() == 0; i++) {
                Thread.sleep(50);
            }
        }
        return screen.toString();
    }

    @Test
    void aLongImportIsShownOnATerminalAndLeavesTheLineClean() throws Exception {
        String written = written(true, Duration.ofMinutes(1), true);

        assertThat(written)
                .contains("Reading")
                .contains("MB")
                .doesNotContain("\n")
                .endsWith("\r" + " ".repeat(79) + "\r");
    }

    @Test
    void aShortImportOrOneThatNobodyWatchesIsNot() throws Exception {
        assertThat(written(true, Duration.ofSeconds(1), false)).isEmpty();
        assertThat(written(false, Duration.ofMinutes(1), false)).isEmpty();
    }

    @Test
    void anImportTellsWhichFilesItReadsAndEveryByteOfThem(@TempDir Path path) throws Exception {
        TestFolder folder = new TestFolder(path)
                .with("customers.csv", "id,since", "1,2026-01-01")
                .with("calls.csv", "id,at", "k-1,2026-02-01");
        long size = path.resolve("customers.csv").toFile().length()
                + path.resolve("calls.csv").toFile().length();
        List<String> files = new ArrayList<>();
        AtomicLong announced = new AtomicLong();
        AtomicLong read = new AtomicLong();

        CsvFolder.read(folder.path(), ZoneOffset.UTC, new Progress() {
            @Override
            public void start(long bytes) {
                announced.set(bytes);
            }

            @Override
            public void reading(String file) {
                files.add(file);
            }

            @Override
            public void read(long bytes) {
                read.addAndGet(bytes);
            }
        });

        assertThat(files).containsExactly("customers.csv", "calls.csv");
        assertThat(announced).hasValue(size);
        assertThat(read).hasValue(size);
    }
}
