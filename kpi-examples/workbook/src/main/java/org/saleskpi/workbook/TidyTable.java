package org.saleskpi.workbook;

import java.util.ArrayList;
import java.util.List;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Answers;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

/**
 * Plans the table to pivot: one answer a row, with what it is made of, so that rates and means of several rows can be worked
 * out as they should: by adding what is divided, and what it is divided by.
 */
final class TidyTable {

    /** With more rows than these it is left out: the workbook would be twice as large. */
    static final int MOST_ROWS = 200_000;

    private final ReportContext context;
    private final Wording wording;

    TidyTable(ReportContext context) {
        this.context = context;
        this.wording = context.wording();
    }

    /** How many rows it would have: of groups where there are any, else of the total; never of both, which would count twice. */
    static long size(Answers answers) {
        long series = answers.isGrouped() ? answers.groups().size() : 1;
        return series
                * answers.total().size()
                * answers.total().get(0).indicators().size();
    }

    Table table(String sheet, List<List<Table.StyledCell>> heading, Answers answers, String group) {
        List<String> headers = new ArrayList<>();
        if (answers.isGrouped()) {
            headers.add(group);
        }
        for (String header : List.of(
                "period",
                "first-day",
                "last-day",
                "indicator",
                "key",
                "unit",
                "value",
                "numerator",
                "denominator",
                "open")) {
            headers.add(wording.say(header));
        }
        List<Indicator<?>> indicators = answers.total().get(0).indicators();
        int periods = answers.total().size();
        int size = Math.toIntExact(size(answers));
        return new Table(sheet, "Tidy", headers, size, row -> {
                    Indicator<?> indicator = indicators.get(row % indicators.size());
                    int place = row / indicators.size();
                    if (!answers.isGrouped()) {
                        return cells(List.of(), answers.total().get(place), indicator);
                    }
                    Answers.Group of = answers.groups().get(place / periods);
                    return cells(
                            List.of(Cell.text(wording.key(of.key()))),
                            of.reports().get(place % periods),
                            indicator);
                })
                .frozen(answers.isGrouped() ? 2 : 1)
                .linesAbove(heading);
    }

    private List<Cell> cells(List<Cell> group, KpiReport report, Indicator<?> indicator) {
        KpiValue<?> value = report.get(indicator);
        boolean isKnown = context.coverage().isKnown(indicator, report.terms().period());
        ValueCells answer = ValueCells.of(indicator, value, context);
        List<Cell> cells = new ArrayList<>(group);
        cells.add(Cell.text(context.label(report)));
        cells.add(SheetHeading.first(report.terms().period(), report.terms().zone()));
        cells.add(SheetHeading.last(report.terms().period(), report.terms().zone()));
        cells.add(Cell.text(wording.name(indicator)));
        cells.add(Cell.text(indicator.key()));
        cells.add(Cell.text(ValueCells.unit(value, wording)));
        for (Cell cell : List.of(answer.value(), answer.numerator(), answer.denominator(), answer.open())) {
            cells.add(isKnown ? cell : cell.withoutContent());
        }
        return cells;
    }
}
