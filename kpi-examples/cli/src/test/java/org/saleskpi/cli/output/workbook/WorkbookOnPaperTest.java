package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;

/** What a workbook looks like on paper, and where it draws bars in cells. */
final class WorkbookOnPaperTest {

    private static final double WIDTH_OF_A4 = 8.27;
    private static final double PIXELS_OF_INCH = 96;

    /** Of a digit of a wide font, which stands in for Calibri where that is missing; Calibri takes 7. */
    private static final double PIXELS_OF_DIGIT = 9;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void chartsThatDoNotFitOnOnePageArePrintedWhole() {
        XSSFSheet charts = WorkbookFile.of(
                        folder, "--data", folder.toString(), "--period", "2026-Q1", "--every", "week", "--by", "owner")
                .workbook()
                .getSheet("Charts");
        assertThat(charts.getFitToPage()).isFalse();
        int columns = charts.getDrawingPatriarch().getShapes().stream()
                .map(XSSFShape::getAnchor)
                .mapToInt(anchor -> ((XSSFClientAnchor) anchor).getCol2())
                .max()
                .orElseThrow();
        double digits = IntStream.range(0, columns).map(charts::getColumnWidth).sum() / 256.0;
        double inches = digits
                * PIXELS_OF_DIGIT
                / PIXELS_OF_INCH
                * charts.getPrintSetup().getScale()
                / 100;
        assertThat(inches)
                .isLessThan(WIDTH_OF_A4 - charts.getMargin(PageMargin.LEFT) - charts.getMargin(PageMargin.RIGHT))
                .isGreaterThan(WIDTH_OF_A4 / 2);
        assertThat(charts.getRowBreaks()).isNotEmpty();
        for (int row : charts.getRowBreaks()) {
            assertThat(charts.getDrawingPatriarch().getShapes())
                    .map(shape -> (XSSFClientAnchor) shape.getAnchor())
                    .noneMatch(anchor -> anchor.getRow1() <= row && anchor.getRow2() > row + 1);
        }
    }

    @Test
    void theFirstSheetIsOnePageWideAndItsNotesAreNoWider() {
        XSSFSheet first = WorkbookFile.of(folder, "--data", folder.toString(), "--period", "2026-03", "--lang", "fr")
                .workbook()
                .getSheetAt(0);
        assertThat(first.getFitToPage()).isTrue();
        assertThat(first.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        XSSFTable table = first.getTables().get(0);
        for (int row = 0; row < table.getStartRowIndex(); row++) {
            if (first.getRow(row) != null && first.getRow(row).getLastCellNum() == 1) {
                assertThat(first.getRow(row).getCell(0).getStringCellValue()).hasSizeLessThanOrEqualTo(150);
            }
        }
    }

    @Test
    void howFarATargetIsAttainedIsDrawnBehindTheNumber() throws Exception {
        Files.writeString(
                folder.resolve("aims.csv"),
                "indicator,period,at_least,at_most\nrevenue,2026-03,2000,\ncalls,2026-03,,9\n");
        WorkbookFile file = WorkbookFile.of(
                folder,
                "--data",
                folder.toString(),
                "--period",
                "2026-03",
                "--targets",
                folder.resolve("aims.csv").toString());
        XSSFTable targets = file.table("Targets");
        XSSFConditionalFormatting bars =
                targets.getXSSFSheet().getSheetConditionalFormatting().getConditionalFormattingAt(0);
        int column = targets.findColumnIndex("Target attained");
        assertThat(bars.getFormattingRanges()).singleElement().satisfies(cells -> {
            assertThat(cells.getFirstColumn()).isEqualTo(column);
            assertThat(cells.getLastColumn()).isEqualTo(column);
            assertThat(cells.getFirstRow()).isEqualTo(targets.getStartRowIndex() + 1);
            assertThat(cells.getLastRow()).isEqualTo(targets.getEndRowIndex());
        });
        XSSFDataBarFormatting drawn = bars.getRule(0).getDataBarFormatting();
        assertThat(drawn.getMinThreshold().getRangeType()).isEqualTo(RangeType.NUMBER);
        assertThat(drawn.getMinThreshold().getValue()).isZero();
        assertThat(drawn.getMaxThreshold().getValue()).isEqualTo(1);
        assertThat(drawn.getWidthMin()).isZero();
        assertThat(drawn.getWidthMax()).isEqualTo(100);
    }
}
