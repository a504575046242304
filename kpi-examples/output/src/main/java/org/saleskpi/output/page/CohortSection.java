package org.saleskpi.output.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import org.saleskpi.value.Rate;

/** The customers won in each unit of the calendar, and how many of them are in force after it: the retention triangle. */
final class CohortSection {

    static final String ID = "cohorts";

    /** More columns than this do not fit on a page of paper. */
    private static final int MOST_COLUMNS = 13;

    /** Shades of a cell, from none to all in force. */
    private static final int SHADES = 5;

    private final Cohorts cohorts;
    private final Wording wording;

    private CohortSection(Cohorts cohorts, Wording wording) {
        this.cohorts = cohorts;
        this.wording = wording;
    }

    /** The section, if the page is about retention, contracts can end, and anybody was won in the dates that it draws. */
    static Optional<CohortSection> of(PageAnswers answers, Wording wording) {
        if (!answers.report().indicators().contains(SalesIndicators.RETENTION_RATE)
                || !answers.coverage().hasEnds()
                || answers.window().isTooLong()) {
            return Optional.empty();
        }
        Question question = answers.question();
        SalesCalendar calendar = question.history().calendar();
        return Stream.of(CalendarUnit.MONTH, CalendarUnit.QUARTER, CalendarUnit.YEAR)
                .filter(unit -> unit == CalendarUnit.YEAR
                        || calendar.split(answers.window().dates(), unit).size() <= MOST_COLUMNS)
                .findFirst()
                .map(unit -> cohorts(question, whole(answers.window().dates(), unit, calendar), unit))
                .filter(cohorts -> cohorts.cohorts().size() <= MOST_COLUMNS
                        && cohorts.cohorts().stream()
                                .anyMatch(cohort -> cohort.customers() > 0
                                        && !cohort.cells().isEmpty()))
                .map(cohorts -> new CohortSection(cohorts, wording));
    }

    /** Who was won in some dates and is kept, as far as the records go: what comes later is not known. */
    private static Cohorts cohorts(Question question, DateRange dates, CalendarUnit unit) {
        return new Question(
                        question.kpis(),
                        dates,
                        question.filters(),
                        question.dimensions(),
                        question.indicators(),
                        question.unit(),
                        question.base(),
                        question.targets(),
                        question.shown())
                .likeForLike()
                .during(dates)
                .cohorts(unit);
    }

    /** The units of the calendar that some dates lie in. */
    private static DateRange whole(DateRange dates, CalendarUnit unit, SalesCalendar calendar) {
        return DateRange.of(
                calendar.startOf(unit, dates.startInclusive()),
                calendar.rangeOf(unit, dates.endExclusive().minusDays(1)).endExclusive());
    }

    SectionTag html() {
        return section()
                .withId(ID)
                .attr("aria-labelledby", ID + "-title")
                .with(
                        h2(wording.say("page.cohorts")).withId(ID + "-title"),
                        p(wording.say("page.cohorts.lead", wording.name(cohorts.unit())))
                                .withClass("lead"),
                        div(Markup.scrolling(table(), caption())).withClass("panel"));
    }

    /** The rows from the first customer on, until what is known ends. */
    private List<Cohorts.Cohort> known() {
        return cohorts.cohorts().stream()
                .dropWhile(cohort -> cohort.customers() == 0)
                .filter(cohort -> cohort.customers() > 0 || !cohort.cells().isEmpty())
                .toList();
    }

    private String caption() {
        return wording.say("cohorts.retention", wording.name(cohorts.unit()));
    }

    private TableTag table() {
        int columns = known().get(0).cells().size();
        TrTag head = tr(Markup.column(wording.name(cohorts.unit())), Markup.column(wording.say("analysis.customers")));
        IntStream.range(0, columns).forEach(column -> head.with(Markup.column(wording.whole(column))));
        return TagCreator.table(
                        TagCreator.caption(caption()),
                        thead(head),
                        tbody(each(known(), cohort -> row(cohort, columns))))
                .withClass("triangle");
    }

    private TrTag row(Cohorts.Cohort cohort, int columns) {
        TrTag row = tr(
                Markup.row(wording.shortSpan(cohort.period(), cohorts.terms().zone())),
                td(wording.whole(cohort.customers())).withClass("figure"));
        for (int column = 0; column < columns; column++) {
            row.with(
                    column < cohort.cells().size()
                            ? cell(cohort.cells().get(column).retention())
                            : td());
        }
        return row;
    }

    private TdTag cell(Rate retention) {
        if (retention.value().isEmpty()) {
            return td("–");
        }
        double share = retention.value().getAsDouble();
        return td(wording.percent(share)).withClass("shade-" + (int) Math.min(SHADES - 1, share * SHADES));
    }
}
