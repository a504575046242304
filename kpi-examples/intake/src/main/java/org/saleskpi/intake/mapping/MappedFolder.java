package org.saleskpi.intake.mapping;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.record.Collector;
import org.saleskpi.intake.record.RecordMaker;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.DataFiles;
import org.saleskpi.intake.table.GivenTables;
import org.saleskpi.intake.table.NearNames;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.intake.table.SpreadsheetDamage;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.Tables;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SharedTexts;

/**
 * Exported files, those of a folder as a rule, read by a {@link Mapping}. The account of the import ends up in
 * {@link ImportedRecords#summary}: every row of every file that the mapping reads, and every file that it does not.
 *
 * <pre>{@code
 * Path export = Files.createTempDirectory("hubspot");
 * Files.writeString(export.resolve("companies.csv"),
 *         "Record ID,Create Date,Company owner\n7,2026-03-02 10:30,alice\n8,soon,bruno\n");
 * ZoneId zone = ZoneId.of("Europe/Paris");
 * ImportedRecords records = MappedFolder.read(export, BuiltInMapping.HUBSPOT.mapping(), zone, Instant.now());
 * assert records.customers().size() == 1;
 * assert records.problems().get(0).origin().equals("companies.csv:3");
 * SalesHistory lenient = records.intoLenient(SalesHistory.builder(zone, CurrencyUnit.EUR)).build();
 * assert lenient.customers().size() == 1;
 * }</pre>
 */
public final class MappedFolder {

    private final Mapping mapping;
    private final ZoneId zone;
    private final Tables files;
    private final Tables shared;
    private final RuledFiles ruled;
    private final Collector collector = new Collector();
    private final Lookups lookups;
    private final OwnerNames owners = new OwnerNames();
    private final SharedTexts texts = new SharedTexts();
    private final Set<String> read = new HashSet<>();
    private final Set<SheetName> tablesRead = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, ReadColumns> columns = new HashMap<>();
    private final RecordRows records;
    private final Progress progress;

    private MappedFolder(Tables files, Mapping mapping, ZoneId zone, Instant now, Progress progress)
            throws UnreadableDataException {
        this(files, files, mapping, zone, now, progress);
    }

    /** Reads the records of some tables, and looks texts and rates up in others. */
    MappedFolder(Tables files, Tables shared, Mapping mapping, ZoneId zone, Instant now, Progress progress)
            throws UnreadableDataException {
        this.shared = shared;
        this.progress = progress;
        this.mapping = mapping;
        this.zone = zone;
        this.lookups = new Lookups(zone, owners);
        this.files = files;
        this.ruled = RuledFiles.among(files, mapping);
        this.records = new RecordRows(new MappedFields.ImportContext(zone, now, lookups, texts, owners), collector);
    }

    /**
     * Reads a folder.
     *
     * @param folder the folder; or a ZIP archive of one, or a file alone
     * @param mapping what its files mean
     * @param zone the zone of the run
     * @param now the moment of the run, for mappings that tell the past from the future
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if the folder is missing, has no file that the mapping reads or one that two entries of
     *     the mapping read, or a file as a whole is broken
     */
    public static ImportedRecords read(Path folder, Mapping mapping, ZoneId zone, Instant now)
            throws UnreadableDataException {
        return read(folder, mapping, zone, now, Progress.NONE);
    }

    /**
     * Reads a folder, and tells how far it is.
     *
     * @param folder the folder; or a ZIP archive of one, or a file alone
     * @param mapping what its files mean
     * @param zone the zone of the run
     * @param now the moment of the run, for mappings that tell the past from the future
     * @param progress is told how far it is
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if the folder is missing, has no file that the mapping reads or one that two entries of
     *     the mapping read, or a file as a whole is broken
     */
    public static ImportedRecords read(Path folder, Mapping mapping, ZoneId zone, Instant now, Progress progress)
            throws UnreadableDataException {
        try (DataFiles files = DataFiles.open(folder)) {
            return new MappedFolder(files, mapping, zone, now, progress).read();
        }
    }

    /**
     * Reads the only file of a mapping from a stream.
     *
     * @param bytes the bytes of the file, of which all are read; the stream is not closed
     * @param mapping what the file means; it must be about one file, and name it
     * @param zone the zone of the run
     * @param now the moment of the run, for mappings that tell the past from the future
     * @param progress is told how far it is
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if the mapping is about several files, or the file as a whole is broken
     */
    public static ImportedRecords read(InputStream bytes, Mapping mapping, ZoneId zone, Instant now, Progress progress)
            throws UnreadableDataException {
        try (DataFiles files = DataFiles.of(mapping.onlyFile(), bytes)) {
            return new MappedFolder(files, mapping, zone, now, progress).read();
        }
    }

    /**
     * Reads tables that come from elsewhere than from files, such as from a database.
     *
     * @param tables the tables, called like the files that the mapping reads
     * @param mapping what they mean
     * @param zone the zone of the run
     * @param now the moment of the run, for mappings that tell the past from the future
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if the mapping reads none of the tables, or one as a whole is broken
     * @throws IllegalArgumentException if two have one name
     */
    public static ImportedRecords read(List<TextTable> tables, Mapping mapping, ZoneId zone, Instant now)
            throws UnreadableDataException {
        return new MappedFolder(new GivenTables(tables), mapping, zone, now, Progress.NONE).read();
    }

    /**
     * Returns the import of tables that are split by customer.
     *
     * @param mapping what the tables mean
     * @param zone the zone of the run
     * @param now the moment of the run, for mappings that tell the past from the future
     * @return the import
     */
    public static PartedImport inParts(Mapping mapping, ZoneId zone, Instant now) {
        return new MappedParts(mapping, zone, now);
    }

    /** Reads what texts are looked up in, and nothing else. */
    MappedRowCustomers customers() throws UnreadableDataException {
        readLookups();
        collector.finish(zone); // fails if something could not be read
        return new MappedRowCustomers(ruled.rules(), lookups.silent());
    }

    ImportedRecords read() throws UnreadableDataException {
        readLookups();
        ruled.rules().forEach(this::readCustomerIds);
        ruled.rules().forEach(this::readRecords);
        records.finish();
        records.doubtCircles();
        lookups.summarize(collector::note);
        owners.summarize(lookups, collector::note);
        new MappedRates(shared, zone, collector, (file, type, wanted, rows) -> read(shared, file, type, wanted, rows))
                .read(mapping.rates(), read);
        for (FileRule rule : ruled.absent()) {
            collector.missing(rule.names().toString());
            doubtNearNames(rule);
        }
        summarizeUnreadSheets();
        collector.unreadFiles(files.names(), read);
        return collector.finish(zone);
    }

    /** Doubts files that are nearly called as one of the mapping that is not there. */
    private void doubtNearNames(FileRule rule) {
        List<String> names = rule.names().names().stream()
                .filter(name -> !name.contains("*"))
                .toList();
        new NearNames(names, files.names()).knownByFound().forEach((file, known) -> {
            if (!read.contains(file)) {
                collector.addDoubt(Problem.builder(rule.type(), "file")
                        .origin(file)
                        .reason("is not read: it is probably meant to be " + known + ", which the mapping reads"));
            }
        });
    }

    private void readLookups() {
        owners.watch(ruled.tablesOfOwners());
        Map<String, Set<Lookup>> byFile = new LinkedHashMap<>();
        Map<String, RecordType> types = new HashMap<>();
        Set<FileNames> absent = new LinkedHashSet<>();
        for (FileRule rule : new LinkedHashSet<>(ruled.rules().values())) {
            rule.sources().flatMap(source -> source.through().stream()).forEach(lookup -> {
                List<String> found = lookup.files().among(shared);
                lookups.madeOf(lookup, found);
                for (String file : found) {
                    byFile.computeIfAbsent(file, name -> new LinkedHashSet<>()).add(lookup);
                    types.putIfAbsent(file, rule.type());
                }
                if (found.isEmpty()) {
                    absent.add(lookup.files());
                }
            });
        }
        startProgress(byFile.keySet());
        byFile.forEach((file, tables) -> columns.put(file, columnsOf(tables)));
        ruled.rules().forEach((file, rule) -> columns.merge(file, rule.columns(), ReadColumns::and));
        byFile.forEach((file, tables) -> readLookups(file, tables, types.getOrDefault(file, RecordType.CUSTOMER)));
        absent.forEach(names -> collector.note(names + ": not in the folder, nothing can be looked up there"));
    }

    /** Files are read once for each purpose. */
    private void startProgress(Set<String> lookupFiles) {
        List<String> customerFiles = ruled.rules().keySet().stream()
                .filter(file -> definesCustomers(ruled.rules().get(file)))
                .toList();
        progress.start(shared.size(fileNames(lookupFiles))
                + files.size(fileNames(customerFiles))
                + files.size(fileNames(ruled.rules().keySet())));
    }

    /** Tells the sheets of workbooks of which others are read. */
    private void summarizeUnreadSheets() {
        for (String file : files.names()) {
            List<String> unread = read.contains(file) && !broken.contains(file)
                    ? files.sheets(file).stream()
                            .filter(sheet -> !tablesRead.contains(new SheetName(file, sheet)))
                            .toList()
                    : List.of();
            if (!unread.isEmpty()) {
                collector.unreadSheets(file, unread);
            }
        }
    }

    private static List<String> fileNames(Collection<String> tables) {
        return tables.stream().map(table -> SheetName.parse(table).file()).toList();
    }

    private static boolean definesCustomers(@Nullable FileRule rule) {
        return rule != null && rule.records().stream().anyMatch(one -> one.type() == RecordType.CUSTOMER);
    }

    private void readLookups(String file, Set<Lookup> tables, RecordType type) {
        ReadColumns wanted = columnsOf(tables);
        LookupTally tally = new LookupTally();
        Reading reading = read(shared, file, type, wanted, row -> {
            tally.row(row);
            Row.Fault fault = row.fault();
            if (fault == null) {
                tables.forEach(lookup -> lookups.add(lookup, row));
            } else if (isToldHereOnly(file, fault)) {
                new RecordMaker(zone, collector::add).reject(type, row, fault, null);
            }
        });
        if (reading == null) {
            return;
        }
        List<ImportNote> notes = collector.doubtRemarks(
                type,
                file,
                reading.remarks().stream()
                        .filter(remark -> !isReadForRecords(file, remark.column()))
                        .toList());
        if (!ruled.rules().containsKey(file)) {
            FileAccount.Builder account = tally.account(file)
                    .columns(reading.columns().read(), reading.columns().notRead());
            notes.forEach(account::remark);
            collector.account(account.build());
        } else {
            notes.forEach(note -> collector.note(file + ": " + note));
        }
    }

    /** Whether a bad cell is told of only where things are looked up, and not with the records of the file. */
    private boolean isToldHereOnly(String file, Row.Fault fault) {
        return !fault.isOfWholeRow() && !isReadForRecords(file, fault.field());
    }

    private boolean isReadForRecords(String file, String column) {
        FileRule rule = ruled.rules().get(file);
        return rule != null && rule.columns().names().contains(column);
    }

    private ReadColumns columnsOf(Set<Lookup> tables) {
        Set<Column> required = new LinkedHashSet<>();
        Set<Column> optional = new LinkedHashSet<>();
        Set<String> ids = new HashSet<>();
        for (Lookup lookup : tables) {
            (lookup.optional() ? optional : required).addAll(lookup.columns());
            ids.addAll(lookup.key().names());
            if (ruled.lookupsOfIds().contains(lookup)) {
                lookup.values().forEach(column -> ids.addAll(column.names()));
            }
        }
        return new ReadColumns(required, optional, ids);
    }

    /** What is to be said of a table that has been read. */
    record Reading(List<Table.Remark> remarks, ReadColumns.OfTable columns) {}

    /** Reads the rows of a file. Returns what is to be said of them; null when the file is broken. */
    private @Nullable Reading read(
            Tables tables, String file, RecordType type, ReadColumns wanted, Consumer<Row> rows) {
        SheetName name = SheetName.parse(file);
        read.add(name.file());
        if (broken.contains(file)) {
            return null;
        }
        FileRule rule = ruled.rules().get(file);
        TableForm form = rule == null ? mapping.formOf(file) : rule.form();
        tablesRead.add(RuledFiles.table(name, form, tables));
        try (Table table = tables.open(name, form, wanted.among(columns.getOrDefault(file, wanted)), progress)) {
            if (table.hasHeader()) {
                wanted.check(file, table);
            }
            SpreadsheetDamage damage = new SpreadsheetDamage(table, wanted.checkedIn(table), wanted.ids());
            boolean hasRows = false;
            for (Row row = table.next(); row != null; row = table.next()) {
                hasRows |= row.fault() == null;
                rows.accept(damage.checked(row));
            }
            if (hasRows && !table.hasHeader()) {
                wanted.check(file, table);
            }
            return new Reading(table.remarks(), wanted.in(table));
        } catch (BrokenFileException e) {
            broken.add(file);
            collector.addBrokenFile(e.problem(type));
            return null;
        }
    }

    /** Finds out which customers there are, before any fact is read. */
    private void readCustomerIds(String file, FileRule rule) {
        if (definesCustomers(rule)) {
            read(files, file, rule.type(), rule.columns(), row -> {
                if (row.fault() == null && rule.reasonToSkip(row, lookups) == null) {
                    addCustomerIds(rule, row);
                }
            });
        }
    }

    private void addCustomerIds(FileRule file, Row row) {
        for (RecordRule rule : file.records()) {
            TextRule id = rule.texts().get(RecordSchema.ID);
            if (rule.type() == RecordType.CUSTOMER && id != null && rule.when().holds(row, lookups)) {
                String text = id.read(row, lookups);
                if (text != null) {
                    texts.customer(text);
                }
            }
        }
    }

    private void readRecords(String file, FileRule rule) {
        FileTally tally = new FileTally(file, rule);
        Reading reading = read(files, file, rule.type(), rule.columns(), row -> records.add(rule, row, tally));
        if (reading != null) {
            records.summarizeLater(() -> {
                FileAccount.Builder account = tally.account()
                        .columns(reading.columns().read(), reading.columns().notRead());
                tally.watched().summarize(line -> collector.noteLastly(ImportNote.of(file + ": " + line)));
                collector.doubtRemarks(rule.type(), file, reading.remarks()).forEach(account::remark);
                collector
                        .doubtRemarks(rule.type(), file, tally.watched().remarks())
                        .forEach(account::remark);
                collector.account(account.build());
            });
        }
    }
}
