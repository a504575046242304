package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
        for (String name : List.of(
                "csv", ".json", "x.csv/html", "report.2026-03", "report-v1.2", "a.text", "a.log", "M. Dupont")) {
            assertThat(run("report", "--out", out(name)).exitCode()).isZero();
            assertThat(Files.readString(folder.resolve(name))).as(name).startsWith("Period ");
        }
    }

    /** Among them those of mktemp. */
    @Test
    void anEndingThatSaysNothingOfAFormatIsText() throws IOException {
        for (String name : List.of(
                "tmp.xp7tj7j23h",
                "tmp.qYbZkwLmTe",
                "tmp.Ab3",
                "report.v2",
                "report.old",
                "report.BAK",
                "a.tmp",
                "a.out")) {
            assertThat(run("report", "--out", out(name)).exitCode()).as(name).isZero();
            assertThat(Files.readString(folder.resolve(name))).as(name).startsWith("Period ");
        }
        assertThat(run("report", "--out", out("a.Json")).exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("a.Json"))).startsWith("{");
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
                        + "\" ends in .html, expected one of .txt, .json, .csv, or a --format\n");
        assertThat(Files.exists(folder.resolve("a.html"))).isFalse();
    }

    @Test
    void anEndingOfNoFormatIsTold() {
        String all = ".txt, .json, .csv, .xlsx, .parquet, .html, or a --format";
        String print = "; for a PDF, write the page (--out report.html) and print it from a browser";
        for (List<String> ending : List.of(
                List.of("pdf", print),
                List.of("PDF", print),
                List.of("docx", ""),
                List.of("DOCX", ""),
                List.of("tsv", "; did you mean .csv?"),
                List.of("md", ""),
                List.of("txt.gz", ""),
                List.of("xls", "; did you mean .xlsx?"),
                List.of("htlm", "; did you mean .html?"))) {
            String file = out("march." + ending.get(0));
            String shown =
                    ending.get(0).substring(ending.get(0).indexOf('.') + 1).toLowerCase(Locale.ROOT);
            bad(
                    "--out \"" + file + "\" ends in ." + shown + ", expected one of " + all + ending.get(1),
                    run("report", "--out", file));
            assertThat(Path.of(file)).doesNotExist();
            assertThat(run("report", "--format", "text", "--out", file).exitCode())
                    .isZero();
        }
        assertThat(run("report", "--format", "pdf").err())
                .startsWith(
                        "--format \"pdf\" is unknown, expected one of text, json, csv, xlsx, parquet, html" + print);
        assertThat(run("funnel", "--out", out("march.pdf")).err()).doesNotContain("browser");
        assertThat(check("--out", out("x.csv")).err())
                .startsWith("--out \"" + out("x.csv") + "\" ends in .csv, expected one of .txt, .json");
    }

    private Run check(String... more) {
        return Run.of(Stream.concat(Stream.of("check", "--data", data.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void theEndingTellsTheFormatOfACheckToo() throws IOException {
        assertThat(check("--out", out("x.json")).exitCode()).isZero();
        assertThat(bytes("x.json"))
                .asString()
                .startsWith("{")
                .isEqualTo(check("--format", "json").out());
    }

    @Test
    void aDashIsTheStandardOutput() throws IOException {
        Run both = run("report", "--out", "-", "--out", out("a.json"));
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(both.out()).isEqualTo(run("report").out());
        assertThat(bytes("a.json")).asString().startsWith("{");
        assertThat(run("funnel", "--out", "-", "--format", "csv").out()).startsWith("\uFEFF");
        assertThat(check("--out", "-").out()).isEqualTo(check().out());
        bad("--out \"-\" is there twice, expected another file", run("report", "--out", "-", "--out", "-"));
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void whatKeepsAFileFromBeingWrittenIsToldInOurWords() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        for (List<String> place : List.of(
                List.of("", "it is a folder"),
                List.of("file/x", folder.resolve("file") + " is not a folder"),
                List.of("none/x", "there is no such folder"))) {
            Run run = run("report", "--out", out(place.get(0)));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.complaints())
                    .containsExactly("--out " + out(place.get(0)) + " cannot be written: " + place.get(1));
        }
        assertThat(Run.of("init", out("file/x")).err())
                .isEqualTo(out("file/x") + " cannot be written: " + folder.resolve("file") + " is not a folder\n");
    }

    private static void bad(String message, Run run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).containsExactly(message, "Try 'kpi report --help'.");
    }
}
