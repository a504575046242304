package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.List;
import java.util.Optional;
import org.saleskpi.report.GroupKey;

/**
 * An analysis group by group, and over all groups.
 *
 * <pre>{@code
 * GroupedAnalysis<Funnel> byRep =
 *         KpiCalculator.of(history).during(DateRange.year(2025)).by(List.of(Dimension.OWNER), KpiQuery::funnel);
 * long signedWithAlice = byRep.group("alice")
 *         .flatMap(funnel -> funnel.stage("signed"))
 *         .map(Funnel.Stage::customers)
 *         .orElse(0L);
 * }</pre>
 *
 * <p>Immutable and thread-safe, if the analyses are.
 *
 * @param dimensions the names of what is grouped by, one or several
 * @param groups the groups in the order of their keys; unmodifiable
 * @param total the analysis over all groups
 * @param <A> the kind of analysis
 * @since 0.1.0
 */
public record GroupedAnalysis<A>(List<String> dimensions, List<Group<A>> groups, A total) {

    /**
     * Creates the analysis of groups.
     *
     * @param dimensions the names of what is grouped by, one or several
     * @param groups the groups, in the order of their keys
     * @param total the analysis over all groups
     * @throws IllegalArgumentException if there is no dimension, a group has more or fewer keys than there are dimensions, or
     *     the groups are not in the order of their keys
     */
    public GroupedAnalysis {
        dimensions = requireElements(dimensions, "dimensions");
        groups = requireElements(groups, "groups");
        requireNonNull(total, "total");
        checkArgument(!dimensions.isEmpty(), "GroupedAnalysis: expected at least one dimension");
        for (int i = 0; i < groups.size(); i++) {
            GroupKey key = groups.get(i).key();
            checkArgument(
                    key.parts().size() == dimensions.size(),
                    "GroupedAnalysis: group \"%s\" has not one key for each of %s",
                    key,
                    dimensions);
            checkArgument(
                    i == 0 || groups.get(i - 1).key().compareTo(key) < 0,
                    "GroupedAnalysis: group \"%s\" does not come after \"%s\"",
                    key,
                    i == 0 ? "" : groups.get(i - 1).key());
        }
    }

    /**
     * The analysis of one group.
     *
     * @param key which group
     * @param analysis the analysis of its members
     * @param <A> the kind of analysis
     * @since 0.1.0
     */
    public record Group<A>(GroupKey key, A analysis) {

        /**
         * Creates a group.
         *
         * @param key which group
         * @param analysis the analysis of its members
         */
        public Group {
            requireNonNull(key, "key");
            requireNonNull(analysis, "analysis");
        }
    }

    /**
     * Returns the analysis of a group.
     *
     * @param key the owner, attribute value or other key in each dimension
     * @return its analysis; empty when no record of the history has that key
     */
    public Optional<A> group(String... key) {
        return group(GroupKey.of(requireElements(key, "key")));
    }

    /**
     * Returns the analysis of a group.
     *
     * @param key which group
     * @return its analysis; empty when no record of the history has that key
     */
    public Optional<A> group(GroupKey key) {
        requireNonNull(key, "key");
        return groups.stream()
                .filter(group -> key.equals(group.key()))
                .findFirst()
                .map(Group::analysis);
    }
}
