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
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;

/**
 * The period of the page among its neighbours: the one before, the one after, and that of a year before, each with its main number; and
 * the parts of it that the page has.
 */
final class PeriodNav {

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

    /** One of the periods: what it is to that of the page, and its dates. */
    private record Neighbour(String key, DateRange dates) {}

    DivTag html(Optional<PeriodSection> periods) {
        List<Neighbour> known = neighbours().stream()
                .filter(one -> one.dates().equals(answers.question().dates()) || isKnown(one.dates()))
                .toList();
        DivTag strip = div().withClass("strip");
        if (known.size() > 1) {
            strip.with(
                    p(wording.name(answers.ranking())).withClass("of"),
                    ol(each(known, this::neighbour)).withClass("neighbours"));
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

    /** In time order. */
    private List<Neighbour> neighbours() {
        Question question = answers.question();
        SalesCalendar calendar = question.history().calendar();
        DateRange dates = question.dates();
        List<Neighbour> all = new ArrayList<>();
        base(ComparisonBase.YEAR, calendar).ifPresent(year -> all.add(new Neighbour("strip.year-before", year)));
        base(ComparisonBase.PREVIOUS, calendar)
                .filter(previous -> all.stream().noneMatch(one -> one.dates().equals(previous)))
                .ifPresent(previous -> all.add(new Neighbour("strip.previous", previous)));
        all.add(new Neighbour("strip.this", dates));
        Stream.of(CalendarUnit.values())
                .filter(unit -> calendar.rangeOf(unit, dates.startInclusive()).equals(dates))
                .findFirst()
                .ifPresent(unit -> all.add(new Neighbour("strip.next", calendar.rangeOf(unit, dates.endExclusive()))));
        return all;
    }

    /** There is none where calendars end, or where the zone skipped it. */
    private Optional<DateRange> base(ComparisonBase base, SalesCalendar calendar) {
        try {
            return Optional.of(base.of(answers.question().dates(), calendar));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isKnown(DateRange dates) {
        return period(dates)
                .filter(period -> answers.coverage().covers(answers.ranking(), period)
                        && answers.coverage().isKnown(answers.ranking(), period))
                .isPresent();
    }

    private Optional<InstantRange> period(DateRange dates) {
        InstantRange period = dates.atZone(answers.question().history().zone());
        return period.startInclusive().isBefore(period.endExclusive()) ? Optional.of(period) : Optional.empty();
    }

    private LiTag neighbour(Neighbour one) {
        Indicator<?> indicator = answers.ranking();
        boolean isThis = one.dates().equals(answers.question().dates());
        String value = answers.said(wording)
                .value(indicator, answers.question().during(one.dates()).get(indicator));
        String name =
                answers.nameOf(one.dates().atZone(answers.question().history().zone()), names, wording);
        DomContent shown = isThis ? strong(value) : text(value);
        LiTag item = li(
                span(wording.say(one.key())).withClass("what"),
                span(wording.sentence(name)).withClass("when"),
                span(shown).withClass("figure"));
        return isThis ? item.attr("aria-current", "true") : item;
    }
}
