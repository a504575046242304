package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names may hold characters that nobody sees: what a terminal gets shows them. */
final class UnseenCharactersTest {

    private static final String UNSEEN = "\u202E";
    private static final String SHOWN = "\\u202e";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
        SampleFolder.file(
                folder,
                "customers.csv",
                "id,since,owner,re" + UNSEEN + "gion\nc1,2026-03-02,al" + UNSEEN + "ice,x" + UNSEEN
                        + "y\nc3,2026-01-01,,\n");
    }

    private Run run(String command, String... more) {
        return Run.of(Stream.concat(Stream.of(command, "--data", folder.toString(), "--lenient"), Stream.of(more))
                .toArray(String[]::new));
    }

    private static void isShown(String text, String... parts) {
        assertThat(text).contains(parts);
        UNSEEN.chars().forEach(c -> assertThat(text).doesNotContain(Character.toString(c)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "funnel", "cycle"})
    void textShowsThemInGroupsAndConditions(String command) {
        Run run = run(
                command,
                "--period",
                "2026-03",
                "--by",
                "owner,re" + UNSEEN + "gion",
                "--where",
                "owner=al" + UNSEEN + "ice");
        assertThat(run.exitCode()).as(run.err()).isZero();
        isShown(run.out(), "al" + SHOWN + "ice", "re" + SHOWN + "gion", "x" + SHOWN + "y");
        isShown(run.err(), "re" + SHOWN + "gion");
    }

    @Test
    void findingsShowThem() {
        SampleFolder.file(folder, "meetings.csv", "id,at,outcome\nm" + UNSEEN + ",2020-01-01,PLANNED\n");
        isShown(run("findings").out(), "m" + SHOWN);
    }

    @Test
    void messagesShowThem() {
        SampleFolder.file(folder, "calls.csv", "id,at,outcome\nk" + UNSEEN + ",2026-03-01,BU" + UNSEEN + "SY\n");
        SampleFolder.file(folder, "no" + UNSEEN + "tes.txt", "");
        Run run = run("report", "--period", "2026-03", "--where", "owner=b" + UNSEEN + "b");
        isShown(
                run.err(),
                "k" + SHOWN,
                "BU" + SHOWN + "SY",
                "no" + SHOWN + "tes.txt",
                "owner=b" + SHOWN + "b: no record");
        for (List<String> bad : List.of(
                List.of("--period", "20" + UNSEEN),
                List.of("--by", "x" + UNSEEN, "--period", "2026"),
                List.of("--un" + UNSEEN, "--period", "2026"))) {
            Run refused = run("report", bad.toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(2);
            isShown(refused.err(), SHOWN);
        }
        isShown(
                Run.of("report", "--data", "no" + UNSEEN + "where", "--period", "2026")
                        .err(),
                "no" + SHOWN + "where");
    }
}
