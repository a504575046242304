package org.saleskpi.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Explanation;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;

/** Shows an explanation: a title and a text for each thing that is to be said of an answer. */
final class ExplanationView implements AnalysisView<Explanation<?>> {

    private final Locale locale;

    /** Creates a view in a language. */
    ExplanationView(Locale locale) {
        this.locale = locale;
    }

    @Override
    public String name() {
        return "explanation";
    }

    @Override
    public ReportTerms terms(Explanation<?> explanation) {
        return explanation.terms();
    }

    @Override
    public boolean hasAmounts() {
        return true;
    }

    /** An explanation tells them among what it tells. */
    @Override
    public boolean saysTerms() {
        return true;
    }

    @Override
    public void properties(Explanation<?> explanation, AnalysisJson json) {
        json.explanation(explanation, locale);
    }

    @Override
    public List<String> columns() {
        return List.of("key", "title", "text");
    }

    @Override
    public List<List<@Nullable Object>> rows(Explanation<?> explanation) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        explanation
                .lines(locale)
                .forEach((title, text) ->
                        rows.add(Arrays.asList(explanation.indicator().key(), title, text)));
        return rows;
    }

    @Override
    public List<String> lines(Explanation<?> explanation, Wording wording, TextStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(wording.name(explanation.indicator())));
        lines.add("");
        Map<String, String> titled = explanation.lines(locale);
        int width = DisplayText.widest(List.copyOf(titled.keySet())) + 2;
        titled.forEach((title, text) -> {
            List<String> wrapped = DisplayText.wrap(DisplayText.oneLine(wording.set(text)), TextTable.SCREEN - width);
            for (int i = 0; i < wrapped.size(); i++) {
                lines.add(style.note(DisplayText.padEnd(i == 0 ? title : "", width)) + wrapped.get(i));
            }
        });
        return lines;
    }

    @Override
    public List<String> lines(GroupedAnalysis<Explanation<?>> groups, Wording wording, TextStyle style) {
        List<String> lines = new ArrayList<>();
        groups.groups().forEach(group -> {
            lines.addAll(lines(group.analysis(), wording, style));
            lines.add("");
        });
        lines.addAll(lines(groups.total(), wording, style));
        return lines;
    }
}
