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

    private final Plan plan;
    private final Wording wording;
    private final ChartPlans charts;
    private final ChartSheet sheet;

    private ChartSections(Plan plan, Wording wording, ChartSheet sheet) {
        this.plan = plan;
        this.wording = wording;
        this.charts = new ChartPlans(plan.whole(), plan.recordedPeriods(), wording);
        this.sheet = sheet;
    }

    static void write(Plan plan, Question question, Wording wording, Book book) throws IOException {
        Terms terms = new Terms(plan.whole().terms(), wording, null);
        ChartSheet sheet = new ChartSheet(plan.name(Part.CHARTS), book, terms.line(plan.heading(Part.CHARTS)));
        Funnel funnel = new Funnel(plan.table(Part.INDICATORS), plan.whole(), wording);
        if (funnel.isShown()) {
            sheet.funnel(funnel);
        }
        ChartSections sections = new ChartSections(plan, wording, sheet);
        CalendarUnit unit = question.unit();
        if (unit != null) {
            sections.overTime(plan.table(Part.PERIODS), wording.name(unit));
        }
        if (plan.has(Part.GROUPS)) {
            sections.byGroup(plan.table(Part.GROUPS));
        }
        if (unit != null && plan.has(Part.GROUPS)) {
            sections.byGroupOverTime(wording.name(unit));
        }
        sheet.finish();
    }

    private static List<ChartSheet.Draw> draws(List<Plot> plots, Kind kind) {
        return plots.stream()
                .map(plot -> (ChartSheet.Draw) (drawing, anchor) -> kind.draw(drawing, anchor, plot))
                .toList();
    }

    /** Draws charts of one kind. */
    private interface Kind {
        void draw(XSSFDrawing drawing, XSSFClientAnchor anchor, Plot plot);
    }

    private void overTime(Table periods, String unit) throws IOException {
        sheet.section(plan.heading(Part.PERIODS));
        if (periods.size() > MOST_POINTS) {
            sheet.note(wording.say("no-charts.points"));
            return;
        }
        ReportTerms terms = plan.whole().terms();
        String span = wording.shortSpan(terms.period(), terms.zone());
        List<Plot> plots =
                charts.overTime(periods, unit, span, plan.has(Part.YEAR_BEFORE) ? plan.table(Part.YEAR_BEFORE) : null);
        sheet.charts(draws(plots, ChartDrawing::lines));
    }

    private void byGroup(Table groups) throws IOException {
        sheet.section(plan.heading(Part.GROUPS));
        if (groups.size() > MOST_BARS) {
            sheet.note(wording.say("no-charts.bars", wording.whole(MOST_BARS)));
            return;
        }
        if (groups.size() > 0) {
            sheet.charts(
                    draws(charts.byGroup(groups, groups.headers().get(0)), ChartDrawing::bars),
                    ROWS_AROUND_BARS + groups.size());
        }
    }

    private void byGroupOverTime(String unit) throws IOException {
        Table groups = plan.table(Part.GROUPS);
        Table groupsInPeriods = plan.table(Part.GROUPS_IN_PERIODS);
        boolean isFew = groups.size() > 0 && groups.size() <= Plot.Hue.ALL.size();
        if (isFew && groupsInPeriods.size() <= MOST_POINTS) {
            int periods = plan.table(Part.PERIODS).size();
            sheet.section(plan.heading(Part.GROUPS_IN_PERIODS));
            sheet.charts(draws(charts.byGroupOverTime(groupsInPeriods, groups, periods, unit), ChartDrawing::lines));
        }
    }
}
