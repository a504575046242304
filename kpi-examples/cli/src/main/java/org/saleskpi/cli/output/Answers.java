package org.saleskpi.cli.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;

/**
 * The answers to one question, whatever its shape: over one period or several, in total and perhaps by group. Immutable
 * and thread-safe.
 *
 * @param total the answers in total: one report, or one for each period in time order
 * @param isSeries whether they were asked for period by period, even if there is but one
 * @param dimension what they are grouped by; null when they are not
 * @param groups the answers group by group; none when they are not grouped
 */
public record Answers(
        List<KpiReport> total, boolean isSeries, @Nullable Dimension dimension, List<Group> groups) {

    /** Creates answers; {@code of} takes them as the library gives them. */
    public Answers {
        total = List.copyOf(total);
        groups = List.copyOf(groups);
    }

    /**
     * The answers of one group.
     *
     * @param key the owner or attribute value; null for what is unassigned
     * @param reports one report, or one for each period in time order
     */
    public record Group(@Nullable String key, List<KpiReport> reports) {

        /** Creates a group. */
        public Group {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Returns answers in total.
     *
     * @param answers a report or a series
     * @return the answers
     */
    public static Answers of(KpiAnswers<?> answers) {
        return new Answers(reports(answers), answers instanceof KpiSeries, null, List.of());
    }

    /**
     * Returns answers by the groups of one dimension.
     *
     * @param breakdown the reports or series of the groups
     * @return the answers
     */
    public static Answers of(KpiBreakdown<?> breakdown) {
        return new Answers(
                reports(breakdown.total()),
                breakdown.total() instanceof KpiSeries,
                dimension(breakdown.dimensions().get(0)),
                breakdown.groups().stream()
                        .map(group -> new Group(group.key().parts().get(0), reports(group.answers())))
                        .toList());
    }

    private static Dimension dimension(String name) {
        return name.equals(Dimension.OWNER.name()) ? Dimension.OWNER : Dimension.attribute(name);
    }

    private static List<KpiReport> reports(KpiAnswers<?> answers) {
        return answers instanceof KpiSeries series ? series.reports() : List.of((KpiReport) answers);
    }
}
