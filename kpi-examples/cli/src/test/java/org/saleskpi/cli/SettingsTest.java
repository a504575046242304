package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set beside the data. */
final class SettingsTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writeSample() throws IOException {
        data = SampleFolder.write(Files.createDirectory(folder.resolve("data")));
    }

    private Run report(String... more) {
        List<String> args = new ArrayList<>(
                List.of("report", "--data", data.toString(), "--period", "2026-03", "--format", "json"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private Path settings(String... lines) {
        return SampleFolder.file(data, "kpi.yaml", String.join("\n", lines) + "\n");
    }

    @Test
    void theFileStandsForOptionsThatAreNotGiven() {
        String asked =
                report("--zone", "Europe/Paris", "--indicators", "revenue").out();
        Path file = settings("# Acme", "zone: Europe/Paris", "indicators: revenue");
        Run run = report();
        assertThat(run.out()).isEqualTo(asked);
        assertThat(run.complaints()).containsExactly(file + ": sets zone, indicators");
        assertThat(report("--zone", "UTC").out()).contains("\"zone\" : \"UTC\"").contains("revenue");
        assertThat(run.err()).doesNotContain("Not read");
    }

    @Test
    void anotherCommandTakesWhatItHasAnOptionFor() {
        Path file = settings("zone: Europe/Paris", "compare: year");
        Run run = Run.of("funnel", "--data", data.toString(), "--period", "2026-03", "--format", "json");
        assertThat(run.out()).contains("\"zone\" : \"Europe/Paris\"");
        assertThat(run.complaints()).containsExactly(file + ": sets zone");
    }

    @Test
    void filesAreNamedFromTheFolderOfTheSettings() throws IOException {
        Path days = Files.createDirectory(data.resolve("more")).resolve("days.csv");
        Files.writeString(days, "no date\n");
        settings("holidays: more/days.csv");
        assertThat(report().err()).contains("days.csv:1: date: \"no date\" is not a date");
        settings("targets: none");
        assertThat(report().exitCode()).isZero();
    }

    @Test
    void whatOneQuestionHasNoUseForIsNoMistake() {
        settings("csv-dialect: excel-fr");
        assertThat(report().exitCode()).isZero();
        assertThat(report("--csv-dialect", "excel-fr").err()).startsWith("--csv-dialect goes with --format csv");
        assertThat(Run.of("report", "--data", data.toString(), "--period", "2026-03", "--format", "csv")
                        .out())
                .contains(";");

        SampleFolder.file(data, "aims.csv", "indicator,period,group,at_least,at_most\ncalls,2026-03,alice,1,\n");
        settings("targets: aims.csv");
        assertThat(report("--by", "owner").out()).contains("\"target\"");
        assertThat(report("--where", "owner=alice").complaints())
                .contains("aims.csv: left out, because targets are not for what --where narrows to");
        assertThat(report("--by", "region").complaints())
                .contains("aims.csv: targets of groups are left out, because 1 is not for groups by region");
    }

    @Test
    void aSwitchIsTrueOrFalse() {
        SampleFolder.file(data, "calls.csv", "id,at\nk,never\n");
        assertThat(report().exitCode()).isEqualTo(1);
        settings("lenient: true");
        assertThat(report().exitCode()).isZero();
        settings("lenient: false");
        assertThat(report().exitCode()).isEqualTo(1);
        bad("lenient \"often\" is neither true nor false", 1, settings("lenient: often"));
    }

    @Test
    void aSourceOnTheCommandLineLeavesNoRoomForAMapping() {
        settings("mapping: none-such.yaml");
        assertThat(report().err()).contains("none-such.yaml");
        assertThat(report("--source", "csv").exitCode()).isZero();
    }

    @Test
    void besideAFileTheSettingsAreThoseOfItsFolder() {
        Path file = settings("currency: USD");
        Run run = Run.of("check", "--data", data.resolve("calls.csv").toString());
        assertThat(run.err()).contains(file + ": sets currency");
    }

    @Test
    void whatIsNotUnderstoodIsTold() {
        bad(
                "\"zonne\" is unknown, expected one of source, mapping, lenient, zone, calendar, currency, lang, csv-dialect,"
                        + " indicators, compare, targets, holidays, title, company, logo, note, accent; did you mean zone?",
                2,
                settings("currency: EUR", "zonne: UTC"));
        bad("zone is there twice", 2, settings("zone: UTC", "zone: UTC"));
        bad("zone is not a text, expected one such as the command line takes", 1, settings("zone: [UTC]"));
        bad("expected lines such as zone: Europe/Paris", 1, settings("- zone"));
        assertThat(settings("zone: \"UTC"))
                .satisfies(file -> assertThat(report().err()).contains(file + ":"));
        assertThat(report().exitCode()).isEqualTo(2);
    }

    private void bad(String message, int line, Path file) {
        Run run = report();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).containsExactly(file + ":" + line + ": " + message, "Try 'kpi report --help'.");
    }

    @Test
    void theSettingsAreNotWrittenOver() {
        Path file = settings("zone: UTC");
        Run run = report("--out", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is read by this command");
    }
}
