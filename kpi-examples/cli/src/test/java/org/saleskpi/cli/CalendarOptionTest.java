package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CalendarOptionTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void aPeriodIsAYearOfTheCalendarOrAPartOfOne() {
        assertThat(report("--calendar", "fiscal:JUL", "--period", "FY2026-Q3").out())
                .contains("\"2026-01-01T00:00:00Z\"", "\"2026-04-01T00:00:00Z\"");
        assertThat(report("--calendar", "454:SAT:JAN:nearest", "--period", "FY2023-W53")
                        .out())
                .contains("\"2024-01-28T00:00:00Z\"", "\"2024-02-04T00:00:00Z\"");
        assertThat(report("--calendar", "fiscal:JUL", "--period", "2026").out()).contains("\"2026-01-01T00:00:00Z\"");
    }

    @Test
    void seriesFollowTheCalendar() {
        assertThat(report("--calendar", "fiscal:FEB", "--period", "FY2026", "--every", "quarter")
                        .out())
                .contains(
                        "\"from\" : \"2025-02-01T00:00:00Z\"",
                        "\"from\" : \"2025-05-01T00:00:00Z\"",
                        "\"from\" : \"2025-08-01T00:00:00Z\"",
                        "\"from\" : \"2025-11-01T00:00:00Z\"");
    }

    @Test
    void whatAYearDoesNotHaveIsTold() {
        bad(
                "--period \"FY2024-W53\": that year of the calendar 454:SAT:JAN:nearest has the weeks 1 to 52, not 53",
                report("--calendar", "454:SAT:JAN:nearest", "--period", "FY2024-W53"));
        bad(
                "--period \"FY2026-P13\": that year of the calendar iso has the periods 1 to 12, not 13",
                report("--period", "FY2026-P13"));
        bad(
                "--calendar \"lunar\" is not a calendar: iso, fiscal:JUL, fiscal:JUL:start, weeks:SUN, or a retail calendar"
                        + " such as 454:SAT:JAN:nearest or 445:SUN:DEC:last",
                report("--calendar", "lunar", "--period", "2026"));
    }

    private Run report(String... args) {
        return Run.of(
                Stream.concat(Stream.of("report", "--data", folder.toString(), "--format", "json"), Arrays.stream(args))
                        .toArray(String[]::new));
    }

    private static void bad(String message, Run run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).first().isEqualTo(message);
    }
}
