package org.saleskpi.intake.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.sales.Origin;

/**
 * A CSV file: RFC 4180 quoting, a header line, an optional byte-order mark. Rows without a text in any cell are skipped.
 */
public final class CsvTable implements Table {

    /** What databases write for nothing when they export. */
    private static final String DATABASE_NULL = "\\N";

    private static final String BACKSLASH =
            "; a backslash before a quote does not keep the quote in its cell, two quotes (\"\") would";

    private static final Pattern FIRST_LINE = Pattern.compile("line ([0-9]{1,9})");

    /** How many lines a row may take when it is looked into: cells in quotes may have lines. */
    private static final int LINES_OF_ROW = 100;

    /** A row of more cells than its header is told; one of more than these breaks the file. */
    private static final int MAX_CELLS = 1 << 20;

    private final Path path;
    private final String name;
    private final TableForm form;
    private final CloseableIterator<CsvRecord> records;
    private final Header header;
    private final int[] wanted;
    private final int[] nulls;

    private CsvTable(
            Path path, TableForm form, int headerLine, WantedColumns columns, CloseableIterator<CsvRecord> records) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.form = form;
        this.records = records;
        CsvRecord first = nextRecord();
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
        Charset charset = form.csv().charset();
        Reader reader = null;
        try {
            int headerLine = headerLine(path, form, columns);
            reader = TextFile.openAfterLines(path, charset, Math.max(headerLine - 1, 0), progress);
            CloseableIterator<CsvRecord> records =
                    csv(form).build(handler(), reader).iterator();
            return new CsvTable(path, form, headerLine, columns, records);
        } catch (IOException e) {
            TextFile.close(reader);
            throw TextFile.broken(path, charset, e);
        } catch (BrokenFileException e) {
            TextFile.close(reader);
            throw e;
        }
    }

    private static CsvReader.CsvReaderBuilder csv(TableForm form) {
        return CsvReader.builder()
                .fieldSeparator(form.csv().delimiter())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .trimWhitespacesAroundQuotes(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.of(handler ->
                handler.fieldModifier(FieldModifier.modify(CleanText::of)).maxFields(MAX_CELLS));
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
        List<String> lines = TextFile.lines(path, form.csv().charset(), 1, HeaderSearch.LINES + LINES_OF_ROW);
        HeaderSearch search = new HeaderSearch(String.valueOf(path.getFileName()), columns, form.ignoresCase());
        for (int i = 0; i < Math.min(lines.size(), HeaderSearch.LINES); i++) {
            String text = String.join("\n", lines.subList(i, Math.min(i + LINES_OF_ROW, lines.size())));
            if (!lines.get(i).isBlank() && search.isHeader(i + 1, firstCells(text, form))) {
                return i + 1;
            }
        }
        throw search.notFound();
    }

    private static List<String> firstCells(String text, TableForm form) {
        try (CloseableIterator<CsvRecord> records =
                csv(form).build(handler(), text).iterator()) {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    public boolean has(String column) {
        return header.has(column);
    }

    @Override
    public int position(String column) {
        return header.place(column);
    }

    @Override
    public boolean isRepeated(String column) {
        return header.isRepeated(column);
    }

    @Override
    public String missing() {
        return header.missing() + hint();
    }

    /**
     * Checks that each column has a name of its own, and that no required one is missing.
     *
     * @param columns the columns to be read
     * @throws BrokenFileException if it is otherwise
     */
    public void check(WantedColumns columns) {
        header.checkNames(name);
        NearNames near = new NearNames(columns.names(), header.names());
        for (String column : columns.missing(header::has)) {
            throw new BrokenFileException(column, name, "is " + missing() + near.hintFor(column));
        }
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
        CsvRecord found = nextRecord();
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

    private @Nullable CsvRecord nextRecord() {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                if (!isEmpty(found)) {
                    return found;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw TextFile.broken(path, form.csv().charset(), e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    private static boolean isEmpty(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            if (!row.getField(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The library tells where the row begins; what it stumbled over may be some lines further down. */
    private BrokenFileException broken(CsvParseException complaint) {
        String message = String.valueOf(complaint.getMessage());
        Matcher found = FIRST_LINE.matcher(message);
        if (!found.find()) {
            return new BrokenFileException(name, "is not CSV: " + message);
        }
        int line = Integer.parseInt(found.group(1));
        int backslash = lineOfBackslash(line);
        return backslash > 0
                ? new BrokenFileException(
                        name + ":" + backslash,
                        "is not CSV: a backslash before a quote (\\\") does not keep the quote in its cell, expected two"
                                + " quotes (\"\")")
                : new BrokenFileException(name + ":" + line, "is not CSV: " + message);
    }

    /** The first line from one on, within the length that a row may have, with a quote behind a backslash; 0 for none. */
    private int lineOfBackslash(int from) {
        try {
            List<String> lines = TextFile.lines(path, form.csv().charset(), from, LINES_OF_ROW);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains("\\\"")) {
                    return from + i;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class CsvRow implements Row {

        private final CsvRecord cells;

        CsvRow(CsvRecord cells) {
            this.cells = cells;
        }

        @Override
        public boolean has(String column) {
            return header.has(column);
        }

        @Override
        public @Nullable String cell(String column) {
            return cell(header.place(column));
        }

        @Override
        public @Nullable String cell(ColumnNames column) {
            return cell(header.place(column));
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
        public boolean isNumber(ColumnNames column) {
            return false;
        }

        @Override
        public boolean isNumber(String column) {
            return false;
        }

        @Override
        public Origin origin() {
            return Origin.of(name, cells.getStartingLineNumber());
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
