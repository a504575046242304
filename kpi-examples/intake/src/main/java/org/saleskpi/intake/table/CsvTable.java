package org.saleskpi.intake.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.sales.Origin;

/**
 * A CSV file: RFC 4180 quoting, a header line, an optional byte-order mark. Rows without a text in any cell are skipped.
 */
public final class CsvTable implements TableWithHeader {

    /** What databases write for nothing when they export. */
    private static final String DATABASE_NULL = "\\N";

    private static final String BACKSLASH =
            "; a backslash before a quote does not keep the quote in its cell, two quotes (\"\") would";

    /** How much of a cell that is too long is shown. */
    private static final int SHOWN = 100;

    private final String name;
    private final TableForm form;
    private final CsvRecords records;
    private final Header header;
    private final int[] wanted;
    private final int[] nulls;

    private CsvTable(Path path, TableForm form, int headerLine, WantedColumns columns, CsvRecords records) {
        this.name = String.valueOf(path.getFileName());
        this.form = form;
        this.records = records;
        CsvRecord first = records.next();
        if (first == null) {
            throw new BrokenFileException(
                    name,
                    headerLine > 1
                            ? "has no line " + headerLine + ", expected the header there"
                            : "is empty, expected a header line");
        }
        if (headerLine > 0 && first.getStartingLineNumber() != headerLine) {
            throw new BrokenFileException(name + ":" + headerLine, "is blank, expected the header there");
        }
        this.header = new Header(first.getFields(), form.ignoresCase());
        if (first.getFields().stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw new BrokenFileException(name + ":" + first.getStartingLineNumber(), "has a NUL character");
        }
        this.wanted = header.positions(columns);
        this.nulls = new int[wanted.length];
    }

    /**
     * Opens a file and reads its header.
     *
     * @param path the file
     * @param form how it is written
     * @param columns the columns to be read
     * @param progress is told how much has been read
     * @return the table, to be closed
     * @throws BrokenFileException if the file cannot be read or has no header
     */
    public static CsvTable open(Path path, TableForm form, WantedColumns columns, Progress progress) {
        CsvRecords records = null;
        try {
            int headerLine = headerLine(path, form, columns);
            records = CsvRecords.open(path, form.csv(), Math.max(headerLine - 1, 0), progress);
            return new CsvTable(path, form, headerLine, columns, records);
        } catch (IOException e) {
            throw TextFile.broken(path, form.csv().charset(), e);
        } catch (BrokenFileException e) {
            if (records != null) {
                records.close();
            }
            throw e;
        }
    }

    /** The line of the header, counted from 1; 0 for the first one that is not empty. */
    private static int headerLine(Path path, TableForm form, WantedColumns columns) throws IOException {
        if (form.header() instanceof HeaderPlace.OnLine place) {
            return place.line();
        }
        return form.header() instanceof HeaderPlace.Found ? find(path, form, columns) : 0;
    }

    /** Each line may be the header: a title above it may have a quote that nothing closes. */
    private static int find(Path path, TableForm form, WantedColumns columns) throws IOException {
        List<String> lines =
                TextFile.lines(path, form.csv().charset(), 1, HeaderSearch.LINES + CsvRecords.LINES_OF_ROW);
        HeaderSearch search = new HeaderSearch(String.valueOf(path.getFileName()), columns, form.ignoresCase());
        for (int i = 0; i < Math.min(lines.size(), HeaderSearch.LINES); i++) {
            String text = String.join("\n", lines.subList(i, Math.min(i + CsvRecords.LINES_OF_ROW, lines.size())));
            if (!lines.get(i).isBlank() && search.isHeader(i + 1, CsvRecords.firstCells(text, form.csv()))) {
                return i + 1;
            }
        }
        throw search.notFound();
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public String missing() {
        return header.missing() + hint();
    }

    /** What may be wrong with a header of one column, or with what is taken for one. */
    private String hint() {
        String first = header.names().get(0);
        char delimiter = form.csv().delimiter();
        if (first.regionMatches(true, 0, "sep=", 0, 4)) {
            return " (that line tells a spreadsheet program what separates cells: header: 2 in a mapping reads the line"
                    + " below it)";
        }
        return header.names().size() > 1
                ? ""
                : Stream.of(";", ",", "\t", "|")
                        .filter(mark -> mark.charAt(0) != delimiter && first.contains(mark))
                        .findFirst()
                        .map(mark -> " (cells seem to be separated by " + named(mark.charAt(0)) + ", expected "
                                + named(delimiter) + ")")
                        .orElse("");
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "tabs" : String.valueOf(delimiter);
    }

    @Override
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        String hint = wanted.length == 0 ? hint() : "";
        if (!hint.isEmpty()) {
            remarks.add(new Remark(header.names().get(0), "header", "is not read" + hint, true));
        }
        for (int i = 0; i < wanted.length; i++) {
            if (nulls[i] > 0) {
                remarks.add(new Remark(
                        header.names().get(wanted[i]),
                        DATABASE_NULL,
                        "is the text of " + CountedNoun.of(nulls[i], "cell")
                                + ": databases write it for nothing, but here it is a text",
                        false));
            }
        }
        return remarks;
    }

    @Override
    public @Nullable Row next() {
        CsvRecord found = records.next();
        if (found == null) {
            return null;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] < found.getFieldCount() && found.getField(wanted[i]).equals(DATABASE_NULL)) {
                nulls[i]++;
            }
        }
        return new CsvRow(found);
    }

    @Override
    public void close() {
        records.close();
    }

    private final class CsvRow implements RowOfHeader {

        private final CsvRecord cells;

        CsvRow(CsvRecord cells) {
            this.cells = cells;
        }

        @Override
        public Header header() {
            return header;
        }

        @Override
        public @Nullable String cell(int place) {
            if (place < 0 || place >= cells.getFieldCount()) {
                return null;
            }
            String text = cells.getField(place);
            return text.isEmpty() ? null : text;
        }

        @Override
        public boolean isNumber(int place) {
            return false;
        }

        @Override
        public Origin origin() {
            return Origin.of(name, records.line(cells));
        }

        @Override
        public @Nullable Fault fault() {
            int count = cells.getFieldCount();
            int expected = header.names().size();
            if (count > expected || (count < expected && !form.padsShortRows())) {
                return new Fault(
                        "row",
                        "of " + CountedNoun.of(count, "cell"),
                        "does not fit the header, expected " + expected + (hasBackslash() ? BACKSLASH : ""));
            }
            int cut = records.placeOfCut(cells);
            if (cut >= 0) {
                return new Fault(
                        header.names().get(cut),
                        cells.getField(cut).substring(0, SHOWN),
                        "is the beginning of a cell of more than " + LongCells.LONGEST_CELL
                                + " characters, or of a row of four times as many, expected fewer");
            }
            for (int i = 0; i < count; i++) {
                if (cells.getField(i).indexOf('\0') >= 0) {
                    return new Fault(header.names().get(i), cells.getField(i), "has a NUL character");
                }
            }
            return null;
        }

        /** Whether a cell ends in a backslash, as one does that was meant to go on with a quote. */
        private boolean hasBackslash() {
            return cells.getFields().stream().anyMatch(text -> text.endsWith("\\"));
        }
    }
}
