package org.saleskpi.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * Reports as a table with one row for each indicator of each period and group, which spreadsheets and BI tools can filter
 * and pivot. Values are plain numbers, written in one {@link CsvDialect}.
 */
public final class TidyCsv implements ReportWriter {

    private static final String[] COLUMNS = {
        "period_start", "period_end", "level", "group", "indicator", "value", "numerator", "denominator", "open", "unit"
    };

    /** Text that begins with one of these would run as a formula in a spreadsheet. */
    private static final String RISKY_STARTS = "=+-@\t\r\n";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvDialect dialect;
    private final boolean isGuarded;

    /**
     * Creates a writer.
     *
     * @param dialect how to separate cells and write decimals
     */
    public TidyCsv(CsvDialect dialect) {
        this(dialect, true);
    }

    private TidyCsv(CsvDialect dialect, boolean isGuarded) {
        this.dialect = dialect;
        this.isGuarded = isGuarded;
    }

    /** Creates a writer for programs, which run no formulas: text is as it is. */
    static TidyCsv forPrograms() {
        return new TidyCsv(CsvDialect.STANDARD, false);
    }

    @Override
    public void write(Answers answers, OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        // Not closed, only flushed: closing it would close the stream.
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(dialect.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8);
        try {
            csv.writeRecord(COLUMNS);
            answers.groups().forEach(group -> rows(csv, "group", group.key(), group.reports()));
            rows(csv, "total", null, answers.total());
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void rows(CsvWriter csv, String level, @Nullable String group, List<KpiReport> reports) {
        for (KpiReport report : reports) {
            ReportTerms terms = report.terms();
            String start = bound(terms.period().startInclusive(), terms.zone());
            String end = bound(terms.period().endExclusive(), terms.zone());
            for (Indicator<?> indicator : report.indicators()) {
                for (Row row : rows(indicator.key(), report.get(indicator))) {
                    csv.writeRecord(
                            start,
                            end,
                            level,
                            group == null ? "" : guarded(group),
                            guarded(row.indicator),
                            dialect.number(row.value),
                            dialect.number(row.numerator),
                            row.denominator,
                            row.open,
                            row.unit);
                }
            }
        }
    }

    private static List<Row> rows(String key, KpiValue<?> value) {
        if (value instanceof Count count) {
            return List.of(new Row(key, "count").value(Long.toString(count.value())));
        } else if (value instanceof Amount amount) {
            return List.of(new Row(key, amount.currency().getCode()).value(plain(amount.money())));
        } else if (value instanceof MeanAmount mean) {
            return List.of(new Row(key, mean.currency().getCode())
                    .value(mean.mean().map(TidyCsv::plain).orElse(""))
                    .of(plain(mean.total().money()), mean.count()));
        } else if (value instanceof Days days) {
            return List.of(
                    new Row(key, "days").value(plain(days.mean())).of(Long.toString(days.total()), days.count()),
                    new Row(key + "-median", "days").value(plain(days.median())));
        } else if (value instanceof Rate rate) {
            return List.of(new Row(key, "rate")
                    .value(plain(rate.value()))
                    .of(Long.toString(rate.hits()), rate.total())
                    .open(rate.open()));
        } else if (value instanceof Ratio ratio) {
            return List.of(new Row(key, "ratio")
                    .value(plain(ratio.value()))
                    .of(Long.toString(ratio.dividend()), ratio.divisor()));
        }
        throw new AssertionError("no row for " + value.getClass());
    }

    private static String bound(Instant bound, ZoneId zone) {
        ZonedDateTime local = bound.atZone(zone);
        return local.equals(local.toLocalDate().atStartOfDay(zone))
                ? local.toLocalDate().toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.from(local));
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }

    private static String plain(OptionalDouble number) {
        return number.isEmpty() ? "" : BigDecimal.valueOf(number.getAsDouble()).toPlainString();
    }

    private String guarded(String text) {
        return isGuarded && !text.isEmpty() && RISKY_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The cells of one indicator; what does not apply stays empty. */
    private static final class Row {

        private final String indicator;
        private final String unit;
        private String value = "";
        private String numerator = "";
        private String denominator = "";
        private String open = "";

        Row(String indicator, String unit) {
            this.indicator = indicator;
            this.unit = unit;
        }

        Row value(String value) {
            this.value = value;
            return this;
        }

        Row of(String numerator, long denominator) {
            this.numerator = numerator;
            this.denominator = Long.toString(denominator);
            return this;
        }

        Row open(long open) {
            this.open = Long.toString(open);
            return this;
        }
    }
}
