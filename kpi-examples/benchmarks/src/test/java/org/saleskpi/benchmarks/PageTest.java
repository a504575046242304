package org.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    Path folder;

    @Test
    void aTableHasItsNumbersOnTheRight() {
        assertThat(Page.table(
                        List.of("peer", "Q1"), List.of(List.of("loop", "3.00 ms"), List.of("streams", "12.0 ms"))))
                .isEqualTo("""
                        | peer | Q1 |
                        | --- | ---: |
                        | loop | 3.00 ms |
                        | streams | 12.0 ms |
                        """);
    }

    @Test
    void whatIsMeasuredIsWrittenIntoItsPlace() throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "# Speed\n");
        Page.write(page, "growth", "old table\n");
        Files.writeString(page, Files.readString(page) + "\nThe end.\n");
        Page.write(page, "growth", "new table\n");
        assertThat(page).content().isEqualTo("""
                        # Speed

                        <!-- growth: written by the benchmarks -->

                        new table

                        <!-- end of growth -->

                        The end.
                        """);
    }

    @Test
    void durationsHaveThreeDigitsAndAUnitThatSuits() {
        assertThat(Page.duration(512)).isEqualTo("512 ns");
        assertThat(Page.duration(2_346)).isEqualTo("2.35 µs");
        assertThat(Page.duration(22_600_000)).isEqualTo("22.6 ms");
        assertThat(Page.duration(1.541e9)).isEqualTo("1.54 s");
        assertThat(Page.digits(1_234_567)).isEqualTo("1,234,567");
    }
}
