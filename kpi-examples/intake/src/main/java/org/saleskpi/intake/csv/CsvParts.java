package org.saleskpi.intake.csv;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.RowCustomers;
import org.saleskpi.intake.RowSource;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.intake.table.FileRows;
import org.saleskpi.intake.table.GivenTable;
import org.saleskpi.intake.table.GivenTables;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;
import org.saleskpi.sales.RecordType;

/** The tables of the CSV folder, split by customer. */
record CsvParts(ZoneId zone) implements PartedImport {

    @Override
    public Set<Purpose> purposes(String table) {
        if (table.equals(RatesFile.NAME)) {
            return Set.of(Purpose.RATES);
        }
        return schema(table).isPresent() ? Set.of(Purpose.RECORDS) : Set.of();
    }

    private static Optional<RecordSchema<?>> schema(String table) {
        return RecordSchema.ALL.stream()
                .filter(schema -> schema.fileName().equals(table))
                .findFirst();
    }

    @Override
    public ImportedRecords read(List<TextTable> tables, List<TextTable> shared) throws UnreadableDataException {
        List<TextTable> all = Stream.concat(tables.stream(), shared.stream()).toList();
        return CsvFolder.read(new GivenTables(all), zone, Progress.NONE);
    }

    @Override
    public RowCustomers customers(List<TextTable> tables, List<TextTable> shared) {
        return new CsvCustomers();
    }

    /** Customers belong to themselves, and other records to the customer of their column. */
    private static final class CsvCustomers implements RowCustomers {

        private final IdentityHashMap<TextTable, GivenTable> opened = new IdentityHashMap<>();

        @Override
        public Belonging of(TextTable table, TextRow given) {
            Row row = opened.computeIfAbsent(table, name -> new GivenTable(name, false))
                    .row(given);
            RecordType type = schema(table.name()).orElseThrow().type();
            String id = row.cell(RecordSchema.ID);
            String customer = type == RecordType.CUSTOMER ? id : row.cell(RecordSchema.CUSTOMER_ID);
            return new Belonging(listOf(customer), id == null ? List.of() : List.of(new RecordId(type, id)));
        }

        private static List<String> listOf(@Nullable String customer) {
            return customer == null ? List.of() : List.of(customer);
        }
    }

    @Override
    public RowSource open(String table, Path file, String shownName) throws UnreadableDataException {
        Optional<RecordSchema<?>> schema = schema(table);
        WantedColumns columns = schema.isPresent()
                ? schema.get()
                : WantedColumns.of(RatesFile.columns().toArray(String[]::new));
        return FileRows.open(
                file,
                TableForm.STANDARD,
                columns,
                schema.isPresent() ? schema.get().type() : RecordType.EXCHANGE_RATE,
                shownName);
    }
}
