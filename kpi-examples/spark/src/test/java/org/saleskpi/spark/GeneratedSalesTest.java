package org.saleskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

class GeneratedSalesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int PARTS = 40;
    private static final int RECORDS = Integer.getInteger("kpi.spark.records", 2_000_000);

    private static final PartQuestion<KpiBreakdown<KpiSeries>> QUESTION =
            part -> part.during(DateRange.parse("2026")).by(Dimension.OWNER, CalendarUnit.MONTH);

    @Test
    void twoMillionRecordsOfWhichACustomerHasATenthAreAnsweredToTheLastDigit() {
        GeneratedSales sales = GeneratedSales.ofRecords(RECORDS);
        byte[] expected = onOneMachine(sales);
        SparkSession spark = TestSpark.session();
        ShuffledBytes listener = new ShuffledBytes();
        spark.sparkContext().addSparkListener(listener);
        ClusterAnswer<KpiBreakdown<KpiSeries>> answer = ClusterKpis.builder(
                        SalesTables.of(spark, sales.tables(spark)), ZONE, CurrencyUnit.EUR)
                .catalogue(PartCatalogue.WHOLE)
                .partitions(PARTS)
                .build()
                .seriesByGroup(QUESTION);
        spark.sparkContext().removeSparkListener(listener);

        assertThat(answer.answer().toBytes()).isEqualTo(expected);
        assertThat(answer.rows()).isBetween((long) (0.97 * RECORDS), (long) (1.03 * RECORDS));
        assertThat(answer.parts()).isEqualTo(PARTS);
        assertThat(answer.rowsOfLargestPart()).isBetween(RECORDS / 10L, RECORDS / 6L);
        assertThat(listener.stages())
                .as("a stage that sends one answer for each part, of about the size of the whole")
                .anySatisfy(stage -> {
                    assertThat(stage.recordsWritten()).isEqualTo(PARTS);
                    assertThat(stage.bytesWritten()).isLessThan((long) PARTS * expected.length);
                });
    }

    /** What one machine answers; the records are then no longer in memory. */
    private static byte[] onOneMachine(GeneratedSales sales) {
        SalesHistory history = sales.history(ZONE);
        KpiCalculator kpis =
                PartCatalogue.WHOLE.choose(KpiCalculator.builder(history)).build();
        return QUESTION.ask(kpis).toBytes();
    }
}
