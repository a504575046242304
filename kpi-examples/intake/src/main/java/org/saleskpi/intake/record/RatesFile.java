package org.saleskpi.intake.record;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.CsvTable;
import org.saleskpi.intake.table.DataFiles;
import org.saleskpi.intake.table.Decimals;
import org.saleskpi.intake.table.FileKind;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/**
 * The file of exchange rates: {@code date}, {@code from}, {@code to}, {@code rate}. Other columns are not read. Of rates of
 * one pair and day that are equal one is kept and the others are problems; rates that differ are all problems.
 */
public final class RatesFile {

    /** The name of the file. */
    public static final String NAME = "rates.csv";

    private static final WantedColumns COLUMNS = WantedColumns.of("date", "from", "to", "rate");

    /**
     * Returns the columns of the file.
     *
     * @return their names, in order
     */
    public static List<String> columns() {
        return List.copyOf(COLUMNS.names());
    }

    private final Map<Key, List<Rate>> rates = new LinkedHashMap<>();
    private final Collector collector;

    private RatesFile(Collector collector) {
        this.collector = collector;
    }

    private record Key(CurrencyUnit from, CurrencyUnit to, LocalDate day) {
        @Override
        public String toString() {
            return from + "/" + to + " " + day;
        }
    }

    private record Rate(BigDecimal value, String written, Origin origin) {}

    /**
     * Reads the rates of data.
     *
     * @param files files with one of rates
     * @param collector takes the rates, the problems and a line of summary
     */
    public static void read(DataFiles files, Collector collector) {
        try {
            Path path = files.path(NAME);
            FileKind.check(path);
            readRows(path, collector);
        } catch (BrokenFileException e) {
            collector.addBrokenFile(e.problem(RecordType.EXCHANGE_RATE));
        }
    }

    private static void readRows(Path path, Collector collector) {
        try (CsvTable table = CsvTable.open(path, TableForm.STANDARD, COLUMNS, Progress.NONE)) {
            table.check(COLUMNS);
            RatesFile file = new RatesFile(collector);
            int rows = 0;
            for (Row row = table.next(); row != null; row = table.next()) {
                rows++;
                file.add(row);
            }
            int kept = file.finish();
            collector.account(FileAccount.builder(NAME, FileAccount.Use.RATES)
                    .used(kept)
                    .unfit(rows - kept)
                    .columns(
                            columns(),
                            table.columns().stream()
                                    .filter(column -> !COLUMNS.names().contains(column))
                                    .toList())
                    .build());
        }
    }

    private void add(Row row) {
        Row.Fault fault = row.fault();
        if (fault != null) {
            problem(row.origin(), null, fault.field(), fault.value(), fault.reason());
            return;
        }
        LocalDate day = required(row, "date", RatesFile::day);
        CurrencyUnit from = required(row, "from", RatesFile::currency);
        CurrencyUnit to = required(row, "to", RatesFile::currency);
        BigDecimal rate = required(row, "rate", RatesFile::rate);
        if (day != null && from != null && to != null && rate != null) {
            rates.computeIfAbsent(new Key(from, to, day), key -> new ArrayList<>(1))
                    .add(new Rate(rate, String.valueOf(row.cell("rate")), row.origin()));
        }
    }

    private interface Read<T> {
        T read(String text) throws BadCellException;
    }

    private <T> @Nullable T required(Row row, String field, Read<T> read) {
        String text = row.cell(field);
        if (text == null) {
            problem(row.origin(), null, field, null, "is missing");
            return null;
        }
        try {
            return read.read(text);
        } catch (BadCellException e) {
            problem(row.origin(), null, field, text, e.reason());
            return null;
        }
    }

    private static LocalDate day(String text) throws BadCellException {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!YearBounds.USUAL.contains(day)) {
                throw new BadCellException(text, YearBounds.USUAL.expected());
            }
            return day;
        } catch (DateTimeException e) {
            throw new BadCellException(text, "is not a date such as 2026-03-02");
        }
    }

    private static CurrencyUnit currency(String text) throws BadCellException {
        try {
            return CurrencyUnit.of(text);
        } catch (IllegalCurrencyException e) {
            throw new BadCellException(text, "is not the code of a currency, such as EUR");
        }
    }

    private static BigDecimal rate(String text) throws BadCellException {
        try {
            BigDecimal rate = Decimals.parse(text);
            if (rate.signum() <= 0) {
                throw new BadCellException(text, "is not positive");
            }
            return rate;
        } catch (NumberFormatException e) {
            throw new BadCellException(text, String.valueOf(e.getMessage()));
        }
    }

    private void problem(Origin origin, @Nullable String id, String field, @Nullable String value, String reason) {
        collector.add(Problem.builder(RecordType.EXCHANGE_RATE, field)
                .id(id)
                .value(RecordMaker.shown(value))
                .origin(origin)
                .reason(reason));
    }

    private int finish() {
        ExchangeRates.Builder kept = ExchangeRates.builder();
        int count = 0;
        for (Map.Entry<Key, List<Rate>> entry : rates.entrySet()) {
            Key key = entry.getKey();
            List<Rate> namesakes = entry.getValue();
            boolean equal = new TreeSet<>(namesakes.stream().map(Rate::value).toList()).size() == 1;
            if (equal) {
                kept.rate(key.day(), key.from(), key.to(), namesakes.get(0).value());
                count++;
            }
            for (Rate rate : namesakes.subList(equal ? 1 : 0, namesakes.size())) {
                problem(
                        rate.origin(),
                        key.toString(),
                        "rate",
                        rate.written(),
                        equal
                                ? "is repeated: an equal rate is kept"
                                : "is one of " + namesakes.size() + " rates that differ");
            }
        }
        collector.rates(kept.build());
        return count;
    }
}
