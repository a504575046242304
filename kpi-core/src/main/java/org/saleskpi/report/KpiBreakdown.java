package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.saleskpi.bytes.ByteForm;
import org.saleskpi.bytes.ByteSink;
import org.saleskpi.bytes.ByteSource;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.KpiValue;

/**
 * Answers group by group, such as rep by rep, and in total.
 *
 * <pre>{@code
 * KpiBreakdown<KpiReport> reps = KpiCalculator.of(history).during(DateRange.year(2026)).by(Dimension.OWNER);
 * Rate winRateOfAlice = reps.group("alice").orElseThrow().get(SalesIndicators.WIN_RATE);
 * Map<GroupKey, Amount> revenueByRep = reps.get(SalesIndicators.REVENUE);
 * for (KpiBreakdown.Group<KpiReport> rep : reps.top(10, SalesIndicators.REVENUE)) {
 *     System.out.println(rep.key() + ": " + rep.answers().get(SalesIndicators.REVENUE));
 * }
 * }</pre>
 *
 * <p>Each member of a population falls in exactly one group, so counts, amounts and the counts in rates add up to the
 * total. Immutable and thread-safe.
 *
 * @param dimensions the names of what is grouped by, one or several
 * @param groups the groups in the order of their keys; unmodifiable
 * @param total the answers over all groups
 * @param <A> the kind of answers: a report, or a series of them
 * @since 0.1.0
 */
public record KpiBreakdown<A extends KpiAnswers<A>>(List<String> dimensions, List<Group<A>> groups, A total)
        implements Additive<KpiBreakdown<A>> {

    /**
     * Creates a breakdown.
     *
     * @param dimensions the names of what is grouped by, one or several
     * @param groups the groups, in any order
     * @param total the answers over all groups
     * @throws IllegalArgumentException if there is no dimension, a group has more or fewer keys than there are dimensions, or
     *     two groups have one key
     */
    public KpiBreakdown {
        dimensions = requireElements(dimensions, "dimensions");
        groups = requireElements(groups, "groups");
        requireNonNull(total, "total");
        checkArgument(!dimensions.isEmpty(), "KpiBreakdown: expected at least one dimension");
        groups = ImmutableList.sortedCopyOf(Comparator.comparing(Group::key), groups);
        for (int i = 0; i < groups.size(); i++) {
            GroupKey key = groups.get(i).key();
            checkArgument(
                    key.parts().size() == dimensions.size(),
                    "KpiBreakdown: group \"%s\" has not one key for each of %s",
                    key,
                    dimensions);
            checkArgument(
                    i == 0 || !groups.get(i - 1).key().equals(key),
                    "KpiBreakdown: two groups have the key \"%s\"",
                    key);
        }
    }

    /**
     * The answers of one group. Immutable and thread-safe.
     *
     * @param key which group
     * @param answers the answers over the members of the group
     * @param <A> the kind of answers
     * @since 0.1.0
     */
    public record Group<A extends KpiAnswers<A>>(GroupKey key, A answers) {

        /**
         * Creates a group.
         *
         * @param key which group
         * @param answers the answers over the members of the group
         */
        public Group {
            requireNonNull(key, "key");
            requireNonNull(answers, "answers");
        }
    }

    /**
     * Returns the answers of a group.
     *
     * @param key the owner, attribute value or other key in each dimension
     * @return its answers; empty when no record of the history has that key
     */
    public Optional<A> group(String... key) {
        return group(GroupKey.of(requireElements(key, "key")));
    }

    /**
     * Returns the answers of a group.
     *
     * @param key which group
     * @return its answers; empty when no record of the history has that key
     */
    public Optional<A> group(GroupKey key) {
        requireNonNull(key, "key");
        return groups.stream()
                .filter(group -> key.equals(group.key()))
                .findFirst()
                .map(Group::answers);
    }

    /**
     * Returns the answers over what has no key, of a breakdown by one dimension.
     *
     * @return its answers; empty when every record of the history has a key
     */
    public Optional<A> unassigned() {
        return group(GroupKey.UNASSIGNED);
    }

    /**
     * Returns the answers to one indicator, group by group.
     *
     * @param indicator one of the indicators of the reports
     * @param <V> the kind of answer
     * @return the answers in the order of the groups; of series, those over all of their periods; unmodifiable
     * @throws IllegalArgumentException if the indicator is not in the reports, or the groups are series of several periods and
     *     it does not add up over periods
     */
    public <V extends KpiValue<V>> SortedMap<GroupKey, V> get(Indicator<V> indicator) {
        requireNonNull(indicator, "indicator");
        return groups.stream()
                .collect(ImmutableSortedMap.toImmutableSortedMap(
                        Comparator.naturalOrder(), Group::key, group -> answer(group.answers(), indicator)));
    }

    private static <V extends KpiValue<V>> V answer(KpiAnswers<?> answers, Indicator<V> indicator) {
        return answers instanceof KpiSeries series ? series.total(indicator) : ((KpiReport) answers).get(indicator);
    }

    /**
     * Returns the groups with the largest answers to one indicator.
     *
     * @param count how many groups at most
     * @param indicator one of the indicators of the reports
     * @return the groups from the largest answer to the smallest, in the order of their keys where it is the same and where
     *     it does not exist, which is last; what is unassigned is a group like any other; unmodifiable
     * @throws IllegalArgumentException if the count is negative, the indicator is not in the reports, or the groups are series
     *     of several periods and it does not add up over periods
     */
    public List<Group<A>> top(int count, Indicator<?> indicator) {
        requireNonNull(indicator, "indicator");
        checkArgument(count >= 0, "KpiBreakdown: count %s is negative", count);
        Map<GroupKey, Optional<Magnitude>> sizes = groups.stream()
                .collect(Collectors.toMap(Group::key, group -> Magnitude.of(answer(group.answers(), indicator))));
        Comparator<Optional<Magnitude>> largestFirst =
                Comparator.comparing(size -> size.orElse(null), Comparator.nullsLast(Comparator.reverseOrder()));
        return groups.stream()
                .sorted(Comparator.comparing(group -> sizes.get(group.key()), largestFirst))
                .limit(count)
                .toList();
    }

    /**
     * Returns the breakdown over what this and another one cover together.
     *
     * @param other a breakdown by the same dimensions into answers to the same indicators on the same terms, over other
     *     customers
     * @return the sum, with every group of either; a group that one of the two does not have is empty there
     * @throws IllegalArgumentException if the dimensions, the indicators or the terms of the totals differ
     * @throws ArithmeticException if a sum is too large to represent
     */
    @Override
    public KpiBreakdown<A> plus(KpiBreakdown<A> other) {
        checkComparable(requireNonNull(other, "other"));
        return combined(other, KpiAnswers::plus);
    }

    /**
     * Returns this breakdown without a part that was added to it.
     *
     * @param part a breakdown by the same dimensions into answers to the same indicators on the same terms, over some of the
     *     customers
     * @return the difference, with every group of either
     * @throws IllegalArgumentException if the dimensions, the indicators or the terms of the totals differ, or the part was
     *     never added
     */
    @Override
    public KpiBreakdown<A> minus(KpiBreakdown<A> part) {
        checkComparable(requireNonNull(part, "part"));
        return combined(part, KpiAnswers::minus);
    }

    private void checkComparable(KpiBreakdown<A> other) {
        checkArgument(
                dimensions.equals(other.dimensions),
                "Breakdowns by different dimensions have no sum: %s and %s",
                dimensions,
                other.dimensions);
        checkArgument(
                scopeOf(total).equals(scopeOf(other.total)),
                "Breakdowns of different parts have no sum: where %s, and where %s",
                scopeOf(total),
                scopeOf(other.total));
    }

    private static Scope scopeOf(KpiAnswers<?> answers) {
        KpiReport first = answers instanceof KpiSeries series ? series.reports().get(0) : (KpiReport) answers;
        return first.terms().scope();
    }

    private KpiBreakdown<A> combined(KpiBreakdown<A> other, BinaryOperator<A> combination) {
        SortedMap<GroupKey, A> all = new TreeMap<>();
        groups.forEach(group -> all.put(group.key(), group.answers()));
        for (Group<A> group : other.groups) {
            A nothing = group.answers().minus(group.answers());
            all.put(group.key(), combination.apply(all.getOrDefault(group.key(), nothing), group.answers()));
        }
        return new KpiBreakdown<>(
                dimensions,
                all.entrySet().stream()
                        .map(group -> new Group<>(group.getKey(), group.getValue()))
                        .toList(),
                combination.apply(total, other.total));
    }

    /**
     * Writes this breakdown in the byte form, to be read again by {@link #reportsFromBytes} or {@link #seriesFromBytes},
     * elsewhere or later.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        ByteForm form = total instanceof KpiReport ? ByteForm.REPORTS_BY_GROUP : ByteForm.SERIES_BY_GROUP;
        return form.write(sink -> {
            sink.list(dimensions, ByteSink::text);
            sink.list(groups, (out, group) -> {
                group.key().write(out);
                write(group.answers(), out);
            });
            write(total, sink);
        });
    }

    private static void write(KpiAnswers<?> answers, ByteSink sink) {
        if (answers instanceof KpiSeries series) {
            series.write(sink);
        } else {
            ((KpiReport) answers).write(sink);
        }
    }

    /**
     * Reads a breakdown of reports from its byte form.
     *
     * @param bytes what {@link #toBytes} wrote of such a one, in this version or an earlier one
     * @param indicators among which those of the reports are found by their keys, in any order; your own too
     * @return the breakdown
     * @throws IllegalArgumentException if the bytes are something else, or damaged, if an indicator is not among those given,
     *     or has another kind of answer than the one given
     */
    public static KpiBreakdown<KpiReport> reportsFromBytes(
            byte[] bytes, Collection<? extends Indicator<?>> indicators) {
        KnownIndicators known = KnownIndicators.of(indicators);
        return ByteForm.REPORTS_BY_GROUP.read(bytes, source -> read(source, each -> KpiReport.read(each, known)));
    }

    /**
     * Reads a breakdown of series from its byte form.
     *
     * @param bytes what {@link #toBytes} wrote of such a one, in this version or an earlier one
     * @param indicators among which those of the reports are found by their keys, in any order; your own too
     * @return the breakdown
     * @throws IllegalArgumentException if the bytes are something else, or damaged, if an indicator is not among those given,
     *     or has another kind of answer than the one given
     */
    public static KpiBreakdown<KpiSeries> seriesFromBytes(byte[] bytes, Collection<? extends Indicator<?>> indicators) {
        KnownIndicators known = KnownIndicators.of(indicators);
        return ByteForm.SERIES_BY_GROUP.read(bytes, source -> read(source, each -> KpiSeries.read(each, known)));
    }

    private static <A extends KpiAnswers<A>> KpiBreakdown<A> read(ByteSource source, Function<ByteSource, A> answers) {
        return new KpiBreakdown<>(
                source.list(ByteSource::text),
                source.list(each -> new Group<>(GroupKey.read(each), answers.apply(each))),
                answers.apply(source));
    }

    /** Returns the groups one after the other and the total, for a person to read. */
    @Override
    public String toString() {
        return groups.stream()
                .map(group -> heading(group.key()) + ", " + group.answers())
                .collect(Collectors.joining("\n\n", "", "\n\ntotal, " + total));
    }

    private String heading(GroupKey key) {
        return IntStream.range(0, dimensions.size())
                .mapToObj(i -> dimensions.get(i) + " "
                        + (key.parts().get(i) == null
                                ? "unassigned"
                                : key.parts().get(i)))
                .collect(Collectors.joining(", "));
    }
}
