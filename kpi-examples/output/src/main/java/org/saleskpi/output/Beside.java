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
 * What stands beside one report. Immutable and thread-safe.
 *
 * @param comparison the report and that of its base; null if nothing was compared
 * @param groups the same comparison group by group, of which the report is the total; null if it is not
 * @param targets how its indicators that have targets stand to them, by their keys
 */
public record Beside(
        @Nullable Comparison comparison,
        @Nullable GroupedAnalysis<Comparison> groups,
        Map<String, TargetResult> targets) {

    /** Nothing stands beside the report. */
    public static final Beside NOTHING = new Beside(null, null, Map.of());

    /**
     * Creates what stands beside one report.
     *
     * @param comparison the report and that of its base; null if nothing was compared
     * @param groups the same comparison group by group, of which the report is the total; null if it is not
     * @param targets how its indicators that have targets stand to them, by their keys
     */
    public Beside {
        targets = Map.copyOf(targets);
    }

    static Beside of(Comparison comparison) {
        return new Beside(comparison, null, Map.of());
    }

    static Beside of(GroupedAnalysis<Comparison> groups) {
        return new Beside(groups.total(), groups, Map.of());
    }

    Beside with(Map<String, TargetResult> results) {
        return new Beside(comparison, groups, results);
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
