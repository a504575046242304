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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.Change;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.TargetWording;
import org.saleskpi.output.wording.Unmeasured;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;

/** The indicators of the period as cards: what they come to, how they changed, how sure they are, what they mean. */
final class CardSection {

    /** How many characters have room on the narrowest card, in the usual size and in a smaller one. */
    private static final int USUAL = 10;

    private static final int LONG = 14;

    private final PageAnswers answers;
    private final FactLists lists;
    private final Wording wording;
    private final PeriodNames names;
    private final AnswerWording said;

    CardSection(PageAnswers answers, FactLists lists, Wording wording, PeriodNames names) {
        this.answers = answers;
        this.lists = lists;
        this.said = answers.said(wording);
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
        Comparison comparison = answers.comparison();
        String lead = comparison == null || answers.coverage().recorded().isEmpty()
                ? wording.say("cards.nothing-before")
                : isCovered(comparison)
                        ? compared(comparison)
                        : wording.say(
                                "cards.no-changes",
                                base(comparison),
                                said.notCovered(List.of(comparison)).orElse(""));
        return p(lead).withClass("lead");
    }

    /** Whether the records begin early enough for any change: else it is said once, and not on each card. */
    private boolean isCovered(Comparison comparison) {
        if (answers.coverage().recorded().isEmpty()) {
            return false;
        }
        return comparison.now().indicators().stream().anyMatch(indicator -> said.coversBase(comparison, indicator))
                || said.notCovered(List.of(comparison)).isEmpty();
    }

    private String compared(Comparison comparison) {
        Instant asOf = answers.comparedAsOf();
        String then = base(comparison);
        if (asOf != null) {
            ZoneId zone = comparison.now().terms().zone();
            LocalDate lastDay = asOf.atZone(zone).toLocalDate().minusDays(1);
            return wording.say(
                    "cards.changes-until",
                    wording.span(answers.question().dates().startInclusive(), lastDay),
                    then,
                    wording.date(lastDay));
        }
        return wording.say(
                comparison.before().terms().asOf() == null ? "cards.changes-from" : "cards.changes-ripe", then);
    }

    /** What the base period is called. */
    private String base(Comparison comparison) {
        return names.ofWholeDaysOrMoments(comparison.before().terms().period());
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
        String name = wording.name(indicator);
        return article()
                .withId(indicator.key())
                .withClass(indicator.key().equals(SalesIndicators.REVENUE.key()) ? "card first" : "card")
                .with(h4(name), p(number(indicator, value)).withClass("value" + size(indicator, value)))
                .with(change(indicator, value))
                .with(share(indicator, value))
                .with(bullet(indicator, value))
                .with(facts(indicator, value))
                .with(Markup.collapsible(
                        wording.say("card.definition"),
                        name,
                        p(wording.definition(indicator)),
                        counts(indicator, value)));
    }

    private DomContent number(Indicator<?> indicator, KpiValue<?> value) {
        String number = said.value(indicator, value);
        return lists.has(indicator) ? FactsSection.link(indicator, number, wording) : text(number);
    }

    /** How large a number can be: one of many characters would break in its midst, before a part of its currency. */
    private String size(Indicator<?> indicator, KpiValue<?> value) {
        int width = DisplayText.width(said.value(indicator, value));
        return isWords(indicator, value) ? " words" : width > LONG ? " longer" : width > USUAL ? " long" : "";
    }

    private boolean isWords(Indicator<?> indicator, KpiValue<?> value) {
        return answers.coverage().unmeasured(indicator, value).isPresent();
    }

    private DomContent share(Indicator<?> indicator, KpiValue<?> value) {
        return answers.coverage().unmeasured(indicator, value).orElse(null) == Unmeasured.NO_END
                ? text("")
                : ShareBar.of(Figure.of(value)).map(bar -> (DomContent) bar).orElse(text(""));
    }

    private DomContent bullet(Indicator<?> indicator, KpiValue<?> value) {
        TargetResult target = answers.target(indicator);
        Double number = said.number(indicator, value);
        return target == null || number == null
                ? text("")
                : BulletBar.of(number, target).map(bar -> (DomContent) bar).orElse(text(""));
    }

    private PTag change(Indicator<?> indicator, KpiValue<?> value) {
        Comparison comparison = answers.comparison();
        if (Quantity.number(value) == null) {
            return p(wording.say("change.undefined")).withClass("change old");
        }
        if (comparison == null || isWords(indicator, value) || !isCovered(comparison)) {
            return p().withClass("change");
        }
        String then = base(comparison);
        KpiValue<?> now = comparison.now().get(indicator);
        KpiValue<?> old = comparison.before().get(indicator);
        Optional<Change> change = said.change(comparison, indicator);
        if (change.isEmpty()) {
            return p(wording.sentence(said.noChange(comparison, indicator, then)))
                    .withClass("change old");
        }
        Boolean isBetter = said.isJudged(comparison, indicator) ? change.get().isBetter(indicator) : null;
        String judgement = isBetter == null
                ? wording.say("labelled", then, "").stripTrailing()
                : wording.say(isBetter ? "change.better" : "change.worse", then);
        String known =
                now.equals(value) ? "" : wording.sentence(wording.say("change.so-far", wording.value(now))) + " ";
        return p(
                        text(known),
                        span(change.get().arrow()).attr("aria-hidden", "true"),
                        text(" " + change.get().text() + " "),
                        Markup.spoken(judgement + " "),
                        span(wording.say("change.before", wording.value(old)) + chance(comparison, indicator))
                                .withClass("old"))
                .withClass("change" + (isBetter == null ? "" : isBetter ? " better" : " worse"));
    }

    private String chance(Comparison comparison, Indicator<?> indicator) {
        return said.isLikely(comparison, indicator)
                .map(isLikely -> ", " + wording.say(isLikely ? "change.likely" : "change.chance"))
                .orElse("");
    }

    /** What a reader must see beside the number not to be misled, and how it stands to its target. */
    private DomContent facts(Indicator<?> indicator, KpiValue<?> value) {
        List<String> lines = new ArrayList<>();
        for (List<String> phrases : said.details(indicator, value)) {
            lines.add(String.join(", ", phrases));
        }
        interval(indicator, value).ifPresent(lines::add);
        wonBefore(indicator, value).ifPresent(lines::add);
        TargetResult target = answers.target(indicator);
        if (target != null) {
            new TargetWording(wording, said)
                    .lines(indicator, value, target)
                    .forEach(phrases -> lines.add(wording.sentence(String.join(", ", phrases))));
        }
        lines.removeIf(String::isEmpty);
        return lines.isEmpty() ? text("") : div(each(lines, line -> p(line))).withClass("facts");
    }

    /** Nobody won beside a thousand contracts looks like something that was not recorded. */
    private Optional<String> wonBefore(Indicator<?> indicator, KpiValue<?> value) {
        return indicator == SalesIndicators.CUSTOMERS_WON
                        && value.equals(new Count(0))
                        && answers.question().filters().isEmpty()
                        && answers.report().indicators().contains(SalesIndicators.CONTRACTS)
                ? Optional.of(answers.report().get(SalesIndicators.CONTRACTS))
                        .filter(contracts -> contracts.value() > 0)
                        .map(contracts -> wording.say("card.won-before", wording.whole(contracts.value())))
                : Optional.empty();
    }

    private Optional<String> interval(Indicator<?> indicator, KpiValue<?> value) {
        return said.interval(indicator, value)
                .map(interval -> wording.say(
                        Figure.of(value).isOpen() ? "interval.decided" : "interval",
                        wording.percent(interval.lower()),
                        wording.percent(interval.upper())));
    }

    private DlTag counts(Indicator<?> indicator, KpiValue<?> value) {
        DlTag list = dl();
        value.accept(new ValueCounts(wording)).forEach(count -> entry(list, count.name(), count.text()));
        Comparison comparison = answers.comparison();
        if (comparison != null) {
            KpiValue<?> old = comparison.before().get(indicator);
            String details = String.join(", ", wording.details(old).get(0));
            entry(list, base(comparison), said.value(indicator, old) + (details.isEmpty() ? "" : " (" + details + ")"));
        }
        return list;
    }

    private static void entry(DlTag list, String name, String text) {
        list.with(div(dt(name), dd(text)));
    }
}
