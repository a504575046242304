package org.saleskpi.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * A table that fills a sheet of its own: a title and terms above it, totals and notes below it. The totals are no rows of the
 * table, so that its columns can be summed.
 */
final class Table {

    private final String sheet;
    private final String name;
    private final List<String> headers;
    private final int size;
    private final IntFunction<List<Cell>> rows;
    private List<List<StyledCell>> above = List.of();
    private int frozenColumns = 1;
    private List<List<Cell>> totals = List.of();
    private List<List<Cell>> notes = List.of();
    private @Nullable Integer barred;

    /** A cell with its look. */
    record StyledCell(Cell cell, CellRole role) {}

    /**
     * Plans a table.
     *
     * @param sheet the name of its sheet
     * @param name what formulas call it: the same in all languages
     * @param headers the names of its columns, as near as can be
     * @param size how many rows it has
     * @param rows gives the cells of a row
     */
    Table(String sheet, String name, List<String> headers, int size, IntFunction<List<Cell>> rows) {
        this.sheet = sheet;
        this.name = name;
        this.headers = SheetNames.ofColumns(headers);
        this.size = size;
        this.rows = rows;
    }

    /** Puts lines above the table. */
    Table linesAbove(List<List<StyledCell>> lines) {
        above = List.copyOf(lines);
        return this;
    }

    /** Keeps the first columns in sight. */
    Table frozen(int columns) {
        frozenColumns = columns;
        return this;
    }

    /** Draws bars in a column of rates, from none at 0 to the whole cell at 1. */
    Table bars(int column) {
        barred = column;
        return this;
    }

    /** Puts totals below the table. */
    Table totals(List<List<Cell>> lines) {
        totals = List.copyOf(lines);
        return this;
    }

    /** Puts notes below the table. */
    Table notes(List<List<Cell>> lines) {
        notes = List.copyOf(lines);
        return this;
    }

    String sheet() {
        return sheet;
    }

    String name() {
        return name;
    }

    List<String> headers() {
        return headers;
    }

    List<List<StyledCell>> above() {
        return above;
    }

    int frozenColumns() {
        return frozenColumns;
    }

    List<List<Cell>> totals() {
        return totals;
    }

    List<List<Cell>> notes() {
        return notes;
    }

    /** The column that has bars; null for none. */
    @Nullable
    Integer barred() {
        return barred;
    }

    int size() {
        return size;
    }

    List<Cell> row(int row) {
        return rows.apply(row);
    }

    int headerRow() {
        return above.size() + 1;
    }

    int firstRow() {
        return headerRow() + 1;
    }

    /** The last row of the table, which has one even if it is empty: spreadsheets know no table without. */
    int lastRow() {
        return headerRow() + Math.max(1, size);
    }

    /** Tells why the sheet cannot hold the table; null if it can. */
    @Nullable
    String whyTooLarge() {
        int columns = SpreadsheetVersion.EXCEL2007.getMaxColumns();
        int most = SpreadsheetVersion.EXCEL2007.getMaxRows();
        long needed = (long) headerRow() + 1 + size + 1 + totals.size() + 1 + notes.size();
        if (needed > most) {
            return "sheet " + sheet + " would have " + needed + " rows, and a workbook holds at most " + most;
        }
        if (headers.size() > columns) {
            return "sheet " + sheet + " would have " + headers.size() + " columns, and a workbook holds at most "
                    + columns;
        }
        return null;
    }

    /** A column of the table, as formulas and charts refer to it. */
    CellRange column(int column) {
        return column(column, 0, size);
    }

    /** Some rows of a column. */
    CellRange column(int column, int startInclusive, int endExclusive) {
        String reference = new CellRangeAddress(
                        firstRow() + startInclusive, firstRow() + endExclusive - 1, column, column)
                .formatAsString(sheet, true);
        List<Cell> cells = new ArrayList<>();
        IntStream.range(startInclusive, endExclusive).forEach(row -> cells.add(row(row).get(column)));
        return new CellRange(reference, cells);
    }

    /** Cells that a chart shows: where they are, and what stands there. */
    record CellRange(String reference, List<Cell> cells) {}
}
