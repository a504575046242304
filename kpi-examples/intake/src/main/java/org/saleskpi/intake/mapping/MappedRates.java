package org.saleskpi.intake.mapping;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.record.Collector;
import org.saleskpi.intake.record.GatheredRates;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.table.CountedNoun;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Tables;
import org.saleskpi.sales.RecordType;

/** Reads the exchange rates of an import: by the mapping, and those of {@code rates.csv}. Not thread-safe. */
final class MappedRates {

    private final Tables files;
    private final ZoneId zone;
    private final Collector collector;
    private final Reader reader;
    private final GatheredRates rates;

    /** Reads the rows of a file. */
    interface Reader {
        MappedFolder.@Nullable Reading read(String file, RecordType type, ReadColumns wanted, Consumer<Row> rows);
    }

    MappedRates(Tables files, ZoneId zone, Collector collector, Reader reader) {
        this.files = files;
        this.zone = zone;
        this.collector = collector;
        this.reader = reader;
        this.rates = new GatheredRates(collector);
    }

    /** Reads the files of rules, and {@code rates.csv} unless it has been read. */
    void read(List<RatesRule> rules, Set<String> read) {
        for (RatesRule rule : rules) {
            List<String> found = rule.names().among(files);
            if (found.isEmpty()) {
                collector.missing(rule.names().toString());
            }
            found.forEach(file -> read(file, rule));
        }
        if (files.names().contains(RatesFile.NAME) && read.add(RatesFile.NAME)) {
            RatesFile.read(files, rates, collector);
        }
        rates.finish();
    }

    /** Counts the rows of a file. */
    private static final class Tally {
        private int good;
        private int bad;
    }

    private void read(String file, RatesRule rule) {
        Tally tally = new Tally();
        MappedFolder.Reading reading =
                reader.read(file, RecordType.EXCHANGE_RATE, rule.columns(), row -> add(file, rule, row, tally));
        if (reading != null) {
            rates.accountLater(() -> {
                FileAccount.Builder account = FileAccount.builder(file, FileAccount.Use.RATES)
                        .used(tally.good)
                        .unfit(tally.bad)
                        .note(ImportNote.of(CountedNoun.of(rates.kept(file), "exchange rate")))
                        .columns(reading.columns().read(), reading.columns().notRead());
                collector
                        .doubtRemarks(RecordType.EXCHANGE_RATE, file, reading.remarks())
                        .forEach(account::remark);
                collector.account(account.build());
            });
        }
    }

    private void add(String file, RatesRule rule, Row row, Tally tally) {
        Row.Fault fault = row.fault();
        if (fault != null) {
            rates.problem(row.origin(), null, fault.field(), fault.value(), fault.reason());
        }
        List<GatheredRates.Rate> found = fault == null ? rule.read(file, row, zone, rates) : null;
        if (found == null) {
            tally.bad++;
        } else {
            tally.good++;
            found.forEach(rates::add);
        }
    }
}
