package org.saleskpi.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.saleskpi.workbook.Table.StyledCell;

/** The sheet of charts, in sections of three side by side. */
final class ChartSheet {

    private static final int SIDE_BY_SIDE = 3;
    private static final int COLUMNS_OF_CHART = 6;
    private static final int GAP_COLUMNS = 1;
    private static final int COLUMN_WIDTH = 10 * 256;
    private static final int GAP_WIDTH = 2 * 256;
    private static final int COLUMNS_OF_NAME = 3;
    private static final int ROWS_OF_CHART = 15;
    private static final int ROWS_OF_FUNNEL = 12;

    private static final int MOST_ROWS_OF_PAGE = 160;

    /**
     * Of a page of A4 that is as wide as three charts, upright: the rows that it has room for, and the percent of their size.
     * Columns are as wide as the digits of the usual font: those of a font in its place, where it is missing, take a quarter more.
     */
    private static final int ROWS_OF_PAGE = 110;

    private static final short SCALE_OF_PAGE = 40;

    /** The space at both sides of a page, in inches. */
    private static final double SIDE_MARGIN = 0.3;

    private final WorkbookBuilder book;
    private final SXSSFSheet sheet;
    private final XSSFDrawing drawing;
    private final List<Integer> ends = new ArrayList<>();
    private int nextRow;

    ChartSheet(String name, WorkbookBuilder book, List<List<StyledCell>> above) throws IOException {
        this.book = book;
        this.sheet = book.sheet(name);
        this.drawing = book.xssfSheet(sheet).createDrawingPatriarch();
        for (int i = 0; i < SIDE_BY_SIDE * (COLUMNS_OF_CHART + GAP_COLUMNS); i++) {
            boolean isGap = i % (COLUMNS_OF_CHART + GAP_COLUMNS) == COLUMNS_OF_CHART;
            sheet.setColumnWidth(i, isGap ? GAP_WIDTH : COLUMN_WIDTH);
        }
        for (List<StyledCell> line : above) {
            SXSSFRow row = sheet.createRow(nextRow++);
            for (int i = 0; i < line.size(); i++) {
                book.put(row, i, line.get(i).cell(), line.get(i).role());
            }
        }
        nextRow++;
    }

    /** Draws in a rectangle of the sheet. */
    interface ChartDrawer {
        void at(XSSFDrawing drawing, XSSFClientAnchor anchor);
    }

    /** Starts a section. */
    void section(String heading) throws IOException {
        line(heading, CellRole.SECTION);
    }

    void note(String text) throws IOException {
        line(text, CellRole.NOTE);
    }

    private void line(String text, CellRole role) throws IOException {
        book.put(sheet.createRow(nextRow++), 0, Cell.text(text), role);
    }

    /** Draws the way from calls to contracts, with its numbers beside it. */
    void funnel(Funnel funnel) throws IOException {
        line(funnel.heading(), CellRole.SECTION);
        line(funnel.note(), CellRole.NOTE);
        int firstRow = nextRow + 1;
        int nameColumn = COLUMNS_OF_CHART + GAP_COLUMNS;
        int countColumn = nameColumn + COLUMNS_OF_NAME;
        List<Cell> names = funnel.names();
        for (int i = 0; i < names.size(); i++) {
            SXSSFRow row = sheet.createRow(firstRow + i);
            book.put(row, nameColumn, names.get(i), CellRole.BODY);
            for (int column = nameColumn + 1; column < countColumn; column++) {
                book.put(row, column, Cell.empty(CellFormat.TEXT), CellRole.BODY);
            }
            SXSSFCell count = book.put(row, countColumn, funnel.counts().get(i).withoutContent(), CellRole.BODY);
            count.setCellFormula(funnel.formulas().get(i));
            // What the formula comes to, for programs that do not calculate.
            count.setCellValue(Objects.requireNonNull(funnel.counts().get(i).number()));
        }
        Plot plot = funnel.plot(sheet.getSheetName(), firstRow, nameColumn, countColumn);
        charts(List.of((drawn, anchor) -> ChartDrawing.bars(drawn, anchor, plot)), ROWS_OF_FUNNEL);
    }

    /** Prints all on one page, while that can be read, else on pages that end between charts; and writes it in its turn. */
    void finish() throws IOException {
        sheet.getPrintSetup().setLandscape(false);
        sheet.setMargin(PageMargin.LEFT, SIDE_MARGIN);
        sheet.setMargin(PageMargin.RIGHT, SIDE_MARGIN);
        if (nextRow <= MOST_ROWS_OF_PAGE) {
            sheet.getPrintSetup().setFitHeight((short) 1);
        } else {
            // Where a sheet is fitted to pages, spreadsheets do not heed where they are to end.
            sheet.setFitToPage(false);
            sheet.getPrintSetup().setScale(SCALE_OF_PAGE);
            int first = 0;
            for (int i = 0; i + 1 < ends.size(); i++) {
                if (ends.get(i + 1) - first > ROWS_OF_PAGE) {
                    sheet.setRowBreak(ends.get(i) - 1);
                    first = ends.get(i);
                }
            }
        }
        sheet.flushRows();
    }

    /** Draws charts of one height. */
    void charts(List<ChartDrawer> charts, int rowsOfChart) {
        for (int i = 0; i < charts.size(); i++) {
            int column = i % SIDE_BY_SIDE * (COLUMNS_OF_CHART + GAP_COLUMNS);
            int row = nextRow + i / SIDE_BY_SIDE * (rowsOfChart + 1);
            charts.get(i)
                    .at(
                            drawing,
                            new XSSFClientAnchor(
                                    0, 0, 0, 0, column, row, column + COLUMNS_OF_CHART, row + rowsOfChart));
        }
        int lines = (charts.size() + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE;
        for (int line = 1; line < lines; line++) {
            ends.add(nextRow + line * (rowsOfChart + 1));
        }
        nextRow += lines * (rowsOfChart + 1) + 1;
        ends.add(nextRow);
    }

    void charts(List<ChartDrawer> charts) {
        charts(charts, ROWS_OF_CHART);
    }
}
