package org.saleskpi.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.output.TextStyle;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Measurability;
import org.saleskpi.output.wording.ProblemKind;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/** What {@code kpi check} found, as lines of text in English, which the account of an import and its problems are in too. */
final class CheckText {

    /** How many problems of a kind are shown. */
    static final int EXAMPLES = 3;

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final CheckedRecords checked;
    private final TextStyle style;
    private final List<String> lines = new ArrayList<>();

    private CheckText(CheckedRecords checked, TextStyle style) {
        this.checked = checked;
        this.style = style;
    }

    static List<String> of(CheckedRecords checked, TextStyle style) {
        CheckText text = new CheckText(checked, style);
        text.account();
        text.problems("Wrong", checked.problems());
        text.problems("Doubtful", checked.doubts());
        text.indicators();
        text.verdict();
        return text.lines;
    }

    private void heading(String text) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(style.heading(text));
    }

    private void account() {
        heading("Files");
        checked.records().summary().forEach(line -> lines.add(INDENT + ProblemLines.onOneLine(line)));
        heading("Records");
        checked.records().totals().forEach(line -> lines.add(INDENT + ProblemLines.onOneLine(line)));
        checked.currencies()
                .forEach((currency, count) ->
                        lines.add(INDENT + counted(count, "amount") + " in " + currency.getCode()));
    }

    private void problems(String heading, List<ProblemKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        long count = kinds.stream().mapToLong(kind -> kind.problems().size()).sum();
        heading(heading + ": " + counted(count, "problem") + " of " + counted(kinds.size(), "kind"));
        for (ProblemKind kind : kinds) {
            lines.add(INDENT + String.format(Locale.ROOT, "%,d", kind.problems().size()) + " × "
                    + kind.type().toString().toLowerCase(Locale.ROOT) + ": "
                    + ProblemLines.onOneLine(kind.field() + ": " + kind.reason()));
            List<Problem> first = kind.problems()
                    .subList(0, Math.min(EXAMPLES, kind.problems().size()));
            ProblemLines.of(first).forEach(line -> lines.add(style.note(INDENT + INDENT + line)));
        }
    }

    private void indicators() {
        for (Measurability.Extent extent : Measurability.Extent.values()) {
            Map<String, List<String>> keys = new LinkedHashMap<>();
            checked.indicators().stream()
                    .filter(verdict -> verdict.state().extent() == extent)
                    .forEach(verdict -> keys.computeIfAbsent(why(verdict), why -> new ArrayList<>())
                            .add(verdict.indicator().key()));
            if (keys.isEmpty()) {
                continue;
            }
            heading(
                    switch (extent) {
                        case WHOLE -> "Indicators that can be computed";
                        case PART -> "Indicators that say less than they seem to";
                        case NONE -> "Indicators that cannot be computed";
                    });
            keys.forEach((why, group) -> {
                if (!why.isEmpty()) {
                    wrap(why + ":", INDENT);
                }
                wrap(String.join(", ", group), why.isEmpty() ? INDENT : INDENT + INDENT);
            });
        }
    }

    private void wrap(String text, String indent) {
        DisplayText.wrap(text, WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }

    /** Why an indicator cannot be computed, or not well; empty if nothing is amiss. */
    static String whyNot(Measurability verdict, EndlessCovers covers) {
        return switch (verdict.state()) {
            case TOLD -> "";
            case NO_MISSES ->
                "never missed though cases are open: what did not happen is probably not recorded, such as refusals or"
                        + " disqualified customers";
            case SOME_ENDLESS ->
                covers.endless() + " of " + covers.covered()
                        + " customers have a contract without an end, and are retained for ever";
            case NO_RECORDS ->
                "there are no "
                        + verdict.missing().stream().map(RecordType::plural).collect(Collectors.joining(" and no "));
            case NO_CASES ->
                "there is no case in all the records: " + verdict.indicator().population(Locale.ENGLISH);
            case NOT_RECORDED -> "no outcome is recorded";
            case NONE_DECIDED -> "no case is decided";
            case NO_END -> "no contract has an end, so that nobody can be lost";
        };
    }

    private String why(Measurability verdict) {
        return whyNot(verdict, EndlessCovers.of(checked.history()));
    }

    private void verdict() {
        lines.add("");
        if (!checked.isCurrencyChosen()) {
            lines.add(CheckedRecords.choose(checked.currencies().keySet()) + "; checked in "
                    + checked.history().currency().getCode());
        }
        boolean isClean = checked.problems().isEmpty() && checked.doubts().isEmpty();
        if (isClean) {
            lines.add("Nothing is wrong with the records.");
        } else {
            lines.add(
                    checked.isLenient()
                            ? "A report is written without the records that are wrong."
                            : "A report fails; with --lenient it is written without the records that are wrong.");
        }
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d ", count) + noun + (count == 1 ? "" : "s");
    }
}
