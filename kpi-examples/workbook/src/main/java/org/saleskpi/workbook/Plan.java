package org.saleskpi.workbook;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
final class Plan {

    /** With more columns or rows, a cross table is no easier to read than a list. */
    private static final int MOST_CROSSED_PERIODS = 62;

    private static final int MOST_CROSSED_ROWS = 5000;

    private final Question question;
    private final Answers answers;
    private final Wording wording;
    private final Map<Part, String> names;
    private final KpiReport whole;
    private final Map<Part, Table> tables = new EnumMap<>(Part.class);

    private Plan(Question question, Answers answers, Wording wording) {
        this.question = question;
        this.answers = answers;
        this.wording = wording;
        this.names = Part.names(question, wording);
        this.whole = answers.isSeries()
                ? question.during(question.dates()).report()
                : answers.total().get(0);
    }

    static Plan of(Question question, Answers answers, Wording wording) {
        Plan plan = new Plan(question, answers, wording);
        ReportTables shapes = new ReportTables(question, wording);
        plan.add(
                Part.INDICATORS,
                shapes.indicators(plan.name(Part.INDICATORS), plan.heading(Part.INDICATORS), plan.whole));
        CalendarUnit unit = question.unit();
        if (unit != null) {
            plan.addPeriods(shapes, unit);
        }
        if (answers.isGrouped()) {
            plan.addGroups(shapes);
        }
        plan.add(
                Part.DEFINITIONS,
                new DefinitionsTable(question, wording)
                        .table(plan.name(Part.DEFINITIONS), plan.heading(Part.DEFINITIONS), plan.whole));
        return plan;
    }

    private void add(Part part, Table table) {
        tables.put(part, table);
    }

    private void addPeriods(ReportTables shapes, CalendarUnit unit) {
        List<KpiReport> reports = answers.total();
        add(
                Part.PERIODS,
                shapes.periods(name(Part.PERIODS), "Periods", heading(Part.PERIODS), reports, whole, report -> true));
        Optional<YearBefore> before = YearBefore.of(question, unit);
        before.ifPresent(year -> add(
                Part.YEAR_BEFORE,
                shapes.periods(
                        name(Part.YEAR_BEFORE),
                        "YearBefore",
                        heading(Part.YEAR_BEFORE),
                        year.reports(),
                        year.whole(),
                        year::isOnRecord)));
    }

    private void addGroups(ReportTables shapes) {
        String column = capitalised(wording.dimensions(answers.dimensions()));
        Answers overall = answers.isSeries()
                ? Answers.of(question.during(question.dates()).by(question.dimensions()))
                : answers;
        add(Part.GROUPS, shapes.groups(name(Part.GROUPS), heading(Part.GROUPS), overall, column));
        if (!answers.isSeries()) {
            return;
        }
        add(
                Part.GROUPS_IN_PERIODS,
                shapes.groupsInPeriods(
                        name(Part.GROUPS_IN_PERIODS), heading(Part.GROUPS_IN_PERIODS), answers, whole, column));
        int crossedRows = answers.groups().size() * whole.indicators().size();
        if (answers.total().size() <= MOST_CROSSED_PERIODS && crossedRows <= MOST_CROSSED_ROWS) {
            add(Part.CROSSED, shapes.crossed(name(Part.CROSSED), heading(Part.CROSSED), answers, whole, column));
        }
    }

    private static String capitalised(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }

    /** How many of the periods begin before the records end: lines go on no longer. All of them, if none does. */
    int recordedPeriods() {
        Instant last = question.history().recorded().map(RecordedSpan::last).orElse(Instant.MIN);
        int periods = (int) answers.total().stream()
                .filter(report -> !last.isBefore(report.terms().period().startInclusive()))
                .count();
        return periods == 0 ? answers.total().size() : periods;
    }

    /** The report on all of the dates, all groups together. */
    KpiReport whole() {
        return whole;
    }

    /** Tells whether the workbook has a sheet with a table. */
    boolean has(Part part) {
        return tables.containsKey(part);
    }

    /** The table of a sheet that the workbook has. */
    Table table(Part part) {
        return Objects.requireNonNull(tables.get(part), part.name());
    }

    /** The name of a sheet. */
    String name(Part part) {
        return Objects.requireNonNull(names.get(part));
    }

    /** What stands above the table or the charts of a sheet. */
    String heading(Part part) {
        return part.heading(question, wording);
    }

    /** Makes sure that a workbook can hold all of the tables. */
    void check() throws IOException {
        for (Table table : tables.values()) {
            String misfit = table.misfit();
            if (misfit != null) {
                throw new IOException(misfit);
            }
        }
    }
}
