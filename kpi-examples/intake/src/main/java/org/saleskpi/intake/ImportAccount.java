package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What an import did with every file, and what it found in all: the account of {@link ImportedRecords}, as data.
 *
 * <pre>{@code
 * Path folder = Files.createTempDirectory("calls");
 * Files.writeString(folder.resolve("calls.csv"), "id,at,region\nk-1,2026-03-02T10:30,north\nk-2,soon,north\n");
 * ImportAccount account = CsvFolder.read(folder, ZoneId.of("Europe/Paris")).account();
 * FileAccount calls = account.files().get(0);
 * assert calls.rows() == 2 && calls.usedRows() == 1;
 * assert calls.records().get(0).fieldsAtFault().equals(Map.of("at", 1));
 * assert account.lines().get(0)
 *         .equals("calls.csv: 2 rows read: 1 call, 1 set aside; columns id, at; attributes region");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param zone the zone of the run, in which moments are told
 * @param entries the accounts of files, and what else is told of them, in the order of the reading
 * @param missingFiles the files that a mapping reads, and that are not there
 * @param unreadSheets the sheets that were not read, by the name of the workbook of which others were
 * @param unreadFiles the files that were not read
 * @param records what was found of each kind of record, in the order of the kinds
 * @param notes what is told of the records in all
 */
public record ImportAccount(
        ZoneId zone,
        List<Entry> entries,
        List<String> missingFiles,
        Map<String, List<String>> unreadSheets,
        List<String> unreadFiles,
        List<RecordTotals> records,
        List<ImportNote> notes) {

    /** A part of the account: that of a {@link FileAccount file}, or a {@link ImportNote note}. */
    public sealed interface Entry permits FileAccount, ImportNote {}

    /**
     * Creates an account; importers do.
     *
     * @param zone the zone of the run, in which moments are told
     * @param entries the accounts of files, and what else is told of them, in the order of the reading
     * @param missingFiles the files that a mapping reads, and that are not there
     * @param unreadSheets the sheets that were not read, by the name of the workbook of which others were
     * @param unreadFiles the files that were not read
     * @param records what was found of each kind of record
     * @param notes what is told of the records in all
     */
    public ImportAccount {
        requireNonNull(zone, "zone");
        entries = List.copyOf(entries);
        missingFiles = List.copyOf(missingFiles);
        unreadSheets = ImmutableMap.copyOf(unreadSheets);
        unreadFiles = List.copyOf(unreadFiles);
        records = List.copyOf(records);
        notes = List.copyOf(notes);
    }

    /**
     * Returns the account of an import that read nothing.
     *
     * @param zone the zone of the run
     * @return the account
     */
    public static ImportAccount empty(ZoneId zone) {
        return new ImportAccount(zone, List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * Returns the accounts of the files that were read.
     *
     * @return those among the entries
     */
    public List<FileAccount> files() {
        return entries.stream()
                .filter(FileAccount.class::isInstance)
                .map(FileAccount.class::cast)
                .toList();
    }

    /**
     * Returns how many rows the files of records have.
     *
     * @return their number, without files that were read to look things up and those of exchange rates
     */
    public long rows() {
        return files().stream()
                .filter(ImportAccount::isOfRecords)
                .mapToLong(FileAccount::rows)
                .sum();
    }

    /**
     * Returns how many of these rows were used.
     *
     * @return their number
     */
    public long usedRows() {
        return files().stream()
                .filter(ImportAccount::isOfRecords)
                .mapToLong(FileAccount::usedRows)
                .sum();
    }

    private static boolean isOfRecords(FileAccount file) {
        return file.use() == FileAccount.Use.CSV_FOLDER || file.use() == FileAccount.Use.MAPPING;
    }

    /**
     * Returns the account as text.
     *
     * @return the lines on files, and then those with which the account ends
     */
    public List<String> lines() {
        return AccountText.of(this);
    }

    /**
     * Returns the lines of the account on files.
     *
     * @return the lines on each file that was read, and on those that were not
     */
    public List<String> fileLines() {
        return AccountText.ofFiles(this);
    }

    /**
     * Returns the lines with which the account ends.
     *
     * @return the lines on the share of rows used, on each kind of record and on the records in all
     */
    public List<String> closingLines() {
        return AccountText.closing(this);
    }
}
