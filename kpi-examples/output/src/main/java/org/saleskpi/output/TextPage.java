package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.CoverageWording;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.time.InstantRange;

/** One report as lines of text: what its numbers depend on, the numbers, and what a reader must know of them. */
final class TextPage {

    private final Question asked;

    /** What was asked, as far as the data has it. */
    private final Question question;

    private final TextStyle style;
    private final Wording wording;
    private final DataCoverage coverage;
    private final Answers answers;

    /** The same answers like for like, with what they are compared with; null where neither base nor targets were given. */
    private final @Nullable Answers likeForLike;

    TextPage(Question asked, TextStyle style) {
        this.asked = asked;
        this.style = style;
        this.wording = new Wording(asked.locale());
        this.coverage = DataCoverage.of(asked.kpis(), asked.indicators());
        this.question = asked.about(coverage.measurable(asked.indicators()));
        this.answers = question.withBase(null).answersToRead();
        this.likeForLike = question.base() == null && question.targets() == null
                ? null
                : question.likeForLike().answers();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(heading());
        AnswerWording said = new AnswerWording(coverage, wording);
        TextTables tables = new TextTables(question, coverage, said, wording, style);
        lines.add("");
        if (!answers.isSeries() && !answers.isGrouped()) {
            lines.addAll(new TextSingle(said, wording, style)
                    .lines(
                            answers.total().get(0),
                            likeForLike == null
                                    ? Assessment.NONE
                                    : likeForLike.assessments().get(0)));
        } else if (!answers.isGrouped()) {
            lines.addAll(tables.periods(answers.total(), assessments()));
        } else if (!answers.isSeries()) {
            lines.addAll(tables.groups(answers, likeForLike));
        } else {
            for (Answers.Group group : answers.groups()) {
                String key = wording.key(group.key());
                DisplayText.wrap(
                                wording.say("labelled", wording.dimensions(answers.dimensions()), key),
                                TextTable.SCREEN)
                        .forEach(line -> lines.add(style.heading(line)));
                lines.add("");
                lines.addAll(tables.periods(
                        group.reports(), likeForLike == null ? null : likeForLike.assessmentsOf(group.key())));
                lines.add("");
            }
            lines.add(style.heading(wording.say("total")));
            lines.add("");
            lines.addAll(tables.periods(answers.total(), assessments()));
        }
        List<String> notes =
                new ArrayList<>(answers.isSeries() || answers.isGrouped() ? tables.notes(answers.total()) : List.of());
        answers.leftOut(question.shown().order(), wording.locale()).ifPresent(notes::add);
        if (likeForLike != null && likeForLike.isCompared()) {
            said.notCovered(likeForLike.comparisons()).ifPresent(since -> notes.add(wording.say("change.none", since)));
        }
        notes.addAll(new CoverageWording(coverage, wording).notes(question.history(), whole(), asked.indicators()));
        notes.forEach(note -> note(lines, wording.sentence(note)));
        return lines;
    }

    private @Nullable List<Assessment> assessments() {
        return likeForLike == null ? null : likeForLike.assessments();
    }

    private InstantRange whole() {
        return question.dates().atZone(question.history().zone());
    }

    private List<String> heading() {
        ReportTerms first = answers.total().get(0).terms();
        TextHeading heading = new TextHeading(wording, style);
        List<String> lines = heading.lines(whole(), first, answers.scope(), true);
        lines.addAll(0, letterhead());
        heading.line(lines, wording.say("records"), new CoverageWording(coverage, wording).recorded(first.zone()));
        if (likeForLike != null && likeForLike.isCompared()) {
            heading.line(lines, wording.say("compared"), base(likeForLike));
        }
        return lines;
    }

    /** Whose report it is and what it is called, and what its author wants known. */
    private List<String> letterhead() {
        Letterhead letterhead = question.shown().letterhead();
        List<String> names = Stream.of(letterhead.company(), letterhead.title())
                .flatMap(Optional::stream)
                .map(DisplayText::oneLine)
                .toList();
        List<String> lines = new ArrayList<>();
        if (!names.isEmpty()) {
            DisplayText.wrap(String.join(" – ", names), TextTable.SCREEN)
                    .forEach(line -> lines.add(style.heading(line)));
        }
        letterhead
                .note()
                .ifPresent(note -> lines.addAll(DisplayText.wrap(DisplayText.oneLine(note), TextTable.SCREEN)));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    /** What is compared with what: the dates of both where they are not whole. */
    private String base(Answers all) {
        Comparison first = requireNonNull(all.assessments().get(0).comparison());
        ReportTerms before = first.before().terms();
        String base = all.isSeries()
                ? wording.say(question.base() == ComparisonBase.YEAR ? "compared.each-year" : "compared.each-previous")
                : wording.span(before.period(), before.zone());
        Instant asOf = first.now().terms().asOf();
        if (asOf == null || question.history().viewedAsOf().isPresent()) {
            return base;
        }
        String lastDay = wording.lastDay(asOf, before.zone());
        return all.isSeries()
                ? wording.say("compared.each-as-of", base, lastDay)
                : wording.say(
                        "compared.as-of",
                        wording.span(
                                new InstantRange(first.now().terms().period().startInclusive(), asOf), before.zone()),
                        base,
                        lastDay);
    }

    private void note(List<String> lines, String note) {
        lines.add("");
        DisplayText.wrap(note, TextTable.SCREEN).forEach(line -> lines.add(style.note(line)));
    }
}
