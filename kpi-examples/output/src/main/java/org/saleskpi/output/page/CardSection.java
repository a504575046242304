package org.saleskpi.output.page;

import static j2html.TagCreator.article;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import j2html.tags.specialized.ArticleTag;
import j2html.tags.specialized.DlTag;
import j2html.tags.specialized.PTag;
import j2html.tags.specialized.SectionTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

/** The indicators of the period as cards: what they come to, how they changed, how sure they are, what they mean. */
final class CardSection {

    private final PageAnswers answers;
    private final Wording wording;
    private final PeriodNames names;

    CardSection(PageAnswers answers, Wording wording, PeriodNames names) {
        this.answers = answers;
        this.wording = wording;
        this.names = names;
    }

    SectionTag html() {
        return section()
                .withId("figures")
                .attr("aria-labelledby", "figures-title")
                .with(h2(wording.say("cards")).withId("figures-title"))
                .with(comparison())
                .with(Stream.of(Theme.values()).flatMap(this::theme));
    }

    private DomContent comparison() {
        KpiReport before = answers.before();
        String text = before == null
                ? wording.say("cards.nothing-before")
                : wording.say("cards.changes-from", names.of(answers.datesBefore()));
        return p(text).withClass("lead");
    }

    private Stream<DomContent> theme(Theme theme) {
        List<Indicator<?>> indicators = theme.among(answers.report().indicators());
        if (indicators.isEmpty()) {
            return Stream.of();
        }
        List<DomContent> content = new ArrayList<>();
        content.add(h3(theme.title(wording)));
        if (theme == Theme.SUCCESS) {
            content.add(new Legend(wording).shares());
        }
        content.add(div(each(indicators, this::card)).withClass("cards"));
        return content.stream();
    }

    private ArticleTag card(Indicator<?> indicator) {
        KpiValue<?> value = answers.report().get(indicator);
        String name = indicator.name(answers.question().locale());
        return article()
                .withId(indicator.key())
                .withClass(indicator.key().equals(SalesIndicators.REVENUE.key()) ? "card first" : "card")
                .with(h4(name), p(wording.value(value)).withClass("value"), change(indicator, value))
                .with(ShareBar.of(Figure.of(value)).map(bar -> (DomContent) bar).orElse(text("")))
                .with(facts(value))
                .with(Markup.unfolding(
                        wording.say("card.definition"),
                        name,
                        p(indicator.definition(answers.question().locale())),
                        counts(indicator, value)));
    }

    private PTag change(Indicator<?> indicator, KpiValue<?> value) {
        KpiReport before = answers.before();
        if (Quantity.number(value) == null) {
            return p(wording.say("change.undefined")).withClass("change old");
        }
        if (before == null) {
            return p().withClass("change");
        }
        String then = names.of(answers.datesBefore());
        KpiValue<?> old = before.get(indicator);
        Optional<Change> change = Change.of(old, value, wording);
        if (change.isEmpty()) {
            return p(wording.say("change.undefined-before", then)).withClass("change old");
        }
        Boolean isBetter = change.get().isBetter(indicator);
        String judgement =
                isBetter == null ? then + ":" : wording.say(isBetter ? "change.better" : "change.worse", then);
        return p(
                        span(change.get().arrow()).attr("aria-hidden", "true"),
                        text(" " + change.get().text() + " "),
                        Markup.spoken(judgement + " "),
                        span(wording.say("change.before", wording.value(old))).withClass("old"))
                .withClass("change" + (isBetter == null ? "" : isBetter ? " better" : " worse"));
    }

    /** What a reader must see beside the number not to be misled. */
    private DomContent facts(KpiValue<?> value) {
        List<String> lines = new ArrayList<>();
        for (List<String> phrases : wording.details(value)) {
            lines.add(String.join(", ", phrases));
        }
        interval(Figure.of(value)).ifPresent(lines::add);
        lines.removeIf(String::isEmpty);
        return lines.isEmpty() ? text("") : div(each(lines, line -> p(line))).withClass("facts");
    }

    private Optional<String> interval(Figure figure) {
        return Optional.ofNullable(figure.companions())
                .map(Figure.Companions::interval)
                .map(interval -> wording.say(
                        figure.isOpen() ? "interval.decided" : "interval",
                        wording.percent(interval.lower()),
                        wording.percent(interval.upper())));
    }

    private DlTag counts(Indicator<?> indicator, KpiValue<?> value) {
        DlTag list = dl();
        value.accept(new ValueCounts(wording)).forEach(count -> entry(list, count.name(), count.text()));
        KpiReport before = answers.before();
        if (before != null) {
            KpiValue<?> old = before.get(indicator);
            String details = String.join(", ", wording.details(old).get(0));
            entry(
                    list,
                    names.of(answers.datesBefore()),
                    wording.value(old) + (details.isEmpty() ? "" : " (" + details + ")"));
        }
        return list;
    }

    private static void entry(DlTag list, String name, String text) {
        list.with(div(dt(name), dd(text)));
    }
}
