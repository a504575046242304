package org.saleskpi.output.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import j2html.tags.specialized.SectionTag;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;

/** The periods that were asked for below each other: tables of all indicators. */
final class PeriodSection {

    static final String ID = "periods";

    /** A table of more periods than this is no reading any more: the drawings have their numbers. */
    static final int MOST_PERIODS = 62;

    private final PageAnswers answers;
    private final Wording wording;
    private final PeriodNames names;
    private final List<KpiReport> reports;

    private PeriodSection(PageAnswers answers, Wording wording, PeriodNames names, List<KpiReport> reports) {
        this.answers = answers;
        this.wording = wording;
        this.names = names;
        this.reports = reports;
    }

    /** The section, if several periods were asked for, and no more than a reader can take in. */
    static Optional<PeriodSection> of(PageAnswers answers, Wording wording, PeriodNames names) {
        List<KpiReport> reports = answers.question().unit() == null
                ? List.of()
                : answers.trend().stream()
                        .filter(report -> answers.isAsked(report.terms().period()))
                        .filter(report ->
                                answers.coverage().isKnown(report.terms().period()))
                        .toList();
        return reports.size() < 2 || reports.size() > MOST_PERIODS
                ? Optional.empty()
                : Optional.of(new PeriodSection(answers, wording, names, reports));
    }

    String title() {
        return wording.sentence(names.by(answers.window().unit()));
    }

    /**
     * A period that has a row.
     *
     * @param name what it is called
     * @param id what links to its row lead to
     */
    record Part(String name, String id) {}

    List<Part> parts() {
        return IntStream.range(0, reports.size())
                .mapToObj(i -> new Part(names.of(reports.get(i).terms().period()), "period-" + i))
                .toList();
    }

    SectionTag html() {
        List<Part> parts = parts();
        List<IndicatorTables.Row> rows = IntStream.range(0, reports.size())
                .mapToObj(i -> new IndicatorTables.Row(
                        answers.nameOf(reports.get(i), names, wording),
                        reports.get(i),
                        null,
                        parts.get(i).id()))
                .toList();
        return section()
                .withId(ID)
                .attr("aria-labelledby", ID + "-title")
                .with(
                        h2(title()).withId(ID + "-title"),
                        div(each(
                                        new IndicatorTables(answers, wording, false)
                                                .of(wording.sentence(wording.say("period")), rows, answers::isKnown),
                                        table -> table))
                                .withClass("halves sheets"));
    }
}
