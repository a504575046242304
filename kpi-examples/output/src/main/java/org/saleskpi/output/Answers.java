package org.saleskpi.output;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.report.Scope;
import org.saleskpi.time.SalesCalendar;

/**
 * The answers to one question, whatever its shape: over one period or several, in total and perhaps by group. Immutable
 * and thread-safe.
 *
 * @param total the answers in total: one report, or one for each period in time order
 * @param assessments how each of these reports compares, and stands to its targets
 * @param isSeries whether they were asked for period by period, even if there is but one
 * @param dimensions the names of what they are grouped by; none when they are not
 * @param groups the answers group by group; none when they are not grouped
 * @param groupsInAll how many groups there are, those that were left out included
 */
public record Answers(
        List<KpiReport> total,
        List<Assessment> assessments,
        boolean isSeries,
        List<String> dimensions,
        List<Group> groups,
        int groupsInAll) {

    /**
     * Creates answers; {@code of} takes them as the library gives them.
     *
     * @param total the answers in total: one report, or one for each period in time order
     * @param assessments how each of these reports compares, and stands to its targets
     * @param isSeries whether they were asked for period by period, even if there is but one
     * @param dimensions the names of what they are grouped by; none when they are not
     * @param groups the answers group by group; none when they are not grouped
     * @param groupsInAll how many groups there are, those that were left out included
     */
    public Answers {
        total = List.copyOf(total);
        assessments = List.copyOf(assessments);
        dimensions = List.copyOf(dimensions);
        groups = List.copyOf(groups);
    }

    private static Answers whole(
            List<KpiReport> total,
            List<Assessment> assessments,
            boolean isSeries,
            List<String> dimensions,
            List<Group> groups) {
        return new Answers(total, assessments, isSeries, dimensions, groups, groups.size());
    }

    /**
     * The answers of one group.
     *
     * @param key its key in each dimension
     * @param reports one report, or one for each period in time order
     * @param assessments how each of these reports compares, and stands to its targets
     */
    public record Group(GroupKey key, List<KpiReport> reports, List<Assessment> assessments) {

        /**
         * Creates a group.
         *
         * @param key its key in each dimension
         * @param reports one report, or one for each period in time order
         * @param assessments how each of these reports compares, and stands to its targets
         */
        public Group {
            reports = List.copyOf(reports);
            assessments = List.copyOf(assessments);
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
     * Tells whether they are compared with those of a base.
     *
     * @return true if each report has a comparison beside it
     */
    public boolean isCompared() {
        return assessments.get(0).comparison() != null;
    }

    /** The comparisons in total; none if they are not compared. */
    List<Comparison> comparisons() {
        return assessments.stream()
                .flatMap(assessment -> Stream.ofNullable(assessment.comparison()))
                .toList();
    }

    /** How the reports of a group were assessed; not at all if there is no such group. */
    List<Assessment> assessmentsOf(GroupKey key) {
        return groups.stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .map(Group::assessments)
                .orElse(nothing(total));
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
        List<KpiReport> reports = reports(answers);
        return whole(reports, nothing(reports), answers instanceof KpiSeries, List.of(), List.of());
    }

    /**
     * Returns answers by group.
     *
     * @param breakdown the reports or series of the groups
     * @return the answers
     */
    public static Answers of(KpiBreakdown<?> breakdown) {
        List<KpiReport> total = reports(breakdown.total());
        return whole(
                total,
                nothing(total),
                breakdown.total() instanceof KpiSeries,
                breakdown.dimensions(),
                breakdown.groups().stream()
                        .map(group -> new Group(group.key(), reports(group.answers()), nothing(total)))
                        .toList());
    }

    private static List<KpiReport> reports(KpiAnswers<?> answers) {
        return answers instanceof KpiSeries series ? series.reports() : List.of((KpiReport) answers);
    }

    private static List<Assessment> nothing(List<KpiReport> reports) {
        return Collections.nCopies(reports.size(), Assessment.NONE);
    }

    /** Compared answers in total, one comparison for each period. */
    static Answers compared(List<Comparison> periods, boolean isSeries) {
        return whole(now(periods), periods.stream().map(Assessment::of).toList(), isSeries, List.of(), List.of());
    }

    /** Compared answers by group, all groups for each period. */
    static Answers comparedByGroup(List<GroupedAnalysis<Comparison>> periods, boolean isSeries) {
        GroupedAnalysis<Comparison> first = periods.get(0);
        return whole(
                now(periods.stream().map(GroupedAnalysis::total).toList()),
                periods.stream().map(Assessment::of).toList(),
                isSeries,
                first.dimensions(),
                IntStream.range(0, first.groups().size())
                        .mapToObj(i -> group(
                                first.groups().get(i).key(),
                                periods.stream()
                                        .map(period -> period.groups().get(i).analysis())
                                        .toList()))
                        .toList());
    }

    /** The first groups in an order. */
    Answers sorted(GroupOrder order, Question question) {
        return new Answers(total, assessments, isSeries, dimensions, order.first(groups, question), groupsInAll);
    }

    /**
     * Sorts the groups for people.
     *
     * @param locale the language
     * @return the same answers, the groups in the order of the language, what is unassigned last
     */
    public Answers sortedFor(Locale locale) {
        Collator letters = Collator.getInstance(locale);
        Comparator<@Nullable String> parts = Comparator.nullsLast(letters::compare);
        Comparator<Group> order =
                Comparator.comparing(group -> group.key().parts().get(0), parts);
        for (int i = 1; i < dimensions.size(); i++) {
            int dimension = i;
            order = order.thenComparing(group -> group.key().parts().get(dimension), parts);
        }
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort(order);
        return new Answers(total, assessments, isSeries, dimensions, sorted, groupsInAll);
    }

    /** Whether groups were left out. */
    boolean isCut() {
        return groups.size() < groupsInAll;
    }

    /**
     * Says how many groups were left out.
     *
     * @param order the order that was asked for; null if none was
     * @param language the language to say it in
     * @return the note; empty if all of them are here
     */
    public Optional<String> leftOut(@Nullable GroupOrder order, Locale language) {
        if (order == null || !isCut()) {
            return Optional.empty();
        }
        Wording wording = new Wording(language);
        return Optional.of(wording.say(
                "groups.cut",
                wording.whole(groups.size()),
                wording.whole(groupsInAll),
                wording.name(order.indicator())));
    }

    /** The same answers, held against targets. */
    Answers withTargets(Targets targets, SalesCalendar calendar) {
        return new Answers(
                total,
                judged(total, assessments, (report, indicator) -> targets.judge(report, indicator, calendar)),
                isSeries,
                dimensions,
                groups.stream()
                        .map(group -> new Group(
                                group.key(),
                                group.reports(),
                                judged(
                                        group.reports(),
                                        group.assessments(),
                                        (report, indicator) ->
                                                targets.judgeGroup(report, indicator, calendar, group.key()))))
                        .toList(),
                groupsInAll);
    }

    private static List<Assessment> judged(
            List<KpiReport> reports,
            List<Assessment> assessments,
            BiFunction<KpiReport, Indicator<?>, Optional<TargetResult>> judge) {
        return IntStream.range(0, reports.size())
                .mapToObj(i -> {
                    Map<String, TargetResult> results = new LinkedHashMap<>();
                    for (Indicator<?> indicator : reports.get(i).indicators()) {
                        judge.apply(reports.get(i), indicator)
                                .ifPresent(result -> results.put(indicator.key(), result));
                    }
                    return assessments.get(i).with(results);
                })
                .toList();
    }

    private static Group group(GroupKey key, List<Comparison> periods) {
        return new Group(key, now(periods), periods.stream().map(Assessment::of).toList());
    }

    private static List<KpiReport> now(List<Comparison> periods) {
        return periods.stream().map(Comparison::now).toList();
    }
}
