package org.saleskpi.output.page;

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

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.FigureTag;
import j2html.tags.specialized.PTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TrTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.value.KpiValue;

/** The main indicators over time, each with the year before behind it and its numbers in a table. */
final class TrendSection {

    /** Volumes first, then rates, then how long it takes. */
    static final List<Indicator<?>> DRAWN = List.of(
            SalesIndicators.REVENUE,
            SalesIndicators.CONTRACTS,
            SalesIndicators.AVERAGE_BASKET,
            SalesIndicators.CUSTOMERS_WON,
            SalesIndicators.CALLS,
            SalesIndicators.MEETINGS,
            SalesIndicators.PROPOSALS,
            SalesIndicators.CONVERSION_RATE,
            SalesIndicators.WIN_RATE,
            SalesIndicators.CALL_SUCCESS_RATE,
            SalesIndicators.MEETING_SUCCESS_RATE,
            SalesIndicators.PROPOSAL_ACCEPTANCE_RATE,
            SalesIndicators.SATISFACTION_RATE,
            SalesIndicators.RETENTION_RATE,
            SalesIndicators.SALES_CYCLE);

    private final PageAnswers answers;
    private final Wording wording;
    private final PeriodNames names;
    private final AnswerWording said;

    TrendSection(PageAnswers answers, Wording wording, PeriodNames names) {
        this.said = answers.said(wording);
        this.answers = answers;
        this.wording = wording;
        this.names = names;
    }

    SectionTag html() {
        SectionTag section = section()
                .withId("trends")
                .attr("aria-labelledby", "trends-title")
                .with(h2(wording.say("trends")).withId("trends-title"))
                .with(each(notes(), note -> note));
        return answers.trend().isEmpty() || answers.coverage().recorded().isEmpty()
                ? section
                : section.with(legend(), div(each(drawn(), this::chart)).withClass("charts"));
    }

    private List<PTag> notes() {
        List<PTag> notes = new ArrayList<>();
        TrendWindow window = answers.window();
        if (window.isTooLong()) {
            notes.add(p(wording.say("trends.too-long")));
            return notes;
        }
        notes.add(p(wording.say(
                        "trends.lead",
                        wording.date(window.dates().startInclusive()),
                        wording.date(window.dates().endExclusive().minusDays(1)),
                        names.by(window.unit())))
                .withClass("lead"));
        if (window.isCoarser()) {
            notes.add(p(wording.say("trends.coarser")).withClass("note"));
        }
        RecordedSpan recorded = answers.coverage().recorded().orElse(null);
        boolean isCut = window.dates()
                        .startInclusive()
                        .isAfter(answers.question().dates().startInclusive())
                || answers.trend().stream().anyMatch(report -> !isKnown(report))
                || answers.yearBefore().stream().anyMatch(report -> !isKnown(report));
        if (recorded == null) {
            notes.add(p(wording.say("trends.no-records")).withClass("note"));
        } else if (isCut) {
            notes.add(p(wording.say("trends.records", day(recorded.first()), day(recorded.last())))
                    .withClass("note"));
        }
        List<String> partial =
                partial().map(report -> answers.nameOf(report, names, wording)).toList();
        if (!partial.isEmpty()) {
            notes.add(
                    p(wording.say("trends.partial", String.join(", ", partial))).withClass("note"));
        }
        return notes;
    }

    /** The periods that are drawn and not whole. */
    private Stream<KpiReport> partial() {
        return answers.trend().stream().filter(report -> isKnown(report) && answers.isPartial(report));
    }

    private String day(Instant moment) {
        return wording.date(moment.atZone(answers.question().history().zone()).toLocalDate());
    }

    private boolean isKnown(KpiReport report) {
        return answers.coverage().isKnown(report.terms().period());
    }

    private DomContent legend() {
        boolean hasFocus = answers.trend().stream().anyMatch(this::isFocus)
                && !answers.trend().stream().allMatch(this::isFocus);
        return new Legend(wording)
                .lines(
                        wording.say("trends.now"),
                        answers.yearBefore().isEmpty() ? "" : wording.say("year-before"),
                        true,
                        partial().findAny().isPresent(),
                        hasFocus ? names.of(answers.question().dates()) : "");
    }

    private boolean isFocus(KpiReport report) {
        return answers.isAsked(report.terms().period());
    }

    /** The main indicators without those that have no number in all the time that is drawn. */
    private List<Indicator<?>> drawn() {
        return answers.among(DRAWN).stream()
                .filter(indicator -> answers.coverage()
                        .isToBeDrawn(indicator, Stream.concat(answers.trend().stream(), answers.yearBefore().stream())))
                .filter(this::hasNumbers)
                .toList();
    }

    private boolean hasNumbers(Indicator<?> indicator) {
        return Stream.concat(answers.trend().stream(), answers.yearBefore().stream())
                .anyMatch(report -> said.number(indicator, report.get(indicator)) != null);
    }

    private FigureTag chart(Indicator<?> indicator) {
        String id = "trend-" + indicator.key();
        String name = wording.name(indicator);
        SeriesChart chart = new SeriesChart(answers, wording, names);
        return figure().withClass("chart")
                .with(
                        figcaption(h3(name)),
                        chart.of(id, name, indicator, answers.trend(), answers.yearBefore(), null),
                        Markup.collapsible(
                                wording.say("numbers"),
                                name,
                                Markup.scrolling(numbers(indicator, name), caption(name))));
    }

    private String caption(String name) {
        return name + ", " + names.by(answers.window().unit());
    }

    private TableTag numbers(Indicator<?> indicator, String name) {
        boolean hasBefore = !answers.yearBefore().isEmpty();
        TrTag head = tr(
                Markup.column(wording.say("period")),
                Markup.column(wording.say("value")),
                Markup.column(wording.say("made-of")));
        if (hasBefore) {
            head.with(Markup.column(wording.say("trends.before")), Markup.column(wording.say("made-of")));
        }
        return table(
                TagCreator.caption(caption(name)),
                thead(head),
                tbody(each(IntStream.range(0, answers.trend().size())
                        .mapToObj(i -> row(
                                indicator,
                                answers.trend().get(i),
                                hasBefore ? answers.yearBefore().get(i) : null)))));
    }

    private DomContent row(Indicator<?> indicator, KpiReport report, @Nullable KpiReport before) {
        TrTag row = tr(Markup.row(names.of(report.terms().period())));
        cells(row, report, indicator);
        if (before != null) {
            cells(row, before, indicator);
        }
        return row;
    }

    private void cells(TrTag row, KpiReport report, Indicator<?> indicator) {
        KpiValue<?> value = report.get(indicator);
        if (answers.isKnown(report, indicator)) {
            row.with(
                    Markup.cell(said.value(indicator, value)),
                    Markup.cell(String.join(", ", wording.details(value).get(0))));
        } else {
            row.with(Markup.cell(""), Markup.cell(""));
        }
    }
}
