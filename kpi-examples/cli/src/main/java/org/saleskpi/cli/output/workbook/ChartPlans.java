package org.saleskpi.cli.output.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.cli.output.workbook.Plot.Hue;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

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

    /** Only what adds up over groups can be stacked. */
    private static final List<Indicator<?>> STACKED = List.of(
            SalesIndicators.CALLS, SalesIndicators.MEETINGS, SalesIndicators.CONTRACTS, SalesIndicators.REVENUE);

    private final KpiReport whole;
    private final Wording wording;

    ChartPlans(KpiReport whole, Wording wording) {
        this.whole = whole;
        this.wording = wording;
    }

    /** Lines over the periods of a table, with those of a year before behind them if they are known. */
    List<Plot> overTime(
            Table periods, String unit, String span, @Nullable Table yearBefore, @Nullable String spanBefore) {
        List<Plot> plots = new ArrayList<>();
        for (Indicator<?> indicator : shown(OVER_TIME)) {
            int column = ReportTables.AFTER_PERIOD + position(indicator);
            List<Plot.Line> lines = new ArrayList<>();
            if (yearBefore != null && spanBefore != null) {
                lines.add(new Plot.Line(spanBefore, yearBefore.column(column), Hue.ORANGE, true));
            }
            lines.add(new Plot.Line(span, periods.column(column), Hue.BLUE, false));
            plots.add(plot(indicator, unit, periods.column(0), lines));
        }
        return plots;
    }

    /** Bars of the groups of a table. */
    List<Plot> byGroup(Table groups, String heading) {
        return shown(BY_GROUP).stream()
                .map(indicator -> plot(
                        indicator,
                        heading,
                        groups.column(0),
                        List.of(new Plot.Line(
                                name(indicator),
                                groups.column(ReportTables.AFTER_GROUP + position(indicator)),
                                Hue.BLUE,
                                false))))
                .toList();
    }

    /** Columns over time, stacked from the groups of a table that has them one after another. */
    List<Plot> stacked(Table groupsInPeriods, Table groups, int periods, String unit) {
        List<Plot> plots = new ArrayList<>();
        for (Indicator<?> indicator : shown(STACKED)) {
            int column = ReportTables.AFTER_GROUP_AND_PERIOD + position(indicator);
            List<Plot.Line> lines = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                Table.Source values = groupsInPeriods.column(column, i * periods, (i + 1) * periods);
                lines.add(new Plot.Line(String.valueOf(groups.row(i).get(0).content()), values, Hue.ALL.get(i), false));
            }
            plots.add(plot(indicator, unit, groupsInPeriods.column(ReportTables.AFTER_GROUP, 0, periods), lines));
        }
        return plots;
    }

    private Plot plot(Indicator<?> indicator, String categories, Table.Source names, List<Plot.Line> lines) {
        KpiValue<?> value = whole.get(indicator);
        return new Plot(
                name(indicator),
                categories,
                ValueCells.unit(value, wording),
                ValueCells.value(value).form(),
                names,
                lines);
    }

    private List<Indicator<?>> shown(List<Indicator<?>> indicators) {
        return indicators.stream().filter(whole.indicators()::contains).toList();
    }

    private int position(Indicator<?> indicator) {
        return whole.indicators().indexOf(indicator);
    }

    private String name(Indicator<?> indicator) {
        return indicator.name(wording.locale());
    }
}
