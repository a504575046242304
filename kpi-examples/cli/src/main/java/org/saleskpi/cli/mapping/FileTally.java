package org.saleskpi.cli.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.saleskpi.cli.source.Counted;

/**
 * The account of one file. Every row is used, skipped, without a rule, or unfit to be read; every record that used rows
 * were to become is made or set aside. Not thread-safe.
 */
final class FileTally {

    private final String file;
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private final List<RecordTally> records = new ArrayList<>();
    private int used;
    private int unmatched;
    private int unfit;

    FileTally(String file, FileRule rule) {
        this.file = file;
        rule.skips().forEach(skip -> skipped.put(skip.reason(), 0));
        rule.records().forEach(one -> records.add(new RecordTally(one)));
    }

    List<RecordTally> records() {
        return records;
    }

    void used() {
        used++;
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

    void summarize(Consumer<String> summary) {
        summary.accept(file + ": " + Counted.of(used + Counts.total(skipped) + unmatched + unfit, "row") + " read");
        summary.accept("  " + used + " used");
        records.forEach(record -> record.summarize(summary));
        skipped.forEach((reason, count) -> summary.accept("  " + count + " skipped: " + reason));
        if (unmatched > 0) {
            summary.accept("  " + unmatched + " matched no rule");
        }
        if (unfit > 0) {
            summary.accept("  " + unfit + " set aside: not a whole row");
        }
    }
}
