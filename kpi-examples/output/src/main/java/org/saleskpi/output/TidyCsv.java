package org.saleskpi.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Unit;

/**
 * Reports as a table with one row for each indicator of each period and group, which spreadsheets and BI tools can filter
 * and pivot. Values are plain numbers, written in one {@link CsvDialect}.
 *
 * <pre>{@code
 * ByteArrayOutputStream csv = new ByteArrayOutputStream();
 * KpiSeries series = kpis.during(DateRange.quarter(2026, 1)).every(CalendarUnit.MONTH);
 * new TidyCsv(CsvDialect.STANDARD).write(Answers.of(series), csv);
 * assert csv.toString().lines().filter(row -> row.contains("win-rate")).count() == 3;
 * }</pre>
 */
public final class TidyCsv implements ReportWriter {

    /** What stands before the keys of a group, between them and the values, and last. */
    private static final List<String> FIRST = List.of("period_start", "period_end", "level");

    private static final List<String> VALUES =
            List.of("indicator", "value", "numerator", "denominator", "open", "unit");

    private static final List<String> LAST = List.of("dimension", "where", "as_of");

    /** What follows where reports are compared. */
    private static final List<String> COMPARED = List.of("before", "change");

    /** What follows where they are held against targets. */
    private static final List<String> TARGETED = List.of("at_least", "at_most", "met", "attainment");

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
        write(question.answers(), question.targets() != null, out);
    }

    /**
     * Writes answers.
     *
     * @param answers the answers
     * @param out takes the bytes; it is left open
     * @throws IOException if the answers cannot be written
     */
    public void write(Answers answers, OutputStream out) throws IOException {
        write(answers, false, out);
    }

    private void write(Answers answers, boolean isTargeted, OutputStream out) throws IOException {
        CsvFile.write(out, dialect, csv -> {
            csv.writeRecord(columns(answers.dimensions(), answers.isCompared(), isTargeted).stream()
                    .map(this::guarded)
                    .toList());
            for (Answers.Group group : answers.groups()) {
                rows(csv, answers, isTargeted, "group", group.key().parts(), group.reports(), group.assessments());
            }
            rows(
                    csv,
                    answers,
                    isTargeted,
                    "total",
                    Collections.nCopies(Math.max(1, answers.dimensions().size()), null),
                    answers.total(),
                    answers.assessments());
        });
    }

    /** The names of the columns: those of several dimensions are theirs, in place of that of the group. */
    static List<String> columns(List<String> dimensions, boolean isCompared, boolean isTargeted) {
        List<String> after = new ArrayList<>(VALUES);
        after.addAll(LAST);
        if (isCompared) {
            after.addAll(COMPARED);
        }
        if (isTargeted) {
            after.addAll(TARGETED);
        }
        List<String> columns = new ArrayList<>(FIRST);
        if (dimensions.size() > 1) {
            // An attribute may be called as a column is.
            dimensions.forEach(dimension -> columns.add(
                    FIRST.contains(dimension) || after.contains(dimension) ? dimension + "_key" : dimension));
        } else {
            columns.add("group");
        }
        columns.addAll(after);
        return columns;
    }

    private void rows(
            CsvWriter csv,
            Answers answers,
            boolean isTargeted,
            String level,
            List<@Nullable String> group,
            List<KpiReport> reports,
            List<Assessment> assessments) {
        for (int i = 0; i < reports.size(); i++) {
            KpiReport report = reports.get(i);
            Assessment assessment = assessments.get(i);
            ReportTerms terms = report.terms();
            List<String> first = new ArrayList<>();
            first.add(CsvFile.bound(terms.period().startInclusive(), terms.zone()));
            first.add(CsvFile.bound(terms.period().endExclusive(), terms.zone()));
            first.add(level);
            group.forEach(key -> first.add(key == null ? "" : guarded(key)));
            Instant asOf = terms.asOf();
            List<String> last = List.of(
                    guarded(String.join(",", answers.dimensions())),
                    guarded(CsvFile.conditions(answers.scope())),
                    asOf == null ? "" : asOf.toString());
            for (Indicator<?> indicator : report.indicators()) {
                Figure figure = Figure.of(report.get(indicator));
                row(
                        csv,
                        first,
                        indicator.key(),
                        figure.value(),
                        figure,
                        assessmentCells(last, assessment, indicator, isTargeted, false));
                if (figure.median() != null) {
                    row(
                            csv,
                            first,
                            indicator.key() + "-median",
                            figure.median(),
                            null,
                            assessmentCells(last, assessment, indicator, isTargeted, true));
                }
            }
        }
    }

    /** What follows the number itself. A median has the one before, but neither change nor target: those are of the mean. */
    private List<String> assessmentCells(
            List<String> last, Assessment assessment, Indicator<?> indicator, boolean isTargeted, boolean isMedian) {
        List<String> cells = new ArrayList<>(last);
        Comparison comparison = assessment.comparison();
        if (comparison != null) {
            Figure before = Figure.of(comparison.before().get(indicator));
            OptionalDouble change = isMedian ? OptionalDouble.empty() : comparison.change(indicator);
            cells.add(cell(isMedian ? before.median() : before.value()));
            cells.add(change.isEmpty() ? "" : number(BigDecimal.valueOf(change.getAsDouble())));
        }
        if (isTargeted) {
            TargetResult result = isMedian ? null : assessment.targets().get(indicator.key());
            Boolean met = result == null ? null : result.met();
            Double attainment = result == null ? null : result.attainment();
            cells.add(result == null ? "" : number(result.atLeast()));
            cells.add(result == null ? "" : number(result.atMost()));
            cells.add(met == null ? "" : met.toString());
            cells.add(attainment == null ? "" : number(BigDecimal.valueOf(attainment)));
        }
        return cells;
    }

    private String number(@Nullable BigDecimal number) {
        return number == null ? "" : dialect.number(number.toPlainString());
    }

    /** Writes a number, with what it is made of if that is known. */
    private void row(
            CsvWriter csv,
            List<String> first,
            String indicator,
            Figure.Measure value,
            @Nullable Figure parts,
            List<String> last) {
        List<String> cells = new ArrayList<>(first);
        cells.add(guarded(indicator));
        cells.add(cell(value));
        cells.add(parts == null ? "" : cell(parts.numerator()));
        cells.add(parts == null ? "" : cell(parts.denominator()));
        cells.add(parts == null ? "" : cell(parts.open()));
        cells.add(unit(value));
        cells.addAll(last);
        csv.writeRecord(cells);
    }

    private String cell(Figure.@Nullable Measure measure) {
        return measure == null ? "" : dialect.number(measure.plain());
    }

    private static String unit(Figure.Measure measure) {
        CurrencyUnit currency = measure.currency();
        if (currency == null) {
            return measure.unit().name().toLowerCase(Locale.ROOT);
        }
        return measure.unit() == Unit.CURRENCY_PER_DAY ? currency.getCode() + "/day" : currency.getCode();
    }

    private String guarded(String text) {
        return isGuarded ? CsvFile.guarded(text) : text;
    }
}
