package org.saleskpi.cli.mapping;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.mapping.TextRule.Lookup;
import org.saleskpi.cli.source.BrokenFileException;
import org.saleskpi.cli.source.Counted;
import org.saleskpi.cli.source.CsvForm;
import org.saleskpi.cli.source.CsvTable;
import org.saleskpi.cli.source.Folder;
import org.saleskpi.cli.source.ImportedRecords;
import org.saleskpi.cli.source.RatesFile;
import org.saleskpi.cli.source.RecordMaker;
import org.saleskpi.cli.source.Row;
import org.saleskpi.cli.source.Table;
import org.saleskpi.cli.source.UnreadableDataException;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/**
 * A folder of exported files, read by a {@link Mapping}. The account of the import ends up in
 * {@link ImportedRecords#summary}: every row of every file that the mapping reads, and every file that it does not.
 */
public final class MappedFolder {

    private final Path folder;
    private final Mapping mapping;
    private final ZoneId zone;
    private final List<String> files;
    private final ImportedRecords.Collector collector = new ImportedRecords.Collector();
    private final Lookups lookups = new Lookups();
    private final Set<String> customers = new HashSet<>();
    private final FirstCustomers firstCustomers = new FirstCustomers();
    private final Set<String> read = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final MappedFields.Surroundings surroundings;

    private MappedFolder(Path folder, Mapping mapping, ZoneId zone, Instant now) throws UnreadableDataException {
        this.folder = folder;
        this.mapping = mapping;
        this.zone = zone;
        this.files = Folder.files(folder);
        this.surroundings = new MappedFields.Surroundings(zone, now, lookups, customers, new HashMap<>());
    }

    /**
     * Reads a folder.
     *
     * @param folder the folder
     * @param mapping what its files mean
     * @param zone the zone of the run
     * @param now the moment of the run, for mappings that tell the past from the future
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if the folder is missing, has no file that the mapping reads, or a file as a whole is
     *     broken
     */
    public static ImportedRecords read(Path folder, Mapping mapping, ZoneId zone, Instant now)
            throws UnreadableDataException {
        return new MappedFolder(folder, mapping, zone, now).read();
    }

    private ImportedRecords read() throws UnreadableDataException {
        List<FileRule> present = new ArrayList<>();
        for (FileRule file : mapping.files()) {
            if (files.contains(file.name())) {
                present.add(file);
            }
        }
        if (present.isEmpty()) {
            throw new UnreadableDataException(folder + " has none of the files that the mapping reads: "
                    + String.join(
                            ", ", mapping.files().stream().map(FileRule::name).toList()));
        }
        readLookups(present);
        readCustomerIds(present);
        present.forEach(this::readRecords);
        firstCustomers.forEach(collector::add);
        lookups.summarize(collector::summarize);
        if (files.contains(RatesFile.NAME) && read.add(RatesFile.NAME)) {
            RatesFile.read(folder, collector);
        }
        for (FileRule file : mapping.files()) {
            if (!present.contains(file)) {
                collector.summarize(file.name() + ": not in the folder");
            }
        }
        Folder.summarizeUnread(files, read, collector);
        return collector.finish();
    }

    private void readLookups(List<FileRule> present) {
        Map<String, Set<Lookup>> byFile = new LinkedHashMap<>();
        Map<String, RecordType> types = new HashMap<>();
        for (FileRule file : present) {
            for (RecordRule rule : file.records()) {
                for (TextRule.Source source : rule.sources()) {
                    for (Lookup lookup : source.through()) {
                        byFile.computeIfAbsent(lookup.file(), name -> new LinkedHashSet<>())
                                .add(lookup);
                        types.putIfAbsent(lookup.file(), rule.type());
                    }
                }
            }
        }
        byFile.forEach((name, tables) -> {
            if (files.contains(name)) {
                readLookups(name, tables, types.getOrDefault(name, RecordType.CUSTOMER));
            } else {
                collector.summarize(name + ": not in the folder, nothing can be looked up there");
            }
        });
    }

    private void readLookups(String name, Set<Lookup> tables, RecordType type) {
        withTable(name, form(name), type, table -> {
            for (Lookup lookup : tables) {
                Set<String> columns = new LinkedHashSet<>(lookup.values());
                columns.add(lookup.key());
                FileRule.check(name, table, columns, Set.of());
            }
            int rows = 0;
            int unfit = 0;
            for (Row row = table.next(); row != null; row = table.next()) {
                rows++;
                if (row.fault() == null) {
                    addLookups(tables, row);
                } else {
                    unfit++;
                }
            }
            if (mapping.files().stream().noneMatch(file -> file.name().equals(name))) {
                collector.summarize(name + ": " + Counted.of(rows, "row") + " read to look things up"
                        + (unfit == 0 ? "" : ", " + unfit + " left out: not a whole row"));
            }
        });
    }

    /** Reads a file, unless it has turned out to be broken before. */
    private void withTable(String name, CsvForm form, RecordType type, Consumer<Table> reader) {
        read.add(name);
        if (broken.contains(name)) {
            return;
        }
        try (Table table = CsvTable.open(folder.resolve(name), form)) {
            reader.accept(table);
        } catch (BrokenFileException e) {
            broken.add(name);
            collector.addBrokenFile(e.problem(type));
        }
    }

    private CsvForm form(String name) {
        return mapping.files().stream()
                .filter(file -> file.name().equals(name))
                .map(FileRule::form)
                .findFirst()
                .orElse(mapping.csv());
    }

    private void addLookups(Set<Lookup> tables, Row row) {
        for (Lookup lookup : tables) {
            lookups.add(lookup, row);
        }
    }

    /** Finds out which customers there are, before any fact is read. */
    private void readCustomerIds(List<FileRule> present) {
        for (FileRule file : present) {
            if (file.records().stream().anyMatch(rule -> rule.type() == RecordType.CUSTOMER)) {
                withTable(file.name(), file.form(), file.type(), table -> {
                    file.check(table);
                    for (Row row = table.next(); row != null; row = table.next()) {
                        if (row.fault() == null && reasonToSkip(file, row) == null) {
                            addCustomerIds(file, row);
                        }
                    }
                });
            }
        }
    }

    private void addCustomerIds(FileRule file, Row row) {
        for (RecordRule rule : file.records()) {
            TextRule id = rule.texts().get("id");
            if (rule.type() == RecordType.CUSTOMER && id != null && rule.when().holds(row)) {
                String text = id.read(row, lookups);
                if (text != null) {
                    customers.add(text);
                }
            }
        }
    }

    private static @Nullable String reasonToSkip(FileRule file, Row row) {
        for (FileRule.Skip skip : file.skips()) {
            if (skip.when().holds(row)) {
                return skip.reason();
            }
        }
        return null;
    }

    private void readRecords(FileRule file) {
        withTable(file.name(), file.form(), file.type(), table -> {
            file.check(table);
            FileTally tally = new FileTally(file);
            for (Row row = table.next(); row != null; row = table.next()) {
                readRow(file, row, tally);
            }
            tally.summarize(collector::summarize);
        });
    }

    private void readRow(FileRule file, Row row, FileTally tally) {
        Row.Fault fault = row.fault();
        if (fault != null) {
            tally.unfit();
            new RecordMaker(zone, collector::add).reject(file.type(), row, fault, null);
            return;
        }
        String reason = reasonToSkip(file, row);
        if (reason != null) {
            tally.skipped(reason);
            return;
        }
        boolean used = false;
        for (int i = 0; i < file.records().size(); i++) {
            RecordRule rule = file.records().get(i);
            if (rule.when().holds(row)) {
                used = true;
                makeRecord(rule, row, tally.records().get(i));
            }
        }
        if (used) {
            tally.used();
        } else {
            tally.unmatched();
        }
    }

    private void makeRecord(RecordRule rule, Row row, RecordTally tally) {
        RecordMaker maker = new RecordMaker(zone, problem -> {
            collector.add(problem);
            tally.badField(problem.field());
        });
        MappedFields fields = new MappedFields(rule, row, surroundings, tally);
        SalesRecord made = maker.make(rule.type(), fields);
        if (!rule.isRepeated() || !(made instanceof Customer customer)) {
            tally.record(collector.add(made));
        } else if (firstCustomers.add(customer)) {
            tally.record(true);
        } else {
            tally.repeated();
        }
    }
}
