package org.saleskpi.output.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.LiTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;

/**
 * The period of the page among its neighbours: the one before, the one after, and that of a year before, each with its main number; and
 * the parts of it that the page has.
 */
final class PeriodNav {

    private static final String THIS = "strip.this";

    /** More links than this are a wall. */
    private static final int MOST_PARTS = 31;

    private final PageAnswers answers;
    private final Wording wording;
    private final PeriodNames names;

    PeriodNav(PageAnswers answers, Wording wording, PeriodNames names) {
        this.answers = answers;
        this.wording = wording;
        this.names = names;
    }

    /** One of the periods: what it is to that of the page, what it is called, and its number. */
    private record Neighbour(String key, String name, String value) {}

    DivTag html(Optional<PeriodSection> periods) {
        List<Neighbour> neighbours = neighbours();
        DivTag strip = div().withClass("strip");
        if (neighbours.size() > 1) {
            strip.with(
                    p(wording.name(answers.ranking())).withClass("of"),
                    ol(each(neighbours, this::neighbour)).withClass("neighbours"));
        }
        periods.filter(section -> section.parts().size() <= MOST_PARTS)
                .ifPresent(section -> strip.with(nav(
                                span(wording.say("labelled", section.title(), ""))
                                        .withClass("of"),
                                ol(each(
                                        section.parts(),
                                        part -> li(a(part.name()).withHref("#" + part.id())))))
                        .withClass("parts")
                        .attr("aria-label", section.title())));
        return strip;
    }

    /** In time order; those before are as long as this one is known, so that their numbers may be compared. */
    private List<Neighbour> neighbours() {
        List<Neighbour> all = new ArrayList<>();
        DateRange dates = answers.question().dates();
        SalesCalendar calendar = answers.question().history().calendar();
        before("strip.year-before", ComparisonBase.YEAR).ifPresent(all::add);
        before("strip.previous", ComparisonBase.PREVIOUS)
                .filter(previous -> all.stream().noneMatch(one -> one.name().equals(previous.name())))
                .ifPresent(all::add);
        InstantRange period = answers.report().terms().period();
        all.add(new Neighbour(THIS, answers.nameOf(period, names, wording), value(answers.report())));
        Stream.of(CalendarUnit.values())
                .filter(unit -> calendar.rangeOf(unit, dates.startInclusive()).equals(dates))
                .findFirst()
                .flatMap(unit -> after(calendar.rangeOf(unit, dates.endExclusive())))
                .ifPresent(all::add);
        return all;
    }

    /** None where the records do not reach so far back. */
    private Optional<Neighbour> before(String key, ComparisonBase base) {
        return answers.question()
                .withBase(base)
                .comparison()
                .filter(comparison -> answers.said(wording).coversBase(comparison, answers.ranking()))
                .map(Comparison::before)
                .map(report -> new Neighbour(
                        key, names.ofWholeDaysOrMoments(report.terms().period()), value(report)));
    }

    /** None where the records end before it. */
    private Optional<Neighbour> after(DateRange dates) {
        InstantRange period = dates.atZone(answers.question().history().zone());
        return answers.coverage().isKnown(answers.ranking(), period)
                ? Optional.of(new Neighbour(
                        "strip.next",
                        answers.nameOf(period, names, wording),
                        value(answers.question().during(dates).report())))
                : Optional.empty();
    }

    private String value(KpiReport report) {
        Indicator<?> indicator = answers.ranking();
        return answers.said(wording).value(indicator, report.get(indicator));
    }

    private LiTag neighbour(Neighbour one) {
        boolean isThis = one.key().equals(THIS);
        DomContent shown = isThis ? strong(one.value()) : text(one.value());
        LiTag item = li(
                span(wording.say(one.key())).withClass("what"),
                span(wording.sentence(one.name())).withClass("when"),
                span(shown).withClass("figure"));
        return isThis ? item.attr("aria-current", "true") : item;
    }
}
