package org.saleskpi.output.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.ActivityStages;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;
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

    /** Tells whether there are stages to compare. */
    static boolean isShown(PageAnswers answers) {
        return stages(answers.report()).size() > 1
                && answers.coverage().recorded().isPresent();
    }

    /** The indicators that were asked for and stand for stages, in order. */
    private static List<Indicator<?>> stages(KpiReport report) {
        return ActivityStages.ALL.stream().filter(report.indicators()::contains).toList();
    }

    SectionTag html() {
        return section()
                .withId("funnel")
                .attr("aria-labelledby", "funnel-title")
                .with(
                        h2(wording.say("funnel")).withId("funnel-title"),
                        p(wording.say("funnel.lead")).withClass("lead"),
                        div(
                                        div(Markup.scrolling(table(), wording.say("funnel.stages")))
                                                .withClass("panel"),
                                        answers.report().indicators().contains(SalesIndicators.CONVERSION_RATE)
                                                ? conversion()
                                                : text(""))
                                .withClass("halves"));
    }

    private List<Stage> list() {
        return stages(answers.report()).stream().map(this::stage).toList();
    }

    /** A rate stands for its cases. */
    private Stage stage(Indicator<?> indicator) {
        KpiReport report = answers.report();
        boolean isHeld = indicator.equals(SalesIndicators.MEETING_SUCCESS_RATE);
        return isHeld
                ? new Stage(
                        wording.say("funnel.held"),
                        report.get(SalesIndicators.MEETING_SUCCESS_RATE).total())
                : new Stage(wording.name(indicator), count(report.get(indicator)));
    }

    private static long count(KpiValue<?> value) {
        return Objects.requireNonNull(Figure.of(value).value().number()).longValueExact();
    }

    private TableTag table() {
        List<Stage> stages = list();
        long most = Math.max(1, stages.stream().mapToLong(Stage::count).max().orElse(0));
        List<DomContent> rows = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            rows.add(tr(
                    Markup.row(stage.name()),
                    td(wording.whole(stage.count())).withClass("figure"),
                    Markup.bar(100.0 * stage.count() / most),
                    i == 0 ? Markup.cell("") : ratio(stage, stages.get(i - 1))));
        }
        TrTag head = tr(
                Markup.column(wording.say("funnel.stage")),
                Markup.column(wording.say("count")),
                td(),
                Markup.column(wording.say("funnel.ratio")));
        return TagCreator.table(caption(wording.say("funnel.caption")), thead(head), tbody(each(rows, row -> row)))
                .withClass("funnel");
    }

    private TdTag ratio(Stage stage, Stage before) {
        Ratio ratio = Ratio.of(stage.count(), before.count());
        return Markup.cell(wording.value(ratio))
                .with(small(wording.details(ratio).get(0).get(0)));
    }

    /** The one conversion that is a rate: of the customers that entered. */
    private DomContent conversion() {
        Rate rate = answers.report().get(SalesIndicators.CONVERSION_RATE);
        SectionTag cohort = section().withClass("panel").with(h3(wording.say("cohort")));
        if (rate.total() == 0) {
            return cohort.with(p(wording.say("cohort.nobody")));
        }
        String sentence = wording.say(
                "cohort.counts",
                wording.whole(rate.total()),
                wording.whole(rate.hits()),
                wording.whole(rate.misses()),
                wording.whole(rate.open()));
        return cohort.with(
                p(answers.said(wording).value(SalesIndicators.CONVERSION_RATE, rate))
                        .withClass("value"),
                p(wording.name(SalesIndicators.CONVERSION_RATE)),
                ShareBar.of(Figure.of(rate)).orElseThrow(),
                p(sentence).withClass("facts"),
                new Legend(wording).shares());
    }
}
