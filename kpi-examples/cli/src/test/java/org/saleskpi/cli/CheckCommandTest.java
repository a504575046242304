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

final class CheckCommandTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writeSample() throws IOException {
        data = SampleFolder.write(Files.createDirectory(folder.resolve("data")));
    }

    private Run check(String... more) {
        List<String> args = new ArrayList<>(List.of("check", "--data", data.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private void writeBadCalls(int count) {
        StringBuilder calls = new StringBuilder("id,customer_id,at,outcome\n");
        for (int i = 0; i < count; i++) {
            calls.append("k").append(i).append(",,2026-03-0").append(i % 9 + 1).append(",BUSY\n");
        }
        SampleFolder.file(data, "calls.csv", calls + "k,,2026-03-01,REFUSED\n");
    }

    @Test
    void cleanRecordsAreAccountedForAndTheirIndicatorsNamed() {
        Run run = check();
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        Files
                          customers.csv: 3 rows read: 3 customers; columns id, since, disqualified_at, owner; attributes region
                        """)
                .contains("""
                        Records
                          16 of 16 rows used (100 %)
                          3 customers from 2025-12-01 00:00 to 2026-03-05 09:00
                          4 calls from 2026-03-03 10:00 to 2026-03-08 10:00
                        """)
                .contains("  4 amounts in EUR\n")
                .contains("Indicators that can be computed\n  calls, meetings,")
                .contains("""
                        Indicators that cannot be computed
                          there is no case in all the records: sales meetings whose booking is recorded, by the moment they
                          were booked:
                            meetings-booked
                        """)
                .endsWith("\n\nNothing is wrong with the records.\n");
    }

    @Test
    void problemsAreGroupedByKindWithTheFirstThreeOfEach() {
        writeBadCalls(1500);
        SampleFolder.file(data, "surveys.csv", "id,at,score,scale\nv1,2026-03-01,9,CSAT_5\n");
        Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Wrong: 1,501 problems of 2 kinds\n"
                        + "  1,500 × call: outcome: is unknown, expected one of NO_ANSWER, REFUSED, CALL_BACK, DISCUSSION,"
                        + " MEETING_BOOKED\n    calls.csv:2: k0: outcome: BUSY: is unknown,")
                .contains("    calls.csv:4: k2: outcome: BUSY: ")
                .doesNotContain("calls.csv:5:")
                .contains("  1 × survey: score: ")
                .endsWith("\n\nA report fails; with --lenient it is written without the records that are wrong.\n");
    }

    @Test
    void theExitCodeIsThatOfAReport() {
        writeBadCalls(1);
        String[] report = {"report", "--data", data.toString(), "--period", "2026-03"};
        assertThat(check().exitCode()).isEqualTo(Run.of(report).exitCode()).isEqualTo(1);
        Run lenient = check("--lenient");
        assertThat(lenient.exitCode()).isZero();
        assertThat(lenient.out())
                .contains("Wrong: 1 problem of 1 kind\n")
                .endsWith("A report is written without the records that are wrong.\n");
        assertThat(check("--format", "csv").exitCode()).isEqualTo(2);
        assertThat(Run.of("check", "--data", folder.resolve("nowhere").toString())
                        .complaints())
                .containsExactly(folder.resolve("nowhere") + " does not exist, expected a folder of files");
    }

    @Test
    void whatOneRecordSaysOfAnotherIsCheckedToo() {
        SampleFolder.file(
                data,
                "contracts.csv",
                "id,customer_id,signed_at,amount,currency\ns1,c9,2026-03-12,10,EUR\ns2,c8,2026-03-12,10,EUR\n");
        assertThat(check().out())
                .contains("2 × contract: customer_id: ")
                .contains("contracts.csv:2: s1: customer_id: c9: ");
    }

    @Test
    void whatIsDoubtfulIsToldApart() {
        SampleFolder.file(data, "contracts.csv", "id,customer_id,signed_at,amount,currency,endsAt\n");
        Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("Doubtful: 1 problem of 1 kind\n  1 × contract: column: ")
                .doesNotContain("Wrong");
        assertThat(check("--lenient").exitCode()).isZero();
    }

    @Test
    void severalCurrenciesAreCheckedInTheOneOfMostAmounts() {
        SampleFolder.file(data, "contracts.csv", "id,customer_id,signed_at,amount,currency\ns1,c1,2026-03-12,10,USD\n");
        Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("  2 amounts in EUR\n  1 amount in USD\n")
                .contains("1 × contract: amount: has no exchange rate USD/EUR on or before 2026-03-12")
                .contains(
                        "Amounts are in EUR, USD: choose the currency to report in with --currency; checked in EUR\n");
        SampleFolder.file(data, "rates.csv", "date,from,to,rate\n2026-03-01,USD,EUR,0.9\n");
        assertThat(check("--currency", "EUR").exitCode()).isZero();
        assertThat(check().exitCode()).isEqualTo(1);
    }

    @Test
    void jsonHoldsTheSame() {
        writeBadCalls(5);
        Run run = check("--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("""
                          "zone" : "UTC",
                          "currency" : "EUR",
                          "currencies" : {
                            "EUR" : 4
                          },
                          "lenient" : false,
                          "passes" : false,
                        """).contains("""
                          "problems" : [ {
                            "type" : "call",
                            "field" : "outcome",
                            "reason" : "is unknown, expected one of NO_ANSWER, REFUSED, CALL_BACK, DISCUSSION, MEETING_BOOKED",
                            "count" : 5,
                            "examples" : [ {
                              "origin" : "calls.csv:2",
                              "id" : "k0",
                              "value" : "BUSY",
                        """).contains("""
                          }, {
                            "key" : "meetings-booked",
                            "computable" : "none",
                            "state" : "no-cases",
                        """).contains("""
                              "file" : "calls.csv",
                              "use" : "csv-folder",
                              "rows" : 6,
                              "usedRows" : 1,
                        """);
    }

    @Test
    void aMappingIsCheckedByTheSameOptions() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        SampleFolder.file(export, "Deals.csv", "id,at\nd1,2026-03-03\nd2,yesterday\n");
        Path mapping = SampleFolder.file(folder, "m.yaml", """
                mapping: 1
                moments: {formats: iso, zone: run}
                files:
                  Deals.csv:
                    records:
                      - call: {id: id, customer: {columns: id, unknown: none}, at: at, purpose: PROSPECTING}
                """);
        Run run = Run.of("check", "--data", export.toString(), "--mapping", mapping.toString());
        assertThat(run.out())
                .contains("Deals.csv: 2 rows read")
                .contains("1 × call: at: ")
                .contains("Deals.csv:3: d2: at: yesterday");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theAnswerGoesToAFile() {
        Path out = folder.resolve("check.txt");
        assertThat(check("--out", out.toString()).out()).isEmpty();
        assertThat(out).content().contains("Nothing is wrong with the records.");
        assertThat(check("--out", data.resolve("calls.csv").toString()).exitCode())
                .isEqualTo(2);
    }
}
