package org.saleskpi.output.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TrTag;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saleskpi.analysis.Finding;
import org.saleskpi.analysis.Findings;
import org.saleskpi.output.wording.RecordWording;
import org.saleskpi.output.wording.Wording;

/** What is suspicious in the records: an appendix, with the first records of each finding. */
final class FindingsSection {

    static final String ID = "findings";

    private static final int MOST_RECORDS = 5;

    private final Findings findings;
    private final Wording wording;

    private FindingsSection(Findings findings, Wording wording) {
        this.findings = findings;
        this.wording = wording;
    }

    /** The section, if anything is suspicious; findings are of all records, so a page about some of them has none. */
    static Optional<FindingsSection> of(PageAnswers answers, Wording wording) {
        if (!answers.question().filters().isEmpty()) {
            return Optional.empty();
        }
        Findings findings = Findings.of(answers.question().history());
        return findings.findings().isEmpty() ? Optional.empty() : Optional.of(new FindingsSection(findings, wording));
    }

    SectionTag html() {
        return section()
                .withId(ID)
                .attr("aria-labelledby", ID + "-title")
                .with(
                        h2(wording.say("page.findings")).withId(ID + "-title"),
                        p(wording.say("page.findings.lead")).withClass("lead"),
                        div(Markup.scrolling(table(), wording.say("findings.nothing-repaired")))
                                .withClass("panel"));
    }

    private TableTag table() {
        return TagCreator.table(
                        caption(wording.say("findings.nothing-repaired")),
                        thead(tr(
                                Markup.column(wording.say("page.findings.what")),
                                Markup.column(wording.say("count")),
                                Markup.column(wording.say("records")))),
                        tbody(each(findings.findings(), this::row)))
                .withClass("findings");
    }

    private TrTag row(Finding finding) {
        int size = finding.records().size();
        String shown = finding.records().subList(0, Math.min(MOST_RECORDS, size)).stream()
                .map(new RecordWording(wording)::of)
                .collect(Collectors.joining(", "));
        return tr(
                Markup.row(wording.finding(finding.kind())),
                td(wording.say("findings.count", wording.whole(size), wording.whole(finding.of()))),
                size > MOST_RECORDS
                        ? td(shown).with(small(wording.say("page.findings.more", wording.whole(size - MOST_RECORDS))))
                        : td(shown));
    }
}
