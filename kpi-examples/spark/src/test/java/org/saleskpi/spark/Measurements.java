package org.saleskpi.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** Measures what docs/spark.md tells: {@code Measurements FOLDER RECORDS PARTITIONS…}. */
final class Measurements {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final PartQuestion<KpiBreakdown<KpiSeries>> QUESTION =
            part -> part.during(DateRange.parse("2026")).by(Dimension.OWNER, CalendarUnit.MONTH);

    private Measurements() {}

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        GeneratedSales sales = GeneratedSales.ofRecords(Integer.parseInt(args[1]));
        SparkSession spark = TestSpark.session();
        if (!Files.exists(folder)) {
            timed("write Parquet", () -> {
                sales.tables(spark)
                        .forEach((name, table) ->
                                table.write().parquet(folder.resolve(name).toString()));
                return 0;
            });
        }
        for (int i = 0; i < 2; i++) {
            onOneMachine(sales);
        }
        for (int partitions :
                Arrays.stream(args).skip(2).mapToInt(Integer::parseInt).toArray()) {
            for (boolean unique : List.of(true, false)) {
                ask(spark, folder, partitions, unique);
            }
        }
        spark.stop();
    }

    private static void onOneMachine(GeneratedSales sales) {
        SalesHistory history = timed("one machine: generate and build", () -> sales.history(ZONE));
        KpiCalculator kpis =
                PartCatalogue.WHOLE.choose(KpiCalculator.builder(history)).build();
        byte[] answer =
                timed("one machine: index and answer", () -> QUESTION.ask(kpis).toBytes());
        tell(
                "one machine: %d records, answer of %d bytes, heap %d MB",
                history.records().size(), answer.length, heap());
    }

    private static void ask(SparkSession spark, Path folder, int partitions, boolean unique) throws IOException {
        ClusterKpis.Builder builder = ClusterKpis.builder(
                        SalesTables.parquet(spark, folder.toString()), ZONE, CurrencyUnit.EUR)
                .catalogue(PartCatalogue.WHOLE)
                .partitions(partitions);
        ClusterKpis kpis = (unique ? builder.idsAreUnique() : builder).build();
        ShuffledBytes listener = new ShuffledBytes();
        spark.sparkContext().addSparkListener(listener);
        ClusterAnswer<KpiBreakdown<KpiSeries>> answer = timed(
                partitions + " parts, ids " + (unique ? "vouched for" : "looked at"),
                () -> kpis.seriesByGroup(QUESTION));
        spark.sparkContext().removeSparkListener(listener);
        tell("  %d rows, largest part %d, heap %d MB", answer.rows(), answer.rowsOfLargestPart(), heap());
        for (ShuffledBytes.Stage stage : listener.stages()) {
            List<Long> tasks = listener.milliseconds(stage);
            tell(
                    "  stage %d: %d tasks, %.1f s, all tasks %.1f s, longest %d ms, median %d ms, shuffle read %d, written %d bytes of %d rows",
                    stage.id(),
                    stage.tasks(),
                    stage.seconds(),
                    tasks.stream().mapToLong(each -> each).sum() / 1e3,
                    tasks.get(0),
                    tasks.get(tasks.size() / 2),
                    stage.bytesRead(),
                    stage.bytesWritten(),
                    stage.recordsWritten());
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        tell("%s: %.1f s", what, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static void tell(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
