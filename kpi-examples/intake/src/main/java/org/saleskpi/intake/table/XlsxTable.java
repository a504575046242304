package org.saleskpi.intake.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.sales.Origin;

/**
 * A sheet of a workbook, of which the first row that is not empty is the header. Empty rows are skipped. A number of more
 * digits than a spreadsheet keeps makes its row unfit, if its column is to be read.
 */
final class XlsxTable implements TableWithHeader {

    /** The last row of a sheet. */
    private static final int LAST_ROW = 1_048_576;

    /** How many ranges of merged cells are told one by one. */
    private static final int MERGED_TOLD = 100;

    private final Path path;
    private final String name;
    private final ReadableWorkbook workbook;
    private final String sheetId;
    private final CellTexts texts;
    private final TableForm form;
    private final WantedColumns wanted;
    private final List<MergedCells.Range> merged;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private Header header = new Header(List.of(), false);
    private final BitSet read = new BitSet();
    private int headerRow;

    private @Nullable Set<String> emptyResults;

    private XlsxTable(
            Path path, String name, ReadableWorkbook workbook, Sheet sheet, TableForm form, WantedColumns wanted)
            throws IOException {
        this.path = path;
        this.name = name;
        this.form = form;
        this.merged = MergedCells.of(path, sheet.getId());
        this.workbook = workbook;
        this.sheetId = sheet.getId();
        this.texts = new CellTexts(workbook.isDate1904());
        this.wanted = wanted;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    /** Opens a workbook of which some columns are to be read. */
    static XlsxTable open(Path path, SheetName named, TableForm form, WantedColumns columns, Progress progress) {
        String file = String.valueOf(path.getFileName());
        String name = named.toString();
        String sheetName = named.sheet() == null ? form.sheet() : named.sheet();
        ReadableWorkbook workbook = null;
        try {
            WorkbookCheck.check(path);
            workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(SheetXml.hasStyles(path), true));
            XlsxTable table = new XlsxTable(path, name, workbook, sheet(file, workbook, sheetName), form, columns);
            table.readHeader();
            // The library does not tell how far it is in the file.
            progress.read(Files.size(path));
            return table;
        } catch (BrokenFileException e) {
            close(workbook);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw broken(file, e);
        }
    }

    private static void close(@Nullable ReadableWorkbook workbook) {
        if (workbook != null) {
            try {
                workbook.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Sheet sheet(String name, ReadableWorkbook workbook, @Nullable String sheet) {
        if (sheet == null) {
            return workbook.getFirstSheet();
        }
        return workbook.getSheets()
                .filter(one -> CleanText.normal(one.getName()).equals(sheet))
                .findFirst()
                .orElseThrow(() -> new BrokenFileException(
                        name,
                        "has no sheet " + sheet + ", expected one of "
                                + workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", "))));
    }

    /** The library throws exceptions of many kinds at files that are no workbooks, or not like those that it knows. */
    private static BrokenFileException broken(String name, Exception cause) {
        BrokenFileException broken =
                new BrokenFileException(name, "cannot be read as a workbook (.xlsx): " + WorkbookDamage.of(cause));
        broken.initCause(cause);
        return broken;
    }

    private void readHeader() {
        XlsxRow found = headerRow();
        headerRow = found.number;
        header = new Header(
                found.cells.stream().map(text -> text == null ? "" : text).toList(), form.ignoresCase());
        for (int position : header.positions(wanted)) {
            read.set(position);
        }
    }

    private XlsxRow headerRow() {
        if (form.header() instanceof HeaderPlace.Found) {
            return foundHeader();
        }
        int line = form.header() instanceof HeaderPlace.OnLine place ? place.line() : 1;
        XlsxRow row = nextRow();
        while (row != null && row.number < line) {
            row = nextRow();
        }
        if (row == null) {
            throw new BrokenFileException(
                    name,
                    line > 1
                            ? "has no row " + line + ", expected the header there"
                            : "is empty, expected a header row");
        }
        if (form.header() instanceof HeaderPlace.OnLine && row.number != line) {
            throw new BrokenFileException(name + ":" + line, "is empty, expected the header there");
        }
        return row;
    }

    private XlsxRow foundHeader() {
        HeaderSearch search = new HeaderSearch(name, wanted, form.ignoresCase());
        for (XlsxRow row = nextRow(); row != null && row.number <= HeaderSearch.LINES; row = nextRow()) {
            List<String> names =
                    row.cells.stream().map(text -> text == null ? "" : text).toList();
            if (search.isHeader(row.number, names)) {
                return row;
            }
        }
        throw search.notFound();
    }

    @Override
    public Header header() {
        return header;
    }

    /** What a spreadsheet program shows in all of the merged cells, the file has in the first only. */
    @Override
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        int more = 0;
        for (MergedCells.Range range : merged) {
            int column = read.nextSetBit(range.firstColumn());
            if (range.lastRow() > headerRow && column >= 0 && column <= range.lastColumn()) {
                if (remarks.size() < MERGED_TOLD) {
                    remarks.add(merged(header.names().get(column), range.toString()));
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            remarks.add(merged(remarks.get(0).column(), more + " more ranges"));
        }
        return remarks;
    }

    private static Remark merged(String column, String range) {
        return new Remark(
                column,
                range,
                "are merged cells, of which only the first has a value: expected the value in each of them",
                true);
    }

    @Override
    public @Nullable Row next() {
        return nextRow();
    }

    private @Nullable XlsxRow nextRow() {
        try {
            while (rows.hasNext()) {
                XlsxRow row = new XlsxRow(rows.next());
                if (row.number < 1 || row.number > LAST_ROW) {
                    throw new BrokenFileException(
                            name,
                            "is no workbook that a spreadsheet program writes: it has a row " + row.number
                                    + ", expected 1 to " + LAST_ROW);
                }
                if (!row.cells.isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (BrokenFileException e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(name, e);
        }
    }

    /** Whether a formula came to an empty text. Few files have such, so that they are looked for when one may be there. */
    private boolean isEmptyResult(Cell cell) {
        if (cell.getRawValue() == null) {
            return false;
        }
        if (emptyResults == null) {
            try {
                emptyResults = EmptyResults.of(path, sheetId);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return emptyResults.contains(EmptyResults.address(
                cell.getAddress().getRow() + 1, cell.getAddress().getColumn() + 1));
    }

    @Override
    public void close() {
        stream.close();
        close(workbook);
    }

    private final class XlsxRow implements RowOfHeader {

        private final int number;
        private final List<@Nullable String> cells = new ArrayList<>();
        private final BitSet numbers = new BitSet();
        private @Nullable Fault fault;

        XlsxRow(org.dhatim.fastexcel.reader.Row row) {
            this.number = row.getRowNum();
            for (int i = 0; i < row.getCellCount(); i++) {
                Cell cell = row.getCell(i);
                String text = texts.text(cell);
                if (text != null) {
                    while (cells.size() < i) {
                        cells.add(null);
                    }
                    cells.add(text);
                    numbers.set(i, texts.isNumber(cell));
                }
                if (cell != null && fault == null && !header.names().isEmpty()) {
                    fault = fault(i, cell, text);
                }
            }
        }

        private @Nullable Fault fault(int position, Cell cell, @Nullable String text) {
            if (position >= header.names().size()) {
                return text == null
                        ? null
                        : new Fault(
                                "row",
                                "with " + text,
                                "goes beyond the header, expected "
                                        + header.names().size() + " cells");
            }
            String damage = read.get(position) ? damage(cell) : null;
            return damage == null ? null : new Fault(header.names().get(position), shown(cell), damage);
        }

        private @Nullable String damage(Cell cell) {
            if (CellTexts.isError(cell)) {
                return SpreadsheetDamage.ERROR;
            } else if (CellTexts.isFormulaOfNothing(cell) && !isEmptyResult(cell)) {
                return "is a formula without a saved result: the workbook was never calculated, expected one that a"
                        + " spreadsheet program has opened and saved";
            } else if (CellTexts.isBeyondBounds(cell)) {
                return "is not a number that a spreadsheet can hold";
            } else if (CellTexts.hasLostDigits(cell)) {
                return "has lost digits: a spreadsheet keeps " + CellTexts.DIGITS
                        + " of a number, expected a cell of text";
            } else {
                return null;
            }
        }

        private static String shown(Cell cell) {
            return cell.getValue() == null && cell.getFormula() != null
                    ? "=" + cell.getFormula()
                    : CellTexts.asSaved(cell);
        }

        @Override
        public Header header() {
            return header;
        }

        @Override
        public @Nullable String cell(int place) {
            return place < 0 || place >= cells.size() ? null : cells.get(place);
        }

        @Override
        public boolean isNumber(int place) {
            return place >= 0 && numbers.get(place);
        }

        @Override
        public Origin origin() {
            return Origin.of(name, number);
        }

        @Override
        public @Nullable Fault fault() {
            return fault;
        }
    }
}
