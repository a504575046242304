package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;

final class WorkbookReportTest {

    private static final String MEETINGS_AND_A_PLANNED_ONE = """
            id,at,outcome
            m1,2026-03-10T10:00:00Z,SALE
            m4,2026-11-20T10:00:00Z,PLANNED
            """;

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

    private static Map<String, @Nullable XSSFCell> find(WorkbookFile file, String table, String column, String text) {
        return file.rows(table).stream()
                .filter(row -> text.equals(WorkbookFile.text(row.get(column))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thereIsASheetForEachWayToLookAtTheAnswers() {
        assertThat(report("--period", "2026-03").sheets())
                .containsExactly("Indicators", "Charts", "Data", "Definitions");
        assertThat(report("--period", "2026-03", "--by", "owner").sheets())
                .containsExactly("Indicators", "Charts", "By owner", "Data", "Definitions");
        assertThat(report("--period", "2026-Q1", "--every", "month").sheets())
                .containsExactly("Indicators", "Charts", "Months", "Data", "Definitions");
        assertThat(report("--period", "2027", "--every", "quarter", "--by", "region")
                        .sheets())
                .containsExactly(
                        "Indicators",
                        "Charts",
                        "Quarters",
                        "Year before",
                        "By region",
                        "By region and quarter",
                        "Cross table",
                        "Data",
                        "Definitions");
    }

    @Test
    void numbersAreNumbersInTheFormOfTheirKind() {
        WorkbookFile file = report("--period", "2026-03");
        assertThat(file.rows("Indicators")).hasSize(18);
        check(find(file, "Indicators", "Key", "calls"), 3, "count", "#,##0");
        check(find(file, "Indicators", "Key", "revenue"), 1200.5, "EUR", "[$€]#,##0.00");
        check(find(file, "Indicators", "Key", "call-success-rate"), 1 / 3.0, "%", "0.0%");
        check(find(file, "Indicators", "Key", "sales-cycle"), 10, "days", "#,##0.0\\ \"d\"");
        check(find(file, "Indicators", "Key", "proposals-per-meeting"), 1, "ratio", "#,##0.00");
    }

    private static void check(Map<String, @Nullable XSSFCell> row, double value, String unit, String format) {
        XSSFCell cell = WorkbookFile.present(row.get("Value"));
        assertThat(WorkbookFile.number(cell)).isEqualTo(value);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo(format);
        assertThat(WorkbookFile.text(row.get("Unit"))).isEqualTo(unit);
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        SampleFolder.file(
                folder,
                "contracts.csv",
                "id,customer_id,signed_at,amount,currency\ns1,c1,2026-03-12,1000,JPY\ns2,c1,2026-03-12,500,JPY\n");
        SampleFolder.file(folder, "proposals.csv", "id,sent_at,status\n");
        XSSFCell revenue = WorkbookFile.present(find(report("--period", "2026-03"), "Indicators", "Key", "revenue")
                .get("Value"));
        assertThat(revenue.getNumericCellValue()).isEqualTo(1500);
        assertThat(revenue.getCellStyle().getDataFormatString())
                .startsWith("[$")
                .endsWith("#,##0");
    }

    @Test
    void whatIsUndefinedIsBlankAndAZeroIsAZero() {
        WorkbookFile file = report("--period", "2025-06");
        Map<String, @Nullable XSSFCell> rate = find(file, "Indicators", "Key", "conversion-rate");
        assertThat(rate.get("Value")).isNull();
        assertThat(rate.get("Rate of the decided")).isNull();
        assertThat(WorkbookFile.number(rate.get("Denominator"))).isZero();
        assertThat(find(file, "Indicators", "Key", "average-basket").get("Value"))
                .isNull();
        assertThat(WorkbookFile.number(find(file, "Indicators", "Key", "calls").get("Value")))
                .isZero();
    }

    @Test
    void theTermsStandAboveTheTableAndDatesAreDates() {
        XSSFSheet sheet = report(
                        "--period",
                        "2026-03",
                        "--zone",
                        "Europe/Paris",
                        "--as-of",
                        "2026-03-20",
                        "--where",
                        "owner=alice")
                .workbook()
                .getSheet("Indicators");
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Sales indicators");
        assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("1 March 2026 to 31 March 2026");
        assertThat(sheet.getRow(2).getCell(1).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 0));
        assertThat(sheet.getRow(2).getCell(2).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2026, 3, 31, 0, 0));
        assertThat(sheet.getRow(2).getCell(2).getCellStyle().getDataFormat()).isEqualTo((short) 14);
        assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).isEqualTo("EUR");
        assertThat(sheet.getRow(2).getCell(4).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2026, 3, 20, 0, 0));
        assertThat(sheet.getRow(2).getCell(5).getStringCellValue()).isEqualTo("Europe/Paris");
        assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("Only owner: alice");
    }

    @Test
    void datesBeforeThoseOfSpreadsheetsAreText() {
        XSSFSheet sheet = report("--period", "1899").workbook().getSheet("Indicators");
        assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("1899-01-01");
    }

    @Test
    void tablesCanBeFilteredHaveAFrozenHeaderAndPrintItOnEveryPage() {
        WorkbookFile file = report("--period", "2027", "--every", "quarter", "--by", "region");
        assertThat(Stream.of(
                        "Indicators", "Periods", "YearBefore", "Groups", "GroupsInPeriods", "Crossed", "Definitions"))
                .allSatisfy(name -> {
                    XSSFTable table = file.table(name);
                    assertThat(table.getCTTable().getAutoFilter().getRef())
                            .isEqualTo(table.getArea().formatAsString());
                    assertThat(table.getStyle().isShowRowStripes()).isTrue();
                    XSSFSheet sheet = table.getXSSFSheet();
                    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                    assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                            .isEqualTo(table.getStartRowIndex() + 1);
                    assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(table.getStartRowIndex());
                    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                    List<String> headers = new ArrayList<>();
                    sheet.getRow(table.getStartRowIndex()).forEach(cell -> headers.add(cell.getStringCellValue()));
                    assertThat(table.getColumns())
                            .extracting(column -> column.getName())
                            .isEqualTo(headers);
                    assertThat(headers.stream().map(header -> header.toLowerCase(Locale.ROOT)))
                            .doesNotHaveDuplicates();
                });
    }

    @Test
    void totalsStandBelowTheTablesSoThatTheirColumnsCanBeSummed() {
        WorkbookFile file = report("--period", "2026-03", "--by", "owner");
        XSSFTable table = file.table("Groups");
        double sum = file.rows("Groups").stream()
                .mapToDouble(row ->
                        WorkbookFile.present(row.get("Prospecting calls")).getNumericCellValue())
                .sum();
        Map<String, @Nullable XSSFCell> total = file.row(table, table.getEndRowIndex() + 2);
        assertThat(WorkbookFile.text(total.get("Owner"))).isEqualTo("Total");
        assertThat(WorkbookFile.number(total.get("Prospecting calls")))
                .isEqualTo(sum)
                .isEqualTo(3);
        assertThat((Object) table.getXSSFSheet().getRow(table.getEndRowIndex() + 1))
                .isNull();
    }

    @Test
    void namesThatLookLikeFormulasOrEscapesStayText() {
        List<String> names = List.of("=1+1", "+33 6", "-x", "@me", "_x0041_", "00123", "'quoted");
        StringBuilder calls = new StringBuilder("id,at,owner\n");
        for (int i = 0; i < names.size(); i++) {
            calls.append("k")
                    .append(i)
                    .append(",2026-03-03,")
                    .append(names.get(i))
                    .append('\n');
        }
        SampleFolder.file(folder, "calls.csv", calls.toString());
        WorkbookFile file = report("--period", "2026-03", "--by", "owner");
        List<XSSFCell> cells = file.rows("Groups").stream()
                .map(row -> WorkbookFile.present(row.get("Owner")))
                .toList();
        assertThat(cells).extracting(XSSFCell::getCellType).containsOnly(CellType.STRING);
        assertThat(cells).extracting(XSSFCell::getStringCellValue).containsAll(names);
        assertThat(cells)
                .filteredOn(cell -> "=+-@".indexOf(cell.getStringCellValue().charAt(0)) >= 0)
                .hasSize(4)
                .allSatisfy(cell ->
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue());
        assertThat(cells)
                .extracting(cell -> cell.getCellStyle().getDataFormatString())
                .containsOnly("@");
    }

    @Test
    void chartsReferToTheCellsOfTheirTables() {
        WorkbookFile file = report("--period", "2027", "--every", "quarter", "--by", "owner", "--as-of", "2028-01-01");
        XSSFDrawing drawing = file.workbook().getSheet("Charts").getDrawingPatriarch();
        // The way to contracts; over time; by group; by group over time.
        assertThat(drawing.getCharts()).hasSize(1 + 15 + 9 + 6);
        for (XSSFChart chart : drawing.getCharts()) {
            for (XDDFChartData data : chart.getChartSeries()) {
                for (XDDFChartData.Series series : series(data)) {
                    checkReferences(file, series);
                }
            }
        }
        XSSFChart calls = chart(file, "Quarters!$D$5:$D$8");
        List<XDDFChartData.Series> lines = series(calls.getChartSeries().get(0));
        assertThat(lines)
                .extracting(line -> line.getValuesData().getDataRangeReference())
                .containsExactly("'Year before'!$D$5:$D$8", "Quarters!$D$5:$D$8");
        assertThat(calls.getCTChart()
                        .getPlotArea()
                        .getLineChartArray(0)
                        .getSerArray(0)
                        .getSpPr()
                        .getLn()
                        .isSetPrstDash())
                .isTrue();
        assertThat(lines.get(0).getValuesData().getPointAt(0)).isEqualTo(3.0);
    }

    /** The chart one of whose series refers to some cells. */
    private static XSSFChart chart(WorkbookFile file, String values) {
        return file.workbook().getSheet("Charts").getDrawingPatriarch().getCharts().stream()
                .filter(chart -> series(chart.getChartSeries().get(0)).stream()
                        .anyMatch(line ->
                                line.getValuesData().getDataRangeReference().equals(values)))
                .findFirst()
                .orElseThrow();
    }

    private static List<XDDFChartData.Series> series(XDDFChartData data) {
        return IntStream.range(0, data.getSeriesCount())
                .mapToObj(data::getSeries)
                .toList();
    }

    /** What a chart shows before it is calculated is what stands in the cells that it refers to. */
    private static void checkReferences(WorkbookFile file, XDDFChartData.Series series) {
        CellReference[] values = cells(series.getValuesData().getDataRangeReference());
        CellReference[] names = cells(series.getCategoryData().getDataRangeReference());
        assertThat(values).hasSameSizeAs(names);
        Map<Long, Double> cached = new HashMap<>();
        CTNumData data = series instanceof XDDFLineChartData.Series line
                ? line.getCTLineSer().getVal().getNumRef().getNumCache()
                : ((XDDFBarChartData.Series) series)
                        .getCTBarSer()
                        .getVal()
                        .getNumRef()
                        .getNumCache();
        data.getPtList().forEach(point -> cached.put(point.getIdx(), Double.valueOf(point.getV())));
        for (int i = 0; i < values.length; i++) {
            XSSFCell cell = file.at(values[i]);
            Double value = cached.get((long) i);
            if (cell.getCellType() == CellType.BLANK) {
                assertThat(value).isNull();
            } else {
                assertThat(value).isEqualTo(cell.getNumericCellValue());
            }
            assertThat(series.getCategoryData().getPointAt(i))
                    .isEqualTo(file.at(names[i]).getStringCellValue());
        }
    }

    private static CellReference[] cells(String range) {
        return new AreaReference(range, SpreadsheetVersion.EXCEL2007).getAllReferencedCells();
    }

    @Test
    void linesEndWithTheRecords() {
        WorkbookFile file = report("--period", "2026", "--every", "month");
        XSSFChart calls = chart(file, "Months!$D$5:$D$7");
        assertThat(series(calls.getChartSeries().get(0)))
                .extracting(line -> line.getValuesData().getDataRangeReference())
                .last()
                .isEqualTo("Months!$D$5:$D$7");
    }

    @Test
    void linesDoNotGoOnToMeetingsThatArePlanned() {
        SampleFolder.file(folder, "meetings.csv", MEETINGS_AND_A_PLANNED_ONE);
        WorkbookFile file = report("--period", "2026", "--every", "month");
        assertThat(series(chart(file, "Months!$D$5:$D$7").getChartSeries().get(0)))
                .isNotEmpty();
    }

    @Test
    void theWayToContractsFindsItsCountsByTheirKeys() {
        XSSFSheet charts = report("--period", "2026-03").workbook().getSheet("Charts");
        List<XSSFCell> counts = new ArrayList<>();
        charts.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                counts.add((XSSFCell) cell);
            }
        }));
        assertThat(counts)
                .extracting(XSSFCell::getCellFormula, XSSFCell::getNumericCellValue)
                .containsExactly(
                        tuple("INDEX(Indicators!$B$7:$B$24,MATCH(\"calls\",Indicators!$M$7:$M$24,0))", 3.0),
                        tuple("INDEX(Indicators!$B$7:$B$24,MATCH(\"meetings\",Indicators!$M$7:$M$24,0))", 2.0),
                        tuple("INDEX(Indicators!$B$7:$B$24,MATCH(\"proposals\",Indicators!$M$7:$M$24,0))", 2.0),
                        tuple("INDEX(Indicators!$B$7:$B$24,MATCH(\"contracts\",Indicators!$M$7:$M$24,0))", 1.0));
    }

    @Test
    void theYearBeforeIsEmptyBeforeTheFirstRecordAndCutAsTheYearIs() {
        WorkbookFile file = report("--period", "2026", "--every", "quarter");
        List<Map<String, @Nullable XSSFCell>> rows = file.rows("YearBefore");
        assertThat(rows)
                .extracting(row -> WorkbookFile.text(row.get("Period")))
                .containsExactly("2025-01-01 to\u00a02025-03-21", "2025-Q2", "2025-Q3", "2025-Q4");
        assertThat(rows.get(0).get("Contracts signed")).isNull();
        assertThat(rows.get(3).get("Contracts signed"))
                .as("before the first contract")
                .isNull();
        assertThat(WorkbookFile.number(rows.get(3).get("Conversion rate"))).isEqualTo(1);
    }

    @Test
    void frenchWorkbooksAreFrenchThroughout() {
        WorkbookFile file = report("--period", "2027", "--every", "month", "--by", "owner", "--lang", "fr");
        assertThat(file.sheets())
                .containsExactly(
                        "Indicateurs",
                        "Graphiques",
                        "Mois",
                        "Un an avant",
                        "Par commercial",
                        "Par commercial et mois",
                        "Tableau croisé",
                        "Données",
                        "Définitions");
        Map<String, @Nullable XSSFCell> revenue = find(file, "Indicators", "Clé", "revenue");
        assertThat(WorkbookFile.text(revenue.get("Indicateur"))).isEqualTo("Chiffre d’affaires généré");
        assertThat(file.rows("Groups").get(0)).containsKey("Chiffre d’affaires généré");
        assertThat(file.workbook().getSheet("Graphiques").getDrawingPatriarch().getCharts())
                .extracting(chart -> chart.getTitleText().getString())
                .contains("Nombre d’appels de prospection", "Des appels aux contrats");
        assertThat(WorkbookFile.present(file.rows("Groups").get(0).get("Chiffre d’affaires généré"))
                        .getCellStyle()
                        .getDataFormatString())
                .isEqualTo("#,##0.00\\ [$€]");
    }

    @Test
    void definitionsSayTheRuleBehindEachNumber() {
        WorkbookFile file = report("--period", "2026-03");
        Map<String, @Nullable XSSFCell> retention = find(file, "Definitions", "Key", "retention-rate");
        assertThat(WorkbookFile.text(retention.get("Adds up over periods"))).isEqualTo("no");
        assertThat(WorkbookFile.text(retention.get("Definition"))).contains("in force");
        assertThat(file.rows("Definitions")).hasSize(18);
    }

    @Test
    void theSameAnswersMakeTheSameBytesInAnyZoneOfTheSystem() throws IOException {
        String[] args = {"--period", "2027", "--every", "month", "--by", "owner"};
        byte[] first = Files.readAllBytes(report(args).path());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Files.readAllBytes(report(args).path())).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void propertiesTellWhatItIsButNotWhoWroteItOrWhen() {
        var properties = report("--period", "2026-03").workbook().getProperties();
        assertThat(properties.getCoreProperties().getTitle()).isEqualTo("Sales indicators");
        assertThat(properties.getCoreProperties().getCreator()).isEqualTo("saleskpi");
        assertThat(properties.getCoreProperties().getCreated()).isNull();
        assertThat(properties.getCoreProperties().getLastModifiedByUser()).isNull();
    }

    @Test
    void whatIsNoTerminalIsServed() {
        Run run = Run.of("report", "--data", folder.toString(), "--period", "2026-03", "--format", "xlsx");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("PK");
    }

    @Test
    void aWorkbookWithoutAnyGroupHasATableWithOneBlankRow() {
        WorkbookFile file = report("--period", "2026-03", "--by", "region", "--as-of", "2020-01-01");
        assertThat(file.rows("Groups")).hasSize(1);
        assertThat(file.rows("Groups").get(0).values()).containsOnlyNulls();
    }

    @Test
    void aWorkbookOfSomeIndicatorsHasThoseAlone() {
        WorkbookFile file = report("--period", "2027", "--indicators", "deal-cycle", "--by", "owner,region");
        XSSFSheet indicators = file.workbook().getSheet("Indicators");
        assertThat(indicators.getTables().get(0).getEndRowIndex())
                .isEqualTo(indicators.getTables().get(0).getStartRowIndex() + 1);
        assertThat(file.sheets()).contains("By owner and region").anyMatch("Charts"::equals);
        XSSFSheet groups = file.workbook().getSheet("By owner and region");
        assertThat(groups.getTables().get(0).getCTTable().getTableColumns().sizeOfTableColumnArray())
                .isEqualTo(2);
    }

    @Test
    void theFirstSheetSaysWhatWasSetAside() {
        SampleFolder.file(folder, "calls.csv", "id,at\nk-1,soon\nk-2,2026-03-02\n");
        for (List<String> cut : List.of(List.<String>of(), List.of("--every", "week"), List.of("--by", "owner"))) {
            List<String> args = new ArrayList<>(List.of("--period", "2026-03", "--lenient"));
            args.addAll(cut);
            List<String> texts = new ArrayList<>();
            report(args.toArray(String[]::new))
                    .workbook()
                    .getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            assertThat(texts)
                    .contains(
                            "Records with errors, left out of all numbers: calls: 1 (at is not a moment such as … 1)");
        }
    }
}
