package org.saleskpi.cli.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook, of which the first row that is not empty is the header. Empty rows are skipped. A number of more
 * digits than a spreadsheet keeps makes its row unfit, if its column is to be read.
 */
final class XlsxTable implements Table {

    private final String name;
    private final ReadableWorkbook workbook;
    private final CellTexts texts;
    private final Set<String> wanted;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    private XlsxTable(String name, ReadableWorkbook workbook, Sheet sheet, Collection<String> wanted)
            throws IOException {
        this.name = name;
        this.workbook = workbook;
        this.texts = new CellTexts(workbook.isDate1904());
        this.wanted = Set.copyOf(wanted);
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    /**
     * Opens a workbook of which some columns are to be read.
     *
     * @param sheet the name of the sheet; null for the first
     */
    static XlsxTable open(Path path, @Nullable String sheet, Collection<String> columns, Progress progress) {
        String name = String.valueOf(path.getFileName());
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
            XlsxTable table = new XlsxTable(name, workbook, sheet(name, workbook, sheet), columns);
            table.readHeader();
            // The library does not tell how far it is in the file.
            progress.read(Files.size(path));
            return table;
        } catch (BrokenFileException e) {
            close(workbook);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw broken(name, e);
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
        return workbook.findSheet(sheet)
                .orElseThrow(() -> new BrokenFileException(
                        name,
                        "has no sheet " + sheet + ", expected one of "
                                + workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", "))));
    }

    /** The library throws exceptions of many kinds at files that are no workbooks, or not like those that it knows. */
    private static BrokenFileException broken(String name, Exception cause) {
        BrokenFileException broken =
                new BrokenFileException(name, "cannot be read as a workbook (.xlsx): " + cause.getMessage());
        broken.initCause(cause);
        return broken;
    }

    private void readHeader() {
        XlsxRow header = nextRow();
        if (header == null) {
            throw new BrokenFileException(name, "is empty, expected a header row");
        }
        for (String text : header.cells) {
            positions.putIfAbsent(text == null ? "" : text, columns.size());
            columns.add(text == null ? "" : text);
        }
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        return nextRow();
    }

    private @Nullable XlsxRow nextRow() {
        try {
            while (rows.hasNext()) {
                XlsxRow row = new XlsxRow(rows.next());
                if (!row.cells.isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw broken(name, e);
        }
    }

    @Override
    public void close() {
        stream.close();
        close(workbook);
    }

    private final class XlsxRow implements Row {

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
                    check(i, cell, text);
                }
            }
        }

        private void check(int position, @Nullable Cell cell, String text) {
            if (columns.isEmpty() || fault != null) {
                return;
            }
            if (position >= columns.size()) {
                fault = new Fault(
                        "row", "with " + text, "goes beyond the header, expected " + columns.size() + " cells");
            } else if (wanted.contains(columns.get(position)) && CellTexts.hasLostDigits(cell)) {
                fault = new Fault(
                        columns.get(position),
                        CellTexts.asSaved(cell),
                        "has lost digits: a spreadsheet keeps " + CellTexts.DIGITS
                                + " of a number, expected a cell of text");
            }
        }

        @Override
        public boolean has(String column) {
            return positions.containsKey(column);
        }

        @Override
        public @Nullable String cell(String column) {
            Integer position = positions.get(column);
            return position == null || position >= cells.size() ? null : cells.get(position);
        }

        @Override
        public boolean isNumber(String column) {
            Integer position = positions.get(column);
            return position != null && numbers.get(position);
        }

        @Override
        public String origin() {
            return name + ":" + number;
        }

        @Override
        public @Nullable Fault fault() {
            return fault;
        }
    }
}
