package org.saleskpi.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.ActivityStages;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.Unit;

/**
 * The way from calls to contracts. Its cells find the counts in the table of indicators by their keys, so that sorting that
 * table does no harm.
 */
final class Funnel {

    private final Table indicators;
    private final KpiReport whole;
    private final ReportContext context;
    private final Wording wording;

    Funnel(Table indicators, KpiReport whole, ReportContext context) {
        this.indicators = indicators;
        this.whole = whole;
        this.context = context;
        this.wording = context.wording();
    }

    /** The stages that the report has, in order: those whose value is the count itself, which a formula can find. */
    private List<Indicator<?>> stages() {
        return ActivityStages.ALL.stream()
                .filter(stage -> stage.unit() == Unit.COUNT)
                .filter(whole.indicators()::contains)
                .toList();
    }

    /** Tells whether there are stages to compare. */
    boolean isShown() {
        return stages().size() > 1;
    }

    List<Cell> names() {
        return stages().stream().map(stage -> Cell.text(wording.name(stage))).toList();
    }

    List<Cell> counts() {
        return stages().stream()
                .map(stage -> ValueCells.value(stage, whole.get(stage), context))
                .toList();
    }

    /** The formulas that find the counts. */
    List<String> formulas() {
        String values = indicators.column(ReportTables.VALUE).reference();
        String keys = indicators.column(indicators.headers().size() - 1).reference();
        return stages().stream()
                .map(stage -> "INDEX(" + values + ",MATCH(\"" + stage.key() + "\"," + keys + ",0))")
                .toList();
    }

    /** The chart of the stages, once they stand on a sheet. */
    Plot plot(String sheet, int firstRow, int nameColumn, int countColumn) {
        int lastRow = firstRow + stages().size() - 1;
        Table.CellRange names = new Table.CellRange(
                new CellRangeAddress(firstRow, lastRow, nameColumn, nameColumn).formatAsString(sheet, true), names());
        Table.CellRange counts = new Table.CellRange(
                new CellRangeAddress(firstRow, lastRow, countColumn, countColumn).formatAsString(sheet, true),
                counts());
        String count = wording.say("measured-in.count");
        return new Plot(
                wording.locale(),
                heading(),
                wording.say("stage.axis"),
                count,
                CellFormat.COUNT,
                List.of(new Plot.Line(count, names, counts, Plot.Hue.BLUE, false)));
    }

    String heading() {
        return wording.say("funnel");
    }

    String note() {
        return wording.say("funnel.note");
    }
}
