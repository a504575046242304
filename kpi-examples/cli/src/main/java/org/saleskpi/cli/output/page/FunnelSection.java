package org.saleskpi.cli.output.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/** From calls to contracts: how much happened at each stage, and what became of those who entered. */
final class FunnelSection {

    private final PageAnswers answers;
    private final Wording wording;

    FunnelSection(PageAnswers answers, Wording wording) {
        this.answers = answers;
        this.wording = wording;
    }

    /**
     * One stage.
     *
     * @param name what is counted
     * @param count how many
     */
    private record Stage(String name, long count) {}

    SectionTag html() {
        return section()
                .withId("funnel")
                .attr("aria-labelledby", "funnel-title")
                .with(
                        h2(wording.say("From calls to contracts", "Des appels aux contrats"))
                                .withId("funnel-title"),
                        p(wording.say(
                                        "What was done in the period, stage by stage. These are not the same customers: a"
                                                + " contract of the period may come of a call long before. A stage over the"
                                                + " one before it is a ratio and can exceed 1; it is not a rate.",
                                        "Ce qui a été fait pendant la période, étape par étape. Ce ne sont pas les mêmes"
                                                + " clients\u00A0: un contrat de la période peut venir d'un appel bien antérieur."
                                                + " Une étape rapportée à la précédente est un rapport, qui peut dépasser 1\u00A0;"
                                                + " ce n'est pas un taux."))
                                .withClass("lead"),
                        div(
                                        div(Markup.scrolling(stages(), wording.say("Stages", "Étapes")))
                                                .withClass("panel"),
                                        cohort())
                                .withClass("halves"));
    }

    private List<Stage> list() {
        KpiReport report = answers.report();
        var locale = answers.question().locale();
        return List.of(
                new Stage(
                        SalesIndicators.CALLS.name(locale),
                        report.get(SalesIndicators.CALLS).value()),
                new Stage(
                        SalesIndicators.MEETINGS.name(locale),
                        report.get(SalesIndicators.MEETINGS).value()),
                new Stage(
                        wording.say("Sales meetings held", "Rendez-vous tenus"),
                        report.get(SalesIndicators.MEETING_SUCCESS_RATE).total()),
                new Stage(
                        SalesIndicators.PROPOSALS.name(locale),
                        report.get(SalesIndicators.PROPOSALS).value()),
                new Stage(
                        SalesIndicators.CONTRACTS.name(locale),
                        report.get(SalesIndicators.CONTRACTS).value()));
    }

    private TableTag stages() {
        List<Stage> stages = list();
        long most = Math.max(1, stages.stream().mapToLong(Stage::count).max().orElse(0));
        List<DomContent> rows = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            rows.add(tr(
                    Markup.row(stage.name()),
                    td(wording.whole(stage.count())).withClass("figure"),
                    bar(100.0 * stage.count() / most),
                    i == 0 ? Markup.cell("") : ratio(stage, stages.get(i - 1))));
        }
        TrTag head = tr(
                Markup.column(wording.say("Stage", "Étape")),
                Markup.column(wording.say("Count", "Nombre")),
                td(),
                Markup.column(wording.say("Ratio", "Rapport")));
        return table(
                        caption(wording.say(
                                "Counts of the period, stage by stage", "Décompte de la période, par étape")),
                        thead(head),
                        tbody(each(rows, row -> row)))
                .withClass("funnel");
    }

    private static TdTag bar(double width) {
        return td(Svg.of("svg")
                        .attr("width", "100%")
                        .at("height", 18)
                        .attr("aria-hidden", "true")
                        .with(Svg.of("rect")
                                .withClass("bar")
                                .attr("x", Svg.number(50 - width / 2) + "%")
                                .attr("width", Svg.number(width) + "%")
                                .at("height", 18)))
                .withClass("bar-cell");
    }

    private TdTag ratio(Stage stage, Stage before) {
        Ratio ratio = Ratio.of(stage.count(), before.count());
        return Markup.cell(wording.value(ratio))
                .with(small(wording.details(ratio).get(0).get(0)));
    }

    /** The one conversion that is a rate: of the customers that entered. */
    private DomContent cohort() {
        Rate rate = answers.report().get(SalesIndicators.CONVERSION_RATE);
        SectionTag cohort = section()
                .withClass("panel")
                .with(h3(wording.say("Prospects that entered in the period", "Prospects entrés pendant la période")));
        if (rate.total() == 0) {
            return cohort.with(p(wording.say("Nobody entered.", "Personne n'est entré.")));
        }
        String sentence = wording.say("Of ", "Sur ")
                + wording.whole(rate.total())
                + wording.say(": ", "\u00A0: ")
                + wording.whole(rate.hits())
                + wording.say(" have signed since, ", " ont signé depuis, ")
                + wording.whole(rate.misses())
                + wording.say(" were disqualified, ", " ont été disqualifiés, ")
                + wording.whole(rate.open())
                + wording.say(" are still open.", " sont encore en suspens.");
        return cohort.with(
                p(wording.value(rate)).withClass("value"),
                p(SalesIndicators.CONVERSION_RATE.name(answers.question().locale())),
                ShareBar.of(rate),
                p(sentence).withClass("facts"),
                new Legend(wording).shares());
    }
}
