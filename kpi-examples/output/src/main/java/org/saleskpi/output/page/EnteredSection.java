package org.saleskpi.output.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static java.util.stream.Collectors.toSet;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import j2html.tags.specialized.FigureTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.output.wording.FunnelWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.sales.RecordType;
import org.saleskpi.value.Interval;
import org.saleskpi.value.Rate;
import org.saleskpi.value.ValuePart;

/** The customers that entered in the period: how far they came, where they stop, and how long it takes to win them. */
final class EnteredSection {

    static final String ID = "entered";

    /** What is recorded of a stage, but for the first and the last. */
    private static final Map<String, RecordType> TYPES = Map.of(
            "called", RecordType.CALL,
            "reached", RecordType.CALL,
            "met", RecordType.MEETING,
            "proposed", RecordType.PROPOSAL);

    private static final List<Integer> PERCENTS = List.of(25, 50, 75);
    private static final List<Integer> WITHIN = List.of(30, 60, 90);

    private final Funnel funnel;
    private final Cycle cycle;
    private final Wording wording;
    private final FunnelWording said;

    private EnteredSection(Funnel funnel, Cycle cycle, Wording wording) {
        this.funnel = funnel;
        this.cycle = cycle;
        this.wording = wording;
        this.said = new FunnelWording(funnel, wording);
    }

    /** The section, if the page is about the conversion of customers and any entered. */
    static Optional<EnteredSection> of(PageAnswers answers, Wording wording) {
        if (!answers.report().indicators().contains(SalesIndicators.CONVERSION_RATE)) {
            return Optional.empty();
        }
        KpiQuery query = answers.question().during(answers.question().dates());
        Cycle cycle = query.cycle();
        // Where customers are known by their first contract alone, all are won on the day on which they enter.
        boolean isTrivial = cycle.observations().stream().allMatch(ended -> ended.converted() > 0 && ended.days() == 0)
                && cycle.converted() == cycle.count();
        return isTrivial
                ? Optional.empty()
                : Optional.of(new EnteredSection(funnel(query, answers.coverage()), cycle, wording));
    }

    /** Followed along the stages that the data knows: one that all skipped who came further is not recorded either. */
    private static Funnel funnel(KpiQuery query, DataCoverage coverage) {
        Funnel known = query.funnel(stages(key ->
                !TYPES.containsKey(key) || coverage.recorded(TYPES.get(key)).isPresent()));
        Set<String> skipped = known.stages().stream()
                .filter(stage -> stage.customers() > 0 && stage.skipped() == stage.customers())
                .map(Funnel.Stage::key)
                .collect(toSet());
        return skipped.isEmpty()
                ? known
                : query.funnel(stages(key ->
                        known.stages().stream().anyMatch(stage -> stage.key().equals(key)) && !skipped.contains(key)));
    }

    /** The standard stages without some; nobody can skip the first. */
    private static FunnelStages stages(Predicate<String> isShown) {
        List<String> keys = FunnelStages.STANDARD.keys();
        FunnelStages stages =
                FunnelStages.of(keys.get(0), FunnelStages.STANDARD.events().get(0));
        for (int i = 1; i < keys.size(); i++) {
            if (isShown.test(keys.get(i))) {
                stages = stages.then(keys.get(i), FunnelStages.STANDARD.events().get(i));
            }
        }
        return stages;
    }

    SectionTag html() {
        return section()
                .withId(ID)
                .attr("aria-labelledby", ID + "-title")
                .with(
                        h2(wording.say("entered")).withId(ID + "-title"),
                        p(wording.say("entered.lead", wording.whole(funnel.entered())))
                                .withClass("lead"),
                        div(stages(), time()).withClass("halves"));
    }

    private DomContent stages() {
        return div(
                        Markup.scrolling(table(), wording.say("entered.stages")),
                        p(said.bottleneck()).withClass("facts"),
                        p(said.columns()).withClass("facts"))
                .withClass("panel");
    }

    private TableTag table() {
        TrTag head = tr(
                Markup.column(wording.say("funnel.stage")),
                Markup.column(wording.say("analysis.customers")),
                td(),
                Markup.column(wording.say("funnel.from-first")),
                Markup.column(wording.say("funnel.step")));
        if (said.hasMisses()) {
            head.with(Markup.column(wording.say("funnel.decided")));
        }
        head.with(Markup.column(wording.say("median")));
        return TagCreator.table(
                        caption(wording.say("entered.stages")), thead(head), tbody(each(funnel.stages(), this::row)))
                .withClass("funnel");
    }

    private TrTag row(Funnel.Stage stage) {
        TdTag customers = td(wording.whole(stage.customers())).withClass("figure");
        if (stage.skipped() > 0) {
            customers.with(small(wording.say("entered.skipped", wording.whole(stage.skipped()))));
        }
        TrTag row = tr(
                Markup.row(wording.stage(stage.key())),
                customers,
                Markup.bar(100 * stage.fromFirst().value().orElse(0)),
                Markup.cell(stage.fromFirst().format(wording.locale())),
                Markup.cell(said.step(stage, ValuePart.VALUE)));
        if (said.hasMisses()) {
            row.with(Markup.cell(said.step(stage, ValuePart.DECIDED)));
        }
        return row.with(Markup.cell(wording.median(stage.days())));
    }

    private FigureTag time() {
        String title = wording.say("cycle.curve");
        return figure().withClass("panel chart")
                .with(
                        figcaption(h3(wording.say("entered.time")), span(title)),
                        new StepChart(steps(), last(), wording::percent)
                                .into(
                                        Svg.image(
                                                ID + "-curve", StepChart.WIDTH, StepChart.HEIGHT, title, description()),
                                        tick -> wording.whole((long) tick),
                                        wording.say("entered.days")),
                        figures(),
                        p(wording.say("losses." + cycle.losses().name().toLowerCase(Locale.ROOT)))
                                .withClass("facts"));
    }

    /** The steps at which anybody was won. */
    private List<StepChart.Step> steps() {
        List<StepChart.Step> steps = new ArrayList<>();
        for (Cycle.Point point : cycle.curve()) {
            Interval limits = point.limits();
            steps.add(new StepChart.Step(
                    point.days(),
                    point.survival(),
                    limits == null ? point.survival() : limits.lower(),
                    limits == null ? point.survival() : limits.upper()));
        }
        return steps;
    }

    private long last() {
        return cycle.observations().stream().mapToLong(Cycle.Ended::days).max().orElse(0);
    }

    private String description() {
        return wording.say("labelled", wording.say("cycle.quantile", wording.whole(50)), quantile(50));
    }

    private String quantile(int percent) {
        OptionalLong days = cycle.quantile(percent / 100.0);
        return days.isEmpty() ? wording.say("cycle.not-reached") : wording.say("days", wording.whole(days.getAsLong()));
    }

    private DlTag figures() {
        DlTag list = dl().withClass("figures");
        for (int percent : PERCENTS) {
            list.with(entry(wording.say("cycle.quantile", wording.whole(percent)), quantile(percent)));
        }
        for (int days : WITHIN) {
            Rate rate = cycle.within(days);
            String details = rate.total() == 0
                    ? ""
                    : " (" + String.join(", ", wording.details(rate).get(0)) + ")";
            list.with(entry(wording.say("cycle.within", wording.whole(days)), rate.format(wording.locale()) + details));
        }
        return list;
    }

    private static DomContent entry(String name, String text) {
        return div(dt(name), dd(text));
    }
}
