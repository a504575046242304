package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {

    private final InputStream before = System.in;

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        System.setIn(
                new ByteArrayInputStream("id,at\nk-1,2026-03-02\nk-2,2026-03-03\n".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void restore() {
        System.setIn(before);
    }

    private static Run report(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"report", "--data", "-", "--period", "2026-03"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Run.of(all);
    }

    @Test
    void oneFileIsReadByAMapping() throws Exception {
        Path mapping = Files.writeString(folder.resolve("m.yaml"), """
                mapping: 1
                moments: {formats: iso, zone: run}
                files:
                  dialer.csv: {records: [{call: {id: id, at: at, purpose: PROSPECTING}}]}
                """);

        Run run = report("--mapping", mapping.toString(), "--indicators", "calls", "--format", "csv");

        assertThat(run.out()).contains(",calls,2,");
        assertThat(run.err()).contains("dialer.csv: 2 rows read");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void withoutAMappingNothingTellsWhatItIs() {
        Run run = report();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "--data - is one file without a name, expected a --mapping that says what it is, or a folder\n");
    }
}
