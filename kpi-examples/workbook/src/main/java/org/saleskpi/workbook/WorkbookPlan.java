package org.saleskpi.workbook;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.saleskpi.output.Answers;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.time.CalendarUnit;

/** The tables of a workbook. All are planned before anything is written, since charts refer to them. */
final class WorkbookPlan {

    /** With more columns or rows, a cross table is no easier to read than a list. */
    private static final int MOST_CROSSED_PERIODS = 62;

    private static final int MOST_CROSSED_ROWS = 5000;

    private final ReportContext context;
    private final Question question;
    private final Answers answers;
    private final Wording wording;
    private final Map<SheetKind, String> names;
    private final KpiReport whole;
    private final Map<SheetKind, Table> tables = new EnumMap<>(SheetKind.class);

    private WorkbookPlan(ReportContext context) {
        this.context = context;
        this.question = context.question();
        this.answers = question.withBase(null).answersToRead();
        this.wording = context.wording();
        this.names = SheetKind.names(question, wording);
        this.whole = answers.isSeries()
                ? question.during(question.dates()).report()
                : answers.total().get(0);
    }

    static WorkbookPlan of(ReportContext context, boolean withFacts) {
        Question question = context.question();
        WorkbookPlan plan = new WorkbookPlan(context);
        CellLinks links = new CellLinks();
        plan.addDefinitions(links);
        if (withFacts) {
            plan.addFacts(links);
        }
        ReportTables shapes = new ReportTables(context, links);
        plan.add(
                SheetKind.INDICATORS,
                shapes.indicators(
                        plan.name(SheetKind.INDICATORS),
                        plan.heading(SheetKind.INDICATORS),
                        plan.whole,
                        question.comparison().orElse(null)));
        plan.addComparisons();
        CalendarUnit unit = question.unit();
        if (unit != null) {
            plan.addPeriods(shapes, unit);
        }
        if (plan.answers.isGrouped()) {
            plan.addGroups(shapes);
        }
        if (TidyTable.size(plan.answers) <= TidyTable.MOST_ROWS) {
            plan.add(
                    SheetKind.TIDY,
                    new TidyTable(context)
                            .table(
                                    plan.name(SheetKind.TIDY),
                                    plan.lines(SheetKind.TIDY),
                                    plan.answers,
                                    plan.groupHeading()));
        }
        return plan;
    }

    private void addDefinitions(CellLinks links) {
        Table definitions =
                new DefinitionsTable(context).table(name(SheetKind.DEFINITIONS), heading(SheetKind.DEFINITIONS), whole);
        add(SheetKind.DEFINITIONS, definitions);
        links.define(definitions, whole.indicators());
    }

    private void addFacts(CellLinks links) {
        FactsTable facts = new FactsTable(context, whole);
        Table table = facts.table(name(SheetKind.FACTS), lines(SheetKind.FACTS));
        add(SheetKind.FACTS, table);
        links.list(table, facts.firstRows());
    }

    private String groupHeading() {
        return answers.isGrouped() ? wording.sentence(wording.dimensions(answers.dimensions())) : "";
    }

    private void add(SheetKind kind, Table table) {
        tables.put(kind, table);
    }

    /** What was aimed at, and the changes of more than the whole that were asked for. */
    private void addComparisons() {
        boolean isOfMore = question.base() != null && (answers.isSeries() || answers.isGrouped());
        if (!isOfMore && question.targets() == null) {
            return;
        }
        Answers likeForLike = question.likeForLike().answersToRead();
        String group = groupHeading();
        ComparisonTables tables = new ComparisonTables(context);
        Table targets = tables.targets(name(SheetKind.TARGETS), lines(SheetKind.TARGETS), likeForLike, group);
        if (targets.size() > 0) {
            add(SheetKind.TARGETS, targets);
        }
        if (isOfMore) {
            add(
                    SheetKind.CHANGES,
                    tables.changes(name(SheetKind.CHANGES), lines(SheetKind.CHANGES), likeForLike, group));
        }
    }

    private List<List<Table.StyledCell>> lines(SheetKind kind) {
        return new SheetHeading(whole.terms(), context).line(heading(kind), context.notes());
    }

    private void addPeriods(ReportTables shapes, CalendarUnit unit) {
        List<KpiReport> reports = answers.total();
        add(
                SheetKind.PERIODS,
                shapes.periods(name(SheetKind.PERIODS), "Periods", heading(SheetKind.PERIODS), reports, whole));
        Optional<YearBefore> before = YearBefore.of(context, unit);
        before.ifPresent(year -> add(
                SheetKind.YEAR_BEFORE,
                shapes.periods(
                        name(SheetKind.YEAR_BEFORE),
                        "YearBefore",
                        heading(SheetKind.YEAR_BEFORE),
                        year.reports(),
                        year.whole())));
    }

    private void addGroups(ReportTables shapes) {
        String column = groupHeading();
        Answers overall = answers.isSeries() ? question.withBase(null).asWhole().answersToRead() : answers;
        add(SheetKind.GROUPS, shapes.groups(name(SheetKind.GROUPS), heading(SheetKind.GROUPS), overall, column));
        if (!answers.isSeries()) {
            return;
        }
        add(
                SheetKind.GROUPS_IN_PERIODS,
                shapes.groupsInPeriods(
                        name(SheetKind.GROUPS_IN_PERIODS),
                        heading(SheetKind.GROUPS_IN_PERIODS),
                        answers,
                        whole,
                        column));
        int crossedRows = answers.groups().size() * whole.indicators().size();
        if (answers.total().size() <= MOST_CROSSED_PERIODS && crossedRows <= MOST_CROSSED_ROWS) {
            add(
                    SheetKind.CROSS_TABLE,
                    shapes.crossTable(
                            name(SheetKind.CROSS_TABLE), heading(SheetKind.CROSS_TABLE), answers, whole, column));
        }
    }

    /** How many of the periods begin before the records end: lines go on no longer. All of them, if none does. */
    int recordedPeriods() {
        Instant last = context.coverage().recorded().map(RecordedSpan::last).orElse(Instant.MIN);
        int periods = (int) answers.total().stream()
                .filter(report -> !last.isBefore(report.terms().period().startInclusive()))
                .count();
        return periods == 0 ? answers.total().size() : periods;
    }

    /** The answers about all pieces and groups. */
    Answers answers() {
        return answers;
    }

    /** The report on all of the dates, all groups together. */
    KpiReport whole() {
        return whole;
    }

    /** Tells whether the workbook has a sheet with a table. */
    boolean has(SheetKind kind) {
        return tables.containsKey(kind);
    }

    /** Tells whether lines of a year before say more than the lines themselves: those of more than a year hold it. */
    boolean hasLinesOfYearBefore() {
        return has(SheetKind.YEAR_BEFORE) && !Question.isLongerThanAYear(question.dates());
    }

    /** The table of a sheet that the workbook has. */
    Table table(SheetKind kind) {
        return Objects.requireNonNull(tables.get(kind), kind.name());
    }

    /** The name of a sheet. */
    String name(SheetKind kind) {
        return Objects.requireNonNull(names.get(kind));
    }

    /** What stands above the table or the charts of a sheet. */
    String heading(SheetKind kind) {
        return kind == SheetKind.INDICATORS
                ? context.title(kind.heading(question, wording))
                : kind.heading(question, wording);
    }

    /** Makes sure that a workbook can hold all of the tables. */
    void check() throws IOException {
        for (Table table : tables.values()) {
            String whyTooLarge = table.whyTooLarge();
            if (whyTooLarge != null) {
                throw new TooLargeException(whyTooLarge);
            }
        }
    }
}
