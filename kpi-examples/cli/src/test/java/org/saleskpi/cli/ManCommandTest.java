package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shells and {@code man} are told. */
final class ManCommandTest {

    @TempDir
    private Path folder;

    @Test
    void thePageOfTheManualHasEveryCommandAndOption() {
        Run run = Run.of("man");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(".TH KPI 1")
                .contains(".SH KPI REPORT", "\\fB\\-\\-as\\-of MOMENT\\fR", "\\fB\\-\\-lenient\\fR\n", ".SH KPI INIT")
                .contains(".SS Examples\n.nf\n  kpi report \\-\\-data sales")
                .doesNotContain("${", "%n");
        assertThat(run.out().lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|nf|fi)( .*)?"));
    }

    @Test
    void shellsAreToldOfCommandsAndOptions() throws Exception {
        Run run = Run.of("completion");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("--as-of", "findings", "complete -F _complete_kpi")
                .contains(" kpi ");
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "Skipped: this needs bash");
        Path script = Files.writeString(folder.resolve("kpi"), run.out());
        Process process = new ProcessBuilder(
                        bash.toString(),
                        "-c",
                        ". '" + script + "'; COMP_WORDS=(kpi rep); COMP_CWORD=1; _complete_kpi; echo ${COMPREPLY[@]}")
                .redirectError(ProcessBuilder.Redirect.DISCARD) // Outside of a completion, its options are refused.
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out).isEqualTo("report\n");
    }
}
