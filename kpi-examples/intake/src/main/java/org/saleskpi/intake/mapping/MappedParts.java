package org.saleskpi.intake.mapping;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.RowCustomers;
import org.saleskpi.intake.RowSource;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.table.FileRows;
import org.saleskpi.intake.table.GivenTables;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.sales.RecordType;

/** The tables that a mapping reads, split by customer. */
record MappedParts(Mapping mapping, ZoneId zone, Instant now) implements PartedImport {

    MappedParts {
        requireNonNull(mapping, "mapping");
        requireNonNull(zone, "zone");
        requireNonNull(now, "now");
    }

    @Override
    public Set<Purpose> purposes(String table) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        if (mapping.files().stream().anyMatch(rule -> rule.names().means(table))) {
            purposes.add(Purpose.RECORDS);
        }
        if (lookups(table).findAny().isPresent()) {
            purposes.add(Purpose.LOOKUP);
        }
        if (table.equals(RatesFile.NAME)
                || mapping.rates().stream().anyMatch(rule -> rule.names().means(table))) {
            purposes.add(Purpose.RATES);
        }
        return purposes;
    }

    private Stream<Lookup> lookups(String table) {
        return mapping.files().stream()
                .flatMap(FileRule::sources)
                .flatMap(source -> source.through().stream())
                .filter(lookup -> lookup.files().means(table));
    }

    @Override
    public ImportedRecords read(List<TextTable> tables, List<TextTable> shared) throws UnreadableDataException {
        return folder(tables, shared).read();
    }

    @Override
    public RowCustomers customers(List<TextTable> tables, List<TextTable> shared) throws UnreadableDataException {
        return folder(tables, shared).customers();
    }

    private MappedFolder folder(List<TextTable> tables, List<TextTable> shared) throws UnreadableDataException {
        return new MappedFolder(new GivenTables(tables), new GivenTables(shared), mapping, zone, now, Progress.NONE);
    }

    @Override
    public RowSource open(String table, Path file, String shownName) throws UnreadableDataException {
        FileRule rule = mapping.files().stream()
                .filter(one -> one.names().means(table))
                .findFirst()
                .orElse(null);
        TableForm form = rule == null ? mapping.formOf(table) : rule.form();
        return FileRows.open(
                file, form, columns(table, rule), rule == null ? RecordType.EXCHANGE_RATE : rule.type(), shownName);
    }

    /** All columns that are read: where a header must be searched, they tell it. */
    private ReadColumns columns(String table, @Nullable FileRule rule) {
        ReadColumns columns = rule == null ? new ReadColumns(Set.of(), Set.of(), Set.of()) : rule.columns();
        for (Lookup lookup : lookups(table).toList()) {
            Set<Column> read = new LinkedHashSet<>(lookup.columns());
            columns = columns.and(new ReadColumns(
                    lookup.optional() ? Set.of() : read, lookup.optional() ? read : Set.of(), Set.of()));
        }
        for (RatesRule rates : mapping.rates()) {
            if (rates.names().means(table)) {
                columns = columns.and(rates.columns());
            }
        }
        return columns;
    }
}
