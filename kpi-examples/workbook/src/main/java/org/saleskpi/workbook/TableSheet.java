package org.saleskpi.workbook;

import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.DataBarFormatting;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;

/** Writes tables on sheets of their own. */
final class TableSheet {

    private static final float LINE_HEIGHT = 15.5f;

    private final WorkbookBuilder book;
    private final Table table;
    private final SXSSFSheet sheet;

    private TableSheet(WorkbookBuilder book, Table table) {
        this.book = book;
        this.table = table;
        this.sheet = book.sheet(table.sheet());
    }

    static void write(Table table, WorkbookBuilder book) throws IOException {
        TableSheet target = new TableSheet(book, table);
        target.rows();
        target.defineTable();
        target.drawBars();
        // In the order of the sheets: texts are numbered as they are written.
        target.sheet.flushRows();
    }

    private void rows() throws IOException {
        ColumnWidths widths = ColumnWidths.of(table);
        for (int i = 0; i < table.headers().size(); i++) {
            sheet.setColumnWidth(i, widths.column(i));
        }
        for (int i = 0; i < table.above().size(); i++) {
            SXSSFRow row = sheet.createRow(i);
            List<Table.StyledCell> line = table.above().get(i);
            for (int column = 0; column < line.size(); column++) {
                book.put(row, column, line.get(column).cell(), line.get(column).role());
            }
        }
        header(widths.headerLines());
        for (int i = 0; i < table.size(); i++) {
            line(table.firstRow() + i, table.row(i), CellRole.BODY);
        }
        if (table.size() == 0) {
            List<Cell> blank = table.headers().stream()
                    .map(header -> Cell.empty(CellFormat.TEXT))
                    .toList();
            line(table.firstRow(), blank, CellRole.BODY);
        }
        int next = table.lastRow() + 2;
        for (List<Cell> total : table.totals()) {
            line(next++, total, CellRole.TOTAL);
        }
        next += table.totals().isEmpty() ? 0 : 1;
        for (List<Cell> note : table.notes()) {
            line(next++, note, CellRole.NOTE);
        }
        sheet.createFreezePane(table.frozenColumns(), table.firstRow());
        sheet.getPrintSetup().setFitWidth((short) widths.pages());
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, table.frozenColumns() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(table.headerRow(), table.headerRow(), -1, -1));
    }

    private void header(int lines) throws IOException {
        List<Cell> sample = table.size() == 0 ? List.of() : table.row(0);
        SXSSFRow row = sheet.createRow(table.headerRow());
        for (int column = 0; column < table.headers().size(); column++) {
            boolean isText = sample.isEmpty() || sample.get(column).format().isText();
            Cell header = Cell.text(table.headers().get(column));
            book.put(row, column, header, isText ? CellRole.HEADER : CellRole.NUMBER_HEADER);
        }
        row.setHeightInPoints(LINE_HEIGHT * lines + LINE_HEIGHT / 2);
    }

    private void line(int position, List<Cell> cells, CellRole role) throws IOException {
        SXSSFRow row = sheet.createRow(position);
        for (int column = 0; column < cells.size(); column++) {
            book.put(row, column, cells.get(column), role);
        }
        int lines = ColumnWidths.lines(cells);
        if (lines > 1) {
            row.setHeightInPoints(LINE_HEIGHT * lines);
        }
    }

    /** Draws bars behind the numbers of a column, which spreadsheets keep up with the numbers. */
    private void drawBars() {
        Integer column = table.barred();
        if (column == null || table.size() == 0) {
            return;
        }
        SheetConditionalFormatting formatting = book.xssfSheet(sheet).getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(Styles.bar());
        DataBarFormatting bars = rule.getDataBarFormatting();
        bars.setWidthMin(0);
        bars.setWidthMax(100);
        bound(bars.getMinThreshold(), 0);
        bound(bars.getMaxThreshold(), 1);
        CellRangeAddress cells = new CellRangeAddress(table.firstRow(), table.lastRow(), column, column);
        formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
    }

    private static void bound(ConditionalFormattingThreshold threshold, double value) {
        threshold.setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
        threshold.setValue(value);
    }

    /** Makes the rows a table that can be filtered and sorted. */
    private void defineTable() throws IOException {
        XSSFSheet xssfSheet = book.xssfSheet(sheet);
        int lastColumn = table.headers().size() - 1;
        AreaReference area = new AreaReference(
                new CellReference(table.headerRow(), 0),
                new CellReference(table.lastRow(), lastColumn),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable made = xssfSheet.createTable(area);
        made.setName(table.name());
        made.setDisplayName(table.name());
        for (int i = 0; i <= lastColumn; i++) {
            made.getColumns()
                    .get(i)
                    .setName(WorkbookBuilder.escaped(table.headers().get(i)));
        }
        made.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        CTTableStyleInfo style = made.getCTTable().addNewTableStyleInfo();
        style.setName("TableStyleMedium2");
        style.setShowColumnStripes(false);
        style.setShowRowStripes(true);
        // Names of groups may look like numbers: no warning is due.
        xssfSheet.addIgnoredErrors(
                new CellRangeAddress(table.headerRow(), table.lastRow(), 0, lastColumn),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }
}
