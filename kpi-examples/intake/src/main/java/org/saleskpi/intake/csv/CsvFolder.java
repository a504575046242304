package org.saleskpi.intake.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.RecordAccount;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.record.AmountForm;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.Collector;
import org.saleskpi.intake.record.CurrencySigns;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.record.GatheredRates;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.record.RecordFields;
import org.saleskpi.intake.record.RecordMaker;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.intake.record.YearBounds;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.DataFiles;
import org.saleskpi.intake.table.Decimals;
import org.saleskpi.intake.table.GivenTables;
import org.saleskpi.intake.table.HeaderCheck;
import org.saleskpi.intake.table.NearNames;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.intake.table.SpreadsheetDamage;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.Tables;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.SharedTexts;

/**
 * The library's own exchange format: one folder, one CSV file per kind of record. A missing file means no records of that
 * kind, and every column that is not named in the format is an attribute.
 *
 * <pre>{@code
 * ZoneId zone = ZoneId.of("Europe/Paris");
 * Path folder = Files.createTempDirectory("sales");
 * CsvFolder.write(history, folder);
 * ImportedRecords read = CsvFolder.read(folder, zone);
 * SalesHistory same = read.into(SalesHistory.builder(zone, CurrencyUnit.EUR)).build();
 * assert same.records().size() == history.records().size();
 * }</pre>
 */
public final class CsvFolder {

    private final ZoneId zone;
    private final Collector collector = new Collector();
    private final Map<String, Integer> fieldsAtFault = new TreeMap<>();
    private final RecordMaker maker;
    private final SharedTexts texts = new SharedTexts();

    private final Progress progress;

    private CsvFolder(ZoneId zone, Progress progress) {
        this.zone = zone;
        this.progress = progress;
        this.maker = new RecordMaker(zone, this::add);
    }

    /**
     * Reads a folder.
     *
     * @param folder the folder; or a ZIP archive of one, or one file of it
     * @param zone the zone of the run, in which local times and dates are read
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if the folder is missing or a file as a whole is broken
     */
    public static ImportedRecords read(Path folder, ZoneId zone) throws UnreadableDataException {
        return read(folder, zone, Progress.NONE);
    }

    /**
     * Reads a folder, and tells how far it is.
     *
     * @param folder the folder; or a ZIP archive of one, or one file of it
     * @param zone the zone of the run, in which local times and dates are read
     * @param progress is told how far it is
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if the folder is missing or a file as a whole is broken
     */
    public static ImportedRecords read(Path folder, ZoneId zone, Progress progress) throws UnreadableDataException {
        try (DataFiles files = DataFiles.open(folder)) {
            return read(files, zone, progress);
        }
    }

    /**
     * Reads tables that come from elsewhere than from files, such as from a database.
     *
     * @param tables the tables, called like the files of the format, such as {@code calls.csv}
     * @param zone the zone of the run, in which local times and dates are read
     * @return the records, and what is wrong with rows that none could be made of
     * @throws UnreadableDataException if none is called like a file of the format, or one as a whole is broken
     * @throws IllegalArgumentException if two have one name
     */
    public static ImportedRecords read(List<TextTable> tables, ZoneId zone) throws UnreadableDataException {
        return read(new GivenTables(tables), zone, Progress.NONE);
    }

    /**
     * Returns the import of tables that are split by customer.
     *
     * @param zone the zone of the run, in which local times and dates are read
     * @return the import
     */
    public static PartedImport inParts(ZoneId zone) {
        return new CsvParts(requireNonNull(zone, "zone"));
    }

    static ImportedRecords read(Tables data, ZoneId zone, Progress progress) throws UnreadableDataException {
        List<String> files = data.names();
        List<String> known =
                RecordSchema.fileNames().stream().filter(files::contains).toList();
        if (known.isEmpty()) {
            throw new UnreadableDataException(data + " has none of the files of the CSV folder, expected "
                    + String.join(", ", RecordSchema.fileNames())
                    + (files.isEmpty() ? "; it is empty" : "; it has " + String.join(", ", files)));
        }
        CsvFolder reader = new CsvFolder(zone, progress);
        progress.start(data.size(known));
        for (RecordSchema<?> form : RecordSchema.ALL) {
            if (files.contains(form.fileName())) {
                reader.read(data, form);
            }
        }
        if (files.contains(RatesFile.NAME)) {
            GatheredRates rates = new GatheredRates(reader.collector);
            RatesFile.read(data, rates, reader.collector);
            rates.finish();
        }
        new NearNames(RecordSchema.fileNames(), files).knownByFound().forEach(reader::doubtFile);
        // Targets are no records: who reports against them reads them.
        reader.collector.unreadFiles(
                files.stream().filter(file -> !file.equals(TargetsFile.NAME)).toList(), Set.copyOf(known));
        return reader.collector.finish(zone);
    }

    /**
     * Writes the records and the exchange rates of a history: one file for each kind of record, in place of any there is.
     * Reading the folder in the zone of the history gives equal records, but for white space around texts and for their
     * {@link SalesRecord#origin}, which is that of the new files.
     *
     * @param history the history
     * @param folder the folder, which is made if it is missing
     * @throws IllegalArgumentException if an attribute is called like a column of the format
     * @throws IOException if the folder cannot be written
     */
    public static void write(SalesHistory history, Path folder) throws IOException {
        new FolderWriter(requireNonNull(history, "history"), requireNonNull(folder, "folder")).write();
    }

    /**
     * Tells whether a file of a folder would be read.
     *
     * @param file the name of the file
     * @return whether it is one of the format, that of targets included
     */
    public static boolean reads(String file) {
        return RecordSchema.fileNames().contains(requireNonNull(file, "file")) || file.equals(TargetsFile.NAME);
    }

    private void doubtFile(String file, String known) {
        RecordType type = RecordSchema.ALL.stream()
                .filter(form -> form.fileName().equals(known))
                .map(RecordSchema::type)
                .findFirst()
                .orElse(RecordType.EXCHANGE_RATE);
        collector.addDoubt(Problem.builder(type, "file")
                .origin(file)
                .reason("is not read: it is probably meant to be " + known + ", which the folder lacks"));
    }

    private void read(Tables data, RecordSchema<?> form) {
        String file = form.fileName();
        try (Table table = data.open(new SheetName(file, null), TableForm.STANDARD, form, progress)) {
            HeaderCheck.check(file, table, form);
            FileAccount.Builder account = readRows(table, form);
            collector.doubtRemarks(form.type(), file, table.remarks()).forEach(account::remark);
            collector.account(account.build());
            new NearNames(form.names(), table.columns())
                    .knownByFound()
                    .forEach((column, known) -> collector.addDoubt(Problem.builder(form.type(), "column")
                            .value(column)
                            .origin(file)
                            .reason("is taken as an attribute: it is probably meant to be " + known
                                    + ", which the file lacks")));
        } catch (BrokenFileException e) {
            collector.addBrokenFile(e.problem(form.type()));
        }
    }

    private FileAccount.Builder readRows(Table table, RecordSchema<?> form) {
        List<String> attributes =
                table.columns().stream().filter(form::isAttribute).toList();
        Set<String> ids =
                form.fields().stream().filter(Field::isId).map(Field::name).collect(Collectors.toSet());
        SpreadsheetDamage damage = new SpreadsheetDamage(table, table.columns(), ids);
        List<Attribute> cells = attributes.stream()
                .map(name -> new Attribute(name, table.position(name)))
                .toList();
        int unfit = 0;
        int made = 0;
        int setAside = 0;
        fieldsAtFault.clear();
        for (Row found = table.next(); found != null; found = table.next()) {
            Row row = damage.checked(found);
            Row.Fault fault = row.fault();
            if (fault != null) {
                new RecordMaker(zone, collector::add).reject(form.type(), row, fault, row.cell(RecordSchema.ID.name()));
                unfit++;
            } else if (collector.add(maker.make(form, new RowFields(form, row, cells)))) {
                made++;
            } else {
                setAside++;
            }
        }
        List<String> sorted = attributes.stream().sorted().toList();
        return FileAccount.builder(form.fileName(), FileAccount.Use.CSV_FOLDER)
                .used(made)
                .unfit(unfit + setAside)
                .records(new RecordAccount(form.type(), made, setAside, fieldsAtFault, 0, List.of()))
                .columns(
                        Stream.concat(form.names().stream().filter(table::has), sorted.stream())
                                .toList(),
                        List.of())
                .attributes(sorted);
    }

    private void add(Problem problem) {
        collector.add(problem);
        fieldsAtFault.merge(problem.field(), 1, Integer::sum);
    }

    /** A column that is an attribute, and its place in the table. */
    private record Attribute(String name, int place) {}

    /** The fields of a row are its cells. */
    private final class RowFields implements RecordFields {

        private final RecordSchema<?> form;
        private final Row row;
        private final List<Attribute> attributes;

        RowFields(RecordSchema<?> form, Row row, List<Attribute> attributes) {
            this.form = form;
            this.row = row;
            this.attributes = attributes;
        }

        @Override
        public Origin origin() {
            return row.origin();
        }

        @Override
        public @Nullable String written(Field<?, ?> field) {
            return row.cell(field);
        }

        @Override
        public @Nullable String text(Field<?, String> field) {
            String text = row.cell(field);
            if (text == null || field.kind() != Field.Kind.ID) {
                return text == null ? null : texts.text(text);
            }
            return form.type() == RecordType.CUSTOMER ? texts.customer(text) : text;
        }

        @Override
        public @Nullable Moment moment(Field<?, Instant> field) throws BadCellException {
            String text = row.cell(field);
            if (text == null) {
                return null;
            }
            try {
                Moment moment = Moment.iso(text, zone);
                if (!YearBounds.USUAL.contains(moment, zone)) {
                    throw new BadCellException(text, YearBounds.USUAL.expected());
                }
                return moment;
            } catch (DateTimeException e) {
                throw new BadCellException(
                        text, "is not a moment such as 2026-03-02T09:30:00Z, 2026-03-02T10:30 or 2026-03-02");
            }
        }

        @Override
        public @Nullable BigDecimal number(Field<?, Integer> field) throws BadCellException {
            return decimal(row.cell(field));
        }

        @Override
        public @Nullable BigDecimal amount(Field<?, Money> field) throws BadCellException {
            String text = row.cell(field);
            String currency = currency(field);
            if (text != null && currency != null) {
                CurrencySigns.COMMON.check(text, currency);
            }
            return decimal(text);
        }

        private static @Nullable BigDecimal decimal(@Nullable String text) throws BadCellException {
            try {
                return text == null ? null : Decimals.parse(text);
            } catch (NumberFormatException e) {
                throw new BadCellException(text, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public @Nullable String currency(Field<?, Money> field) {
            return row.cell(field.columns().get(1));
        }

        @Override
        public AmountForm amountForm() {
            return AmountForm.EXACT;
        }

        @Override
        public void rounded(CurrencyUnit currency, BigDecimal difference) {
            throw new IllegalStateException("Amounts of a CSV folder are not rounded: " + origin());
        }

        @Override
        public String remedyForNegative() {
            return "";
        }

        @Override
        public <E extends Enum<E>> @Nullable E word(Field<?, E> field) throws BadCellException {
            String text = row.cell(field);
            if (text == null) {
                return null;
            }
            for (E word : field.type().getEnumConstants()) {
                if (word.name().equals(text)) {
                    return word;
                }
            }
            throw new BadCellException(text, "is unknown, expected one of " + String.join(", ", field.words()));
        }

        @Override
        public Map<String, String> attributes() {
            Map<String, String> values = new LinkedHashMap<>();
            for (Attribute attribute : attributes) {
                String value = row.cell(attribute.place());
                if (value != null) {
                    values.put(attribute.name(), texts.text(value));
                }
            }
            return texts.attributes(values);
        }
    }
}
