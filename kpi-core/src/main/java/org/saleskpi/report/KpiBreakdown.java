package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;

/**
 * Answers group by group, such as rep by rep, and in total.
 *
 * <pre>{@code
 * KpiBreakdown<KpiReport> reps = KpiCalculator.of(history).during(DateRange.year(2026)).by(Dimension.OWNER);
 * Rate winRateOfAlice = reps.group("alice").orElseThrow().get(SalesIndicators.WIN_RATE);
 * }</pre>
 *
 * <p>Each member of a population falls in exactly one group, so counts, amounts and the counts in rates add up to the
 * total. Immutable and thread-safe.
 *
 * @param dimension what is grouped by
 * @param groups the groups in the order of their keys' code points, unassigned last; unmodifiable
 * @param total the answers over all groups
 * @param <A> the kind of answers: a report, or a series of them
 */
public record KpiBreakdown<A extends KpiAnswers<A>>(Dimension dimension, List<Group<A>> groups, A total) {

    /**
     * Creates a breakdown.
     *
     * @param dimension what is grouped by
     * @param groups the groups in the order of their keys' code points, unassigned last; unmodifiable
     * @param total the answers over all groups
     */
    public KpiBreakdown {
        requireNonNull(dimension, "dimension");
        requireNonNull(total, "total");
        groups = ImmutableList.copyOf(groups);
    }

    /**
     * The answers of one group. Immutable and thread-safe.
     *
     * @param key the owner or attribute value; null for what is unassigned
     * @param answers the answers over the members of the group
     * @param <A> the kind of answers
     */
    public record Group<A extends KpiAnswers<A>>(@Nullable String key, A answers) {

        /**
         * Creates a group.
         *
         * @param key the owner or attribute value; null for what is unassigned
         * @param answers the answers over the members of the group
         */
        public Group {
            checkArgument(key == null || !key.isBlank(), "Group: key \"%s\" is blank", key);
            requireNonNull(answers, "answers");
        }
    }

    /**
     * Returns the answers of a group.
     *
     * @param key the owner or attribute value
     * @return its answers; empty when no record of the history has that key
     */
    public Optional<A> group(String key) {
        return groups.stream()
                .filter(group -> key.equals(group.key()))
                .findFirst()
                .map(Group::answers);
    }

    /**
     * Returns the answers over what has no key.
     *
     * @return its answers; empty when every record of the history has a key
     */
    public Optional<A> unassigned() {
        return groups.stream().filter(group -> group.key() == null).findFirst().map(Group::answers);
    }

    /** Returns the groups one after the other and the total, for a person to read. */
    @Override
    public String toString() {
        return groups.stream()
                .map(group ->
                        dimension + " " + (group.key() == null ? "unassigned" : group.key()) + ", " + group.answers())
                .collect(Collectors.joining("\n\n", "", "\n\ntotal, " + total));
    }
}
