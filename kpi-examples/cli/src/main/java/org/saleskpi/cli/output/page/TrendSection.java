package org.saleskpi.cli.output.page;

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
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/** The main indicators over time, each with the year before behind it and its numbers in a table. */
final class TrendSection {

    /** Volumes first, then rates. */
    static final List<Indicator<?>> DRAWN = List.of(
            SalesIndicators.REVENUE,
            SalesIndicators.CONTRACTS,
            SalesIndicators.CUSTOMERS_WON,
            SalesIndicators.CALLS,
            SalesIndicators.MEETINGS,
            SalesIndicators.PROPOSALS,
            SalesIndicators.CONVERSION_RATE,
            SalesIndicators.CALL_SUCCESS_RATE,
            SalesIndicators.MEETING_SUCCESS_RATE,
            SalesIndicators.PROPOSAL_ACCEPTANCE_RATE,
            SalesIndicators.SATISFACTION_RATE,
            SalesIndicators.RETENTION_RATE);

    private final PageAnswers answers;
    private final Wording wording;
    private final PeriodNames names;

    TrendSection(PageAnswers answers, Wording wording, PeriodNames names) {
        this.answers = answers;
        this.wording = wording;
        this.names = names;
    }

    SectionTag html() {
        SectionTag section = section()
                .withId("trends")
                .attr("aria-labelledby", "trends-title")
                .with(h2(wording.say("Trends", "Évolution")).withId("trends-title"))
                .with(each(notes(), note -> note));
        return answers.trend().isEmpty()
                ? section
                : section.with(legend(), div(each(DRAWN, this::chart)).withClass("charts"));
    }

    private List<PTag> notes() {
        List<PTag> notes = new ArrayList<>();
        TrendWindow window = answers.window();
        if (window.isTooLong()) {
            notes.add(p(wording.say(
                    "The period has more than 400 years: they are not drawn.",
                    "La période compte plus de 400 années\u00A0: elles ne sont pas tracées.")));
            return notes;
        }
        notes.add(p(wording.say("From ", "Du ") + range(window.dates()) + ", " + names.by(window.unit()) + ".")
                .withClass("lead"));
        if (window.isCoarser()) {
            notes.add(p(wording.say(
                            "The unit that was asked for cuts the period in more than 400 pieces: a larger one is"
                                    + " drawn. JSON and CSV have them all.",
                            "L'unité demandée découpe la période en plus de 400 morceaux\u00A0: une plus grande est"
                                    + " tracée. Les formats JSON et CSV les ont tous."))
                    .withClass("note"));
        }
        InstantRange known = answers.known();
        boolean isCut = answers.trend().stream().anyMatch(report -> !isKnown(report))
                || answers.yearBefore().stream().anyMatch(report -> !isKnown(report));
        if (known == null) {
            notes.add(p(wording.say("There are no records.", "Il n'y a aucune donnée."))
                    .withClass("note"));
        } else if (isCut) {
            notes.add(p(wording.say("The records begin on ", "Les données commencent le ")
                            + day(known.startInclusive())
                            + wording.say(" and end on ", " et finissent le ")
                            + day(known.endExclusive().minusNanos(1))
                            + wording.say(
                                    ". Periods outside are not drawn.",
                                    ". Les périodes en dehors ne sont pas tracées."))
                    .withClass("note"));
        }
        return notes;
    }

    private String day(Instant moment) {
        return wording.date(moment.atZone(answers.question().history().zone()).toLocalDate());
    }

    private String range(DateRange dates) {
        return wording.date(dates.startInclusive())
                + wording.say(" to ", " au ")
                + wording.date(dates.endExclusive().minusDays(1));
    }

    private boolean isKnown(KpiReport report) {
        return answers.isKnown(report.terms().period());
    }

    private DomContent legend() {
        boolean hasFocus = answers.trend().stream().anyMatch(this::isFocus)
                && !answers.trend().stream().allMatch(this::isFocus);
        return new Legend(wording)
                .lines(
                        wording.say("at the dates shown", "aux dates indiquées"),
                        answers.yearBefore().isEmpty() ? "" : wording.say("a year before", "un an avant"),
                        true,
                        hasFocus ? names.of(answers.question().dates()) : "");
    }

    private boolean isFocus(KpiReport report) {
        return answers.isAsked(report.terms().period());
    }

    private FigureTag chart(Indicator<?> indicator) {
        String id = "trend-" + indicator.key();
        String name = indicator.name(answers.question().locale());
        SeriesChart chart = new SeriesChart(answers, wording, names);
        return figure().withClass("chart")
                .with(
                        figcaption(h3(name)),
                        chart.of(id, name, indicator, answers.trend(), answers.yearBefore(), null),
                        Markup.unfolding(
                                wording.say("Numbers", "Chiffres"),
                                name,
                                Markup.scrolling(numbers(indicator, name), name)));
    }

    private TableTag numbers(Indicator<?> indicator, String name) {
        boolean hasBefore = !answers.yearBefore().isEmpty();
        TrTag head = tr(
                Markup.column(wording.say("Period", "Période")),
                Markup.column(wording.say("Value", "Valeur")),
                Markup.column(wording.say("Made of", "Détail")));
        if (hasBefore) {
            head.with(
                    Markup.column(wording.say("A year before", "Un an avant")),
                    Markup.column(wording.say("Made of", "Détail")));
        }
        return table(
                caption(name + ", " + names.by(answers.window().unit())),
                thead(head),
                tbody(each(IntStream.range(0, answers.trend().size())
                        .mapToObj(i -> row(
                                indicator,
                                answers.trend().get(i),
                                hasBefore ? answers.yearBefore().get(i) : null)))));
    }

    private DomContent row(Indicator<?> indicator, KpiReport report, @Nullable KpiReport before) {
        TrTag row = tr(Markup.row(names.of(report.terms().period())));
        cells(row, report.get(indicator));
        if (before != null) {
            cells(row, before.get(indicator));
        }
        return row;
    }

    private void cells(TrTag row, KpiValue<?> value) {
        row.with(
                Markup.cell(wording.value(value)),
                Markup.cell(String.join(", ", wording.details(value).get(0))));
    }
}
