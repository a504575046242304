package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.KpiValue;

/** How an answer stands to its target, as people read it. Immutable and thread-safe. */
public final class TargetWording {

    private final Wording wording;
    private final AnswerWording answers;
    private final MeasureWording measures;

    /**
     * Creates the words.
     *
     * @param wording the words of the language
     * @param answers how the answers are said
     */
    public TargetWording(Wording wording, AnswerWording answers) {
        this.wording = requireNonNull(wording, "wording");
        this.answers = requireNonNull(answers, "answers");
        this.measures = new MeasureWording(wording);
    }

    /**
     * Writes the bounds of a target, whether they are met, how far, and what is missing; where a period runs, the pace too.
     *
     * @param indicator what was asked
     * @param value the answer
     * @param result how it stands
     * @return lines of phrases that commas join
     */
    public List<List<String>> lines(Indicator<?> indicator, KpiValue<?> value, TargetResult result) {
        Figure.Measure measure = Figure.of(value).value();
        List<String> first = new ArrayList<>(List.of(bounds(result, measure)));
        List<List<String>> lines = new ArrayList<>(List.of(first));
        Boolean met = result.met();
        if (met == null || !answers.isMeasured(indicator, value)) {
            return lines;
        }
        TargetResult.Pace pace = result.pace();
        first.add(wording.say(met ? "target.met" : pace == null ? "target.not-met" : "target.not-yet"));
        Double attainment = result.attainment();
        if (attainment != null) {
            first.add(wording.say("target.attained", wording.percent(attainment)));
        }
        BigDecimal gap = result.gap();
        if (gap != null && gap.signum() > 0) {
            first.add(wording.say(
                    isAbove(measure, result) ? "target.over" : "target.short", measures.distance(gap, measure)));
        }
        if (pace != null) {
            lines.add(pace(pace, measure));
        }
        return lines;
    }

    private String bounds(TargetResult result, Figure.Measure measure) {
        BigDecimal least = result.atLeast();
        BigDecimal most = result.atMost();
        if (least != null && most != null) {
            return wording.say("target.corridor", measures.of(least, measure), measures.of(most, measure));
        }
        return least != null
                ? wording.say("target.at-least", measures.of(least, measure))
                : wording.say("target.at-most", measures.of(requireNonNull(most), measure));
    }

    private static boolean isAbove(Figure.Measure measure, TargetResult result) {
        BigDecimal most = result.atMost();
        return most != null && requireNonNull(measure.number()).compareTo(most) > 0;
    }

    private List<String> pace(TargetResult.Pace pace, Figure.Measure measure) {
        List<String> phrases = new ArrayList<>();
        BigDecimal ahead = pace.ahead();
        if (pace.expected() != null) {
            phrases.add(wording.say("target.expected", measures.of(pace.expected(), measure)));
        }
        if (ahead != null && ahead.signum() != 0) {
            phrases.add(wording.say(
                    ahead.signum() > 0 ? "target.ahead" : "target.behind", measures.of(ahead.abs(), measure)));
        }
        BigDecimal needed = pace.perRemainingDay();
        if (needed != null && needed.signum() > 0) {
            phrases.add(wording.say("target.needed", measures.of(needed, measure)));
        }
        return phrases;
    }

    /**
     * Writes in a few letters how an answer stands.
     *
     * @param indicator what was asked
     * @param value the answer
     * @param result how it stands; null without a target
     * @return what part of the target is attained, with a tick if it is met; a dash where that is not known
     */
    public String brief(Indicator<?> indicator, KpiValue<?> value, @Nullable TargetResult result) {
        Boolean met = result == null ? null : result.met();
        if (result == null || met == null || !answers.isMeasured(indicator, value)) {
            return "–";
        }
        Double attainment = result.attainment();
        if (attainment == null) {
            return wording.say(met ? "target.met" : "target.not-met");
        }
        return met ? "✓ " + wording.percent(attainment) : wording.percent(attainment);
    }
}
