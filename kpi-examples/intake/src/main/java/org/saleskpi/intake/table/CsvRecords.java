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
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;

/** The records of a CSV file, the header first. Those without a text in any cell are skipped. Not thread-safe. */
final class CsvRecords implements AutoCloseable {

    private static final Pattern FIRST_LINE = Pattern.compile("line ([0-9]{1,9})");

    /** What the library says of a cell or a row that is too long for it. */
    private static final Pattern TOO_LONG = Pattern.compile("maximum buffer size|max record size");

    /** How many lines a row may take when it is looked into: cells in quotes may have lines. */
    static final int LINES_OF_ROW = 100;

    /** A row of more cells than its header is told; one of more than these breaks the file. */
    private static final int MAX_CELLS = 1 << 20;

    private final Path path;
    private final String name;
    private final CsvForm form;
    private final int linesAbove;
    private CloseableIterator<CsvRecord> records;
    private @Nullable LongCells cut;
    private @Nullable CsvParseException complaint;
    private long given;

    private CsvRecords(Path path, CsvForm form, int linesAbove, CloseableIterator<CsvRecord> records) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.form = form;
        this.linesAbove = linesAbove;
        this.records = records;
    }

    /** Opens a file of which the first lines are not read. */
    static CsvRecords open(Path path, CsvForm form, int linesAbove, Progress progress) throws IOException {
        Reader reader = TextFile.openAfterLines(path, form.charset(), linesAbove, progress);
        return new CsvRecords(
                path, form, linesAbove, csv(form).build(handler(), reader).iterator());
    }

    /** The cells of the first record of a text; none if there is none. */
    static List<String> firstCells(String text, CsvForm form) {
        try (CloseableIterator<CsvRecord> records =
                csv(form).build(handler(), text).iterator()) {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReader.CsvReaderBuilder csv(CsvForm form) {
        return CsvReader.builder()
                .fieldSeparator(form.delimiter())
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

    /** The next record; null after the last one. */
    @Nullable
    CsvRecord next() {
        try {
            while (hasNext()) {
                CsvRecord found = records.next();
                given++;
                if (!isEmpty(found)) {
                    return found;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof LongCells.EndlessCellException && complaint != null) {
                throw broken(complaint);
            }
            throw TextFile.broken(path, form.charset(), e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw TextFile.broken(path, form.charset(), e);
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    private boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            // A header that is too long is none.
            if (cut != null
                    || given == 0
                    || !TOO_LONG.matcher(String.valueOf(e.getMessage())).find()) {
                throw e;
            }
            complaint = e;
            cutLongCells();
            return records.hasNext();
        }
    }

    /** Begins again with a reader that cuts cells, and goes to where this was. */
    private void cutLongCells() throws IOException {
        records.close();
        cut = new LongCells(TextFile.openAfterLines(path, form.charset(), linesAbove, Progress.NONE), form.delimiter());
        records = csv(form).build(handler(), cut).iterator();
        for (long i = 0; i < given && records.hasNext(); i++) {
            records.next();
        }
    }

    /** The line on which a record begins. */
    long line(CsvRecord one) {
        long line = one.getStartingLineNumber();
        return cut == null ? line : cut.lineInFile(line);
    }

    /** The first of the cells of a record that was cut, from 0; -1 for none. */
    int placeOfCut(CsvRecord one) {
        for (int i = 0; cut != null && i < one.getFieldCount(); i++) {
            String text = one.getField(i);
            if (!text.isEmpty() && text.charAt(text.length() - 1) == LongCells.MARK) {
                return i;
            }
        }
        return -1;
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
    private BrokenFileException broken(CsvParseException fault) {
        String message = String.valueOf(fault.getMessage());
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
            List<String> lines = TextFile.lines(path, form.charset(), from, LINES_OF_ROW);
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
}
