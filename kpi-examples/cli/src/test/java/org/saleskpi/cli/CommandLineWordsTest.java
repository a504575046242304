package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words that options take, and what is said of others. */
final class CommandLineWordsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void thePeriodIsGivenInExactlyOneWay() {
        bad("There is no period to report on: give --period, or --from and --to", report());
        bad(
                "--period does not go with --from and --to: give either the period or the two dates",
                report("--period", "2026", "--from", "2026-01-01"));
        bad("--to is missing: --from and --to go together", report("--from", "2026-01-01"));
        bad("--from is missing: --from and --to go together", report("--to", "2026-01-01"));
    }

    @Test
    void aPeriodThatIsNoneIsTold() {
        for (String text : List.of(
                "2026-13",
                "2026-W54",
                "2026-Q5",
                "2026-H3",
                "2026-02-30",
                "+10000-01-01",
                "march",
                "",
                "2026-3",
                "2026-01-01/2026-02-01")) {
            bad(
                    "--period \"" + text + "\" is not a period, expected a day (2026-03-15), an ISO week (2026-W12), a"
                            + " month (2026-03), a quarter (2026-Q1), a half (2026-H1), a year (2026), a year of"
                            + " the calendar (FY2026) or a part of one (FY2026-Q1), or one told from today (last-month,"
                            + " ytd, last-30d)",
                    report("--period", text));
        }
    }

    @Test
    void datesMustExistAndBeInOrder() {
        bad(
                "--from \"2026-02-30\" is not a date, expected one such as 2026-03-01",
                report("--from", "2026-02-30", "--to", "2026-04-01"));
        bad(
                "--to \"tomorrow\" is not a date, expected one such as 2026-03-01",
                report("--from", "2026-02-01", "--to", "tomorrow"));
        String order = "--from 2026-03-01 is not before --to 2026-03-01, the day after the last one";
        bad(order, report("--from", "2026-03-01", "--to", "2026-03-01"));
    }

    @Test
    void aPeriodThatTheZoneSkippedIsTold() {
        bad(
                "The period 2011-12-30 to 2011-12-31 is empty: the time zone Pacific/Apia skipped all of it",
                report("--from", "2011-12-30", "--to", "2011-12-31", "--zone", "Pacific/Apia"));
    }

    @Test
    void wordsThatAreUnknownAreToldWithTheKnownOnes() {
        bad(
                "--zone \"Europe/Pari\" is not a time zone, expected one such as Europe/Paris, UTC or +02:00; did you mean"
                        + " Europe/Paris?",
                march("--zone", "Europe/Pari"));
        bad(
                "--as-of \"yesterday\" is not a moment, expected a date such as 2026-04-01 or an instant such as"
                        + " 2026-04-01T08:00:00Z",
                march("--as-of", "yesterday"));
        bad(
                "--currency \"usd\" is not the code of a currency, expected one such as EUR; did you mean USD?",
                march("--currency", "usd"));
        bad(
                "--zone \"Paris\" is not a time zone, expected one such as Europe/Paris, UTC or +02:00; did you mean"
                        + " Europe/Paris?",
                march("--zone", "Paris"));
        bad("--lang \"es\" is unknown, expected one of de, en, fr", march("--lang", "es"));
        bad("--lenient takes no value, but is given \"yes\"", march("--lenient=yes"));
        bad("--every \"hour\" is unknown, expected one of day, week, month, quarter, year", march("--every", "hour"));
        bad(
                "--format \"xls\" is unknown, expected one of text, json, csv, xlsx, parquet, html; did you mean xlsx?",
                march("--format", "xls"));
        bad("--lang \"it\" is unknown, expected one of de, en, fr", march("--lang", "it"));
        bad(
                "--source \"sage\" is unknown, expected one of csv, salesforce, hubspot, pipedrive, nextlead, zoho, zoho-deals",
                march("--source", "sage"));
        bad("--where \"alice\" has no key, expected a name and a key such as owner=alice", march("--where", "alice"));
        bad("--where \"\" is blank, expected owner or the name of an attribute", march("--where", "=x"));
        bad("--by \" \" is blank, expected owner or the name of an attribute", march("--by", " "));
        bad("--out \"\" is not the name of a file or folder", march("--out", ""));
        bad(
                "--mapping does not go with --source csv, whose columns have fixed names",
                march("--source", "csv", "--mapping", "x.yaml"));
    }

    @Test
    void namesThatNoRecordHasAreToldWithTheKnownOnes() {
        bad("--by \"Region\" is unknown, expected one of owner, region; did you mean region?", march("--by", "Region"));
        bad("--where \"product\" is unknown, expected one of owner, region", march("--where", "product=x"));
    }

    @Test
    void aCsvDialectIsOneOfThoseThereAreAndGoesWithCsvOnly() {
        String[] period = {"--period", "2026"};
        bad(
                "--csv-dialect \"excel-de\" is unknown, expected one of standard, excel-fr",
                report(with(period, "--format", "csv", "--csv-dialect", "excel-de")));
        bad(
                "--csv-dialect goes with --format csv, not with json",
                report(with(period, "--format", "json", "--csv-dialect", "standard")));
        bad("--csv-dialect goes with --format csv, not with text", report(with(period, "--csv-dialect", "excel-fr")));
    }

    @Test
    void aWordThatIsNearlyKnownIsAskedAbout() {
        assertThat(march("--source", "zohoo").err()).contains("; did you mean zoho?");
        assertThat(march("--format", "htlm").err()).contains("; did you mean html?");
        assertThat(march("--every", "mont").err()).contains("; did you mean month?");
        assertThat(march("--by", "ownr").err()).contains("; did you mean owner?");
        assertThat(march("--compare", "previuos").err()).contains("; did you mean previous?");
        assertThat(report("--period", "lastmonth").err()).contains("; did you mean last-month?");
        assertThat(Run.of("mapping", "hubspto").err()).contains("; did you mean hubspot?");
        assertThat(march("--every", "eon").err()).doesNotContain("did you mean");
    }

    @Test
    void wordsMayBeInCapitalLetters() {
        assertThat(march("--format", "HTML").out()).startsWith("<!DOCTYPE html>");
        assertThat(march("--format", "Csv", "--every", "MONTH").out())
                .isEqualTo(march("--format", "csv", "--every", "month").out());
    }

    @Test
    void aPeriodMayBeToldFromTheDayOfTheView() {
        String[] view = {"--as-of", "2026-04-02", "--format", "csv"};
        for (List<String> words : List.of(
                List.of("last-month", "2026-03"),
                List.of("this-quarter", "2026-Q2"),
                List.of("last quarter", "2026-Q1"),
                List.of("yesterday", "2026-04-01"),
                List.of("this-year", "2026"))) {
            Run run = report(with(view, "--period", words.get(0)));
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .isEqualTo(report(with(view, "--period", words.get(1))).out());
        }
        assertThat(report(with(view, "--period", "ytd")).out())
                .isEqualTo(report(with(view, "--from", "2026-01-01", "--to", "2026-04-03"))
                        .out());
        assertThat(report(with(view, "--period", "last-30d")).out())
                .isEqualTo(report(with(view, "--from", "2026-03-03", "--to", "2026-04-02"))
                        .out());
        assertThat(report(with(view, "--calendar", "fiscal:JUL", "--period", "this-year"))
                        .out())
                .contains("2025-07-01,2026-07-01");
    }

    @Test
    void withoutAViewTodayIsThatOfTheZone() {
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        LocalDate before = LocalDate.now(zone);
        Run run = report("--period", "today", "--zone", zone.getId(), "--format", "csv", "--indicators", "calls");
        LocalDate after = LocalDate.now(zone);
        assertThat(run.out().lines().skip(1).findFirst().orElseThrow())
                .satisfiesAnyOf(
                        row -> assertThat(row).startsWith(before + "," + before.plusDays(1)),
                        row -> assertThat(row).startsWith(after + "," + after.plusDays(1)));
    }

    private Run march(String... args) {
        List<String> all = new ArrayList<>(List.of("--period", "2026-03"));
        all.addAll(List.of(args));
        return report(all.toArray(String[]::new));
    }

    private Run report(String... args) {
        List<String> all = new ArrayList<>(List.of("report", "--data", folder.toString()));
        all.addAll(List.of(args));
        return Run.of(all.toArray(String[]::new));
    }

    private static String[] with(String[] args, String... more) {
        return Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static void bad(String message, Run run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).containsExactly(message, "Try 'kpi report --help'.");
    }
}
