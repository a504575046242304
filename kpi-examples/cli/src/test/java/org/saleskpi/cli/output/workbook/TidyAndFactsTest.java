package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;

/** The sheet to pivot, the sheet of facts, and where clicks lead. */
final class TidyAndFactsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    private WorkbookFile report(String... args) {
        return WorkbookFile.of(
                folder,
                Stream.concat(Stream.of("--data", folder.toString(), "--period", "2026-03"), Stream.of(args))
                        .toArray(String[]::new));
    }

    /** The same answers as the tidy CSV of groups alone. */
    @Test
    void aPivotAddsWhatIsDividedAndWhatItIsDividedBy() {
        WorkbookFile file = report("--by", "owner", "--every", "week");
        List<Map<String, @Nullable XSSFCell>> rows = file.rows("Tidy");
        List<String> csv = Run.of(
                        "report",
                        "--data",
                        folder.toString(),
                        "--period",
                        "2026-03",
                        "--by",
                        "owner",
                        "--every",
                        "week",
                        "--format",
                        "csv")
                .out()
                .lines()
                .skip(1)
                .filter(line -> line.contains(",group,") && !line.contains("-median,"))
                .toList();
        assertThat(rows).hasSameSizeAs(csv);
        double answered = sum(rows, "call-success-rate", "Numerator");
        double called = sum(rows, "call-success-rate", "Denominator");
        assertThat(answered).isEqualTo(1);
        assertThat(called).isEqualTo(3);
        assertThat(sum(rows, "revenue", "Value")).isEqualTo(1200.5);
        assertThat(sum(rows, "average-basket", "Numerator")).isEqualTo(1200.5);
        assertThat(rows).allMatch(row -> row.get("Owner") != null && row.get("First day") != null);
    }

    private static double sum(List<Map<String, @Nullable XSSFCell>> rows, String key, String column) {
        return rows.stream()
                .filter(row -> WorkbookFile.text(row.get("Key")).equals(key))
                .map(row -> WorkbookFile.number(row.get(column)))
                .mapToDouble(number -> number == null ? 0 : number)
                .sum();
    }

    @Test
    void namesLeadToTheirDefinitionsAndNumbersToTheirFacts() {
        WorkbookFile file = report("--facts");
        for (Map<String, @Nullable XSSFCell> row : file.rows("Indicators")) {
            XSSFCell name = WorkbookFile.present(row.get("Indicator"));
            assertThat(WorkbookFile.text(
                            file.at(new CellReference(name.getHyperlink().getAddress()))))
                    .isEqualTo(WorkbookFile.text(name));
            XSSFCell value = row.get("Value");
            if (value != null && value.getHyperlink() != null) {
                assertThat(WorkbookFile.text(
                                file.at(new CellReference(value.getHyperlink().getAddress()))))
                        .isEqualTo(WorkbookFile.text(name));
            }
        }
        assertThat(report().rows("Indicators"))
                .allMatch(row -> row.get("Value") == null
                        || WorkbookFile.present(row.get("Value")).getHyperlink() == null);
    }

    @Test
    void theFactsAreThoseOfTheCommand() {
        List<Map<String, @Nullable XSSFCell>> rows = report("--facts").rows("Facts");
        List<String> ids = new ArrayList<>();
        rows.stream()
                .filter(row -> WorkbookFile.text(row.get("Indicator")).equals("Proposal acceptance rate"))
                .forEach(row -> ids.add(WorkbookFile.text(row.get("For the number")) + " "
                        + WorkbookFile.text(row.get("Kind")) + " " + WorkbookFile.text(row.get("Id")) + " "
                        + WorkbookFile.number(row.get("Amount")) + " " + WorkbookFile.text(row.get("Came from"))));
        assertThat(ids)
                .containsExactly("Hits proposal p1 1200.5 proposals.csv:2", "Open proposal p2 300.0 proposals.csv:3");
        Run without = Run.of("report", "--data", folder.toString(), "--period", "2026-03", "--facts");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).startsWith("--facts goes with --format xlsx or html, not with ");
    }

    @Test
    void theUsualStyleHasItsName() throws IOException {
        WorkbookFile file = report();
        try (ZipFile archive = new ZipFile(file.path().toFile())) {
            String styles = new String(
                    archive.getInputStream(archive.getEntry("xl/styles.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(styles)
                    .containsOnlyOnce("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>")
                    .containsPattern("</cellXfs><cellStyles");
        }
    }

    @Test
    void pagesOfChartsEndBetweenThem() {
        XSSFSheet charts = WorkbookFile.of(
                        folder,
                        "--data",
                        "../sample/data",
                        "--period",
                        "2025",
                        "--currency",
                        "EUR",
                        "--by",
                        "region",
                        "--every",
                        "month")
                .workbook()
                .getSheet("Charts");
        int[] breaks = charts.getRowBreaks();
        assertThat(charts.getDrawingPatriarch().getShapes()).isNotEmpty();
        charts.getDrawingPatriarch().getShapes().forEach(shape -> {
            XSSFClientAnchor anchor = (XSSFClientAnchor) shape.getAnchor();
            int first = anchor.getRow1();
            int last = anchor.getRow2();
            for (int end : breaks) {
                assertThat(first <= end && end + 1 < last)
                        .as(first + "-" + last + " cut after " + end)
                        .isFalse();
            }
        });
        assertThat(breaks).isNotEmpty();
    }
}
