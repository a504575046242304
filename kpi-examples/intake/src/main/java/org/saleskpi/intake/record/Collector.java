package org.saleskpi.intake.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportAccount;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.table.Table;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/** Gathers what an import yields. Not thread-safe. */
public final class Collector {

    /** Settings of the command, which are no records. */
    private static final String SETTINGS = "kpi.yaml";

    private final List<SalesRecord> records = new ArrayList<>();
    private final ImportTotals totals = new ImportTotals();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();
    private final List<ImportAccount.Entry> entries = new ArrayList<>();
    private final List<String> missingFiles = new ArrayList<>();
    private final Map<String, List<String>> unreadSheets = new LinkedHashMap<>();
    private List<String> unreadFiles = List.of();
    private final List<Problem> brokenFiles = new ArrayList<>();
    private final List<ImportNote> lastly = new ArrayList<>();
    private ExchangeRates rates = ExchangeRates.none();

    /** Creates an empty collector. */
    public Collector() {}

    /**
     * Adds a record.
     *
     * @param found the record, or null for one that could not be made
     * @return whether there is a record
     */
    public boolean add(@Nullable SalesRecord found) {
        if (found == null) {
            return false;
        }
        totals.add(found);
        return records.add(found);
    }

    /**
     * Adds what could not be made into a record.
     *
     * @param problem what is wrong
     */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /**
     * Adds what was read, but may have been meant otherwise.
     *
     * @param doubt what is doubtful
     */
    public void addDoubt(Problem doubt) {
        doubts.add(doubt);
    }

    /**
     * Adds those of the remarks about a file that are doubtful.
     *
     * @param type the kind of record that the file holds
     * @param file its name
     * @param remarks the remarks
     * @return all remarks as notes, for the account of the file
     */
    public List<ImportNote> doubtRemarks(RecordType type, String file, List<Table.Remark> remarks) {
        for (Table.Remark remark : remarks) {
            if (remark.isDoubtful()) {
                addDoubt(Problem.builder(type, remark.column())
                        .value(remark.value())
                        .origin(file)
                        .reason(remark.reason()));
            }
        }
        return remarks.stream()
                .map(remark -> ImportNote.of(remark.column() + ": " + remark.value() + " " + remark.reason()))
                .toList();
    }

    /**
     * Adds a file that cannot be read: the import fails with it once every file has been looked at.
     *
     * @param problem what is wrong with the file
     */
    public void addBrokenFile(Problem problem) {
        brokenFiles.add(problem);
    }

    /**
     * Gives the exchange rates.
     *
     * @param rates the rates, in place of any given before
     */
    public void rates(ExchangeRates rates) {
        this.rates = rates;
    }

    /**
     * Adds the account of a file.
     *
     * @param file the account
     */
    public void account(FileAccount file) {
        entries.add(file);
    }

    /**
     * Adds a note to the account of files.
     *
     * @param note the note
     */
    public void note(ImportNote note) {
        entries.add(note);
    }

    /**
     * Adds a note to the account of files.
     *
     * @param note the note, which says all by itself
     */
    public void note(String note) {
        note(ImportNote.of(note));
    }

    /**
     * Adds files that a mapping reads, and that are not there.
     *
     * @param names their names
     */
    public void missing(String names) {
        missingFiles.add(names);
    }

    /**
     * Tells which sheets of a workbook are not read, while others are.
     *
     * @param file the name of the workbook
     * @param sheets the names of the sheets, at least one
     */
    public void unreadSheets(String file, List<String> sheets) {
        unreadSheets.put(file, sheets);
    }

    /**
     * Tells which files of the data are not read.
     *
     * @param files the files of the data
     * @param read those that were read
     */
    public void unreadFiles(List<String> files, Set<String> read) {
        unreadFiles = files.stream()
                .filter(file -> !read.contains(file) && !file.equals(SETTINGS))
                .toList();
    }

    /**
     * Adds a note to what the account ends with.
     *
     * @param note the note
     */
    public void noteLastly(ImportNote note) {
        lastly.add(note);
    }

    /**
     * Completes the import.
     *
     * @param zone the zone of the run
     * @return what it yields
     * @throws UnreadableDataException if a file cannot be read
     */
    public ImportedRecords finish(ZoneId zone) throws UnreadableDataException {
        if (!brokenFiles.isEmpty()) {
            throw new UnreadableDataException(brokenFiles);
        }
        List<ImportNote> notes = new ArrayList<>(totals.notes(zone));
        notes.addAll(lastly);
        ImportAccount account =
                new ImportAccount(zone, entries, missingFiles, unreadSheets, unreadFiles, totals.of(entries), notes);
        return new ImportedRecords(records, rates, problems, doubts, account);
    }
}
