package org.saleskpi.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Answers;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.CoverageWording;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;

/** Plans the tables of a report: one indicator a row, or one period or group a row and the indicators side by side. */
final class ReportTables {

    /** The columns of the table of indicators that formulas refer to. */
    static final int VALUE = 1;

    static final int KEY = 9;

    /** Where the columns of periods have their indicators: after the period, its first and its last day. */
    static final int AFTER_PERIOD = 3;

    /** Where the columns of groups have their indicators. */
    static final int AFTER_GROUP = 1;

    /** Where the columns of groups in periods have their indicators. */
    static final int AFTER_GROUP_AND_PERIOD = AFTER_GROUP + AFTER_PERIOD;

    private final Question question;
    private final Wording wording;
    private final Locale locale;

    ReportTables(Question question, Wording wording) {
        this.question = question;
        this.wording = wording;
        this.locale = question.locale();
    }

    Table indicators(String sheet, String title, KpiReport report) {
        List<String> headers = List.of(
                wording.say("indicator"),
                wording.say("value"),
                wording.say("unit"),
                wording.say("numerator"),
                wording.say("denominator"),
                wording.say("open"),
                wording.say("decided"),
                wording.say("ceiling"),
                wording.say("median"),
                wording.say("key"));
        List<List<Cell>> notes = new CoverageWording(DataCoverage.of(question.kpis(), question.indicators()), wording)
                .endlessCovers()
                .map(note -> List.of(List.of(Cell.text(note))))
                .orElse(List.of());
        List<Indicator<?>> indicators = report.indicators();
        return new Table(sheet, "Indicators", headers, indicators.size(), row -> {
                    Indicator<?> indicator = indicators.get(row);
                    ValueCells cells = ValueCells.of(report.get(indicator));
                    return List.of(
                            Cell.text(indicator.name(locale)),
                            cells.value(),
                            Cell.text(ValueCells.unit(report.get(indicator), wording)),
                            cells.numerator(),
                            cells.denominator(),
                            cells.open(),
                            cells.decided(),
                            cells.ceiling(),
                            cells.median(),
                            Cell.text(indicator.key()));
                })
                .linesAbove(terms(report).block(title))
                .notes(notes);
    }

    /** One period a row. Of periods that are beyond the records nothing is shown: zeros would be made up. */
    Table periods(
            String sheet,
            String name,
            String title,
            List<KpiReport> reports,
            KpiReport whole,
            Predicate<KpiReport> isOnRecord) {
        List<String> headers = new ArrayList<>(periodHeaders());
        headers.addAll(names(whole));
        return new Table(sheet, name, headers, reports.size(), row -> {
                    KpiReport report = reports.get(row);
                    List<Cell> cells = values(report);
                    return joined(
                            period(report),
                            isOnRecord.test(report)
                                    ? cells
                                    : cells.stream().map(Cell::withoutContent).toList());
                })
                .linesAbove(terms(whole).line(title))
                .totals(total(AFTER_PERIOD, whole));
    }

    Table groups(String sheet, String title, Answers answers, String heading) {
        KpiReport whole = answers.total().get(0);
        List<String> headers = new ArrayList<>(List.of(heading));
        headers.addAll(names(whole));
        return new Table(sheet, "Groups", headers, answers.groups().size(), row -> {
                    Answers.Group group = answers.groups().get(row);
                    return joined(List.of(key(group)), values(group.reports().get(0)));
                })
                .linesAbove(terms(whole).line(title))
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
                    return joined(joined(List.of(key(group)), period(report)), values(report));
                })
                .frozen(2)
                .linesAbove(terms(whole).line(title))
                .totals(total(AFTER_GROUP_AND_PERIOD, whole));
    }

    /** One group's answers to one indicator a row, the periods side by side. */
    Table crossTable(String sheet, String title, Answers answers, KpiReport whole, String heading) {
        List<Answers.Group> groups = answers.groups();
        List<String> headers = new ArrayList<>(List.of(wording.say("indicator"), heading));
        answers.total().forEach(report -> headers.add(label(report)));
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
                .linesAbove(terms(whole).line(title))
                .totals(totals);
    }

    private List<Cell> across(Indicator<?> indicator, Cell group, List<KpiReport> reports) {
        return joined(
                List.of(Cell.text(indicator.name(locale)), group),
                reports.stream()
                        .map(report -> ValueCells.value(report.get(indicator)))
                        .toList());
    }

    private List<String> periodHeaders() {
        return List.of(wording.say("period"), wording.say("first-day"), wording.say("last-day"));
    }

    private List<Cell> period(KpiReport report) {
        return List.of(
                Cell.text(label(report)),
                SheetHeading.first(report.terms().period(), report.terms().zone()),
                SheetHeading.last(report.terms().period(), report.terms().zone()));
    }

    private String label(KpiReport report) {
        return wording.shortSpan(report.terms().period(), report.terms().zone());
    }

    private Cell key(Answers.Group group) {
        return Cell.text(wording.key(group.key()));
    }

    private List<String> names(KpiReport report) {
        return report.indicators().stream()
                .map(indicator -> indicator.name(locale))
                .toList();
    }

    private static List<Cell> values(KpiReport report) {
        return report.indicators().stream()
                .map(indicator -> ValueCells.value(report.get(indicator)))
                .toList();
    }

    private List<List<Cell>> total(int before, KpiReport whole) {
        List<Cell> labels = new ArrayList<>(List.of(Cell.text(wording.say("total"))));
        while (labels.size() < before) {
            labels.add(Cell.empty(CellFormat.TEXT));
        }
        return List.of(joined(labels, values(whole)));
    }

    private SheetHeading terms(KpiReport report) {
        return new SheetHeading(
                report.terms(), wording, wording.setAside(question.history()).orElse(null));
    }

    private static List<Cell> joined(List<Cell> first, List<Cell> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }
}
