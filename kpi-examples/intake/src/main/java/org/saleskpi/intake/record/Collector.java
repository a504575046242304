package org.saleskpi.intake.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.table.Table;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/** Gathers what an import yields. Not thread-safe. */
public final class Collector {

    private final List<SalesRecord> records = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();
    private final List<String> summary = new ArrayList<>();
    private final List<Problem> brokenFiles = new ArrayList<>();
    private final List<String> lastly = new ArrayList<>();
    private ExchangeRates rates = ExchangeRates.none();
    private long rowsRead;
    private long rowsUsed;

    /** Creates an empty collector. */
    public Collector() {}

    /**
     * Adds a record.
     *
     * @param found the record, or null for one that could not be made
     * @return whether there is a record
     */
    public boolean add(@Nullable SalesRecord found) {
        return found != null && records.add(found);
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
     * Adds the remarks about a file: those that are doubtful, and those for the account.
     *
     * @param type the kind of record that the file holds
     * @param file its name
     * @param remarks the remarks
     */
    public void addRemarks(RecordType type, String file, List<Table.Remark> remarks) {
        for (Table.Remark remark : remarks) {
            if (remark.isDoubtful()) {
                addDoubt(Problem.builder(type, remark.column())
                        .value(remark.value())
                        .origin(file)
                        .reason(remark.reason()));
            }
            summarize(file + ": " + remark.column() + ": " + remark.value() + " " + remark.reason());
        }
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
     * Adds a line to the account of files.
     *
     * @param line the line
     */
    public void summarize(String line) {
        summary.add(line);
    }

    /**
     * Adds a line about the files that an import leaves unread, if there are any.
     *
     * @param files the files of the data
     * @param read those that were read
     */
    public void summarizeUnread(List<String> files, Set<String> read) {
        List<String> unread =
                files.stream().filter(file -> !read.contains(file)).toList();
        if (!unread.isEmpty()) {
            summarize("Not read: " + String.join(", ", unread));
        }
    }

    /**
     * Adds a line to what the account ends with.
     *
     * @param line the line
     */
    public void summarizeLastly(String line) {
        lastly.add(line);
    }

    /**
     * Counts the rows of a file of records.
     *
     * @param read how many rows it has
     * @param used how many of them are for records
     */
    public void countRows(long read, long used) {
        rowsRead += read;
        rowsUsed += used;
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
        List<String> totals = new ArrayList<>();
        if (rowsRead > 0) {
            totals.add(rowsUsed + " of " + rowsRead + " rows used (" + 100 * rowsUsed / rowsRead + " %)");
        }
        new ImportTotals(records, zone).summarize(totals::add);
        totals.addAll(lastly);
        return new ImportedRecords(records, rates, problems, doubts, summary, totals);
    }
}
