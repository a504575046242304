package org.saleskpi.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.output.TextStyle;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Measurability;
import org.saleskpi.output.wording.ProblemKind;
import org.saleskpi.sales.Problem;

/** What {@code kpi check} found, as lines of text. */
final class CheckText {

    /** How many problems of a kind are shown. */
    static final int EXAMPLES = 3;

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final CheckedRecords checked;
    private final TextStyle style;
    private final Messages messages;
    private final List<String> lines = new ArrayList<>();

    private CheckText(CheckedRecords checked, TextStyle style, Messages messages) {
        this.checked = checked;
        this.style = style;
        this.messages = messages;
    }

    static List<String> of(CheckedRecords checked, TextStyle style, Messages messages) {
        CheckText text = new CheckText(checked, style, messages);
        text.account();
        text.problems("check.wrong", checked.problems());
        text.problems("check.doubtful", checked.doubts());
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
        heading(messages.say("check.files"));
        messages.phrases(checked.records().summary()).forEach(line -> lines.add(INDENT + ProblemLines.onOneLine(line)));
        heading(messages.say("check.records"));
        messages.phrases(checked.records().totals()).forEach(line -> lines.add(INDENT + ProblemLines.onOneLine(line)));
        checked.currencies()
                .forEach((currency, count) ->
                        lines.add(INDENT + messages.say("check.amounts", messages.whole(count), currency.getCode())));
    }

    private void problems(String heading, List<ProblemKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        long count = kinds.stream().mapToLong(kind -> kind.problems().size()).sum();
        heading(messages.say(heading, messages.whole(count), messages.whole(kinds.size())));
        for (ProblemKind kind : kinds) {
            lines.add(INDENT
                    + messages.say(
                            "check.kind",
                            messages.whole(kind.problems().size()),
                            messages.phrase(kind.type().toString().toLowerCase(Locale.ROOT)),
                            ProblemLines.onOneLine(kind.field()),
                            ProblemLines.onOneLine(messages.phrase(kind.reason()))));
            List<Problem> first = kind.problems()
                    .subList(0, Math.min(EXAMPLES, kind.problems().size()));
            ProblemLines.of(first, messages).forEach(line -> lines.add(style.note(INDENT + INDENT + line)));
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
            heading(messages.say(
                    switch (extent) {
                        case WHOLE -> "check.whole";
                        case PART -> "check.part";
                        case NONE -> "check.none";
                    }));
            keys.forEach((why, group) -> {
                if (!why.isEmpty()) {
                    wrap(messages.say("check.because", why), INDENT);
                }
                wrap(String.join(", ", group), why.isEmpty() ? INDENT : INDENT + INDENT);
            });
        }
    }

    private void wrap(String text, String indent) {
        DisplayText.wrap(text, WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }

    /** Why an indicator cannot be computed, or not well; empty if nothing is amiss. */
    static String whyNot(Measurability verdict, EndlessCovers covers, Messages messages) {
        return switch (verdict.state()) {
            case TOLD -> "";
            case NO_MISSES -> messages.say("check.no-misses");
            case SOME_ENDLESS ->
                messages.say("check.endless", String.valueOf(covers.endless()), String.valueOf(covers.covered()));
            case NO_RECORDS ->
                messages.say(
                        "check.no-records",
                        verdict.missing().stream()
                                .map(type -> messages.phrase(type.plural()))
                                .reduce((types, type) -> messages.say("check.and-no", types, type))
                                .orElse(""));
            case NO_CASES -> messages.say("check.no-cases", verdict.indicator().population(messages.language()));
            case NOT_RECORDED -> messages.say("check.not-recorded");
            case NONE_DECIDED -> messages.say("check.none-decided");
            case NO_END -> messages.say("check.no-end");
        };
    }

    private String why(Measurability verdict) {
        return whyNot(verdict, EndlessCovers.of(checked.history()), messages);
    }

    private void verdict() {
        lines.add("");
        if (!checked.isCurrencyChosen()) {
            lines.add(messages.say(
                    "check.checked-in",
                    CheckedRecords.choose(checked.currencies().keySet(), messages),
                    checked.history().currency().getCode()));
        }
        boolean isClean = checked.problems().isEmpty() && checked.doubts().isEmpty();
        if (isClean) {
            lines.add(messages.say("check.clean"));
        } else {
            lines.add(messages.say(checked.isLenient() ? "check.lenient" : "check.strict"));
        }
    }
}
