package org.saleskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

class BrokenTablesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final PartQuestion<KpiBreakdown<KpiSeries>> QUESTION =
            part -> part.during(DateRange.parse("2026")).by(Dimension.OWNER, CalendarUnit.MONTH);

    @TempDir
    Path folder;

    private void write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, String.join("\n", lines) + "\n");
    }

    /** A folder in which nearly everything is wrong that can be. */
    private void writeBrokenFolder() throws IOException {
        write(
                "customers.csv",
                "id,since,disqualified_at,owner",
                "a,2026-01-05,,alice",
                "b,2026-01-06,,bruno",
                "b,2026-01-07,,bruno",
                "c,soon,,chloe",
                "d,2026-02-01,2026-01-01,alice",
                "e,2026-02-01,,\"Émile, fils\"",
                ",2026-02-01,,",
                "f,2026-02-01,,alice",
                "f,2026-02-01,,alice");
        write(
                "calls.csv",
                "id,customer_id,at,outcome",
                "1,a,2026-01-06,DISCUSSION",
                "2,a,2026-01-07,MAYBE",
                "3,,2026-01-08,REFUSED",
                "3,,2026-01-08,REFUSED",
                "4,a,2026-01-09,REFUSED",
                "4,e,2026-01-09,REFUSED",
                "4,e,2026-01-10,REFUSED",
                "5,a,2026-01-09,REFUSED",
                "5,,2026-01-09,REFUSED",
                "6,zz,2026-01-09,REFUSED",
                "7,b,2026-01-09,REFUSED",
                "8,c,2026-01-09,REFUSED",
                "9,d,2026-01-09",
                "10,e,2026-01-09,REFUSED,more",
                "11,e,2026-03-09,REFUSED",
                "12,a,2026-01-09,REFUSED",
                "12,e,2026-01-09,PERHAPS");
        write(
                "contracts.csv",
                "id,customer_id,signed_at,amount,currency,owner",
                "1,a,2026-02-10,100.00,EUR,alice",
                "2,a,2026-02-11,100.00,CHF,alice",
                "3,e,2025-02-11,100.00,CHF,alice",
                "4,e,2026-02-11,-5,EUR,alice",
                "5,e,2026-02-11,5.001,EUR,alice",
                "6,e,2026-02-12,70,USD,");
        write(
                "rates.csv",
                "date,from,to,rate",
                "2026-01-01,CHF,EUR,1.05",
                "2026-02-01,CHF,EUR,none",
                "2026-01-01,USD,EUR,0.9",
                "2026-01-01,USD,EUR,0.8");
    }

    private SalesHistory lenientHistory() throws Exception {
        return CsvFolder.read(folder, ZONE)
                .intoLenient(SalesHistory.builder(ZONE, CurrencyUnit.EUR))
                .build();
    }

    private ClusterKpis.Builder kpis() throws IOException {
        return ClusterKpis.builder(SalesTables.csv(TestSpark.session(), folder.toString()), ZONE, CurrencyUnit.EUR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void whatIsSetAsideAndWhatIsAnsweredIsWhatOneMachineSetsAsideAndAnswers(int partitions) throws Exception {
        writeBrokenFolder();
        SalesHistory history = lenientHistory();

        ClusterAnswer<KpiBreakdown<KpiSeries>> answer =
                kpis().partitions(partitions).lenient().build().seriesByGroup(QUESTION);

        assertThat(answer.answer()).isEqualTo(QUESTION.ask(KpiCalculator.of(history)));
        assertThat(answer.problems()).containsExactlyInAnyOrderElementsOf(history.problems());
        assertThat(answer.problemCount()).isEqualTo(history.problems().size());
        Map<RecordType, Long> setAside = new HashMap<>();
        history.setAside().forEach((type, count) -> setAside.put(type, count.longValue()));
        assertThat(answer.setAside()).isEqualTo(setAside);
        assertThat(history.problems()).hasSizeGreaterThan(20);
    }

    @Test
    void aStrictQuestionFailsWithTheFirstProblemsAndTheirNumber() throws Exception {
        writeBrokenFolder();
        int count = lenientHistory().problems().size();

        assertThatThrownBy(() -> kpis().build().seriesByGroup(QUESTION))
                .isInstanceOfSatisfying(InvalidTablesException.class, e -> {
                    assertThat(e.problems()).hasSize(count);
                    assertThat(e)
                            .hasMessageStartingWith(count + " problems:\n  Customer without id (customers.csv:8): id");
                    assertThat(e).hasMessageEndingWith("\n  and " + (count - 10) + " more");
                });
    }

    @Test
    void anIdThatRecordsOfDifferentCustomersShareIsFoundInWhateverPartsTheyAre() throws Exception {
        write("customers.csv", "id,since", "a,2026-01-05", "b,2026-01-05");
        write("calls.csv", "id,customer_id,at", "1,a,2026-01-06", "1,b,2026-01-06", "2,b,2026-01-06");
        PartQuestion<KpiReport> question =
                part -> part.during(DateRange.parse("2026")).report();

        ClusterAnswer<KpiReport> answer =
                kpis().partitions(50).lenient().build().report(question);

        assertThat(answer.answer().get(SalesIndicators.CALLS).value()).isEqualTo(1);
        assertThat(answer.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Call 1 (calls.csv:2): id 1 is used by 2 records that differ",
                        "Call 1 (calls.csv:3): id 1 is used by 2 records that differ");
        assertThat(kpis().partitions(50)
                        .idsAreUnique()
                        .build()
                        .report(question)
                        .answer()
                        .get(SalesIndicators.CALLS)
                        .value())
                .as("whoever vouches for ids has them counted")
                .isEqualTo(3);
    }

    @Test
    void aColumnThatHoldsNoIdsIsToldAsSuch() throws Exception {
        StringBuilder calls = new StringBuilder("id,customer_id,at\n");
        for (int i = 0; i <= RepeatedIdSearch.MAX; i++) {
            calls.append(i).append(",a,2026-01-06\n").append(i).append(",b,2026-01-06\n");
        }
        write("customers.csv", "id,since", "a,2026-01-05", "b,2026-01-05");
        write("calls.csv", calls.toString());

        assertThatThrownBy(() -> kpis().lenient().build().seriesByGroup(QUESTION))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessage(
                        "More than 10000 ids are used by records of several customers, expected ids that no other record of"
                                + " the kind has");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void manyFilesAreOneTableEachByItsOwnHeader(int more) throws Exception {
        write("customers.csv", "id,since,owner", "a,2026-01-05,alice");
        write("calls.csv/part-1.csv", "id,customer_id,at,region", "1,a,2026-01-06,North");
        write("calls.csv/part-2.csv", "at,id,customer_id", "2026-01-07,2,a", "yesterday,3,a");
        write("calls.csv/_SUCCESS", "");
        for (int i = 0; i < more; i++) {
            write("calls.csv/more-" + i + ".csv", "id,customer_id,at", "m" + i + ",a,2026-01-07");
        }

        ClusterAnswer<KpiBreakdown<KpiReport>> answer = kpis().lenient()
                .build()
                .reportsByGroup(part -> part.during(DateRange.parse("2026")).by(Dimension.attribute("region")));

        assertThat(answer.answer().total().get(SalesIndicators.CALLS).value()).isEqualTo(2 + more);
        assertThat(answer.answer()
                        .group("North")
                        .orElseThrow()
                        .get(SalesIndicators.CALLS)
                        .value())
                .isEqualTo(1);
        assertThat(answer.problems())
                .extracting(Problem::toString)
                .containsExactly("Call 3 (calls.csv/part-2.csv:3): at yesterday is not a moment such as"
                        + " 2026-03-02T09:30:00Z, 2026-03-02T10:30 or 2026-03-02");
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        write("customers.csv", "id,since", "a,2026-01-05");
        write("calls.csv", "id,customer_id,when", "1,a,2026-01-06");

        assertThatThrownBy(() -> kpis().lenient().build().seriesByGroup(QUESTION))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessage("1 file cannot be read\n"
                        + "  Call without id (calls.csv): at is missing from the header: id, customer_id, when");
    }

    @Test
    void aFolderWithoutAnyTableIsRefused() throws Exception {
        write("notes.txt", "nothing");

        assertThatThrownBy(() -> kpis().lenient().build().seriesByGroup(QUESTION))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessageStartingWith("The data has none of the files of the CSV folder, expected customers.csv");
    }

    @Test
    void aTableThatIsProbablyMeantIsDoubted() throws Exception {
        write("customers.csv", "id,since", "a,2026-01-05");
        write("Calls.csv", "id,customer_id,at", "1,a,2026-01-06");

        assertThatThrownBy(() -> kpis().build().seriesByGroup(QUESTION))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessageContaining("is probably meant to be calls.csv");
        assertThat(kpis().lenient().build().seriesByGroup(QUESTION).doubts()).hasSize(1);
    }

    @Test
    void tablesWithoutRowsGiveTheAnswerOfNothing() throws Exception {
        write("customers.csv", "id,since,owner");
        write("calls.csv", "id,customer_id,at");

        ClusterAnswer<KpiBreakdown<KpiSeries>> answer = kpis().build().seriesByGroup(QUESTION);

        assertThat(answer.answer())
                .isEqualTo(QUESTION.ask(KpiCalculator.of(
                        SalesHistory.builder(ZONE, CurrencyUnit.EUR).build())));
        assertThat(answer.parts()).isZero();
    }

    @Test
    void factsWithoutCustomerAreSpreadByTheirIds() throws Exception {
        StringBuilder calls = new StringBuilder("id,customer_id,at\n");
        for (int i = 0; i < 1000; i++) {
            calls.append(i).append(",,2026-01-06\n");
        }
        write("calls.csv", calls.toString());

        ClusterAnswer<KpiReport> answer = kpis().partitions(4)
                .build()
                .report(part -> part.during(DateRange.parse("2026")).report());

        assertThat(answer.answer().get(SalesIndicators.CALLS).value()).isEqualTo(1000);
        assertThat(answer.parts()).isEqualTo(4);
        assertThat(answer.rowsOfLargestPart()).isLessThan(400);
    }

    @Test
    void aSumThatIsTooLargeIsAnErrorAndNoWrongNumber() throws Exception {
        write("customers.csv", "id,since", "a,2026-01-05", "b,2026-01-05");
        write(
                "contracts.csv",
                "id,customer_id,signed_at,amount,currency",
                "1,a,2026-02-10,60000000000000000.00,EUR",
                "2,b,2026-02-10,60000000000000000.00,EUR");
        assertThatThrownBy(this::lenientHistory).isInstanceOf(InvalidHistoryException.class);

        assertThatThrownBy(() -> kpis().partitions(50).build().seriesByGroup(QUESTION))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("A sum over all parts is too large");
        assertThatThrownBy(() -> kpis().partitions(1).lenient().build().seriesByGroup(QUESTION))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessageContaining("makes the sum of all amounts too large to represent");
    }

    @Test
    void aColumnOfBytesIsRefused() {
        Dataset<Row> calls = TestSpark.session().sql("select '1' as id, '2026-01-06' as at, binary('x') as sound");

        assertThatThrownBy(() -> ClusterKpis.builder(
                                SalesTables.of(TestSpark.session(), Map.of("calls", calls)), ZONE, CurrencyUnit.EUR)
                        .build()
                        .seriesByGroup(QUESTION))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessage(
                        "calls: sound holds bytes, expected texts, numbers, dates or moments: select the columns to be read");
    }

    @Test
    void valuesOfAllTypesAreReadAsTexts() throws Exception {
        Dataset<Row> surveys = TestSpark.session().sql("""
                select 1 as id, date'2026-01-06' as at, 4.0D as score, 'CSAT_5' as scale, true as paid, named_struct('a', 1) as more
                union all
                select 2, date'2026-02-06', 5.0D, 'CSAT_5', null, null
                """);
        Dataset<Row> calls = TestSpark.session()
                .sql("select 7L as id, timestamp_ntz'2026-01-31 23:30:00.5' as at union all"
                        + " select 8L, timestamp_ntz'2026-02-01 00:00:00'");
        Dataset<Row> meetings = TestSpark.session()
                .sql("select ' m ' as id, timestamp'2026-01-31 22:59:59.999999Z' as at, 'HELD' as outcome union all"
                        + " select 'n', timestamp'2026-01-31 23:00:00Z', 'HELD'");

        KpiBreakdown<KpiSeries> answer = ClusterKpis.builder(
                        SalesTables.of(
                                TestSpark.session(), Map.of("surveys", surveys, "calls", calls, "meetings", meetings)),
                        ZONE,
                        CurrencyUnit.EUR)
                .catalogue(PartCatalogue.WHOLE)
                .build()
                .seriesByGroup(part -> part.during(DateRange.parse("2026-Q1"))
                        .by(List.of(Dimension.attribute("paid"), Dimension.attribute("more")), CalendarUnit.MONTH))
                .answer();

        assertThat(answer.groups())
                .extracting(group -> group.key().parts().toString())
                .containsExactly("[true, {\"a\":1}]", "[null, null]");
        assertThat(answer.total().get(SalesIndicators.CALLS))
                .extracting(count -> count.value())
                .containsExactly(1L, 1L, 0L);
        assertThat(answer.total().get(SalesIndicators.MEETINGS))
                .extracting(count -> count.value())
                .containsExactly(1L, 1L, 0L);
    }
}
