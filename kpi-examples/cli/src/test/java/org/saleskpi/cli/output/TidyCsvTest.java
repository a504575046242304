package org.saleskpi.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.KpiCalculator;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.Answers;
import org.saleskpi.output.CsvDialect;
import org.saleskpi.output.TidyCsv;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;

final class TidyCsvTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void eachIndicatorIsARowAndDaysAreTwo() {
        Run run = csv("--period", "2026-03");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("\uFEFF" + """
                        period_start,period_end,level,group,indicator,value,numerator,denominator,open,unit,dimension,where,as_of
                        2026-03-01,2026-04-01,total,,calls,3,,,,count,,,
                        2026-03-01,2026-04-01,total,,meetings,2,,,,count,,,
                        2026-03-01,2026-04-01,total,,proposals,2,,,,count,,,
                        2026-03-01,2026-04-01,total,,contracts,1,,,,count,,,
                        2026-03-01,2026-04-01,total,,revenue,1200.50,,,,EUR,,,
                        2026-03-01,2026-04-01,total,,average-basket,1200.50,1200.50,1,,EUR,,,
                        2026-03-01,2026-04-01,total,,sales-cycle,10.0,10,1,,days,,,
                        2026-03-01,2026-04-01,total,,sales-cycle-median,10.0,,,,days,,,
                        2026-03-01,2026-04-01,total,,conversion-rate,0.5,1,2,0,rate,,,
                        2026-03-01,2026-04-01,total,,meeting-success-rate,0.5,1,2,1,rate,,,
                        2026-03-01,2026-04-01,total,,satisfaction-rate,0.5,1,2,0,rate,,,
                        2026-03-01,2026-04-01,total,,retention-rate,0.0,0,1,0,rate,,,
                        2026-03-01,2026-04-01,total,,call-success-rate,0.3333333333333333,1,3,1,rate,,,
                        2026-03-01,2026-04-01,total,,proposal-acceptance-rate,0.5,1,2,1,rate,,,
                        2026-03-01,2026-04-01,total,,churn-rate,1.0,1,1,0,rate,,,
                        2026-03-01,2026-04-01,total,,proposals-per-meeting,1.0,2,2,,ratio,,,
                        2026-03-01,2026-04-01,total,,customers-won,1,,,,count,,,
                        2026-03-01,2026-04-01,total,,win-rate,1.0,1,1,0,rate,,,
                        2026-03-01,2026-04-01,total,,deal-cycle,2.0,2,1,,days,,,
                        2026-03-01,2026-04-01,total,,deal-cycle-median,2.0,,,,days,,,
                        """.replace("\n", "\r\n"));
    }

    @Test
    void undefinedValuesAreEmptyCells() {
        assertThat(csv("--period", "2031").out())
                .contains("2031-01-01,2032-01-01,total,,revenue,0.00,,,,EUR,,,\r\n")
                .contains("2031-01-01,2032-01-01,total,,average-basket,,0.00,0,,EUR,,,\r\n")
                .contains("2031-01-01,2032-01-01,total,,sales-cycle,,0,0,,days,,,\r\n")
                .contains("2031-01-01,2032-01-01,total,,sales-cycle-median,,,,,days,,,\r\n")
                .contains("2031-01-01,2032-01-01,total,,conversion-rate,,0,0,0,rate,,,\r\n")
                .contains("2031-01-01,2032-01-01,total,,proposals-per-meeting,,0,0,,ratio,,,\r\n");
    }

    @Test
    void groupsComeBeforeTheTotalAndTheUnassignedHasAnEmptyName() {
        assertThat(csv("--period", "2026-03", "--by", "owner").out())
                .containsSubsequence(
                        "2026-03-01,2026-04-01,group,alice,calls,1,,,,count,owner,,\r\n",
                        "2026-03-01,2026-04-01,group,bob,calls,1,,,,count,owner,,\r\n",
                        "2026-03-01,2026-04-01,group,,calls,1,,,,count,owner,,\r\n",
                        "2026-03-01,2026-04-01,total,,calls,3,,,,count,owner,,\r\n");
    }

    @Test
    void rowsSayWhatTheyAreGroupedByAndHowTheyAreNarrowedAndAsOfWhen() {
        assertThat(csv(
                                "--period",
                                "2026-03",
                                "--indicators",
                                "calls",
                                "--by",
                                "region",
                                "--where",
                                "region=EMEA",
                                "--where",
                                "owner=bob",
                                "--where",
                                "owner=alice",
                                "--where",
                                "region=",
                                "--as-of",
                                "2026-04-01")
                        .out())
                .isEqualTo("\uFEFF" + """
                        period_start,period_end,level,group,indicator,value,numerator,denominator,open,unit,dimension,where,as_of
                        2026-03-01,2026-04-01,group,APAC,calls,0,,,,count,region,owner=alice|bob; region=EMEA|,2026-04-01T00:00:00Z
                        2026-03-01,2026-04-01,group,EMEA,calls,1,,,,count,region,owner=alice|bob; region=EMEA|,2026-04-01T00:00:00Z
                        2026-03-01,2026-04-01,group,,calls,1,,,,count,region,owner=alice|bob; region=EMEA|,2026-04-01T00:00:00Z
                        2026-03-01,2026-04-01,total,,calls,2,,,,count,region,owner=alice|bob; region=EMEA|,2026-04-01T00:00:00Z
                        """.replace("\n", "\r\n"));
    }

    @Test
    void severalDimensionsHaveAColumnEach() {
        SampleFolder.file(folder, "calls.csv", "id,at,owner,unit\nk1,2026-03-03,alice,=U\nk2,2026-03-03,,=U\n");
        assertThat(csv("--period", "2026-03", "--indicators", "calls", "--by", "owner,unit")
                        .out())
                .startsWith("\uFEFF" + """
                        period_start,period_end,level,owner,unit_key,indicator,value,numerator,denominator,open,unit,dimension,where,as_of
                        2026-03-01,2026-04-01,group,alice,'=U,calls,1,,,,count,"owner,unit",,
                        """.replace("\n", "\r\n"))
                .contains("2026-03-01,2026-04-01,group,,'=U,calls,1,,,,count,\"owner,unit\",,\r\n")
                .endsWith("2026-03-01,2026-04-01,total,,,calls,2,,,,count,\"owner,unit\",,\r\n");
    }

    @Test
    void textThatASpreadsheetWouldRunIsPrefixedWithAnApostrophe() {
        SampleFolder.file(folder, "calls.csv", """
                id,at,owner
                k1,2026-03-03,=cmd
                k2,2026-03-03,+33
                k3,2026-03-03,-x
                k4,2026-03-03,@sum
                k5,2026-03-03,"Zoé, la ""star\"""
                """);
        assertThat(csv("--period", "2026-03", "--by", "owner").out())
                .contains(",group,'=cmd,calls,1,")
                .contains(",group,'+33,calls,1,")
                .contains(",group,'-x,calls,1,")
                .contains(",group,'@sum,calls,1,")
                .contains(",group,\"Zoé, la \"\"star\"\"\",calls,1,");
    }

    @Test
    void boundsAreDatesInTheZoneAndOffsetDateTimesWithinADay() throws IOException {
        ZoneId paris = ZoneId.of("Europe/Paris");
        SalesHistory history = SalesHistory.builder(paris, CurrencyUnit.EUR).build();
        InstantRange period =
                InstantRange.of(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T10:30:00Z"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TidyCsv(CsvDialect.STANDARD)
                .write(
                        Answers.of(KpiCalculator.of(history)
                                .during(period)
                                .only(SalesIndicators.CALLS)
                                .report()),
                        out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\r\n2026-03-29,2026-03-29T12:30:00+02:00,total,,calls,0,,,,count,,,\r\n");
    }

    @Test
    void theRowsOfGroupsAddUpToTheRowsOfTheTotal() {
        Map<String, BigDecimal> groups = new TreeMap<>();
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (NamedCsvRecord row : rows(csv("--period", "2026", "--by", "owner", "--every", "month"))) {
            Map<String, BigDecimal> sums = row.getField("level").equals("group") ? groups : totals;
            String name = row.getField("period_start") + " " + row.getField("indicator") + " ";
            List<String> columns = List.of("count", "EUR").contains(row.getField("unit"))
                            && row.getField("denominator").isEmpty()
                    ? List.of("value")
                    : List.of("numerator", "denominator", "open");
            for (String column : columns) {
                if (!row.getField(column).isEmpty()) {
                    sums.merge(name + column, new BigDecimal(row.getField(column)), BigDecimal::add);
                }
            }
        }
        assertThat(totals).hasSizeGreaterThan(12 * 18);
        assertThat(groups).isEqualTo(totals);
    }

    private static List<NamedCsvRecord> rows(Run run) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(run.out().substring(1))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run csv(String... args) {
        return Run.of(JsonReportTest.args(folder, "csv", args));
    }
}
