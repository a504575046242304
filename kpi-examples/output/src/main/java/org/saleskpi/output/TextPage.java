package org.saleskpi.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    TextPage(Question question, TextStyle style) {
        this.question = question;
        this.style = style;
        this.wording = new Wording(question.locale());
    }

    List<String> lines(Answers answers) {
        List<String> lines = new ArrayList<>(heading(answers));
        if (!answers.isSeries() && !answers.isGrouped()) {
            lines.add("");
            lines.addAll(single(answers.total().get(0)));
        } else if (!answers.isGrouped()) {
            lines.add("");
            lines.addAll(periods(answers.total()));
        } else if (!answers.isSeries()) {
            lines.add("");
            lines.addAll(groups(answers));
        } else {
            for (Answers.Group group : answers.groups()) {
                lines.add("");
                String key = wording.key(group.key());
                DisplayText.wrap(wording.dimensions(answers.dimensions()) + ": " + key, TextTable.SCREEN)
                        .forEach(line -> lines.add(style.heading(line)));
                lines.add("");
                lines.addAll(periods(group.reports()));
            }
            lines.add("");
            lines.add(style.heading(wording.say("total")));
            lines.add("");
            lines.addAll(periods(answers.total()));
        }
        lines.addAll(notes());
        return lines;
    }

    private List<String> heading(Answers answers) {
        ReportTerms first = answers.total().get(0).terms();
        ReportTerms last = answers.total().get(answers.total().size() - 1).terms();
        InstantRange whole =
                new InstantRange(first.period().startInclusive(), last.period().endExclusive());
        List<String> lines = new ArrayList<>();
        line(lines, wording.say("period"), wording.span(whole, first.zone()));
        line(lines, wording.say("time-zone"), first.zone().getId());
        Instant asOf = first.asOf();
        if (asOf != null) {
            line(lines, wording.say("as-of"), wording.moment(asOf.atZone(first.zone())));
        }
        line(lines, wording.say("currency"), first.currency().getCode());
        wording.conditions(answers.scope()).forEach(condition -> line(lines, wording.say("only"), condition));
        return lines;
    }

    private void line(List<String> lines, String label, String text) {
        int indent = 11;
        List<String> wrapped = DisplayText.wrap(text, TextTable.SCREEN - indent);
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(style.note(DisplayText.padEnd(i == 0 ? label : "", indent)) + wrapped.get(i));
        }
    }

    private List<String> single(KpiReport report) {
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
            for (List<String> phrases :
                    wording.details(report.get(report.indicators().get(i)))) {
                for (String details : lines(phrases, TextTable.SCREEN - indent)) {
                    lines.add(details.isEmpty() ? start : start + TextTable.GAP + style.note(details));
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
            Trend trend = Trend.of(reports, table.room());
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
