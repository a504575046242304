package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Rate;

/** The records behind a number. */
final class FactsCommandTest {

    @TempDir
    private Path folder;

    private Run run(String key, String... options) {
        SampleFolder.write(folder);
        List<String> args = new ArrayList<>(
                List.of("facts", key, "--data", folder.toString(), "--period", "2026-03", "--lang", "en"));
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    private List<String> rows(String key, String... options) {
        List<String> args = new ArrayList<>(List.of("--format", "csv"));
        args.addAll(List.of(options));
        return run(key, args.toArray(String[]::new)).out().lines().skip(1).toList();
    }

    @Test
    void textHasWhatARowIsFor() {
        assertThat(run("call-success-rate").text()).isEqualTo("""
                Period     1 March 2026 to 31 March 2026
                Time zone  UTC
                Currency   EUR
                Records    1 December 2025 to 21 March 2026

                Call success rate: 33.3%

                Hits: 1
                  2026-03-03 10:00  call  k1  c1  alice  meeting booked

                Misses: 1
                  2026-03-06 10:00  call  k2  c2  bob  no answer

                Open: 1
                  2026-03-07 10:00  call  k3
                """);
        assertThat(run("revenue").text())
                .contains("Records: 1\n  2026-03-12 12:00  contract  s1  c1  alice  €1,200.50\n");
        assertThat(run("proposals-per-meeting").text()).contains("Above the line: 2", "Below the line: 2");
        assertThat(run("calls", "--where", "owner=nobody").text()).endsWith("No record is behind it.\n");
        assertThat(run("calls", "--only", "miss").text())
                .containsPattern("Records behind it: \\d+, none of this kind\\.\n")
                .doesNotContain("No record");
    }

    @Test
    void aRowOfATableNamesTheRecordAndWhereItCameFrom() {
        assertThat(rows("proposal-acceptance-rate"))
                .containsExactly(
                        "2026-03-01,2026-04-01,UTC,,,proposal-acceptance-rate,hit,proposal,p1,2026-03-10T12:00:00Z,2026-03-10T12:00:00Z,c1,alice,"
                                + "ACCEPTED,1200.50,EUR,proposals.csv:2",
                        "2026-03-01,2026-04-01,UTC,,,proposal-acceptance-rate,open,proposal,p2,2026-03-11T12:00:00Z,2026-03-11T12:00:00Z,c2,bob,"
                                + "PENDING,300.00,EUR,proposals.csv:3");
        // The rep of the customer stands for one that is missing.
        assertThat(rows("conversion-rate")).hasSize(2).allMatch(row -> row.contains(",prospect,c"));
        assertThat(rows("retention-rate", "--by", "owner")).anyMatch(row -> row.startsWith("total,"));
    }

    @Test
    void aRecordIsListedWithTheMomentAtWhichItCounts() {
        assertThat(rows("win-rate"))
                .singleElement()
                .asString()
                .contains(",p1,2026-03-10T12:00:00Z,2026-03-12T12:00:00Z,c1,");
        assertThat(run("win-rate").text())
                .contains("\n  2026-03-12 12:00  proposal  p1  c1  alice  accepted  €1,200.50\n")
                .contains("not their own");
        assertThat(run("proposal-acceptance-rate").text()).doesNotContain("not their own");
    }

    @Test
    void pagesAreWholeTogether() {
        List<String> all = rows("proposals-per-meeting");
        assertThat(all).hasSize(4);
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pages.addAll(rows("proposals-per-meeting", "--offset", Integer.toString(i), "--limit", "1"));
        }
        assertThat(pages).isEqualTo(all);
        assertThat(rows("proposals-per-meeting", "--only", "divisor")).isEqualTo(all.subList(2, 4));
        assertThat(rows("proposals-per-meeting", "--only", "divisor", "--offset", "1"))
                .isEqualTo(all.subList(3, 4));
        assertThat(run("proposals-per-meeting", "--limit", "3").text())
                .endsWith("3 of 4 are listed; --offset and --limit list others, JSON and CSV all.\n");
    }

    @Test
    void everyIndicatorHasAsManyRowsAsItCounts() throws Exception {
        SampleFolder.write(folder);
        SalesHistory history = CsvFolder.read(folder, ZoneOffset.UTC)
                .into(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR))
                .build();
        for (Indicator<?> indicator : IndicatorCatalogue.all()) {
            Run run = run(indicator.key(), "--format", "csv");
            assertThat(run.exitCode()).as(indicator.key() + run.err()).isZero();
            Object answer =
                    KpiCalculator.of(history).during(DateRange.month(2026, 3)).get(indicator);
            if (answer instanceof Rate rate) {
                List<String> rows = run.out().lines().skip(1).toList();
                assertThat(rows.stream().filter(row -> row.contains(",hit,"))).hasSize((int) rate.hits());
                assertThat(rows.stream().filter(row -> row.contains(",miss,"))).hasSize((int) rate.misses());
                assertThat(rows.stream().filter(row -> row.contains(",open,"))).hasSize((int) rate.open());
            }
        }
    }

    @Test
    void longRowsTakeSeveralLines() {
        SampleFolder.write(folder);
        SampleFolder.file(folder, "contracts.csv", """
                id,customer_id,signed_at,amount,currency,owner
                %s,c1,2026-03-12T12:00:00Z,1200.50,EUR,%s
                """.formatted("s".repeat(60), "Å".repeat(60)));
        Run run = Run.of("facts", "revenue", "--data", folder.toString(), "--period", "2026-03", "--lang", "en");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.text()).contains("€1,200.50");
    }

    @Test
    void whatIsNotUnderstoodIsTold() {
        bad(
                "KEY \"winrate\" is not the key of an indicator, expected one such as win-rate; kpi catalogue lists the keys",
                "winrate");
        bad(
                "--only \"hits\" is unknown, expected one of hit, miss, open, divisor; did you mean hit?",
                "calls",
                "--only",
                "hits");
        bad("--offset \"-1\" is not a number of records such as 20", "calls", "--offset", "-1");
        bad("--limit \"0\" is not a number of records such as 20", "calls", "--limit", "0");
    }

    private void bad(String message, String key, String... options) {
        Run run = run(key, options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).containsExactly(message, "Try 'kpi facts --help'.");
    }
}
