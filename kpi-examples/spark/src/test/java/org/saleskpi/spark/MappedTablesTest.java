package org.saleskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

class MappedTablesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static final String MAPPING = """
            mapping: 1
            csv: {delimiter: ";"}
            moments: {formats: [iso, dd/MM/yyyy], zone: run}
            numbers: {decimal: ","}
            files:
              Deals.csv:
                skip: [{when: {Stage: test}, because: a test}]
                records:
                  - customer: {id: Account, since: Opened, repeated: earliest, owner: {column: Rep, through: {file: Reps.csv, key: Id, value: Name}}}
                  - contract:
                      when: {Stage: won}
                      id: Deal
                      customer: {columns: Account, unknown: reject}
                      signed_at: Opened
                      term: {months: 12}
                      amount: {column: Line, currency: {column: Currency}}
                      repeated: sum
              Calls.csv:
                records:
                  - call: {id: Id, customer: {columns: Account, unknown: none}, at: When, purpose: PROSPECTING}
              Rates.csv:
                rates: {date: Day, from: {column: From}, to: {column: To}, rate: Rate}
            """;

    private static final PartQuestion<KpiBreakdown<KpiSeries>> QUESTION =
            part -> part.during(DateRange.parse("2026")).by(Dimension.OWNER, CalendarUnit.MONTH);

    @TempDir
    Path folder;

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private ClusterKpis.Builder kpis() throws Exception {
        return ClusterKpis.builder(
                SalesTables.csv(TestSpark.session(), folder.toString()).mappedBy("crm.yaml", MAPPING, NOW),
                ZONE,
                CurrencyUnit.EUR);
    }

    private void writeExport() throws IOException {
        write("Reps.csv", "Id;Name", "7;alice", "8;bruno");
        write("Rates.csv", "Day;From;To;Rate", "01/01/2026;CHF;EUR;1,05", "01/02/2026;CHF;EUR;-1");
        write(
                "Deals.csv",
                "Deal;Account;Rep;Opened;Stage;Line;Currency",
                "d1;a;7;05/01/2026;won;100,50;EUR",
                "d1;a;7;05/01/2026;won;50;EUR",
                "d2;b;8;04/01/2026;lost;10;EUR",
                "d2;b;8;03/01/2026;lost;10;EUR",
                "d3;a;9;06/01/2026;won;20;CHF",
                "d4;;7;02/01/2026;won;5;EUR",
                "d5;c;7;02/01/2026;won;5;USD",
                "x;b;7;01/01/2026;test;5;EUR");
        write(
                "Calls.csv",
                "Id;Account;When",
                "1;a;01/02/2026",
                "2;zz;02/02/2026",
                "2;yy;02/02/2026",
                "3;;03/02/2026",
                "4;b;soon",
                "5;a;03/02/2026",
                "5;b;03/02/2026");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void anExportIsReadAsOnOneMachine(int partitions) throws Exception {
        writeExport();
        SalesHistory history = MappedFolder.read(folder, Mapping.parse("crm.yaml", MAPPING), ZONE, NOW)
                .intoLenient(SalesHistory.builder(ZONE, CurrencyUnit.EUR))
                .build();

        ClusterAnswer<KpiBreakdown<KpiSeries>> answer =
                kpis().partitions(partitions).lenient().build().seriesByGroup(QUESTION);

        assertThat(answer.answer()).isEqualTo(QUESTION.ask(KpiCalculator.of(history)));
        assertThat(answer.problems()).containsExactlyInAnyOrderElementsOf(history.problems());
        assertThat(answer.answer().total().total(SalesIndicators.REVENUE)).hasToString("EUR 171.50");
        assertThat(answer.answer().group("alice")).isPresent();
        assertThat(history.problems()).hasSizeGreaterThan(5);
    }

    @Test
    void typedTablesNeedNoConventionsOfTexts() throws Exception {
        SparkSession spark = TestSpark.session();
        Dataset<Row> deals = spark.sql("""
                select 'd1' as Deal, 'a' as Account, 7 as Rep, date'2026-01-05' as Opened, 'won' as Stage, 100.5BD as Line, 'EUR' as Currency
                union all
                select 'd1', 'a', 7, date'2026-01-05', 'won', 50.0BD, 'EUR'
                """);
        Dataset<Row> reps = spark.sql("select 7L as Id, 'alice' as Name");

        KpiBreakdown<KpiSeries> answer = ClusterKpis.builder(
                        SalesTables.of(spark, Map.of("Deals", deals, "Reps", reps))
                                .mappedBy("crm.yaml", MAPPING, NOW),
                        ZONE,
                        CurrencyUnit.EUR)
                .build()
                .seriesByGroup(QUESTION)
                .answer();

        assertThat(answer.group("alice").orElseThrow().total(SalesIndicators.REVENUE))
                .hasToString("EUR 150.50");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void aTableOfRecordsInWhichOthersAreLookedUpIsSplitAndStillSeenWhole(int partitions) throws Exception {
        StringBuilder deals = new StringBuilder("Deal,Account,Opened\n");
        StringBuilder calls = new StringBuilder("Id,Deal,When\n");
        for (int i = 0; i < 40; i++) {
            deals.append('d').append(i).append(",a").append(i % 10).append(",2026-01-05\n");
            calls.append(i).append(",d").append(39 - i).append(",2026-01-06\n");
        }
        write("Deals.csv", deals.toString().strip());
        write("Calls.csv", calls.toString().strip());
        String mapping = """
                mapping: 1
                moments: {formats: iso, zone: run}
                files:
                  Deals.csv:
                    records:
                      - customer: {id: Account, since: Opened, repeated: earliest, owner: Account}
                  Calls.csv:
                    records:
                      - call:
                          id: Id
                          customer: {columns: [{column: Deal, through: {file: Deals.csv, key: Deal, value: Account}}], unknown: reject}
                          at: When
                          purpose: PROSPECTING
                """;
        SalesHistory history = MappedFolder.read(folder, Mapping.parse("deals.yaml", mapping), ZONE, NOW)
                .into(SalesHistory.builder(ZONE, CurrencyUnit.EUR))
                .build();

        KpiBreakdown<KpiSeries> answer = ClusterKpis.builder(
                        SalesTables.csv(TestSpark.session(), folder.toString()).mappedBy("deals.yaml", mapping, NOW),
                        ZONE,
                        CurrencyUnit.EUR)
                .partitions(partitions)
                .build()
                .seriesByGroup(QUESTION)
                .answer();

        assertThat(answer).isEqualTo(QUESTION.ask(KpiCalculator.of(history)));
        assertThat(answer.group("a3").orElseThrow().total(SalesIndicators.CALLS).value())
                .isEqualTo(4);
    }

    @Test
    void aRowThatIsAboutSeveralCustomersIsTold() throws Exception {
        write("Visits.csv", "Id,Host,Guest,When", "1,a,a,2026-01-05", "2,a,b,2026-01-06", "3,b,,2026-01-07");
        String mapping = """
                mapping: 1
                moments: {formats: iso, zone: run}
                files:
                  Visits.csv:
                    records:
                      - customer: {id: Host, since: When, repeated: earliest}
                      - call: {id: Id, customer: {columns: Guest, unknown: none}, at: When, purpose: PROSPECTING}
                """;

        ClusterAnswer<KpiReport> answer = ClusterKpis.builder(
                        SalesTables.csv(TestSpark.session(), folder.toString()).mappedBy("visits.yaml", mapping, NOW),
                        ZONE,
                        CurrencyUnit.EUR)
                .lenient()
                .build()
                .report(part -> part.during(DateRange.parse("2026")).report());

        assertThat(answer.answer().get(SalesIndicators.CALLS).value()).isEqualTo(2);
        assertThat(answer.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Customer without id (Visits.csv:3): row of the customers a and b belongs to several, expected"
                                + " one: the rows of each customer are read apart from all others");
    }

    @Test
    void aMappingThatIsWrongIsRefusedAtOnce() {
        assertThatThrownBy(() -> SalesTables.of(TestSpark.session(), Map.of()).mappedBy("crm.yaml", "mapping: 2", NOW))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageStartingWith("crm.yaml:1");
    }
}
