package org.saleskpi.intake.mapping;

import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.table.Row;

/** Counts the rows that were read to look things up. Not thread-safe. */
final class LookupTally {

    private int rows;
    private int unfit;

    void row(Row row) {
        rows++;
        unfit += row.fault() == null ? 0 : 1;
    }

    FileAccount.Builder account(String file) {
        return FileAccount.builder(file, FileAccount.Use.LOOKUP)
                .used(rows - unfit)
                .unfit(unfit);
    }
}
