package org.saleskpi.output;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.analysis.MixAndRate;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;

/**
 * How one report compares with that of its base, and stands to its targets. Immutable and thread-safe.
 *
 * @param comparison the report and that of its base; null if nothing was compared
 * @param groups the same comparison group by group, of which the report is the total; null if it is not
 * @param targets how its indicators that have targets stand to them, by their keys
 */
public record Assessment(
        @Nullable Comparison comparison,
        @Nullable GroupedAnalysis<Comparison> groups,
        Map<String, TargetResult> targets) {

    /** Nothing was compared, and there are no targets. */
    public static final Assessment NONE = new Assessment(null, null, Map.of());

    /**
     * Creates an assessment.
     *
     * @param comparison the report and that of its base; null if nothing was compared
     * @param groups the same comparison group by group, of which the report is the total; null if it is not
     * @param targets how its indicators that have targets stand to them, by their keys
     */
    public Assessment {
        targets = Map.copyOf(targets);
    }

    static Assessment of(Comparison comparison) {
        return new Assessment(comparison, null, Map.of());
    }

    static Assessment of(GroupedAnalysis<Comparison> groups) {
        return new Assessment(groups.total(), groups, Map.of());
    }

    Assessment with(Map<String, TargetResult> results) {
        return new Assessment(comparison, groups, results);
    }

    /**
     * Splits the change of a total among its groups.
     *
     * @param indicator an indicator of the report
     * @return the split; empty if there is none
     */
    public Optional<MixAndRate> split(Indicator<?> indicator) {
        return Optional.ofNullable(groups).flatMap(compared -> MixAndRate.of(compared, indicator));
    }
}
