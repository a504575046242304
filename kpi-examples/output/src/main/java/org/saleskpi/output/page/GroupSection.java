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
import static j2html.TagCreator.span;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.FigureTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.Answers;
import org.saleskpi.output.GroupOrder;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.KpiValue;

/** The groups beside each other: bars of the main indicators, and a table of all. */
final class GroupSection {

    /** A table of more groups than this is no reading any more. */
    static final int MOST_ROWS = 1000;

    private static final int MOST_BARS = 15;

    private static final List<Indicator<?>> BARS = List.of(
            SalesIndicators.REVENUE,
            SalesIndicators.CONTRACTS,
            SalesIndicators.CONVERSION_RATE,
            SalesIndicators.WIN_RATE,
            SalesIndicators.MEETINGS,
            SalesIndicators.CALLS,
            SalesIndicators.CALL_SUCCESS_RATE,
            SalesIndicators.PROPOSAL_ACCEPTANCE_RATE);

    private final PageAnswers answers;
    private final Wording wording;
    private final AnswerWording said;
    private final boolean hasControls;

    GroupSection(PageAnswers answers, Wording wording, boolean hasControls) {
        this.hasControls = hasControls;
        this.said = answers.said(wording);
        this.answers = answers;
        this.wording = wording;
    }

    /** What the groups are called in a heading. */
    static String title(List<String> dimensions, Wording wording) {
        return wording.say("by", name(dimensions, wording));
    }

    private static String name(List<String> dimensions, Wording wording) {
        return dimensions.equals(List.of(Dimension.OWNER.name()))
                ? wording.say("sales-rep")
                : wording.dimensions(dimensions);
    }

    /** What something is called that tells the groups apart. */
    private String of(String what) {
        return wording.say("by.of", what, name(answers.dimensions(), wording));
    }

    SectionTag html() {
        String title = title(answers.dimensions(), wording);
        SectionTag section = section()
                .withId("groups")
                .attr("aria-labelledby", "groups-title")
                .with(h2(title).withId("groups-title"));
        List<Answers.Group> groups = answers.rankedGroups();
        if (groups.stream().allMatch(group -> group.key().parts().stream().allMatch(Objects::isNull))) {
            return section.with(p(wording.say("groups.none")).withClass("lead"));
        }
        if (hasControls) {
            words(section);
        }
        return section.with(
                div(each(drawn(), this::bars)).withClass("charts"),
                h3(heading()).withCondClass(hasControls, "order"),
                each(
                        answers
                                .groupAnswers()
                                .leftOut(answers.question().shown().order(), wording.locale())
                                .stream()
                                .toList(),
                        note -> p(note + ".").withClass("note")),
                leftOut(groups.size(), MOST_ROWS, "groups.not-in-table"),
                div(each(tables(groups), table -> table)).withClass("halves sheets"));
    }

    /** What the controls say, in the language of the page. */
    private void words(SectionTag section) {
        String name = name(answers.dimensions(), wording);
        int here = Math.min(MOST_ROWS, answers.groups().size());
        int all = answers.groupAnswers().groupsInAll();
        section.attr("data-sort", wording.say("controls.sort", "{0}"))
                .attr("data-down", wording.say("groups.chosen", "{0}"))
                .attr("data-up", wording.say("groups.sorted-up", "{0}"))
                .attr("data-by-name", wording.say("controls.by-name", "{0}"))
                .attr("data-filter", wording.say("controls.filter", name))
                .attr(
                        "data-shown",
                        here == all
                                ? wording.say("controls.shown", "{0}", "{1}")
                                : wording.say("controls.shown-here", "{0}", "{1}", wording.whole(all)))
                .attr(
                        "data-all",
                        here == all
                                ? wording.say("controls.all", "{0}")
                                : wording.say("controls.all-here", "{0}", wording.whole(all)))
                .attr("data-choose", wording.say("period"))
                .attr("data-whole", wording.say("controls.whole"))
                .attr("data-period", wording.say("controls.period", "{0}"));
    }

    /** The main indicators without those that have no number for any group. */
    private List<Indicator<?>> drawn() {
        return answers.among(BARS).stream()
                .filter(indicator -> answers.coverage()
                        .isToBeDrawn(
                                indicator,
                                answers.groups().stream()
                                        .map(group -> group.reports().get(0))))
                .filter(indicator -> answers.groups().stream()
                        .anyMatch(group ->
                                said.number(indicator, group.reports().get(0).get(indicator)) != null))
                .toList();
    }

    private String heading() {
        GroupOrder order = answers.question().shown().order();
        if (order != null) {
            return wording.say(
                    order.isAscending() ? "groups.sorted-up" : "groups.chosen", wording.name(order.indicator()));
        }
        Indicator<?> ranking = answers.ranking();
        return ranking == SalesIndicators.REVENUE
                ? wording.say("groups.all")
                : wording.say("groups.chosen", wording.name(ranking));
    }

    private FigureTag bars(Indicator<?> indicator) {
        String name = wording.name(indicator);
        String id = "bars-" + indicator.key();
        String unit = Quantity.unit(answers.report().get(indicator), wording);
        List<BarChart.Bar> bars = sorted(indicator);
        BarChart chart = new BarChart(bars.subList(0, Math.min(MOST_BARS, bars.size())));
        Axis axis = Axis.exactly(bars.stream()
                .flatMap(bar -> Stream.of(bar.number(), bar.ceiling()))
                .filter(Objects::nonNull)
                .mapToDouble(number -> number));
        boolean hasOpen = bars.stream().anyMatch(bar -> bar.ceiling() != null);
        String what = hasOpen ? wording.say("groups.open", unit) : unit;
        return figure().withClass("chart")
                .with(
                        figcaption(h3(name)).condWith(!what.isEmpty(), span(what)),
                        chart.into(Svg.image(id, BarChart.WIDTH, chart.height(), of(name), description(bars)), axis),
                        leftOut(bars.size(), MOST_BARS, "groups.not-in-chart"),
                        Markup.collapsible(
                                wording.say("numbers"),
                                of(name),
                                Markup.scrolling(numbers(indicator, name), of(name))));
    }

    /** Those with the largest number first, those without one last, equal ones in the order of their keys. */
    private List<BarChart.Bar> sorted(Indicator<?> indicator) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Answers.Group group : answers.groups()) {
            KpiValue<?> value = group.reports().get(0).get(indicator);
            String key = wording.key(group.key());
            String text = said.value(indicator, value);
            String tip = wording.say("labelled", key, text + detailsInBrackets(value));
            Double ceiling = said.rateParts(indicator, value) == null ? null : Quantity.ceiling(value);
            bars.add(new BarChart.Bar(key, said.number(indicator, value), ceiling, text, tip));
        }
        bars.sort(Comparator.comparing(BarChart.Bar::number, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return bars;
    }

    private String detailsInBrackets(KpiValue<?> value) {
        String details = String.join(", ", wording.details(value).get(0));
        return details.isEmpty() ? "" : " (" + details + ")";
    }

    private String description(List<BarChart.Bar> bars) {
        BarChart.Bar first = bars.get(0);
        BarChart.Bar last = bars.get(bars.size() - 1);
        return wording.say("groups.description", first.name(), first.text(), last.name(), last.text());
    }

    /** How many there is no room for, and where they are: the key of a text. */
    private DomContent leftOut(int size, int most, String key) {
        return size <= most
                ? text("")
                : p(wording.say(key, wording.whole(size - most), wording.whole(size)))
                        .withClass("note");
    }

    private TableTag numbers(Indicator<?> indicator, String name) {
        List<Answers.Group> groups = answers.rankedGroups();
        boolean isRate = Figure.of(answers.report().get(indicator)).rateParts() != null;
        return TagCreator.table(
                caption(of(name)),
                thead(tr(
                                Markup.column(wording.sentence(name(answers.dimensions(), wording))),
                                Markup.column(wording.say("value")),
                                Markup.column(wording.say("made-of")))
                        .condWith(
                                isRate,
                                Markup.column(wording.say("decided")),
                                Markup.column(wording.say("interval.column")))),
                tbody(each(groups.subList(0, Math.min(MOST_ROWS, groups.size())), group -> {
                    KpiValue<?> value = group.reports().get(0).get(indicator);
                    return tr(
                                    Markup.row(wording.key(group.key())),
                                    Markup.cell(said.value(indicator, value)),
                                    Markup.cell(String.join(
                                            ", ", wording.details(value).get(0))))
                            .condWith(isRate, decided(indicator, value), interval(indicator, value));
                })));
    }

    private TdTag decided(Indicator<?> indicator, KpiValue<?> value) {
        Figure.RateParts parts = said.rateParts(indicator, value);
        return Markup.cell(parts == null || parts.decided() == null ? "–" : wording.percent(parts.decided()));
    }

    private TdTag interval(Indicator<?> indicator, KpiValue<?> value) {
        return Markup.cell(said.interval(indicator, value)
                .map(interval ->
                        wording.say("span", wording.percent(interval.lower()), wording.percent(interval.upper())))
                .orElse("–"));
    }

    private List<DivTag> tables(List<Answers.Group> groups) {
        List<IndicatorTables.Row> rows = IntStream.range(0, Math.min(MOST_ROWS, groups.size()))
                .mapToObj(i -> new IndicatorTables.Row(
                        wording.key(groups.get(i).key()),
                        groups.get(i).reports().get(0),
                        hasControls ? Integer.toString(i) : null,
                        null))
                .toList();
        return new IndicatorTables(answers, wording, hasControls)
                .of(wording.sentence(name(answers.dimensions(), wording)), rows, (report, indicator) -> true);
    }
}
