package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.table.CountedNoun;
import org.saleskpi.intake.table.Row;

/**
 * The account of one file. Every row is used, skipped, without a rule, or unfit to be read; every record that used rows
 * were to become is made or set aside. Not thread-safe.
 */
final class FileTally {

    private final String file;
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private final List<RecordTally> records = new ArrayList<>();
    private final WatchedTexts watched;
    private final Map<TextSource, Further> further = new LinkedHashMap<>();
    private int used;
    private int unmatched;
    private int unfit;

    FileTally(String file, FileRule rule) {
        this.file = file;
        rule.skips().forEach(skip -> skipped.put(skip.reason(), 0));
        rule.records().forEach(one -> records.add(new RecordTally(one)));
        watched = new WatchedTexts(rule);
        rule.sources()
                .filter(source -> !source.separator().isEmpty())
                .map(TextSource::cells)
                .forEach(source -> further.putIfAbsent(source, new Further()));
    }

    /** The cells with several texts, and how many texts they have beyond the first. */
    private static final class Further {
        private int cells;
        private int texts;
    }

    WatchedTexts watched() {
        return watched;
    }

    List<RecordTally> records() {
        return records;
    }

    void used(Row row) {
        used++;
        further.forEach((source, count) -> {
            int texts = source.further(row);
            count.cells += texts > 0 ? 1 : 0;
            count.texts += texts;
        });
    }

    void skipped(String reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    void unmatched() {
        unmatched++;
    }

    void unfit() {
        unfit++;
    }

    /** The account, to which what is to be said of the table is to be added. */
    FileAccount.Builder account() {
        FileAccount.Builder account = FileAccount.builder(file, FileAccount.Use.MAPPING)
                .used(used)
                .unmatched(unmatched)
                .unfit(unfit);
        records.forEach(record -> account.records(record.account()));
        further.forEach((source, count) -> {
            if (count.cells > 0) {
                account.note(ImportNote.of(source.columns().get(0) + ": " + CountedNoun.of(count.cells, "cell")
                        + " with several texts, of which the first counts; "
                        + CountedNoun.of(count.texts, "further text") + " left out"));
            }
        });
        skipped.forEach(account::skipped);
        return account;
    }
}
