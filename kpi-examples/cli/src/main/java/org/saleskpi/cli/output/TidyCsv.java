package org.saleskpi.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;

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
    public void write(Question question, OutputStream out) throws IOException {
        write(question.answers(), out);
    }

    void write(Answers answers, OutputStream out) throws IOException {
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
                Figure figure = Figure.of(report.get(indicator));
                Figure.Measure median = figure.median();
                csv.writeRecord(
                        start,
                        end,
                        level,
                        group == null ? "" : guarded(group),
                        guarded(indicator.key()),
                        cell(figure.value()),
                        cell(figure.numerator()),
                        cell(figure.denominator()),
                        cell(figure.open()),
                        unit(figure.value()));
                if (median != null) {
                    csv.writeRecord(
                            start,
                            end,
                            level,
                            group == null ? "" : guarded(group),
                            guarded(indicator.key() + "-median"),
                            cell(median),
                            "",
                            "",
                            "",
                            unit(median));
                }
            }
        }
    }

    private String cell(Figure.@Nullable Measure measure) {
        return measure == null ? "" : dialect.number(measure.plain());
    }

    private static String unit(Figure.Measure measure) {
        CurrencyUnit currency = measure.currency();
        return currency == null ? measure.unit().name().toLowerCase(Locale.ROOT) : currency.getCode();
    }

    private static String bound(Instant bound, ZoneId zone) {
        ZonedDateTime local = bound.atZone(zone);
        return local.equals(local.toLocalDate().atStartOfDay(zone))
                ? local.toLocalDate().toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.from(local));
    }

    private String guarded(String text) {
        return isGuarded && !text.isEmpty() && RISKY_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
