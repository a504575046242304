package org.saleskpi.cli.output.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.output.Answers;
import org.saleskpi.cli.output.Question;
import org.saleskpi.cli.output.ReferenceDates;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

/**
 * All that a page tells.
 *
 * @param question what was asked
 * @param report the answers about the period as a whole
 * @param before the answers about the dates before; null where there are none to ask about
 * @param window which dates are drawn
 * @param trend the answers over the dates that are drawn, in time order; none if they are too many
 * @param yearBefore those of a year before, one for each; none where they do not correspond
 * @param dimension what is compared: what was grouped by, else the owners
 * @param groups the groups, each with its answers about the period as a whole
 * @param groupTrends the groups over the dates that are drawn; none unless both groups and periods were asked for
 * @param recorded from when to when there are records; null without any. What lies outside is not zero
 */
record PageAnswers(
        Question question,
        KpiReport report,
        @Nullable KpiReport before,
        TrendWindow window,
        List<KpiReport> trend,
        List<KpiReport> yearBefore,
        Dimension dimension,
        List<Answers.Group> groups,
        List<Answers.Group> groupTrends,
        @Nullable RecordedSpan recorded) {

    static PageAnswers of(Question question) {
        TrendWindow window = TrendWindow.of(question.dates(), question.unit());
        List<KpiReport> trend = window.isTooLong()
                ? List.of()
                : question.during(window.dates()).every(window.unit()).reports();
        List<KpiReport> yearBefore = window.isTooLong() ? List.of() : yearBefore(question, window);
        Dimension dimension = question.dimension() == null ? Dimension.OWNER : question.dimension();
        boolean isCut = question.dimension() != null && question.unit() != null && !window.isTooLong();
        return new PageAnswers(
                question,
                question.during(question.dates()).report(),
                before(question).orElse(null),
                window,
                trend,
                yearBefore.size() == trend.size() ? yearBefore : List.of(),
                dimension,
                Answers.of(question.during(question.dates()).by(dimension)).groups(),
                isCut
                        ? Answers.of(question.during(window.dates()).by(dimension, window.unit()))
                                .groups()
                        : List.of(),
                question.history().recorded().orElse(null));
    }

    private static Optional<KpiReport> before(Question question) {
        return reports(question, ReferenceDates.before(question.dates()), null).stream()
                .findFirst();
    }

    private static List<KpiReport> yearBefore(Question question, TrendWindow window) {
        return reports(question, ReferenceDates.aYearBefore(window.dates(), window.unit()), window);
    }

    /** None where the zone skipped all of the dates. */
    private static List<KpiReport> reports(Question question, DateRange dates, @Nullable TrendWindow window) {
        try {
            return window == null
                    ? List.of(question.during(dates).report())
                    : question.during(dates).every(window.unit()).reports();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    DateRange datesBefore() {
        return ReferenceDates.before(question.dates());
    }

    /** Whether a period lies in the one that was asked about. */
    boolean isAsked(InstantRange period) {
        InstantRange asked = report.terms().period();
        return !period.startInclusive().isBefore(asked.startInclusive())
                && !period.endExclusive().isAfter(asked.endExclusive());
    }

    boolean isKnown(InstantRange period) {
        return recorded != null && recorded.overlaps(period);
    }

    /** The groups in the order of their revenue, most first; equal ones in the order of their keys. */
    List<Answers.Group> groupsByRevenue() {
        List<Answers.Group> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparingLong((Answers.Group group) ->
                        group.reports().get(0).get(SalesIndicators.REVENUE).minorUnits())
                .reversed());
        return sorted;
    }
}
