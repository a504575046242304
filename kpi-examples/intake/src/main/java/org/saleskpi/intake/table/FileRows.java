package org.saleskpi.intake.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.RowSource;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.RecordType;

/** The rows of one file that has a header. Not thread-safe. */
public final class FileRows implements RowSource {

    private final DataFiles files;
    private final Table table;
    private final RecordType type;
    private final String shownName;

    private FileRows(DataFiles files, Table table, RecordType type, String shownName) {
        this.files = files;
        this.table = table;
        this.type = type;
        this.shownName = shownName;
    }

    /**
     * Opens a file.
     *
     * @param file the file, which may be packed
     * @param form how it is written
     * @param columns the columns to be read
     * @param type the kind of record that the file holds, for messages
     * @param shownName what the file is called in messages
     * @return its rows, to be closed
     * @throws UnreadableDataException if it cannot be read, or has no header
     */
    public static FileRows open(Path file, TableForm form, WantedColumns columns, RecordType type, String shownName)
            throws UnreadableDataException {
        DataFiles files = DataFiles.open(file);
        try {
            if (files.names().size() != 1) {
                throw new UnreadableDataException(
                        shownName + " has " + CountedNoun.of(files.names().size(), "file") + " in it, expected one");
            }
            SheetName name = new SheetName(files.names().get(0), null);
            Table table = files.open(name, form, columns, Progress.NONE);
            if (!table.hasHeader()) {
                table.close();
                throw new UnreadableDataException(shownName + " has no header, expected a CSV file");
            }
            return new FileRows(files, table, type, shownName);
        } catch (BrokenFileException e) {
            files.close();
            throw unreadable(e, type);
        } catch (UnreadableDataException e) {
            files.close();
            throw e;
        }
    }

    private static UnreadableDataException unreadable(BrokenFileException e, RecordType type) {
        return new UnreadableDataException(List.of(e.problem(type)));
    }

    @Override
    public List<String> columns() {
        return table.columns();
    }

    @Override
    public @Nullable TextRow next() throws UnreadableDataException {
        try {
            Row row = table.next();
            return row == null ? null : textRow(row);
        } catch (BrokenFileException e) {
            throw unreadable(e, type);
        }
    }

    private TextRow textRow(Row row) {
        int count = table.columns().size();
        List<@Nullable String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(row.cell(i));
        }
        Row.Fault fault = row.fault();
        return new TextRow(
                origin(row.origin()),
                cells,
                fault == null ? null : new TextRow.Fault(fault.field(), fault.value(), fault.reason()));
    }

    private Origin origin(Origin found) {
        return found.line().isPresent() ? Origin.of(shownName, found.line().getAsLong()) : Origin.of(shownName);
    }

    @Override
    public void close() {
        table.close();
        files.close();
    }
}
