package org.saleskpi.output;

import java.util.ArrayList;
import java.util.List;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.TargetWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

/** One period in total as text: each number with what it is made of, how it changed, and how it stands to its target. */
final class TextSingle {

    private final AnswerWording said;
    private final Wording wording;
    private final TextStyle style;

    TextSingle(AnswerWording said, Wording wording, TextStyle style) {
        this.said = said;
        this.wording = wording;
        this.style = style;
    }

    List<String> lines(KpiReport report, Assessment assessment) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Indicator<?> indicator : report.indicators()) {
            names.add(wording.name(indicator));
            values.add(said.value(indicator, answer(report, indicator)));
        }
        String nameHeading = wording.say("indicator");
        String valueHeading = wording.say("value");
        int nameWidth = Math.max(DisplayText.width(nameHeading), DisplayText.widest(names));
        int valueWidth = Math.max(DisplayText.width(valueHeading), DisplayText.widest(values));
        int indent = nameWidth + valueWidth + 2 * TextTable.GAP.length();

        List<String> lines = new ArrayList<>();
        lines.add(style.heading(DisplayText.padEnd(nameHeading, nameWidth)
                + TextTable.GAP
                + DisplayText.padStart(valueHeading, valueWidth)
                + TextTable.GAP
                + wording.say("made-of")));
        lines.add(style.note(TextTable.rule(TextTable.SCREEN)));
        for (int i = 0; i < names.size(); i++) {
            String start = DisplayText.padEnd(names.get(i), nameWidth)
                    + TextTable.GAP
                    + DisplayText.padStart(values.get(i), valueWidth);
            for (List<String> phrases : details(report, report.indicators().get(i), assessment)) {
                for (String line : joined(phrases, TextTable.SCREEN - indent)) {
                    lines.add(line.isEmpty() ? start : start + TextTable.GAP + style.note(line));
                    start = " ".repeat(indent - TextTable.GAP.length());
                }
            }
        }
        return lines;
    }

    private static KpiValue<?> answer(KpiReport report, Indicator<?> indicator) {
        return report.get(indicator);
    }

    private List<List<String>> details(KpiReport report, Indicator<?> indicator, Assessment assessment) {
        KpiValue<?> value = report.get(indicator);
        List<List<String>> details = new ArrayList<>(said.details(indicator, value));
        Comparison comparison = assessment.comparison();
        if (comparison != null) {
            details.add(change(comparison, indicator, value));
        }
        TargetResult result = assessment.targets().get(indicator.key());
        if (result != null) {
            details.addAll(new TargetWording(wording, said).lines(indicator, value, result));
        }
        details.removeIf(List::isEmpty);
        if (details.size() > 1) {
            details.removeIf(phrases -> phrases.equals(List.of("")));
        }
        return details;
    }

    /** How one indicator changed, and whether that may be chance. What was known when is said where that is another number. */
    private List<String> change(Comparison comparison, Indicator<?> indicator, KpiValue<?> value) {
        List<String> phrases = new ArrayList<>();
        KpiValue<?> now = comparison.now().get(indicator);
        KpiValue<?> before = comparison.before().get(indicator);
        said.change(comparison, indicator)
                .ifPresentOrElse(
                        change -> phrases.add(
                                (now.equals(value) ? "" : wording.say("change.so-far", wording.value(now)) + " ")
                                        + change.arrow() + " " + change.text() + " "
                                        + wording.say("change.before", wording.value(before))),
                        () -> {
                            if (said.isMeasured(indicator, now) && said.coversBase(comparison, indicator)) {
                                phrases.add(said.noChange(comparison, indicator, wording.say("change.base")));
                            }
                        });
        said.isLikely(comparison, indicator)
                .ifPresent(isLikely -> phrases.add(wording.say(isLikely ? "change.likely" : "change.chance")));
        return phrases;
    }

    /** Joins phrases with commas, as many on a line as fit there. */
    private static List<String> joined(List<String> phrases, int width) {
        String whole = String.join(", ", phrases);
        if (DisplayText.width(whole) <= width) {
            return List.of(whole);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (int i = 0; i < phrases.size(); i++) {
            String phrase = phrases.get(i) + (i < phrases.size() - 1 ? "," : "");
            if (line.isEmpty() || DisplayText.width(line + " " + phrase) > width) {
                lines.addAll(DisplayText.wrap(phrase, width));
            } else {
                lines.set(lines.size() - 1, line + " " + phrase);
            }
            line = lines.get(lines.size() - 1);
        }
        return lines;
    }
}
