package org.saleskpi.spark;

import java.io.Serial;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.RowCustomers;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;

/**
 * The tables that every part reads, in a form that travels: the columns of those of records, whose rows come from elsewhere, and
 * those in which texts are looked up, whole.
 */
final class Tables implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What the tables mean. */
    private final Meaning meaning;

    /** The zone of the run. */
    private final ZoneId zone;

    /** The tables of records. */
    private final ArrayList<Columns> records;

    /** The tables in which texts are looked up. */
    private final ArrayList<Columns> lookups;

    /** The rows of those, as pieces of them. */
    private final ArrayList<byte[]> rowsOfLookups;

    /** A table without its rows. */
    private static final class Columns implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        /** The name of the table. */
        private final String name;

        /** The names of the columns. */
        private final ArrayList<String> columns;

        /** The columns of numbers. */
        private final ArrayList<String> numbers;

        Columns(TextTable table) {
            this.name = table.name();
            this.columns = new ArrayList<>(table.columns());
            this.numbers = new ArrayList<>(table.numbers());
        }

        TextTable table() {
            return new TextTable(name, columns, Set.copyOf(numbers), List.of());
        }
    }

    Tables(Meaning meaning, ZoneId zone, List<TextTable> records, List<TextTable> lookups) {
        this.meaning = meaning;
        this.zone = zone;
        this.records = new ArrayList<>(records.stream().map(Columns::new).toList());
        this.lookups = new ArrayList<>(lookups.stream().map(Columns::new).toList());
        this.rowsOfLookups = new ArrayList<>();
        for (int i = 0; i < lookups.size(); i++) {
            for (TextRow row : lookups.get(i).rows()) {
                rowsOfLookups.add(new Piece(i, row).toBytes());
            }
        }
    }

    private PartedImport format() {
        return meaning.in(zone);
    }

    /** The tables of records, without rows. */
    List<TextTable> records() {
        return records.stream().map(Columns::table).toList();
    }

    private List<TextTable> lookups() {
        return withRows(lookups, rowsOfLookups);
    }

    private static List<TextTable> withRows(List<Columns> tables, Iterable<byte[]> pieces) {
        Map<String, String> sources = new HashMap<>();
        List<List<TextRow>> rows = new ArrayList<>();
        tables.forEach(table -> rows.add(new ArrayList<>()));
        for (byte[] bytes : pieces) {
            Piece piece = Piece.fromBytes(bytes, sources);
            rows.get(piece.table()).add(piece.row());
        }
        List<TextTable> filled = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            // The first and the last of several rows are told by where they stand.
            rows.get(i).sort((left, right) -> left.origin().compareTo(right.origin()));
            filled.add(tables.get(i).table().withRows(rows.get(i)));
        }
        return filled;
    }

    /** Prepares to tell which customers rows belong to. */
    RowCustomers customers() {
        try {
            return format().customers(records(), lookups());
        } catch (UnreadableDataException e) {
            throw new UnreadableTableException(e);
        }
    }

    /** Reads the records of some rows. */
    ImportedRecords read(Iterable<byte[]> pieces) {
        return read(withRows(records, pieces));
    }

    ImportedRecords read(List<TextTable> tables) {
        try {
            return format().read(tables, lookups());
        } catch (UnreadableDataException e) {
            throw new UnreadableTableException(e);
        }
    }

    /** Whether customers may be unknown to a row that names them, which only those of their part tell. */
    boolean isMapped() {
        return meaning.isMapping();
    }
}
