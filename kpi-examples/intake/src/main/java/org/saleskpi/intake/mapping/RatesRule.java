package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.GatheredRates;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.TableForm;

/**
 * How files become exchange rates: one unit of a currency is worth so many of another.
 *
 * @param names which files
 * @param form how they are written
 * @param date the day from which on a rate holds
 * @param from the currency of the unit
 * @param to the other currency
 * @param rate how many; null where each currency has a column
 * @param none texts that stand for no rate
 * @param isInvertible whether the inverse of each rate is one too
 * @param forms how days and numbers are written
 */
record RatesRule(
        FileNames names,
        TableForm form,
        Column date,
        Side from,
        Side to,
        @Nullable Column rate,
        ListedTexts none,
        boolean isInvertible,
        Forms forms) {

    private static final String COLUMNS = "columns";

    /** One of the two currencies of a rate. */
    sealed interface Side {}

    /** Always the same currency. */
    record OfCode(CurrencyUnit currency) implements Side {}

    /** That whose code a column has. */
    record OfColumn(Column column) implements Side {}

    /** Each whose code is the name of a column, in which its rates are. */
    record OfHeader() implements Side {}

    /** Parses an entry of {@code files} that has rates. */
    static RatesRule parse(String name, Yaml yaml, TableForm form, Forms forms) throws InvalidMappingException {
        Yaml.Block file =
                yaml.block("also", "csv", "json", "sheet", "header", "short_rows", "moments", "numbers", "rates");
        Yaml.Block block = file.required("rates").block("date", "from", "to", "rate", "none", "inverse");
        Yaml none = block.optional("none");
        Side from = side(block.required("from"));
        Side to = side(block.required("to"));
        boolean isWide = from instanceof OfHeader || to instanceof OfHeader;
        if (from instanceof OfHeader && to instanceof OfHeader) {
            throw block.node().error("has columns for both from and to, expected them for one");
        }
        Yaml rate = isWide ? block.optional("rate") : block.required("rate");
        if (isWide && rate != null) {
            throw rate.error("stands beside columns, in which the rates are, expected one of both");
        }
        return new RatesRule(
                FileRule.names(name, file),
                TableForms.parse(file, form),
                Column.parse(block.required("date")),
                from,
                to,
                rate == null ? null : Column.parse(rate),
                ListedTexts.of(none == null ? Set.of() : none.texts(), false),
                block.flag("inverse"),
                forms);
    }

    private static Side side(Yaml yaml) throws InvalidMappingException {
        if (!yaml.isText()) {
            return new OfColumn(Column.parse(yaml.block("column").required("column")));
        }
        return yaml.text().equals(COLUMNS) ? new OfHeader() : new OfCode(CurrencyUnit.of(CurrencyRule.code(yaml)));
    }

    /** The columns that are read. */
    ReadColumns columns() {
        Set<Column> required = new LinkedHashSet<>(List.of(date));
        Set<Column> optional = new LinkedHashSet<>();
        for (Side side : List.of(from, to)) {
            if (side instanceof OfColumn column) {
                required.add(column.column());
            } else if (side instanceof OfHeader) {
                CurrencyUnit.registeredCurrencies()
                        .forEach(currency -> optional.add(new Column(List.of(currency.getCode()))));
            }
        }
        if (rate != null) {
            required.add(rate);
        }
        return new ReadColumns(required, optional, Set.of());
    }

    /** The rates of a row; null if it is bad, which is then told. */
    @Nullable
    List<GatheredRates.Rate> read(String file, Row row, ZoneId run, GatheredRates rates) {
        LocalDate day = tell(row, "date", date, text -> day(text, run), rates);
        if (rate != null) {
            CurrencyUnit unit = currency(row, "from", from, rates);
            CurrencyUnit other = currency(row, "to", to, rates);
            BigDecimal value = tell(row, "rate", rate, text -> number(text, rate.isNumber(row)), rates);
            return day == null || unit == null || other == null || value == null
                    ? null
                    : List.of(rate(file, row, day, unit, other, value, String.valueOf(rate.text(row))));
        }
        List<GatheredRates.Rate> found = new ArrayList<>();
        boolean isBad = day == null;
        for (CurrencyUnit currency : CurrencyUnit.registeredCurrencies()) {
            Column column = new Column(List.of(currency.getCode()));
            String text = column.text(row);
            if (text == null || none.has(text)) {
                continue;
            }
            BigDecimal value = tell(row, currency.getCode(), column, cell -> number(cell, column.isNumber(row)), rates);
            isBad |= value == null;
            CurrencyUnit unit = from instanceof OfCode code ? code.currency() : currency;
            CurrencyUnit other = to instanceof OfCode code ? code.currency() : currency;
            if (day != null && value != null && !unit.equals(other)) {
                found.add(rate(file, row, day, unit, other, value, text));
            }
        }
        return isBad ? null : found;
    }

    private GatheredRates.Rate rate(
            String file, Row row, LocalDate day, CurrencyUnit unit, CurrencyUnit other, BigDecimal value, String text) {
        return new GatheredRates.Rate(day, unit, other, value, text, file, row.origin(), isInvertible);
    }

    private interface Reader<T> {
        T read(String text) throws BadCellException;
    }

    private static <T> @Nullable T tell(Row row, String field, Column column, Reader<T> reader, GatheredRates rates) {
        String text = column.text(row);
        try {
            if (text == null) {
                throw new BadCellException(null, "is missing");
            }
            return reader.read(text);
        } catch (BadCellException e) {
            rates.problem(row.origin(), null, field, text, e.reason());
            return null;
        }
    }

    private static @Nullable CurrencyUnit currency(Row row, String field, Side side, GatheredRates rates) {
        return side instanceof OfColumn column
                ? tell(row, field, column.column(), RatesRule::currency, rates)
                : ((OfCode) side).currency();
    }

    private static CurrencyUnit currency(String code) throws BadCellException {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw new BadCellException(code, "is not the code of a currency, such as EUR");
        }
    }

    private LocalDate day(String text, ZoneId run) throws BadCellException {
        Moment moment = forms.moments().read(text, run);
        LocalDate date = moment.date();
        return date == null
                ? LocalDate.ofInstant(moment.instant(), forms.moments().zoneIn(run))
                : date;
    }

    private BigDecimal number(String text, boolean isNumber) throws BadCellException {
        BigDecimal number = (isNumber ? NumberForms.PLAIN : forms.numbers()).read(text);
        if (number.signum() <= 0) {
            throw new BadCellException(text, "is not positive");
        }
        return number;
    }
}
