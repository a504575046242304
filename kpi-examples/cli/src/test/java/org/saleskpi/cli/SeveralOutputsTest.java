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

/** Several files of one reading. */
final class SeveralOutputsTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writeSample() throws IOException {
        data = SampleFolder.write(Files.createDirectory(folder.resolve("data")));
    }

    private Run run(String command, String... more) {
        List<String> args =
                new ArrayList<>(List.of(command, "--data", data.toString(), "--period", "2026-03", "--lang", "en"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void aNameWithoutAPointHasNoEnding() throws IOException {
        Files.createDirectory(folder.resolve("x.csv"));
        for (String name : List.of("csv", ".json", "x.csv/html")) {
            assertThat(run("report", "--out", out(name)).exitCode()).isZero();
            assertThat(Files.readString(folder.resolve(name))).as(name).startsWith("Period ");
        }
    }

    @Test
    void theEndingTellsTheFormatAndTheDataIsReadOnce() throws IOException {
        Run all = run(
                "report",
                "--out",
                out("a.html"),
                "--out",
                out("a.XLSX"),
                "--out",
                out("a.json"),
                "--out",
                out("a.csv"),
                "--out",
                out("a.txt"));
        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.out()).isEmpty();
        assertThat(all.err().lines().filter(line -> line.startsWith("calls.csv")))
                .hasSize(1);
        for (List<String> one : List.of(
                List.of("html", "a.html"),
                List.of("xlsx", "a.XLSX"),
                List.of("json", "a.json"),
                List.of("csv", "a.csv"),
                List.of("text", "a.txt"))) {
            assertThat(run("report", "--format", one.get(0), "--out", out("b")).exitCode())
                    .isZero();
            assertThat(bytes("b")).as(one.get(1)).isEqualTo(bytes(one.get(1)));
        }
    }

    @Test
    void formatsGoWithFilesInTheirOrder() throws IOException {
        Run both = run("report", "--format", "csv", "--out", out("one"), "--format", "json", "--out", out("two"));
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(bytes("one")).asString().startsWith("\uFEFFperiod_start");
        assertThat(bytes("two")).asString().startsWith("{");
    }

    @Test
    void analysesHaveSeveralFilesToo() throws IOException {
        for (String command : List.of("funnel", "findings")) {
            String[] args = {"--out", out("x.csv"), "--out", out("x.json")};
            Run run = command.equals("findings")
                    ? Run.of("findings", "--data", data.toString(), args[0], args[1], args[2], args[3])
                    : run(command, args);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(bytes("x.csv")).asString().startsWith("\uFEFF");
            assertThat(bytes("x.json")).asString().startsWith("{");
        }
    }

    @Test
    void whatDoesNotFitTogetherIsTold() {
        bad(
                "There are 1 --format and 2 --out, expected one of each for each file, or no --format where the endings of"
                        + " the files tell it",
                run("report", "--format", "csv", "--out", out("a"), "--out", out("b")));
        bad(
                "--out \"" + out("./a") + "\" is there twice, expected another file",
                run("report", "--out", out("a"), "--out", out("./a")));
        Run page = run("funnel", "--out", out("a.html"));
        assertThat(page.exitCode()).isEqualTo(2);
        assertThat(page.err())
                .startsWith("--out \"" + out("a.html")
                        + "\" ends as html does, expected one of text, json, csv, or a --format");
        assertThat(Files.exists(folder.resolve("a.html"))).isFalse();
    }

    private static void bad(String message, Run run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).containsExactly(message, "Try 'kpi report --help'.");
    }
}
