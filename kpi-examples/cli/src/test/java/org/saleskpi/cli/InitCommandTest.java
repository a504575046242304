package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @Test
    void theFolderCanBeReportedOnAsItSays(@TempDir Path path) {
        String folder = path.resolve("sales").toString();
        Run init = Run.of("init", folder);

        assertThat(init.exitCode()).isZero();
        assertThat(init.out().strip()).isEqualTo("kpi report --data " + folder + " --period 2026-03");
        Run report = Run.of("report", "--data", folder, "--period", "2026-03", "--lang", "en");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.text()).containsPattern("Contracts signed +1");
    }

    @Test
    void aFileThatIsThereIsKeptAndTold(@TempDir Path folder) {
        SampleFolder.file(folder, "calls.csv", "mine");

        Run init = Run.of("init", folder.toString());

        assertThat(init.exitCode()).isEqualTo(1);
        assertThat(init.complaints())
                .containsExactly(folder + " has calls.csv already, expected a new folder or one without it");
    }

    @Test
    void aFolderHasToBeGiven() {
        assertThat(Run.of("init").exitCode()).isEqualTo(2);
    }
}
