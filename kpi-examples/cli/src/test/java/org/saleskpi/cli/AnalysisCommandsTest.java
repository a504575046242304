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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that follow the customers of a period. */
class AnalysisCommandsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRecords() {
        SampleFolder.write(folder);
    }

    private Run run(String command, String... options) {
        List<String> args = new ArrayList<>(List.of(command, "--data", folder.toString(), "--lang", "en"));
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void aFunnelShowsHowManyCameSoFar() {
        Run run = run("funnel", "--period", "2026-03");

        assertThat(run.complaints()).isEmpty();
        assertThat(run.text()).isEqualTo("""
                Period     1 March 2026 to 31 March 2026
                Time zone  UTC
                Records    1 December 2025 to 21 March 2026

                Stage                      Customers  Skipped  Of all    Step  Decided  Median
                ──────────────────────────────────────────────────────────────────────────────
                Entered        ██████████          2        0  100.0%                    0.0 d
                Called         ██████████          2        0  100.0%  100.0%   100.0%   1.0 d
                Reached        ██████████          2        1  100.0%  100.0%   100.0%   1.0 d
                Met            ██████████          2        0  100.0%  100.0%   100.0%   7.0 d
                Proposal sent  ██████████          2        0  100.0%  100.0%   100.0%   7.0 d
                Signed         █████               1        0   50.0%   50.0%    50.0%  10.0 d

                No bottleneck yet: no stage has five customers that are decided.
                Entered: with the first trace in the records. Skipped: got further without this
                stage. Of all: share of those who entered. Step: share of those of the stage
                before. Decided: the same share, among those who are not open. Median: half of
                them got there within so many days of entering.
                """);
    }

    @Test
    void aFunnelHasNoStagesOfWhichTheDataHasNoRecordsAndJsonHasAll() throws IOException {
        Files.delete(folder.resolve("calls.csv"));
        assertThat(run("funnel", "--period", "2026-03").text())
                .contains("\nEntered ", "\nMet ", "\nProposal sent ", "\nSigned ")
                .doesNotContain("\nCalled ", "\nReached ")
                .endsWith("\n\nNot in this data, and left out: calls\n");
        assertThat(run("funnel", "--period", "2026-03", "--format", "json").out())
                .contains("\"called\"", "\"reached\"");
    }

    @Test
    void aFunnelOfWhichNobodyWasDisqualifiedHasNoRateOfTheDecided() {
        SampleFolder.file(folder, "customers.csv", "id,since\nc1,2026-03-02\nc2,2026-03-05\nc3,2025-12-01\n");
        assertThat(run("funnel", "--period", "2026-03").text())
                .contains("None of them was disqualified, so nobody is known to have stopped")
                .doesNotContain("Decided", "Bottleneck");
    }

    @Test
    void theTriangleEndsWithTheRecords() {
        String text = run("cohorts", "--period", "2026").text();
        assertThat(text)
                .contains(
                        "\nmonth   n    0    1    2\n",
                        "\n2026-01 1 █100 █100 ░  0\n",
                        "\n2026-02 0    –    –\n",
                        "\n2026-03 1 █100\n")
                .doesNotContain("2026-04")
                .contains("The records end on 21 March 2026: later periods are left out");
        assertThat(run("cohorts", "--period", "2026", "--format", "json").out()).contains("\"from\" : \"2026-12-01");
    }

    @Test
    void aFunnelByGroupsStandsInOneTable() {
        assertThat(run("funnel", "--period", "2026-03", "--by", "owner").text()).endsWith("""
                By owner            alice         bob  (unassigned)       Total
                ───────────────────────────────────────────────────────────────
                Entered        1 (100.0%)  1 (100.0%)         0 (–)  2 (100.0%)
                Called         1 (100.0%)  1 (100.0%)         0 (–)  2 (100.0%)
                Reached        1 (100.0%)  1 (100.0%)         0 (–)  2 (100.0%)
                Met            1 (100.0%)  1 (100.0%)         0 (–)  2 (100.0%)
                Proposal sent  1 (100.0%)  1 (100.0%)         0 (–)  2 (100.0%)
                Signed         1 (100.0%)    0 (0.0%)         0 (–)   1 (50.0%)
                """);
    }

    @Test
    void aCycleIsObservedUntilNowUnlessAViewIsAskedFor() {
        assertThat(run("cycle", "--period", "2026-03", "--format", "json").out())
                .containsPattern("\"asOf\" : \"20\\d\\d-")
                .contains("\"losses\" : \"censored\"")
                .contains("\"30\"", "\"60\"", "\"90\"");
        assertThat(run(
                                "cycle",
                                "--period",
                                "2026-03",
                                "--format",
                                "json",
                                "--as-of",
                                "2026-04-01",
                                "--within",
                                "7,0, 7")
                        .out())
                .contains("\"asOf\" : \"2026-04-01T00:00:00Z\"")
                .contains("\"7\"", "\"0\"")
                .doesNotContain("\"30\"");
    }

    @Test
    void aCycleIsDrawnAsACurve() {
        assertThat(run("cycle", "--period", "2026-03", "--as-of", "2026-04-01", "--lost", "competing")
                        .text())
                .isEqualTo("""
                Period     1 March 2026 to 31 March 2026
                Time zone  UTC
                As of      1 April 2026 at 00:00
                Records    1 December 2025 to 21 March 2026

                                                 Rate of the
                                          Value      decided  Rate at most
                ──────────────────────────────────────────────────────────
                Customers                     2
                Converted                     1
                Lost                          1
                Open                          0
                25 % won after             10 d
                50 % won after             10 d
                75 % won after      not reached
                Won within 30 days        50.0%        50.0%         50.0%
                Won within 60 days        50.0%        50.0%         50.0%
                Won within 90 days        50.0%        50.0%         50.0%

                Share that is not won yet, by days since entering

                100.0% ┤██████████
                       ┤██████████
                 75.0% ┤██████████
                       ┤██████████
                 50.0% ┤████████████████
                       ┤████████████████
                 25.0% ┤████████████████
                       ┤████████████████
                       └────────────────
                        0           15 d

                Customers who were lost count as never to be won (Aalen-Johansen).
                """);
    }

    @Test
    void cohortsAreATriangle() {
        assertThat(run("cohorts", "--period", "2026-Q1").text()).isEqualTo("""
                Period     1 January 2026 to 31 March 2026
                Time zone  UTC
                Currency   EUR
                Records    1 December 2025 to 21 March 2026

                Customers under contract at the end of the month in which they were won (0) and
                of each one after, in %

                month   n    0    1    2
                ────────────────────────
                2026-01 1 █100 █100 ░  0
                2026-02 0    –    –
                2026-03 1 █100

                What they signed in that month and in each one after, in EUR

                month        0  1  2
                ────────────────────
                2026-01    900  0  0
                2026-02      0  0
                2026-03  1,200
                """);
    }

    @Test
    void tablesHaveARowForEachStageGroupByGroup() {
        Run run = run("funnel", "--period", "2026-03", "--by", "owner", "--where", "region=EMEA", "--format", "csv");

        assertThat(run.out().lines().map(line -> line.replace("\uFEFF", "")))
                .startsWith(
                        "level,group,from,to,zone,asOf,where,key,customers,skipped,step.hits,step.misses,step.open,"
                                + "step.total,step.rate,step.decided,step.ceiling,fromFirst.hits,fromFirst.misses,"
                                + "fromFirst.open,fromFirst.total,fromFirst.rate,fromFirst.decided,fromFirst.ceiling,"
                                + "days.count,days.totalDays,days.meanDays,days.medianDays,bottleneck",
                        "group,alice,2026-03-01,2026-04-01,UTC,,region=EMEA,entered,1,0,,,,,,,,1,0,0,1,1.0,1.0,1.0,"
                                + "1,0,0.0,0.0,")
                .hasSize(1 + 4 * 6);
        assertThat(run(
                                "cycle",
                                "--period",
                                "2026-03",
                                "--as-of",
                                "2026-04-01",
                                "--format",
                                "csv",
                                "--csv-dialect",
                                "excel-fr")
                        .out())
                .contains("from;to;zone;asOf;where;losses;days;atRisk;converted;lost;censored;survival;")
                .contains(
                        "2026-03-01;2026-04-01;UTC;2026-04-01T00:00:00Z;;censored;10;2;1;0;1;0,5;0,3535533905932738;");
        assertThat(run("cohorts", "--period", "2026-Q1", "--format", "csv").out())
                .contains("2026-01-01,2026-04-01,UTC,,,month,2026-01-01,1,2,0,1,0,1,0.0,0.0,0.0,0.00,EUR");
    }

    @Test
    void columnsOfSeveralDimensionsHaveTheirNames() throws IOException {
        Files.writeString(folder.resolve("customers.csv"), "id,since,owner,key\nc1,2026-03-02,=alice,x\n");
        Files.writeString(folder.resolve("calls.csv"), "id,at\n");
        for (String file : List.of("meetings", "proposals", "contracts", "surveys")) {
            Files.delete(folder.resolve(file + ".csv"));
        }
        assertThat(run("funnel", "--period", "2026-03", "--by", "owner,key", "--format", "csv")
                        .out())
                .contains("level,owner,key_key,from,", "group,'=alice,x,2026-03-01,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cycle|--within|30,x|--within \"30,x\" is not a list of whole numbers of days such as 30,60,90",
                "cycle|--within|-1|--within \"-1\" is not a list of whole numbers of days such as 30,60,90",
                "cycle|--within|''|--within \"\" is not a list of whole numbers of days such as 30,60,90",
                "cycle|--lost|gone|--lost \"gone\" is unknown, expected one of censored, competing",
                "cohorts|--every|day|--every \"day\" is unknown, expected one of week, month, quarter, year",
                "cohorts|--every|quarter|--every \"quarter\" does not cut the period 2026-03 in whole units",
                "cohorts|--every|week|--every \"week\" does not cut the period 2026-03 in whole units",
                "cohorts|--by|owner|Unknown option: '--by'",
                "funnel|--format|xlsx|--format \"xlsx\" is unknown, expected one of text, json, csv",
                "funnel|--csv-dialect|excel-fr|--csv-dialect goes with --format csv, not with text",
                "funnel|--by|product|--by \"product\" is unknown, expected one of owner, region"
            })
    void aBadOptionIsNamed(String command, String option, String value, String message) {
        Run run = run(command, "--period", "2026-03", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).first().isEqualTo(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPeriodOfWhichNothingIsKnownIsSaidToBe() {
        for (String command : List.of("funnel", "cycle", "cohorts")) {
            assertThat(run(command, "--period", "2031").text()).as(command).contains("No record lies in this period\n");
            assertThat(run(command, "--period", "2026").text()).as(command).doesNotContain("No record lies");
        }
        // Of nobody there is no share, and so no curve of shares.
        assertThat(run("cycle", "--period", "2031").text())
                .contains("50 % won after          –")
                .doesNotContain("100.0%", "not reached", "█");
    }

    @Test
    void aTriangleOfTooManyUnitsIsRefused() {
        assertThat(run("cohorts", "--from", "2000-01-03", "--to", "2020-01-06", "--every", "week")
                        .complaints())
                .first()
                .isEqualTo("--every \"week\" cuts the period in more than 1000 units");
    }

    /** Nobody is told of an option that he did not give. */
    @Test
    void unitsThatNobodyAskedForAreNotCalledAnOption() {
        assertThat(run("cohorts", "--period", "2026-W12").complaints())
                .first()
                .isEqualTo(
                        "The period 2026-W12 is not made of whole months, in which customers are counted unless --every"
                                + " says otherwise");
        assertThat(run("cohorts", "--from", "1900-01-01", "--to", "2020-01-01").complaints())
                .first()
                .isEqualTo("The period 1900-01-01/2020-01-01 has more than 1000 months, in which customers are counted"
                        + " unless --every says otherwise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel", "cycle", "cohorts"})
    void anAnswerGoesToAFileWhereOneIsNamed(String command) throws IOException {
        Path file = folder.resolve("answer.json");
        Run run = run(
                command,
                "--period",
                "2026-03",
                "--where",
                "owner=nobody",
                "--format",
                "json",
                "--out",
                file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).contains("\"where\"", "\"nobody\"");
        assertThat(run.complaints()).contains("--where owner=nobody: no record has that key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void linesAreNoWiderThanAScreen(String language) {
        for (String command : List.of("funnel", "cycle", "cohorts")) {
            String period = command.equals("cohorts") ? "2025" : "2026-03";
            Run run = Run.of(command, "--data", folder.toString(), "--lang", language, "--period", period);
            assertThat(run.text().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
        }
    }
}
