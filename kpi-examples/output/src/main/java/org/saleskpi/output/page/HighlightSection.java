package org.saleskpi.output.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.ul;

import j2html.tags.specialized.SectionTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.analysis.MixAndRate;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.Change;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;

/**
 * What changed most, in sentences: of the rates those that changed by more than chance, of counts, amounts and means those that grew
 * or fell by the largest part; and whether the groups did better themselves, or had other shares in the whole.
 */
final class HighlightSection {

    static final String ID = "highlights";

    private static final int MOST_OF_A_KIND = 4;

    /** A smaller part than this is no news. */
    private static final double LEAST_CHANGE = 0.05;

    private static final int FEWEST = 10;

    private final PageAnswers answers;
    private final Comparison comparison;
    private final Wording wording;
    private final PeriodNames names;
    private final AnswerWording said;
    private final List<Highlight> highlights;

    private HighlightSection(PageAnswers answers, Comparison comparison, Wording wording, PeriodNames names) {
        this.answers = answers;
        this.comparison = comparison;
        this.wording = wording;
        this.names = names;
        this.said = answers.said(wording);
        this.highlights = highlights();
    }

    /**
     * A change worth telling.
     *
     * @param indicator what changed
     * @param change how
     * @param size by which part it did
     * @param isLikely whether it is a rate, which changed by more than chance
     */
    private record Highlight(Indicator<?> indicator, Change change, double size, boolean isLikely) {}

    /** The section, if there is anything to tell; of a period without any record there is not. */
    static Optional<HighlightSection> of(PageAnswers answers, Wording wording, PeriodNames names) {
        return Optional.ofNullable(answers.comparison())
                .filter(comparison ->
                        answers.coverage().isKnown(answers.report().terms().period()))
                .map(comparison -> new HighlightSection(answers, comparison, wording, names))
                .filter(section -> !section.highlights.isEmpty());
    }

    /** The largest of the counts and amounts, and the largest of the rates. */
    private List<Highlight> highlights() {
        List<Highlight> all = comparison.now().indicators().stream()
                .flatMap(indicator -> highlight(indicator).stream())
                .sorted(Comparator.comparingDouble(Highlight::size).reversed())
                .toList();
        return Stream.concat(
                        all.stream().filter(highlight -> !highlight.isLikely()).limit(MOST_OF_A_KIND),
                        all.stream().filter(Highlight::isLikely).limit(MOST_OF_A_KIND))
                .toList();
    }

    private Optional<Highlight> highlight(Indicator<?> indicator) {
        Change change = said.change(comparison, indicator)
                .filter(some -> some.direction() != 0)
                .orElse(null);
        OptionalDouble share = comparison.change(indicator);
        if (change == null || share.isEmpty() || !said.isJudged(comparison, indicator)) {
            return Optional.empty();
        }
        double size = Math.abs(share.getAsDouble());
        Optional<Boolean> isLikely = said.isLikely(comparison, indicator);
        if (isLikely.isPresent()) {
            return isLikely.get() ? Optional.of(new Highlight(indicator, change, size, true)) : Optional.empty();
        }
        return size >= LEAST_CHANGE
                        && isOfMany(comparison.before().get(indicator))
                        && isOfMany(comparison.now().get(indicator))
                ? Optional.of(new Highlight(indicator, change, size, false))
                : Optional.empty();
    }

    /** Whether a few more or less would not make the change: counts and means of a handful jump. */
    private static boolean isOfMany(KpiValue<?> value) {
        return value instanceof Amount
                || (value instanceof Count count && count.value() >= FEWEST)
                || (value instanceof MeanAmount mean && mean.count() >= FEWEST);
    }

    SectionTag html() {
        GroupedAnalysis<Comparison> groups =
                answers.question().comparisonBy(answers.grouping()).orElse(null);
        return section()
                .withId(ID)
                .attr("aria-labelledby", ID + "-title")
                .with(
                        h2(wording.say("highlights")).withId(ID + "-title"),
                        p(wording.say(
                                        "highlights.lead",
                                        names.ofWholeDaysOrMoments(
                                                comparison.before().terms().period())))
                                .withClass("lead"),
                        ul(each(
                                        highlights,
                                        highlight ->
                                                li(sentence(highlight, groups)).withClass(tone(highlight))))
                                .withClass("highlights"));
    }

    private static String tone(Highlight highlight) {
        Boolean isBetter = highlight.change().isBetter(highlight.indicator());
        return isBetter == null ? "" : isBetter ? "better-mark" : "worse-mark";
    }

    private String sentence(Highlight highlight, @Nullable GroupedAnalysis<Comparison> groups) {
        Indicator<?> indicator = highlight.indicator();
        KpiValue<?> before = comparison.before().get(indicator);
        KpiValue<?> now = comparison.now().get(indicator);
        List<String> sentences = new ArrayList<>();
        sentences.add(wording.say(
                highlight.isLikely() ? "highlights.likely" : "highlights.change",
                wording.name(indicator),
                highlight.change().brief(),
                said.value(indicator, before),
                said.value(indicator, now)));
        if (groups != null && groups.groups().size() > 1) {
            MixAndRate.of(groups, indicator)
                    .ifPresent(split -> sentences.add(wording.say(
                            "highlights.mix-and-rate",
                            Change.ofPart(split.rate(), now instanceof MeanAmount, wording),
                            wording.dimensions(answers.dimensions()),
                            Change.ofPart(split.mix(), now instanceof MeanAmount, wording))));
        }
        return String.join(" ", sentences);
    }
}
