package org.saleskpi.output.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static java.util.Objects.requireNonNull;

import j2html.tags.DomContent;
import j2html.tags.specialized.FigureTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Answers;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

/** Each group over time: small charts of revenue on one scale, and a table of every group. */
final class GroupTrendSection {

    private static final int MOST_CHARTS = 12;

    /** What stands for a place where all groups are meant. */
    private static final String TOTAL = "total";

    /** More numbers than this would make a page that mail systems refuse. */
    private static final int MOST_CELLS = 60_000;

    /** The same, where cells have their numbers for a script too. */
    private static final int MOST_CELLS_TO_SORT = 36_000;

    /** The head of a table takes as much as that many lines of numbers. */
    private static final int LINES_OF_A_HEAD = 5;

    private final PageAnswers answers;
    private final Wording wording;
    private final PeriodNames names;
    private final boolean hasControls;
    private final Map<GroupKey, Integer> places = new HashMap<>();

    GroupTrendSection(PageAnswers answers, Wording wording, PeriodNames names, boolean hasControls) {
        this.hasControls = hasControls;
        for (Answers.Group group : answers.rankedGroups()) {
            places.put(group.key(), places.size());
        }
        this.answers = answers;
        this.wording = wording;
        this.names = names;
    }

    SectionTag html() {
        String title = GroupSection.title(answers.dimensions(), wording) + ", "
                + names.by(answers.window().unit());
        List<Answers.Group> groups = ranked();
        List<Answers.Group> drawn = groups.subList(0, Math.min(MOST_CHARTS, groups.size()));
        Axis axis = new SeriesChart(answers, wording, names)
                .axis(
                        answers.ranking(),
                        drawn.stream().map(Answers.Group::reports).toList());
        SectionTag section = section()
                .withId("group-trends")
                .attr("aria-labelledby", "group-trends-title")
                .with(h2(title).withId("group-trends-title"), lead(groups.size()));
        List<DomContent> charts = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            charts.add(
                    chart("group-" + i, drawn.get(i), axis).condAttr(hasControls, Markup.GROUP, place(drawn.get(i))));
        }
        return section.with(div(each(charts, chart -> chart)).withClass("charts"))
                .with(div(each(tables(groups), part -> part)).withClass("tables"));
    }

    private List<Answers.Group> ranked() {
        List<Answers.Group> sorted = new ArrayList<>();
        for (Answers.Group group : answers.rankedGroups()) {
            answers.groupTrends().stream()
                    .filter(trend -> trend.key().equals(group.key()))
                    .forEach(sorted::add);
        }
        return sorted;
    }

    private DomContent lead(int size) {
        String lead = wording.say("group-trends.lead", wording.name(answers.ranking()));
        return p(size <= MOST_CHARTS
                        ? lead
                        : lead + " "
                                + wording.say(
                                        "group-trends.not-drawn",
                                        wording.whole(size - MOST_CHARTS),
                                        wording.whole(size)))
                .withClass("lead");
    }

    private FigureTag chart(String id, Answers.Group group, Axis axis) {
        String key = wording.key(group.key());
        SeriesChart chart = new SeriesChart(answers, wording, names);
        return figure().withClass("chart")
                .with(figcaption(h3(key)), chart.of(id, key, answers.ranking(), group.reports(), List.of(), axis));
    }

    /** All indicators of all groups, if that is no more than a page can hold; else those that are drawn elsewhere; else none. */
    private List<DomContent> tables(List<Answers.Group> groups) {
        int rows = groups.size() * answers.trend().size();
        long lines = groups.size() * (long) (answers.trend().size() + LINES_OF_A_HEAD);
        List<Indicator<?>> all = answers.report().indicators();
        List<Indicator<?>> main = answers.among(TrendSection.DRAWN);
        if (lines * main.size() > MOST_CELLS) {
            return List.of(
                    p(wording.say("group-trends.too-many", wording.whole(rows))).withClass("note"));
        }
        boolean hasAll = lines * all.size() <= MOST_CELLS;
        boolean isToSort = hasControls && lines * all.size() <= MOST_CELLS_TO_SORT;
        List<DomContent> content = new ArrayList<>();
        content.add(h3(wording.say("group-trends.tables")));
        if (!hasAll) {
            content.add(p(wording.say("group-trends.main")).withClass("note"));
        }
        groups.forEach(group -> content.add(
                numbers(wording.key(group.key()), group.reports(), place(group), hasAll ? all : main, isToSort)));
        if (isToSort) {
            content.add(numbers(wording.say("total"), answers.trend(), TOTAL, all, true));
        }
        return content;
    }

    /** Where a group stands among all, as the tables of groups have it. */
    private String place(Answers.Group group) {
        return Integer.toString(places.getOrDefault(group.key(), -1));
    }

    private DomContent numbers(
            String key, List<KpiReport> reports, String place, List<Indicator<?>> indicators, boolean isToSort) {
        TrTag head = tr(Markup.column(wording.say("period")));
        indicators.forEach(indicator -> head.with(Markup.definedColumn(indicator, wording)));
        TableTag table = table(
                        caption(key), thead(head), tbody(each(reports, report -> row(report, indicators, isToSort))))
                .withClass("wide");
        return Markup.collapsible(
                        key,
                        wording.say("group-trends.table"),
                        Markup.scrolling(
                                table, key + ", " + names.by(answers.window().unit())))
                .withClass("panel")
                .condAttr(hasControls, Markup.GROUP, place);
    }

    private DomContent row(KpiReport report, List<Indicator<?>> indicators, boolean isToSort) {
        return tr(Markup.row(names.of(report.terms().period())))
                .with(each(
                        indicators,
                        indicator -> answers.isKnown(report, indicator)
                                ? known(indicator, report.get(indicator), isToSort)
                                : Markup.cell("")));
    }

    private TdTag known(Indicator<?> indicator, KpiValue<?> value, boolean isToSort) {
        TdTag cell = Markup.cell(cell(indicator, value));
        if (isToSort) {
            Markup.sortable(cell, answers.said(wording).number(indicator, value));
        }
        return cell;
    }

    /** Tables of many numbers are short of room: a rate has its counts, or its amounts in whole units, beside it and no more. */
    private String cell(Indicator<?> indicator, KpiValue<?> value) {
        Figure figure = Figure.of(value);
        return figure.rateParts() == null || figure.value().number() == null
                ? answers.said(wording).value(indicator, value)
                : answers.said(wording).value(indicator, value) + " (" + whole(figure.numerator()) + "/"
                        + whole(figure.denominator()) + ")";
    }

    private String whole(Figure.@Nullable Measure measure) {
        return wording.whole(requireNonNull(requireNonNull(measure).number()).longValue());
    }
}
