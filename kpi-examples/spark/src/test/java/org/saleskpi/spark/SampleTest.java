package org.saleskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.RateIndicator;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

class SampleTest {

    private static final Path SAMPLE = Path.of("../sample/data");
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final PartQuestion<KpiBreakdown<KpiSeries>> MONTHS_BY_REP =
            part -> part.during(DateRange.parse("2025")).by(Dimension.OWNER, CalendarUnit.MONTH);

    /** An indicator of one's own. */
    static final RateIndicator<Call> REACHED = Indicator.rate(
            "reached", SalesPopulations.PROSPECTING_CALLS, call -> call.outcome() != Call.Outcome.NO_ANSWER);

    private static SalesHistory history;

    @TempDir
    static Path parquet;

    @BeforeAll
    static void readTheSample() throws Exception {
        ImportedRecords read = CsvFolder.read(SAMPLE, ZONE);
        history = read.into(SalesHistory.builder(ZONE, CurrencyUnit.EUR)).build();
        TypedTables.of(history)
                .forEach((name, table) -> table.repartition(2)
                        .write()
                        .parquet(parquet.resolve(name + ".parquet").toString()));
    }

    private static KpiCalculator single() {
        return PartCatalogue.WHOLE.choose(KpiCalculator.builder(history)).build();
    }

    private static ClusterKpis.Builder csv() throws IOException {
        return ClusterKpis.builder(SalesTables.csv(TestSpark.session(), SAMPLE.toString()), ZONE, CurrencyUnit.EUR)
                .catalogue(PartCatalogue.WHOLE);
    }

    private static ClusterKpis.Builder parquet() throws IOException {
        return ClusterKpis.builder(SalesTables.parquet(TestSpark.session(), parquet.toString()), ZONE, CurrencyUnit.EUR)
                .catalogue(PartCatalogue.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void everyIndicatorOfEveryMonthAndRepIsThatOfOneMachineWhateverTheNumberOfParts(int partitions) throws Exception {
        ClusterAnswer<KpiBreakdown<KpiSeries>> answer =
                csv().partitions(partitions).build().seriesByGroup(MONTHS_BY_REP);

        assertThat(answer.answer()).isEqualTo(MONTHS_BY_REP.ask(single()));
        assertThat(answer.answer().toBytes())
                .isEqualTo(MONTHS_BY_REP.ask(single()).toBytes());
        assertThat(answer.rows()).isEqualTo(2251);
        assertThat(answer.parts()).isLessThanOrEqualTo(partitions);
        assertThat(answer.rowsOfLargestPart()).isBetween(2251L / partitions, 2251L);
        assertThat(answer.problems()).isEmpty();
        assertThat(answer.setAside()).isEmpty();
    }

    @Test
    void typedParquetTablesGiveTheSame() throws Exception {
        assertThat(parquet().build().seriesByGroup(MONTHS_BY_REP).answer()).isEqualTo(MONTHS_BY_REP.ask(single()));
    }

    @Test
    void dataFramesGiveTheSame() {
        SparkSession spark = TestSpark.session();
        ClusterKpis kpis = ClusterKpis.builder(SalesTables.of(spark, TypedTables.of(history)), ZONE, CurrencyUnit.EUR)
                .catalogue(PartCatalogue.WHOLE)
                .idsAreUnique()
                .build();

        assertThat(kpis.seriesByGroup(MONTHS_BY_REP).answer()).isEqualTo(MONTHS_BY_REP.ask(single()));
    }

    @Test
    void attributesCombineAndUnitsAreThoseOfTheCalendar() throws Exception {
        PartQuestion<KpiBreakdown<KpiSeries>> question = part -> part.during(DateRange.parse("2025"))
                .by(List.of(Dimension.attribute("region"), Dimension.OWNER), CalendarUnit.QUARTER);
        SalesHistory fiscal = SalesHistory.builder(ZONE, CurrencyUnit.EUR)
                .calendar(SalesCalendar.fiscal(Month.FEBRUARY))
                .exchangeRates(history.exchangeRates())
                .addAll(history.records())
                .build();

        KpiBreakdown<KpiSeries> answer = parquet()
                .catalogue(PartCatalogue.STANDARD)
                .calendar(SalesCalendar.fiscal(Month.FEBRUARY))
                .build()
                .seriesByGroup(question)
                .answer();

        assertThat(answer).isEqualTo(question.ask(KpiCalculator.of(fiscal)));
        assertThat(answer.total().reports()).hasSize(5);
    }

    @Test
    void aViewIsThatOfOneMachine() throws Exception {
        Instant moment = Instant.parse("2025-10-01T00:00:00Z");
        PartQuestion<KpiReport> question =
                part -> part.during(DateRange.parse("2025-Q3")).report();

        KpiReport answer = csv().asOf(moment).build().report(question).answer();

        assertThat(answer).isEqualTo(question.ask(single().asOf(moment)));
        assertThat(answer).isNotEqualTo(question.ask(single()));
        assertThat(answer.terms().asOf()).isEqualTo(moment);
    }

    @Test
    void aSeriesAndReportsByGroupAddUpToo() throws Exception {
        PartQuestion<KpiSeries> weeks =
                part -> part.during(DateRange.parse("2025-Q1")).every(CalendarUnit.WEEK);
        PartQuestion<KpiBreakdown<KpiReport>> regions = part -> part.during(DateRange.parse("2025"))
                .where(Dimension.OWNER, "alice", "bruno")
                .by(Dimension.attribute("region"));

        assertThat(parquet().build().series(weeks).answer()).isEqualTo(weeks.ask(single()));
        assertThat(parquet().build().reportsByGroup(regions).answer()).isEqualTo(regions.ask(single()));
    }

    @Test
    void indicatorsOfYourOwnAreAnsweredWhereThePartsAre() throws Exception {
        PartQuestion<KpiReport> question =
                part -> part.during(DateRange.parse("2025")).report();

        KpiReport answer = csv().catalogue(standard -> standard.add(REACHED))
                .build()
                .report(question)
                .answer();

        assertThat(answer)
                .isEqualTo(
                        question.ask(KpiCalculator.builder(history).add(REACHED).build()));
        assertThat(answer.get(REACHED).hits()).isPositive();
    }
}
