package org.saleskpi.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Answers;
import org.saleskpi.output.Assessment;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/** Plans what stands beside numbers: those before them, and those that were aimed at. */
final class ComparisonTables {

    private final ReportContext context;
    private final Wording wording;

    ComparisonTables(ReportContext context) {
        this.context = context;
        this.wording = context.wording();
    }

    /** What is compared with what. */
    String basis(Comparison comparison) {
        ReportTerms now = comparison.now().terms();
        ReportTerms before = comparison.before().terms();
        String then = wording.span(before.period(), before.zone());
        Instant asOf = now.asOf();
        if (asOf == null || context.question().history().viewedAsOf().isPresent()) {
            return wording.say(before.asOf() == null ? "cards.changes-from" : "cards.changes-ripe", then);
        }
        InstantRange known = new InstantRange(now.period().startInclusive(), asOf);
        return wording.say(
                "cards.changes-until", wording.span(known, now.zone()), then, wording.lastDay(asOf, now.zone()));
    }

    /** The number before, the change, and whether it is more than chance. */
    List<Cell> change(Comparison comparison, Indicator<?> indicator) {
        KpiValue<?> before = comparison.before().get(indicator);
        Cell change = ValueCells.change(comparison, indicator, context);
        Cell old = ValueCells.value(indicator, before, context);
        return List.of(
                change.content() == null && !context.said().coversBase(comparison, indicator)
                        ? old.withoutContent()
                        : old,
                change,
                context.said()
                        .isLikely(comparison, indicator)
                        .map(isLikely -> Cell.text(wording.say(isLikely ? "yes" : "no")))
                        .orElse(Cell.empty(CellFormat.TEXT)));
    }

    /** One answer of a table: of which group, if they are grouped, in which period. */
    private record Row(List<Cell> key, KpiReport report, Assessment assessment, Indicator<?> indicator) {}

    /** All answers of a question, group by group, then in total, with how each was assessed. */
    private List<Row> rows(Answers answers) {
        List<Row> rows = new ArrayList<>();
        for (Answers.Group group : answers.groups()) {
            add(rows, List.of(Cell.text(wording.key(group.key()))), group.reports(), group.assessments());
        }
        List<Cell> total = answers.isGrouped() ? List.of(Cell.text(wording.say("total"))) : List.of();
        add(rows, total, answers.total(), answers.assessments());
        return rows;
    }

    private static void add(List<Row> rows, List<Cell> key, List<KpiReport> reports, List<Assessment> assessments) {
        for (int i = 0; i < reports.size(); i++) {
            for (Indicator<?> indicator : reports.get(i).indicators()) {
                rows.add(new Row(key, reports.get(i), assessments.get(i), indicator));
            }
        }
    }

    private List<Cell> first(Row row) {
        return Stream.concat(
                        row.key().stream(),
                        Stream.of(Cell.text(context.label(row.report())), Cell.text(wording.name(row.indicator()))))
                .toList();
    }

    private List<String> headers(String group, String... more) {
        return Stream.concat(
                        Stream.of(group).filter(name -> !name.isEmpty()),
                        Stream.concat(Stream.of("period", "indicator"), Stream.of(more))
                                .map(wording::say))
                .toList();
    }

    /** The changes of each group and period, a row for each indicator. */
    Table changes(String sheet, List<List<Table.StyledCell>> heading, Answers likeForLike, String group) {
        List<Row> rows = rows(likeForLike).stream()
                .filter(row -> row.assessment().comparison() != null
                        && context.coverage().isKnown(row.report().terms().period()))
                .toList();
        return new Table(
                        sheet,
                        "Changes",
                        headers(group, "value", "before", "change", "chance"),
                        rows.size(),
                        i -> changes(rows.get(i)))
                .frozen(group.isEmpty() ? 1 : 2)
                .linesAbove(heading);
    }

    private List<Cell> changes(Row row) {
        List<Cell> cells = new ArrayList<>(first(row));
        cells.add(context.knownValue(row.report(), row.indicator()));
        Comparison comparison = row.assessment().comparison();
        if (comparison != null) {
            cells.addAll(change(comparison, row.indicator()));
        }
        return cells;
    }

    /** The targets of each group and period, a row for each indicator that has one. */
    Table targets(String sheet, List<List<Table.StyledCell>> heading, Answers likeForLike, String group) {
        List<Row> rows = rows(likeForLike).stream()
                .filter(row ->
                        row.assessment().targets().containsKey(row.indicator().key()))
                .toList();
        List<String> headers = headers(
                group,
                "value",
                "target.least",
                "target.most",
                "target.met.column",
                "target.attainment",
                "target.gap",
                "target.expected.column",
                "target.ahead.column",
                "target.needed.column");
        return new Table(sheet, "Targets", headers, rows.size(), i -> targets(rows.get(i)))
                .frozen(group.isEmpty() ? 1 : 2)
                .bars(headers.indexOf(wording.say("target.attainment")))
                .linesAbove(heading);
    }

    private List<Cell> targets(Row row) {
        KpiValue<?> value = row.report().get(row.indicator());
        TargetResult result = row.assessment().targets().get(row.indicator().key());
        List<Cell> cells = new ArrayList<>(first(row));
        cells.add(context.knownValue(row.report(), row.indicator()));
        if (result == null) {
            return cells;
        }
        boolean isMeasured = context.said().isMeasured(row.indicator(), value)
                && context.coverage().isKnown(row.report().terms().period());
        Boolean met = result.met();
        TargetResult.Pace pace = result.pace();
        cells.add(ValueCells.measure(result.atLeast(), value));
        cells.add(ValueCells.measure(result.atMost(), value));
        cells.add(
                met == null || !isMeasured ? Cell.empty(CellFormat.TEXT) : Cell.text(wording.say(met ? "yes" : "no")));
        cells.add(new Cell(isMeasured ? result.attainment() : null, CellFormat.RATE));
        cells.add(ValueCells.measure(isMeasured ? result.gap() : null, value));
        cells.add(ValueCells.measure(pace == null ? null : pace.expected(), value));
        cells.add(ValueCells.measure(pace == null ? null : pace.ahead(), value));
        cells.add(ValueCells.measure(pace == null ? null : pace.perRemainingDay(), value));
        return cells;
    }
}
