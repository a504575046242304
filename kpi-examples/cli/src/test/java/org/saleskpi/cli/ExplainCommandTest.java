package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRecords() {
        SampleFolder.file(folder, "customers.csv", """
                id,since,owner
                c1,2026-03-01,alice
                c2,2026-03-02,bob
                """);
        SampleFolder.file(folder, "calls.csv", """
                id,customer_id,at,outcome
                k1,c1,2026-03-05,DISCUSSION
                k2,c2,2026-03-31,NO_ANSWER
                k3,c9,2026-03-31,NO_ANSWER
                """);
    }

    private Run run(String key, String... options) {
        List<String> args = new ArrayList<>(List.of(
                "explain", key, "--data", folder.toString(), "--period", "2026-03", "--lang", "en", "--lenient"));
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void textSaysAllOnce() {
        assertThat(run("call-success-rate", "--where", "owner=alice").text()).isEqualTo("""
                Call success rate

                Value       100.0%
                Definition  Share of the prospecting calls of the period that led to a
                            conversation or a meeting.
                Population  prospecting calls
                Formula     hits ÷ (hits + misses + open)
                Counts      hits 1, misses 0, open 0, in all 1
                Period      March 1, 2026 to March 31, 2026 (UTC)
                Only        owner: alice
                Known       all records, of which the last is of March 31, 2026
                Currency    EUR
                Set aside   calls 1
                Final       yes, unless records are added or changed later
                """);
    }

    @Test
    void groupsAreExplainedOneByOneAndInAll() {
        assertThat(run("calls", "--by", "owner").text().lines().filter(line -> line.startsWith("Only")))
                .containsExactly("Only        owner: alice", "Only        owner: bob");
        assertThat(run("calls", "--by", "owner", "--format", "csv")
                        .text()
                        .lines()
                        .toList())
                .contains("group,alice,2026-03-01,2026-04-01,UTC,,,calls,Value,1\r".strip())
                .contains("total,,2026-03-01,2026-04-01,UTC,,,calls,Value,2");
    }

    @Test
    void aRunningMonthIsNotFinal() {
        assertThat(run("calls", "--as-of", "2026-03-20", "--format", "json").text())
                .contains("\"asOf\" : \"2026-03-20T00:00:00Z\"")
                .contains("\"outlook\" : \"period-not-over\"")
                .contains("\"setAside\" : {\n    \"calls\" : 1\n  }");
    }

    @Test
    void anUnknownKeyIsToldWithTheNearest() {
        Run run = run("call-sucess-rate");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints())
                .startsWith("KEY \"call-sucess-rate\" is not the key of an indicator, expected one such as"
                        + " call-success-rate; kpi catalogue lists the keys");
    }
}
