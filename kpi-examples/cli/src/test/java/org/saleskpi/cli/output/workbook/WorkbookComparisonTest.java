package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;

/** What a reader of a workbook sees beside the numbers, and in place of those that the records cannot tell. */
final class WorkbookComparisonTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    private WorkbookFile report(String... args) {
        return WorkbookFile.of(
                folder,
                Stream.concat(Stream.of("--data", folder.toString()), Arrays.stream(args))
                        .toArray(String[]::new));
    }

    private static Map<String, @Nullable XSSFCell> find(WorkbookFile file, String key) {
        return file.rows("Indicators").stream()
                .filter(row -> key.equals(WorkbookFile.text(row.get("Key"))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void numbersStandBesideThoseBeforeThemLikeForLike() {
        WorkbookFile file = report("--period", "2026-03");
        assertThat(texts(file, "Indicators"))
                .contains("The records end on 21 March 2026: changes compare 1 March 2026 to 21 March 2026 with"
                        + " 1 February 2026 to 21 February 2026, as known at the time.");
        Map<String, @Nullable XSSFCell> retention = find(file, "retention-rate");
        assertThat(WorkbookFile.number(retention.get("Before"))).isEqualTo(1);
        assertThat(WorkbookFile.number(retention.get("Change"))).isEqualTo(-100);
        assertThat(WorkbookFile.present(retention.get("Change")).getCellStyle().getDataFormatString())
                .isEqualTo("+0.0\"\u00A0pts\";-0.0\"\u00A0pts\";0.0\"\u00A0pts\"");
        Map<String, @Nullable XSSFCell> calls = find(file, "calls");
        assertThat(calls.get("Before")).as("before the first call").isNull();
        assertThat(calls.get("Change")).isNull();
        WorkbookFile year = report("--period", "2027-03", "--as-of", "2027-04-01", "--compare", "year");
        assertThat(WorkbookFile.number(find(year, "revenue").get("Change"))).isEqualTo(-1);
    }

    @Test
    void changesOfGroupsAndPeriodsHaveASheetIfTheyAreAskedFor() {
        assertThat(report("--period", "2026-03", "--by", "owner").sheets()).doesNotContain("Changes");
        WorkbookFile file = report("--period", "2026-Q1", "--every", "month", "--by", "owner", "--compare", "previous");
        assertThat(file.sheets()).contains("Changes");
        List<Map<String, @Nullable XSSFCell>> rows = file.rows("Changes");
        assertThat(rows).hasSize(4 * 3 * 18);
        Map<String, @Nullable XSSFCell> revenue = rows.stream()
                .filter(row -> WorkbookFile.text(row.get("Owner")).equals("Total")
                        && WorkbookFile.text(row.get("Period")).equals("2026-03*")
                        && WorkbookFile.text(row.get("Indicator")).equals("Revenue"))
                .findFirst()
                .orElseThrow();
        assertThat(WorkbookFile.number(revenue.get("Value"))).isEqualTo(1200.5);
        assertThat(WorkbookFile.number(revenue.get("Before"))).isZero();
    }

    @Test
    void targetsHaveASheet() {
        SampleFolder.file(folder, "targets.csv", """
                indicator,period,group,at_least,at_most
                revenue,2026-03,,3100,
                calls,2026-03,alice,1,
                """);
        WorkbookFile file = report("--period", "2026-03", "--by", "owner");
        assertThat(file.sheets()).containsSubsequence("Indicators", "Charts", "Targets");
        assertThat(file.rows("Targets"))
                .extracting(row -> WorkbookFile.text(row.get("Owner")), row -> WorkbookFile.text(row.get("Met")))
                .containsExactly(tuple("alice", "yes"), tuple("Total", "no"));
        Map<String, @Nullable XSSFCell> revenue = file.rows("Targets").get(1);
        assertThat(WorkbookFile.number(revenue.get("Target at least"))).isEqualTo(3100);
        assertThat(WorkbookFile.number(revenue.get("Target attained"))).isEqualTo(1200.5 / 3100);
        assertThat(WorkbookFile.number(revenue.get("Outside by"))).isEqualTo(1899.5);
        assertThat(WorkbookFile.number(revenue.get("Ahead"))).isEqualTo(-913.14);
        assertThat(WorkbookFile.present(revenue.get("Ahead")).getCellStyle().getDataFormatString())
                .isEqualTo("[$€]#,##0.00");
    }

    @Test
    void whatTheRecordsCannotTellIsNoNumber() {
        SampleFolder.file(
                folder, "calls.csv", "id,customer_id,at\nk1,c1,2026-03-03T10:00:00Z\nk2,c2,2026-03-06T10:00:00Z\n");
        SampleFolder.file(
                folder, "contracts.csv", "id,customer_id,signed_at,amount,currency\ns1,c1,2026-02-12,10,EUR\n");
        WorkbookFile file = report("--period", "2026-03", "--by", "owner");
        Map<String, @Nullable XSSFCell> calls = find(file, "call-success-rate");
        assertThat(WorkbookFile.text(calls.get("Value"))).isEqualTo("not recorded");
        assertThat(WorkbookFile.number(calls.get("Open"))).isEqualTo(2);
        assertThat(calls.get("Rate at most")).isNull();
        assertThat(WorkbookFile.text(find(file, "retention-rate").get("Value"))).isEqualTo("not measurable");
        assertThat(find(file, "meeting-success-rate").get("Rate of the decided"))
                .as("no meeting is ever recorded as a failure")
                .isNull();
        assertThat(file.rows("Groups"))
                .allSatisfy(row -> assertThat(row.get("Call success rate")).isNull());
        assertThat(file.workbook().getSheet("Charts").getDrawingPatriarch().getCharts())
                .extracting(chart -> chart.getTitleText().getString())
                .contains("Revenue")
                .doesNotContain("Call success rate");
    }

    @Test
    void whatTheDataCannotHaveIsLeftOutAndSaidOnce() throws IOException {
        for (String name : List.of("calls", "meetings", "surveys")) {
            Files.delete(folder.resolve(name + ".csv"));
        }
        WorkbookFile file = report("--period", "2026-03", "--by", "owner");
        assertThat(file.rows("Indicators")).hasSize(12);
        assertThat(file.rows("Definitions")).hasSize(12);
        assertThat(file.rows("Groups").get(0))
                .doesNotContainKey("Prospecting calls")
                .containsKey("Revenue");
        assertThat(texts(file, "Indicators"))
                .contains("Not in this data, and left out: calls, meetings, survey answers");
    }

    @Test
    void periodsBeyondTheRecordsAreBlankAndOneThatTheyEndWithinIsMarked() {
        WorkbookFile file = report("--period", "2026", "--every", "month");
        List<Map<String, @Nullable XSSFCell>> months = file.rows("Periods");
        assertThat(WorkbookFile.text(months.get(2).get("Period"))).isEqualTo("2026-03*");
        assertThat(WorkbookFile.number(months.get(2).get("Revenue"))).isEqualTo(1200.5);
        assertThat(months.get(3).get("Revenue")).isNull();
        assertThat(months.get(1).get("Prospecting calls"))
                .as("before the first call")
                .isNull();
        assertThat(texts(file, "Months")).contains("* Known until 21 March 2026 only");
    }

    @Test
    void linesOfMoreThanAYearHoldTheYearBefore() {
        WorkbookFile file =
                report("--from", "2026-01-01", "--to", "2028-01-01", "--every", "quarter", "--as-of", "2028-01-01");
        assertThat(file.workbook().getSheet("Charts").getDrawingPatriarch().getCharts().stream()
                        .flatMap(chart -> chart.getChartSeries().stream())
                        .flatMap(data ->
                                IntStream.range(0, data.getSeriesCount()).mapToObj(data::getSeries))
                        .map(line -> line.getValuesData().getDataRangeReference()))
                .isNotEmpty()
                .noneMatch(reference -> reference.contains("Year before"));
    }

    private static List<String> texts(WorkbookFile file, String sheet) {
        List<String> texts = new ArrayList<>();
        file.workbook().getSheet(sheet).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        return texts;
    }
}
