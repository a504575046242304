package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code man} is told. */
final class ManCommandTest {

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
}
