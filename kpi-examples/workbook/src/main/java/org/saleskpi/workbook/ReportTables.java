package org.saleskpi.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Answers;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

/** Plans the tables of a report: one indicator a row, or one period or group a row and the indicators side by side. */
final class ReportTables {

    /** The column of the table of indicators that has the values. The last one has the keys. */
    static final int VALUE = 1;

    /** Where the columns of periods have their indicators: after the period, its first and its last day. */
    static final int AFTER_PERIOD = 3;

    /** Where the columns of groups have their indicators. */
    static final int AFTER_GROUP = 1;

    /** Where the columns of groups in periods have their indicators. */
    static final int AFTER_GROUP_AND_PERIOD = AFTER_GROUP + AFTER_PERIOD;

    private final ReportContext context;
    private final Wording wording;
    private final CellLinks links;

    ReportTables(ReportContext context, CellLinks links) {
        this.context = context;
        this.links = links;
        this.wording = context.wording();
    }

    /** One indicator a row, with what it is made of, and with the number before if it is compared. */
    Table indicators(String sheet, String title, KpiReport report, @Nullable Comparison comparison) {
        List<String> headers = new ArrayList<>(List.of("indicator", "value", "unit"));
        if (comparison != null) {
            headers.addAll(List.of("before", "change", "chance"));
        }
        headers.addAll(List.of("numerator", "denominator", "open", "decided", "ceiling", "median", "key"));
        List<Indicator<?>> indicators = report.indicators();
        List<String> notes = new ArrayList<>();
        if (comparison != null) {
            notes.add(new ComparisonTables(context).basis(comparison));
        }
        notes.addAll(context.notes());
        return new Table(
                        sheet,
                        "Indicators",
                        headers.stream().map(header -> wording.say(header)).toList(),
                        indicators.size(),
                        row -> row(indicators.get(row), report, comparison))
                .linesAbove(new SheetHeading(report.terms(), context).block(title, notes));
    }

    private List<Cell> row(Indicator<?> indicator, KpiReport report, @Nullable Comparison comparison) {
        KpiValue<?> value = report.get(indicator);
        ValueCells cells = ValueCells.of(indicator, value, context);
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(wording.name(indicator)).linkedTo(links.definition(indicator)));
        row.add(ValueCells.valueOrWords(indicator, value, context).linkedTo(links.facts(indicator)));
        row.add(Cell.text(ValueCells.unit(value, wording)));
        if (comparison != null) {
            row.addAll(new ComparisonTables(context).change(comparison, indicator));
        }
        row.addAll(List.of(
                cells.numerator(),
                cells.denominator(),
                cells.open(),
                cells.decided(),
                cells.ceiling(),
                cells.median(),
                Cell.text(indicator.key())));
        return row;
    }

    /** One period a row. Of periods that are beyond the records nothing is shown: zeros would be made up. */
    Table periods(String sheet, String name, String title, List<KpiReport> reports, KpiReport whole) {
        List<String> headers = new ArrayList<>(periodHeaders());
        headers.addAll(names(whole));
        return new Table(sheet, name, headers, reports.size(), row -> {
                    KpiReport report = reports.get(row);
                    return joined(period(report), knownValues(report));
                })
                .linesAbove(new SheetHeading(whole.terms(), context).line(title, context.notes()))
                .totals(total(AFTER_PERIOD, whole))
                .notes(partly(reports));
    }

    Table groups(String sheet, String title, Answers answers, String heading) {
        KpiReport whole = answers.total().get(0);
        List<String> headers = new ArrayList<>(List.of(heading));
        headers.addAll(names(whole));
        return new Table(sheet, "Groups", headers, answers.groups().size(), row -> {
                    Answers.Group group = answers.groups().get(row);
                    return joined(List.of(key(group)), values(group.reports().get(0)));
                })
                .linesAbove(new SheetHeading(whole.terms(), context).line(title, context.notes(answers)))
                .totals(total(AFTER_GROUP, whole));
    }

    /** One group in one period a row, group by group. */
    Table groupsInPeriods(String sheet, String title, Answers answers, KpiReport whole, String heading) {
        int periods = answers.total().size();
        List<String> headers = new ArrayList<>(List.of(heading));
        headers.addAll(periodHeaders());
        headers.addAll(names(whole));
        // Beyond all that a sheet holds, the product need only stay large.
        int size = (int) Math.min(Integer.MAX_VALUE / 2, (long) answers.groups().size() * periods);
        return new Table(sheet, "GroupsInPeriods", headers, size, row -> {
                    Answers.Group group = answers.groups().get(row / periods);
                    KpiReport report = group.reports().get(row % periods);
                    return joined(joined(List.of(key(group)), period(report)), knownValues(report));
                })
                .frozen(2)
                .linesAbove(new SheetHeading(whole.terms(), context).line(title, context.notes(answers)))
                .totals(total(AFTER_GROUP_AND_PERIOD, whole))
                .notes(partly(answers.total()));
    }

    /** One group's answers to one indicator a row, the periods side by side. */
    Table crossTable(String sheet, String title, Answers answers, KpiReport whole, String heading) {
        List<Answers.Group> groups = answers.groups();
        List<String> headers = new ArrayList<>(List.of(wording.say("indicator"), heading));
        answers.total().forEach(report -> headers.add(context.label(report)));
        List<List<Cell>> totals = whole.indicators().stream()
                .map(indicator -> across(indicator, Cell.text(wording.say("total")), answers.total()))
                .toList();
        return new Table(
                        sheet,
                        "Crossed",
                        headers,
                        groups.size() * whole.indicators().size(),
                        row -> {
                            Answers.Group group = groups.get(row % groups.size());
                            Indicator<?> indicator = whole.indicators().get(row / groups.size());
                            return across(indicator, key(group), group.reports());
                        })
                .frozen(2)
                .linesAbove(new SheetHeading(whole.terms(), context).line(title, context.notes(answers)))
                .totals(totals)
                .notes(partly(answers.total()));
    }

    /** What the mark of a period means that is known in part only. */
    private List<List<Cell>> partly(List<KpiReport> reports) {
        return reports.stream()
                .filter(context::isPartly)
                .findFirst()
                .map(report -> List.of(List.of(Cell.text(context.partly(report)))))
                .orElse(List.of());
    }

    private List<Cell> across(Indicator<?> indicator, Cell group, List<KpiReport> reports) {
        return joined(
                List.of(Cell.text(wording.name(indicator)), group),
                reports.stream()
                        .map(report -> context.knownValue(report, indicator))
                        .toList());
    }

    private List<String> periodHeaders() {
        return List.of(wording.say("period"), wording.say("first-day"), wording.say("last-day"));
    }

    private List<Cell> period(KpiReport report) {
        return List.of(
                Cell.text(context.label(report)),
                SheetHeading.first(report.terms().period(), report.terms().zone()),
                SheetHeading.last(report.terms().period(), report.terms().zone()));
    }

    private Cell key(Answers.Group group) {
        return Cell.text(wording.key(group.key()));
    }

    private List<String> names(KpiReport report) {
        return report.indicators().stream()
                .map(indicator -> wording.name(indicator))
                .toList();
    }

    private List<Cell> values(KpiReport report) {
        List<Cell> cells = new ArrayList<>();
        for (Indicator<?> indicator : report.indicators()) {
            cells.add(ValueCells.value(indicator, report.get(indicator), context));
        }
        return cells;
    }

    private List<Cell> knownValues(KpiReport report) {
        return report.indicators().stream()
                .map(indicator -> context.knownValue(report, indicator))
                .toList();
    }

    private List<List<Cell>> total(int before, KpiReport whole) {
        List<Cell> labels = new ArrayList<>(List.of(Cell.text(wording.say("total"))));
        while (labels.size() < before) {
            labels.add(Cell.empty(CellFormat.TEXT));
        }
        return List.of(joined(labels, values(whole)));
    }

    private static List<Cell> joined(List<Cell> first, List<Cell> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }
}
