package org.saleskpi.cli.source;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CSV file: RFC 4180 quoting, a header line, an optional byte-order mark. Blank lines are skipped. */
public final class CsvTable implements Table {

    private final Path path;
    private final String name;
    private final Charset charset;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    private CsvTable(Path path, String name, Charset charset, CloseableIterator<CsvRecord> records) {
        this.path = path;
        this.name = name;
        this.charset = charset;
        this.records = records;
        CsvRecord header = nextRecord();
        if (header == null) {
            throw new BrokenFileException(name, "is empty, expected a header line");
        }
        this.columns = List.copyOf(header.getFields());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).indexOf('\0') >= 0) {
                throw new BrokenFileException(name + ":" + header.getStartingLineNumber(), "has a NUL character");
            }
            positions.putIfAbsent(columns.get(i), i);
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @param path the file
     * @param form how it is written
     * @param progress is told how much has been read
     * @return the table, to be closed
     * @throws BrokenFileException if the file cannot be read or has no header
     */
    @SuppressWarnings("MustBeClosedChecker")
    public static CsvTable open(Path path, CsvForm form, Progress progress) {
        String name = String.valueOf(path.getFileName());
        Reader reader = null;
        try {
            reader = TextFile.open(path, form.charset(), progress);
            CloseableIterator<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(form.delimiter())
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .trimWhitespacesAroundQuotes(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .build(
                            CsvRecordHandler.of(handler -> handler.fieldModifier(FieldModifier.modify(CleanText::of))),
                            reader)
                    .iterator();
            return new CsvTable(path, name, form.charset(), records);
        } catch (IOException e) {
            TextFile.close(reader);
            throw TextFile.broken(path, form.charset(), e);
        } catch (BrokenFileException e) {
            TextFile.close(reader);
            throw e;
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
        CsvRecord found = nextRecord();
        return found == null ? null : new CsvRow(found);
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                if (found.getFieldCount() > 1 || !found.getField(0).isEmpty()) {
                    return found;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw TextFile.broken(path, charset, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (CsvParseException e) {
            throw new BrokenFileException(name, "is not CSV: " + e.getMessage());
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
            return positions.containsKey(column);
        }

        @Override
        public @Nullable String cell(String column) {
            Integer position = positions.get(column);
            if (position == null || position >= cells.getFieldCount()) {
                return null;
            }
            String text = cells.getField(position);
            return text.isEmpty() ? null : text;
        }

        @Override
        public boolean isNumber(String column) {
            return false;
        }

        @Override
        public String origin() {
            return name + ":" + cells.getStartingLineNumber();
        }

        @Override
        public @Nullable Fault fault() {
            int count = cells.getFieldCount();
            if (count != columns.size()) {
                return new Fault(
                        "row",
                        "of " + count + (count == 1 ? " cell" : " cells"),
                        "does not fit the header, expected " + columns.size());
            }
            for (int i = 0; i < count; i++) {
                if (cells.getField(i).indexOf('\0') >= 0) {
                    return new Fault(columns.get(i), cells.getField(i), "has a NUL character");
                }
            }
            return null;
        }
    }
}
