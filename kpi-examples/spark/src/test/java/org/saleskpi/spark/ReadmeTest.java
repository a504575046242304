package org.saleskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.output.Answers;
import org.saleskpi.output.CsvDialect;
import org.saleskpi.output.TidyCsv;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** What the README shows is what works: its method is one of this class, word by word, and its command line one that runs. */
class ReadmeTest {

    @TempDir
    Path folder;

    static KpiBreakdown<KpiSeries> monthsByRep(SparkSession spark, String folder) throws IOException {
        ClusterKpis kpis = ClusterKpis.builder(
                        SalesTables.parquet(spark, folder), ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
                .partitions(2_000)
                .build();
        return kpis.seriesByGroup(part -> part.during(DateRange.year(2026)).by(Dimension.OWNER, CalendarUnit.MONTH))
                .answer();
    }

    @Test
    void theMethodOfTheReadmeIsTheOneHere() throws Exception {
        String shown = found("```java\n(.*?)```");
        String source = Files.readString(Path.of("src/test/java/org/saleskpi/spark/ReadmeTest.java"));

        assertThat(withoutSpaces(source)).contains(withoutSpaces(shown));
    }

    @Test
    void theCommandOfTheReadmePrintsWhatTheLibraryAnswers() throws Exception {
        String[] args =
                found("-Dspark.args=\"(.*?)\"").replace("kpi-examples/", "../").split(" ");
        StringWriter errors = new StringWriter();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        int status;
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            status = Main.run(TestSpark::session, new PrintWriter(errors), args);
        } finally {
            System.setOut(out);
        }

        SalesHistory history = CsvFolder.read(Path.of("../sample/data"), ZoneId.of("Europe/Paris"))
                .into(SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR))
                .build();
        KpiBreakdown<KpiSeries> expected =
                KpiCalculator.of(history).during(DateRange.parse("2026-Q1")).by(Dimension.OWNER, CalendarUnit.MONTH);
        assertThat(errors.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(csv(expected));
    }

    @Test
    void aCommandLineThatIsWrongIsToldWithItsOption() {
        StringWriter errors = new StringWriter();

        int status = Main.run(TestSpark::session, new PrintWriter(errors), "--data", "x", "--period", "2026-13");

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).startsWith("Invalid value for --period: 2026-13");
    }

    @Test
    void dataThatAreBadAreToldAndExitWithOne() throws Exception {
        Files.writeString(folder.resolve("calls.csv"), "id,at\n1,soon\n");
        StringWriter errors = new StringWriter();

        int status =
                Main.run(TestSpark::session, new PrintWriter(errors), "--data", folder.toString(), "--period", "2026");

        assertThat(status).isEqualTo(1);
        assertThat(errors.toString()).startsWith("1 problem:\n  Call 1 (calls.csv:2): at soon is not a moment");
    }

    private static String csv(KpiBreakdown<KpiSeries> answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TidyCsv(CsvDialect.STANDARD).write(Answers.of(answer), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String found(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
