package org.saleskpi.intake.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.Decimals;
import org.saleskpi.intake.table.HeaderCheck;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.Tables;
import org.saleskpi.intake.table.WantedColumns;
import org.saleskpi.sales.RecordType;

/**
 * The file of exchange rates: {@code date}, {@code from}, {@code to}, {@code rate}. Other columns are not read. Of rates of
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

    private final GatheredRates rates;

    private RatesFile(GatheredRates rates) {
        this.rates = rates;
    }

    /**
     * Reads the rates of data.
     *
     * @param files files with one of rates
     * @param rates takes the rates and the problems
     * @param collector takes a file that is broken, and the account of one that is not
     */
    public static void read(Tables files, GatheredRates rates, Collector collector) {
        try {
            readRows(files, rates, collector);
        } catch (BrokenFileException e) {
            collector.addBrokenFile(e.problem(RecordType.EXCHANGE_RATE));
        }
    }

    private static void readRows(Tables files, GatheredRates rates, Collector collector) {
        try (Table table = files.open(new SheetName(NAME, null), TableForm.STANDARD, COLUMNS, Progress.NONE)) {
            HeaderCheck.check(NAME, table, COLUMNS);
            RatesFile file = new RatesFile(rates);
            int rows = 0;
            for (Row row = table.next(); row != null; row = table.next()) {
                rows++;
                file.add(row);
            }
            int read = rows;
            List<String> notRead = table.columns().stream()
                    .filter(column -> !COLUMNS.names().contains(column))
                    .toList();
            rates.accountLater(() -> collector.account(FileAccount.builder(NAME, FileAccount.Use.RATES)
                    .used(rates.kept(NAME))
                    .unfit(read - rates.kept(NAME))
                    .columns(columns(), notRead)
                    .build()));
        }
    }

    private void add(Row row) {
        Row.Fault fault = row.fault();
        if (fault != null) {
            rates.problem(row.origin(), null, fault.field(), fault.value(), fault.reason());
            return;
        }
        LocalDate day = required(row, "date", RatesFile::day);
        CurrencyUnit from = required(row, "from", RatesFile::currency);
        CurrencyUnit to = required(row, "to", RatesFile::currency);
        BigDecimal rate = required(row, "rate", RatesFile::rate);
        if (day != null && from != null && to != null && rate != null) {
            String written = String.valueOf(row.cell("rate"));
            rates.add(new GatheredRates.Rate(day, from, to, rate, written, NAME, row.origin(), false));
        }
    }

    private interface Read<T> {
        T read(String text) throws BadCellException;
    }

    private <T> @Nullable T required(Row row, String field, Read<T> read) {
        String text = row.cell(field);
        if (text == null) {
            rates.problem(row.origin(), null, field, null, "is missing");
            return null;
        }
        try {
            return read.read(text);
        } catch (BadCellException e) {
            rates.problem(row.origin(), null, field, text, e.reason());
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
}
