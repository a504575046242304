package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did with one file, or with one sheet of a workbook: every row of it is used, skipped, unmatched or unfit.
 * Immutable and thread-safe.
 */
public final class FileAccount implements ImportAccount.Entry {

    /** What a file was read for. */
    public enum Use {
        /** Records, as a file of the CSV folder. */
        CSV_FOLDER,
        /** Records, by a mapping. */
        MAPPING,
        /** Texts that other files refer to. */
        LOOKUP,
        /** Exchange rates. */
        RATES
    }

    private final String file;
    private final Use use;
    private final int usedRows;
    private final Map<String, Integer> skippedRows;
    private final int unmatchedRows;
    private final int unfitRows;
    private final List<RecordAccount> records;
    private final List<String> columnsRead;
    private final List<String> columnsNotRead;
    private final List<String> attributes;
    private final List<ImportNote> notes;
    private final List<ImportNote> remarks;

    private FileAccount(Builder builder) {
        this.file = builder.file;
        this.use = builder.use;
        this.usedRows = builder.usedRows;
        this.skippedRows = ImmutableMap.copyOf(builder.skippedRows);
        this.unmatchedRows = builder.unmatchedRows;
        this.unfitRows = builder.unfitRows;
        this.records = List.copyOf(builder.records);
        this.columnsRead = List.copyOf(builder.columnsRead);
        this.columnsNotRead = List.copyOf(builder.columnsNotRead);
        this.attributes = List.copyOf(builder.attributes);
        this.notes = List.copyOf(builder.notes);
        this.remarks = List.copyOf(builder.remarks);
    }

    /**
     * Begins an account; importers do.
     *
     * @param file the name of the file
     * @param use what it was read for
     * @return a builder
     */
    public static Builder builder(String file, Use use) {
        return new Builder(requireNonNull(file, "file"), requireNonNull(use, "use"));
    }

    /**
     * Returns the name of the file.
     *
     * @return such as {@code calls.csv}; of a sheet, that of the workbook and the sheet
     */
    public String file() {
        return file;
    }

    /**
     * Returns what the file was read for.
     *
     * @return the use
     */
    public Use use() {
        return use;
    }

    /**
     * Returns how many rows the file has, empty ones left out.
     *
     * @return those used, skipped, unmatched and unfit
     */
    public int rows() {
        return usedRows
                + skippedRows.values().stream().mapToInt(Integer::intValue).sum()
                + unmatchedRows
                + unfitRows;
    }

    /**
     * Returns how many rows were used.
     *
     * @return in the CSV folder, those that became records or rates; by a mapping, those that some rule was for, though their
     *     record may have been set aside; of a file where things are looked up, all whole ones
     */
    public int usedRows() {
        return usedRows;
    }

    /**
     * Returns how many rows a mapping skipped.
     *
     * @return the rows by the reason that the mapping gives, in its order; reasons that no row met are there too
     */
    public Map<String, Integer> skippedRows() {
        return skippedRows;
    }

    /**
     * Returns how many rows no rule of a mapping was for.
     *
     * @return the rows
     */
    public int unmatchedRows() {
        return unmatchedRows;
    }

    /**
     * Returns how many rows were set aside before anything was made of them.
     *
     * @return those that are no whole ones or have a damaged cell; in the CSV folder, those set aside for a bad field too
     */
    public int unfitRows() {
        return unfitRows;
    }

    /**
     * Returns what became of the rows that were used.
     *
     * @return an account for each kind of record, in the order of the mapping; two rules may be for one kind
     */
    public List<RecordAccount> records() {
        return records;
    }

    /**
     * Returns the columns that were read.
     *
     * @return their names as the file has them
     */
    public List<String> columnsRead() {
        return columnsRead;
    }

    /**
     * Returns the columns that were not read.
     *
     * @return their names as the file has them; of a file without a header those of its first row
     */
    public List<String> columnsNotRead() {
        return columnsNotRead;
    }

    /**
     * Returns the columns of the CSV folder that became attributes.
     *
     * @return their names in alphabetical order; they are among those read
     */
    public List<String> attributes() {
        return attributes;
    }

    /**
     * Returns what else is told of the rows that were used.
     *
     * @return the notes
     */
    public List<ImportNote> notes() {
        return notes;
    }

    /**
     * Returns what in the file may have been meant otherwise than it was read.
     *
     * @return the remarks, each of which begins with a column
     */
    public List<ImportNote> remarks() {
        return remarks;
    }

    /** Returns the account as text, as the account of an import has it. */
    @Override
    public String toString() {
        return String.join("\n", AccountText.of(this));
    }

    /** Collects what an account consists of. Not thread-safe. */
    public static final class Builder {

        private final String file;
        private final Use use;
        private final Map<String, Integer> skippedRows = new LinkedHashMap<>();
        private final List<RecordAccount> records = new ArrayList<>();
        private final List<ImportNote> notes = new ArrayList<>();
        private final List<ImportNote> remarks = new ArrayList<>();
        private List<String> columnsRead = List.of();
        private List<String> columnsNotRead = List.of();
        private List<String> attributes = List.of();
        private int usedRows;
        private int unmatchedRows;
        private int unfitRows;

        private Builder(String file, Use use) {
            this.file = file;
            this.use = use;
        }

        /**
         * Gives the rows that were used.
         *
         * @param count how many
         * @return this builder
         */
        public Builder used(int count) {
            usedRows = count;
            return this;
        }

        /**
         * Gives rows that were skipped for a reason.
         *
         * @param reason the reason that the mapping gives
         * @param count how many
         * @return this builder
         */
        public Builder skipped(String reason, int count) {
            skippedRows.put(reason, count);
            return this;
        }

        /**
         * Gives the rows that no rule was for.
         *
         * @param count how many
         * @return this builder
         */
        public Builder unmatched(int count) {
            unmatchedRows = count;
            return this;
        }

        /**
         * Gives the rows that were set aside before anything was made of them.
         *
         * @param count how many
         * @return this builder
         */
        public Builder unfit(int count) {
            unfitRows = count;
            return this;
        }

        /**
         * Adds what became of rows that were used.
         *
         * @param account the account of one kind of record
         * @return this builder
         */
        public Builder records(RecordAccount account) {
            records.add(account);
            return this;
        }

        /**
         * Gives the columns.
         *
         * @param read the names of those that were read
         * @param notRead the names of the others
         * @return this builder
         */
        public Builder columns(List<String> read, List<String> notRead) {
            columnsRead = read;
            columnsNotRead = notRead;
            return this;
        }

        /**
         * Gives the columns that became attributes.
         *
         * @param names their names
         * @return this builder
         */
        public Builder attributes(List<String> names) {
            attributes = names;
            return this;
        }

        /**
         * Adds a note about the rows that were used.
         *
         * @param note the note
         * @return this builder
         */
        public Builder note(ImportNote note) {
            notes.add(note);
            return this;
        }

        /**
         * Adds what may have been meant otherwise than it was read.
         *
         * @param remark the remark, which begins with a column
         * @return this builder
         */
        public Builder remark(ImportNote remark) {
            remarks.add(remark);
            return this;
        }

        /**
         * Completes the account.
         *
         * @return the account
         */
        public FileAccount build() {
            return new FileAccount(this);
        }
    }
}
