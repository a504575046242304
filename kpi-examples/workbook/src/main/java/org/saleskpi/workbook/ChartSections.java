package org.saleskpi.workbook;

import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.time.CalendarUnit;

/** Fills the sheet of charts: the way from calls to contracts, lines over time, bars by group. */
final class ChartSections {

    /** More bars are too many to read, and more points too many to draw. */
    private static final int MOST_BARS = 60;

    private static final int MOST_POINTS = 4000;

    /** A chart is this high without its bars, in rows. */
    private static final int ROWS_AROUND_BARS = 7;

    private final WorkbookPlan plan;
    private final Wording wording;
    private final ChartPlans charts;
    private final ChartSheet sheet;

    private ChartSections(WorkbookPlan plan, ReportContext context, ChartSheet sheet) {
        this.plan = plan;
        this.wording = context.wording();
        this.charts = new ChartPlans(plan, context);
        this.sheet = sheet;
    }

    static void write(WorkbookPlan plan, ReportContext context, WorkbookBuilder book) throws IOException {
        Question question = context.question();
        Wording wording = context.wording();
        SheetHeading heading = new SheetHeading(plan.whole().terms(), context);
        ChartSheet sheet = new ChartSheet(
                plan.name(SheetKind.CHARTS), book, heading.line(plan.heading(SheetKind.CHARTS), List.of()));
        Funnel funnel = new Funnel(plan.table(SheetKind.INDICATORS), plan.whole(), context);
        if (funnel.isShown()) {
            sheet.funnel(funnel);
        }
        ChartSections sections = new ChartSections(plan, context, sheet);
        CalendarUnit unit = question.unit();
        if (unit != null) {
            sections.overTime(plan.table(SheetKind.PERIODS), wording.name(unit));
        }
        if (plan.has(SheetKind.GROUPS)) {
            sections.byGroup(plan.table(SheetKind.GROUPS));
        }
        if (unit != null && plan.has(SheetKind.GROUPS)) {
            sections.byGroupOverTime(wording.name(unit));
        }
        sheet.finish();
    }

    private static List<ChartSheet.ChartDrawer> drawers(List<Plot> plots, PlotDrawer drawer) {
        return plots.stream()
                .map(plot -> (ChartSheet.ChartDrawer) (drawing, anchor) -> drawer.draw(drawing, anchor, plot))
                .toList();
    }

    /** Draws charts of one kind. */
    private interface PlotDrawer {
        void draw(XSSFDrawing drawing, XSSFClientAnchor anchor, Plot plot);
    }

    private void overTime(Table periods, String unit) throws IOException {
        sheet.section(plan.heading(SheetKind.PERIODS));
        if (periods.size() > MOST_POINTS) {
            sheet.note(wording.say("no-charts.points"));
            return;
        }
        ReportTerms terms = plan.whole().terms();
        String span = wording.shortSpan(terms.period(), terms.zone());
        List<Plot> plots = charts.overTime(
                periods, unit, span, plan.hasLinesOfYearBefore() ? plan.table(SheetKind.YEAR_BEFORE) : null);
        sheet.charts(drawers(plots, ChartDrawing::lines));
    }

    private void byGroup(Table groups) throws IOException {
        sheet.section(plan.heading(SheetKind.GROUPS));
        if (groups.size() > MOST_BARS) {
            sheet.note(wording.say("no-charts.bars", wording.whole(MOST_BARS)));
            return;
        }
        if (groups.size() > 0) {
            sheet.charts(
                    drawers(charts.byGroup(groups, groups.headers().get(0)), ChartDrawing::bars),
                    ROWS_AROUND_BARS + groups.size());
        }
    }

    private void byGroupOverTime(String unit) throws IOException {
        Table groups = plan.table(SheetKind.GROUPS);
        Table groupsInPeriods = plan.table(SheetKind.GROUPS_IN_PERIODS);
        boolean isFew = groups.size() > 0 && groups.size() <= Plot.Hue.ALL.size();
        if (isFew && groupsInPeriods.size() <= MOST_POINTS) {
            int periods = plan.table(SheetKind.PERIODS).size();
            sheet.section(plan.heading(SheetKind.GROUPS_IN_PERIODS));
            sheet.charts(drawers(charts.byGroupOverTime(groupsInPeriods, groups, periods, unit), ChartDrawing::lines));
        }
    }
}
