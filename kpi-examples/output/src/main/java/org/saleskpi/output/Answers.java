package org.saleskpi.output;

import java.util.List;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.report.Scope;

/**
 * The answers to one question, whatever its shape: over one period or several, in total and perhaps by group. Immutable
 * and thread-safe.
 *
 * @param total the answers in total: one report, or one for each period in time order
 * @param isSeries whether they were asked for period by period, even if there is but one
 * @param dimensions the names of what they are grouped by; none when they are not
 * @param groups the answers group by group; none when they are not grouped
 */
public record Answers(List<KpiReport> total, boolean isSeries, List<String> dimensions, List<Group> groups) {

    /**
     * Creates answers; {@code of} takes them as the library gives them.
     *
     * @param total the answers in total: one report, or one for each period in time order
     * @param isSeries whether they were asked for period by period, even if there is but one
     * @param dimensions the names of what they are grouped by; none when they are not
     * @param groups the answers group by group; none when they are not grouped
     */
    public Answers {
        total = List.copyOf(total);
        dimensions = List.copyOf(dimensions);
        groups = List.copyOf(groups);
    }

    /**
     * The answers of one group.
     *
     * @param key its key in each dimension
     * @param reports one report, or one for each period in time order
     */
    public record Group(GroupKey key, List<KpiReport> reports) {

        /**
         * Creates a group.
         *
         * @param key its key in each dimension
         * @param reports one report, or one for each period in time order
         */
        public Group {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Tells whether they are grouped.
     *
     * @return true if they are, even if there is no group
     */
    public boolean isGrouped() {
        return !dimensions.isEmpty();
    }

    /**
     * Returns how the question was narrowed, groups apart.
     *
     * @return the part of the history that the total is about
     */
    public Scope scope() {
        return total.get(0).terms().scope();
    }

    /**
     * Returns answers in total.
     *
     * @param answers a report or a series
     * @return the answers
     */
    public static Answers of(KpiAnswers<?> answers) {
        return new Answers(reports(answers), answers instanceof KpiSeries, List.of(), List.of());
    }

    /**
     * Returns answers by group.
     *
     * @param breakdown the reports or series of the groups
     * @return the answers
     */
    public static Answers of(KpiBreakdown<?> breakdown) {
        return new Answers(
                reports(breakdown.total()),
                breakdown.total() instanceof KpiSeries,
                breakdown.dimensions(),
                breakdown.groups().stream()
                        .map(group -> new Group(group.key(), reports(group.answers())))
                        .toList());
    }

    private static List<KpiReport> reports(KpiAnswers<?> answers) {
        return answers instanceof KpiSeries series ? series.reports() : List.of((KpiReport) answers);
    }
}
