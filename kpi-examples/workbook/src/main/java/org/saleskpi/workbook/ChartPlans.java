package org.saleskpi.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;
import org.saleskpi.workbook.Plot.Hue;

/** Plans the charts of a report: which indicators they show, and the cells that they refer to. */
final class ChartPlans {

    /** What charts over time show: churn is what retention leaves, and ratios and decisions are in the tables. */
    private static final List<Indicator<?>> OVER_TIME = List.of(
            SalesIndicators.CALLS,
            SalesIndicators.MEETINGS,
            SalesIndicators.PROPOSALS,
            SalesIndicators.CONTRACTS,
            SalesIndicators.CUSTOMERS_WON,
            SalesIndicators.REVENUE,
            SalesIndicators.AVERAGE_BASKET,
            SalesIndicators.SALES_CYCLE,
            SalesIndicators.WIN_RATE,
            SalesIndicators.CALL_SUCCESS_RATE,
            SalesIndicators.MEETING_SUCCESS_RATE,
            SalesIndicators.PROPOSAL_ACCEPTANCE_RATE,
            SalesIndicators.CONVERSION_RATE,
            SalesIndicators.SATISFACTION_RATE,
            SalesIndicators.RETENTION_RATE);

    private static final List<Indicator<?>> BY_GROUP = List.of(
            SalesIndicators.CALLS,
            SalesIndicators.MEETINGS,
            SalesIndicators.CONTRACTS,
            SalesIndicators.REVENUE,
            SalesIndicators.AVERAGE_BASKET,
            SalesIndicators.CUSTOMERS_WON,
            SalesIndicators.CALL_SUCCESS_RATE,
            SalesIndicators.MEETING_SUCCESS_RATE,
            SalesIndicators.PROPOSAL_ACCEPTANCE_RATE);

    /** What lines by group show: of the few cases of one group in one period, rates would only leap. */
    private static final List<Indicator<?>> BY_GROUP_OVER_TIME = List.of(
            SalesIndicators.CALLS,
            SalesIndicators.MEETINGS,
            SalesIndicators.PROPOSALS,
            SalesIndicators.CONTRACTS,
            SalesIndicators.CUSTOMERS_WON,
            SalesIndicators.REVENUE);

    private final ReportContext context;
    private final WorkbookPlan plan;
    private final KpiReport whole;
    private final int recorded;
    private final Wording wording;

    /** Plans charts whose lines go over the first recorded periods. */
    ChartPlans(WorkbookPlan plan, ReportContext context) {
        this.context = context;
        this.plan = plan;
        this.recorded = plan.recordedPeriods();
        this.whole = plan.whole();
        this.wording = context.wording();
    }

    /**
     * Lines over the first periods of a table, with those of a year before behind them if they are known. The axis names
     * the points of the first line.
     */
    List<Plot> overTime(Table periods, String unit, String span, @Nullable Table yearBefore) {
        Table.CellRange names = periods.column(0, 0, recorded);
        String before = wording.say("year-before");
        List<Plot> plots = new ArrayList<>();
        for (Indicator<?> indicator : drawn(OVER_TIME, plan.answers().total().stream())) {
            int column = ReportTables.AFTER_PERIOD + position(indicator);
            List<Plot.Line> lines = new ArrayList<>();
            if (yearBefore != null) {
                lines.add(new Plot.Line(before, periods.column(0), yearBefore.column(column), Hue.ORANGE, true));
            }
            lines.add(new Plot.Line(span, names, periods.column(column, 0, recorded), Hue.BLUE, false));
            plots.add(plot(indicator, unit, lines));
        }
        return plots;
    }

    /** Bars of the groups of a table. */
    List<Plot> byGroup(Table groups, String heading) {
        Table.CellRange names = groups.column(0);
        List<Plot> plots = new ArrayList<>();
        for (Indicator<?> indicator : drawn(BY_GROUP, reportsOfGroups())) {
            Table.CellRange values = groups.column(ReportTables.AFTER_GROUP + position(indicator));
            Plot.Line bars = new Plot.Line(name(indicator), names, values, Hue.BLUE, false);
            plots.add(plot(indicator, heading, List.of(bars)));
        }
        return plots;
    }

    /** A line for each group, from a table that has them one after another. */
    List<Plot> byGroupOverTime(Table groupsInPeriods, Table groups, int periods, String unit) {
        List<Plot> plots = new ArrayList<>();
        for (Indicator<?> indicator : drawn(BY_GROUP_OVER_TIME, Stream.of(whole))) {
            int column = ReportTables.AFTER_GROUP_AND_PERIOD + position(indicator);
            List<Plot.Line> lines = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                int first = i * periods;
                lines.add(new Plot.Line(
                        String.valueOf(groups.row(i).get(0).content()),
                        groupsInPeriods.column(ReportTables.AFTER_GROUP, first, first + recorded),
                        groupsInPeriods.column(column, first, first + recorded),
                        Hue.ALL.get(i),
                        false));
            }
            plots.add(plot(indicator, unit, lines));
        }
        return plots;
    }

    private Plot plot(Indicator<?> indicator, String categories, List<Plot.Line> lines) {
        KpiValue<?> value = whole.get(indicator);
        CellFormat format = ValueCells.value(indicator, value, context).format();
        return new Plot(wording.locale(), name(indicator), categories, ValueCells.unit(value, wording), format, lines);
    }

    private Stream<KpiReport> reportsOfGroups() {
        return plan.answers().groups().stream().flatMap(group -> group.reports().stream());
    }

    /** Those that were asked for and have a measure anywhere. */
    private List<Indicator<?>> drawn(List<Indicator<?>> indicators, Stream<KpiReport> reports) {
        List<KpiReport> all = reports.toList();
        return indicators.stream()
                .filter(whole.indicators()::contains)
                .filter(indicator -> context.coverage().isToBeDrawn(indicator, all.stream()))
                .toList();
    }

    private int position(Indicator<?> indicator) {
        return whole.indicators().indexOf(indicator);
    }

    private String name(Indicator<?> indicator) {
        return wording.name(indicator);
    }
}
