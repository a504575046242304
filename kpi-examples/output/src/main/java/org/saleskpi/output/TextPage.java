package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Change;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.time.InstantRange;

/** One report as lines of text. */
final class TextPage {

    private final Question question;
    private final TextStyle style;
    private final Wording wording;

    /** The same answers like for like, with what they are compared with. */
    private final Optional<Answers> compared;

    TextPage(Question question, TextStyle style) {
        this.question = question;
        this.style = style;
        this.wording = new Wording(question.locale());
        this.compared = question.base() == null
                ? Optional.empty()
                : Optional.of(question.likeForLike().answers());
    }

    List<String> lines(Answers answers) {
        List<String> lines = new ArrayList<>(heading(answers));
        if (!answers.isSeries() && !answers.isGrouped()) {
            lines.add("");
            lines.addAll(single(
                    answers.total().get(0),
                    compared.map(all -> all.assessments().get(0))));
        } else if (!answers.isGrouped()) {
            lines.add("");
            lines.addAll(periods(answers.total()));
            compared.ifPresent(all -> lines.addAll(changes(all.assessments())));
        } else if (!answers.isSeries()) {
            lines.add("");
            lines.addAll(groups(answers));
            compared.ifPresent(all -> lines.addAll(changesOfGroups(answers, all)));
        } else {
            for (Answers.Group group : answers.groups()) {
                lines.add("");
                String key = wording.key(group.key());
                DisplayText.wrap(wording.dimensions(answers.dimensions()) + ": " + key, TextTable.SCREEN)
                        .forEach(line -> lines.add(style.heading(line)));
                lines.add("");
                lines.addAll(periods(group.reports()));
                compared.ifPresent(all -> lines.addAll(changes(all.assessmentsOf(group.key()))));
            }
            lines.add("");
            lines.add(style.heading(wording.say("total")));
            lines.add("");
            lines.addAll(periods(answers.total()));
            compared.ifPresent(all -> lines.addAll(changes(all.assessments())));
        }
        lines.addAll(notes());
        return lines;
    }

    private List<String> heading(Answers answers) {
        ReportTerms first = answers.total().get(0).terms();
        ReportTerms last = answers.total().get(answers.total().size() - 1).terms();
        InstantRange whole =
                new InstantRange(first.period().startInclusive(), last.period().endExclusive());
        TextHeading heading = new TextHeading(wording, style);
        List<String> lines = heading.lines(whole, first, answers.scope(), true);
        compared.ifPresent(all -> heading.line(lines, wording.say("compared"), base(all)));
        return lines;
    }

    /** What is compared with what: the dates of both where they are not whole. */
    private String base(Answers all) {
        Comparison first = requireNonNull(all.assessments().get(0).comparison());
        String base = all.isSeries()
                ? wording.say(question.base() == ComparisonBase.YEAR ? "compared.each-year" : "compared.each-previous")
                : wording.span(
                        first.before().terms().period(), first.before().terms().zone());
        Instant asOf = first.now().terms().asOf();
        return asOf == null || question.history().viewedAsOf().isPresent()
                ? base
                : wording.say(
                        "compared.as-of",
                        base,
                        wording.moment(asOf.atZone(first.now().terms().zone())));
    }

    /** The changes as a table of its own, in the columns of the values. */
    private List<String> changes(List<Assessment> periods) {
        Comparison first = requireNonNull(periods.get(0).comparison());
        TextTable table = new TextTable(wording.say("change"), names(first.now()), style);
        for (Assessment period : periods) {
            Comparison comparison = requireNonNull(period.comparison());
            ReportTerms terms = comparison.now().terms();
            table.add(wording.shortSpan(terms.period(), terms.zone()), briefChanges(comparison));
        }
        return below(table);
    }

    private List<String> changesOfGroups(Answers answers, Answers all) {
        Comparison total = requireNonNull(all.assessments().get(0).comparison());
        TextTable table = new TextTable(wording.say("change"), names(total.now()), style);
        for (Answers.Group group : answers.groups()) {
            Comparison comparison = all.assessmentsOf(group.key()).get(0).comparison();
            table.add(
                    wording.key(group.key()),
                    comparison == null
                            ? Collections.nCopies(total.now().indicators().size(), "–")
                            : briefChanges(comparison));
        }
        table.add(wording.say("total"), briefChanges(total));
        return below(table);
    }

    private static List<String> below(TextTable table) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        return lines;
    }

    private List<String> briefChanges(Comparison comparison) {
        return comparison.now().indicators().stream()
                .map(indicator -> Change.of(comparison, indicator, wording)
                        .map(Change::brief)
                        .orElse("–"))
                .toList();
    }

    /** How one indicator changed, and whether that may be chance. */
    private List<String> change(Comparison comparison, Indicator<?> indicator) {
        List<String> phrases = new ArrayList<>();
        Change.of(comparison, indicator, wording)
                .ifPresent(change -> phrases.add(change.arrow() + " " + change.text() + " "
                        + wording.say(
                                "change.before",
                                wording.value(comparison.before().get(indicator)))));
        comparison
                .decidedChange(indicator)
                .filter(decided -> decided.bounds() != null)
                .ifPresent(decided -> phrases.add(wording.say(decided.isLikely() ? "change.likely" : "change.chance")));
        return phrases;
    }

    private List<String> single(KpiReport report, Optional<Assessment> assessment) {
        List<String> names = names(report);
        List<String> values = values(report);
        String nameHeading = wording.say("indicator");
        String valueHeading = wording.say("value");
        String detailsHeading = wording.say("made-of");
        int nameWidth = Math.max(DisplayText.width(nameHeading), DisplayText.widest(names));
        int valueWidth = Math.max(DisplayText.width(valueHeading), DisplayText.widest(values));
        int indent = nameWidth + valueWidth + 2 * TextTable.GAP.length();

        List<String> lines = new ArrayList<>();
        lines.add(style.heading(DisplayText.padEnd(nameHeading, nameWidth)
                + TextTable.GAP
                + DisplayText.padStart(valueHeading, valueWidth)
                + TextTable.GAP
                + detailsHeading));
        lines.add(style.note(TextTable.rule(TextTable.SCREEN)));
        for (int i = 0; i < names.size(); i++) {
            String start = DisplayText.padEnd(names.get(i), nameWidth)
                    + TextTable.GAP
                    + DisplayText.padStart(values.get(i), valueWidth);
            Indicator<?> indicator = report.indicators().get(i);
            List<List<String>> details = new ArrayList<>(wording.details(report.get(indicator)));
            assessment
                    .map(Assessment::comparison)
                    .map(comparison -> change(comparison, indicator))
                    .filter(change -> !change.isEmpty())
                    .ifPresent(details::add);
            if (details.size() > 1) {
                details.removeIf(phrases -> phrases.equals(List.of("")));
            }
            for (List<String> phrases : details) {
                for (String line : lines(phrases, TextTable.SCREEN - indent)) {
                    lines.add(line.isEmpty() ? start : start + TextTable.GAP + style.note(line));
                    start = " ".repeat(indent - TextTable.GAP.length());
                }
            }
        }
        return lines;
    }

    private List<String> periods(List<KpiReport> reports) {
        TextTable table = new TextTable(wording.say("indicator"), names(reports.get(0)), style);
        for (KpiReport report : reports) {
            table.add(wording.shortSpan(report.terms().period(), report.terms().zone()), values(report));
        }
        if (reports.size() > 1) {
            Trend trend = Trend.of(reports, table.widthLeft());
            table.add(wording.trend(trend.periodsInABar()), trend.rows());
        }
        return table.lines();
    }

    private List<String> groups(Answers answers) {
        KpiReport total = answers.total().get(0);
        TextTable table =
                new TextTable(wording.say("by", wording.dimensions(answers.dimensions())), names(total), style);
        for (Answers.Group group : answers.groups()) {
            table.add(wording.key(group.key()), values(group.reports().get(0)));
        }
        table.add(wording.say("total"), values(total));
        return table.lines();
    }

    private List<String> names(KpiReport report) {
        return report.indicators().stream()
                .map(indicator -> indicator.name(question.locale()))
                .toList();
    }

    private List<String> values(KpiReport report) {
        return report.indicators().stream()
                .map(indicator -> wording.value(report.get(indicator)))
                .toList();
    }

    /** Joins phrases with commas, on one line if they fit there. */
    private static List<String> lines(List<String> phrases, int width) {
        String whole = String.join(", ", phrases);
        if (DisplayText.width(whole) <= width) {
            return List.of(whole);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            lines.addAll(DisplayText.wrap(phrases.get(i) + (i < phrases.size() - 1 ? "," : ""), width));
        }
        return lines;
    }

    private List<String> notes() {
        List<String> lines = new ArrayList<>();
        wording.setAside(question.history()).ifPresent(note -> note(lines, note));
        wording.endlessCovers(question.history()).ifPresent(note -> note(lines, note));
        return lines;
    }

    private void note(List<String> lines, String note) {
        lines.add("");
        DisplayText.wrap(note, TextTable.SCREEN).forEach(line -> lines.add(style.note(line)));
    }
}
