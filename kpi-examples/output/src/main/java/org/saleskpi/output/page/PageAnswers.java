package org.saleskpi.output.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.Answers;
import org.saleskpi.output.GroupOrder;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;
import org.saleskpi.value.KpiValue;

/**
 * All that a page tells.
 *
 * @param question what was asked, as far as the data has it
 * @param report the answers about the period as a whole
 * @param comparison the answers like for like, and those about the dates before; null where there are none to ask about
 * @param window which dates are drawn
 * @param trend the answers over the dates that are drawn, in time order; none if they are too many
 * @param yearBefore those of a year before, one for each; none where the zone skipped dates, and none beside more than a year
 * @param dimensions the names of what is compared: of what was grouped by, else of the owners
 * @param groupAnswers the groups, each with its answers about the period as a whole
 * @param groupTrends the groups over the dates that are drawn; none unless both groups and periods were asked for
 * @param asked the indicators that were asked about, those included that the data does not have
 * @param coverage what the records can tell, and from when to when: what lies outside is not zero
 */
record PageAnswers(
        Question question,
        KpiReport report,
        @Nullable Comparison comparison,
        TrendWindow window,
        List<KpiReport> trend,
        List<KpiReport> yearBefore,
        List<String> dimensions,
        Answers groupAnswers,
        List<Answers.Group> groupTrends,
        List<Indicator<?>> asked,
        DataCoverage coverage) {

    static PageAnswers of(Question all) {
        DataCoverage coverage = DataCoverage.of(all.kpis(), all.indicators());
        Question question = all.about(coverage.measurable(all.indicators()));
        TrendWindow window = window(question, coverage);
        List<KpiReport> trend = window.isTooLong()
                ? List.of()
                : question.during(window.dates()).every(window.unit()).reports();
        List<KpiReport> yearBefore = window.isTooLong() || Question.isLongerThanAYear(window.dates())
                ? List.of()
                : question.yearBefore(window.dates(), window.unit());
        List<Dimension> dimensions = grouping(question);
        Answers groups = question.by(dimensions.toArray(Dimension[]::new))
                .asWhole()
                .withBase(null)
                .answersToRead();
        boolean isCut = !question.dimensions().isEmpty() && question.unit() != null && !window.isTooLong();
        return new PageAnswers(
                question,
                question.during(question.dates()).report(),
                question.comparison().orElse(null),
                window,
                trend,
                yearBefore,
                dimensions.stream().map(Dimension::name).toList(),
                groups,
                isCut
                        ? Answers.of(question.during(window.dates()).by(dimensions, window.unit()))
                                .groups()
                        : List.of(),
                all.indicators(),
                coverage);
    }

    private static List<Dimension> grouping(Question question) {
        return question.dimensions().isEmpty() ? List.of(Dimension.OWNER) : question.dimensions();
    }

    /** What is compared: what was grouped by, else the owners. */
    List<Dimension> grouping() {
        return grouping(question);
    }

    /** The year before needs all of a year's window; of a longer one, what is before the records is left out. */
    private static TrendWindow window(Question question, DataCoverage coverage) {
        SalesCalendar calendar = question.history().calendar();
        TrendWindow window = TrendWindow.of(question.dates(), question.unit(), calendar);
        return Question.isLongerThanAYear(window.dates())
                ? coverage.recorded()
                        .map(span ->
                                span.first().atZone(question.history().zone()).toLocalDate())
                        .map(first -> window.from(first, calendar))
                        .orElse(window)
                : window;
    }

    /** The moment as of which the answers are compared though nobody asked for a view; null for none. */
    @Nullable
    Instant comparedAsOf() {
        Instant asOf = comparison == null ? null : comparison.now().terms().asOf();
        return asOf == null || report.terms().asOf() != null ? null : asOf;
    }

    /** Whether a period lies in the one that was asked about. */
    boolean isAsked(InstantRange period) {
        InstantRange asked = report.terms().period();
        return !period.startInclusive().isBefore(asked.startInclusive())
                && !period.endExclusive().isAfter(asked.endExclusive());
    }

    boolean isKnown(KpiReport of, Indicator<?> indicator) {
        return coverage.isKnown(indicator, of.terms().period());
    }

    /** Whether a period of the window is not whole: cut by the dates that were asked about, or by the end of the records. */
    boolean isPartial(KpiReport of) {
        InstantRange period = of.terms().period();
        SalesCalendar calendar = question.history().calendar();
        DateRange dates = DateRange.from(period, of.terms().zone());
        return !calendar.rangeOf(window.unit(), dates.startInclusive()).equals(dates) || coverage.endsWithin(period);
    }

    /** What a period is called, and until when it is known if the records end within it. */
    String nameOf(KpiReport of, PeriodNames names, Wording wording) {
        return nameOf(of.terms().period(), names, wording);
    }

    /** What a period is called, and until when it is known if the records end within it. */
    String nameOf(InstantRange period, PeriodNames names, Wording wording) {
        String name = names.of(period);
        return DataCoverage.knownUntil(question.history())
                .filter(known -> coverage.endsWithin(period))
                .map(known -> wording.say(
                        "trends.known-until",
                        name,
                        wording.lastDay(known, question.history().zone())))
                .orElse(name);
    }

    /** How the answers are said. */
    AnswerWording said(Wording wording) {
        return new AnswerWording(coverage, wording);
    }

    /** How an answer stands to its target; like for like where that is the same answer, since it tells the pace then. */
    @Nullable
    TargetResult target(Indicator<?> indicator) {
        Targets targets = question.targets();
        if (targets == null) {
            return null;
        }
        KpiReport judged = comparison != null && isSame(indicator, comparison.now()) ? comparison.now() : report;
        return targets.judge(judged, indicator, question.history().calendar()).orElse(null);
    }

    private boolean isSame(Indicator<?> indicator, KpiReport other) {
        KpiValue<?> value = report.get(indicator);
        return value.equals(other.get(indicator));
    }

    /** Those of the indicators that were asked for; as many of what was asked if it is none of them. */
    List<Indicator<?>> among(List<Indicator<?>> indicators) {
        List<Indicator<?>> asked = report.indicators();
        List<Indicator<?>> both = indicators.stream().filter(asked::contains).toList();
        return both.isEmpty() ? asked.subList(0, Math.min(indicators.size(), asked.size())) : both;
    }

    /** What groups are compared in first: what they are sorted by, else revenue if it was asked for. */
    Indicator<?> ranking() {
        GroupOrder order = question.shown().order();
        return order != null && report.indicators().contains(order.indicator())
                ? order.indicator()
                : among(List.of(SalesIndicators.REVENUE)).get(0);
    }

    /** The groups in the order of the reader's language, or in that which was asked for. */
    List<Answers.Group> groups() {
        return groupAnswers.groups();
    }

    /**
     * The groups in the order that was asked for, else in that of their revenue or what stands for it, most first; equal ones in
     * the order of their names.
     */
    List<Answers.Group> rankedGroups() {
        if (question.shown().order() != null) {
            return groups();
        }
        List<Answers.Group> sorted = new ArrayList<>(groups());
        sorted.sort(Comparator.comparing(this::rank, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return sorted;
    }

    private @Nullable BigDecimal rank(Answers.Group group) {
        return Figure.of(group.reports().get(0).get(ranking())).value().number();
    }
}
