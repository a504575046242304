package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.EnumMap;
import java.util.Map;

/**
 * From where on records are {@link Findings suspicious}.
 *
 * <pre>{@code
 * FindingThresholds strict = FindingThresholds.STANDARD.with(FindingThresholds.Limit.STALE_PROPOSAL_DAYS, 60);
 * Findings findings = Findings.of(history, strict);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class FindingThresholds {

    /** The thresholds that are used where none are given: the standard values of all limits. */
    public static final FindingThresholds STANDARD = new FindingThresholds(ImmutableMap.of());

    private final ImmutableMap<Limit, Double> changed;

    private FindingThresholds(ImmutableMap<Limit, Double> changed) {
        this.changed = changed;
    }

    /**
     * What a finding must be more than.
     *
     * @since 0.1.0
     */
    public enum Limit {
        /** The share of decided proposals that were decided at sending: 0.2 by default. */
        DECIDED_AT_SENDING_SHARE(0.2),
        /** The days since the entry and the last fact of an untouched prospect: 90 by default. */
        UNTOUCHED_PROSPECT_DAYS(90),
        /** The days that a stale proposal has been pending: 180 by default. */
        STALE_PROPOSAL_DAYS(180),
        /** The share of the records of a type that have no owner: 0.05 by default. */
        UNASSIGNED_OWNER_SHARE(0.05),
        /** The share of calls, or of held meetings, that have no result: 0.2 by default. */
        OUTCOME_NOT_RECORDED_SHARE(0.2),
        /** How many facts of a type lie within one second: 20 by default. */
        SAME_INSTANT_FACTS(20),
        /** How many times the median of its type an amount is: 100 by default. */
        OUTLIER_AMOUNT_TIMES(100);

        private final double standard;

        Limit(double standard) {
            this.standard = standard;
        }
    }

    /**
     * Returns these thresholds with another value of one limit.
     *
     * @param limit the limit
     * @param value what a finding must be more than, not negative
     * @return the thresholds
     * @throws IllegalArgumentException if the value is negative, or no number
     */
    public FindingThresholds with(Limit limit, double value) {
        requireNonNull(limit, "limit");
        checkArgument(value >= 0, "FindingThresholds: %s %s is negative or no number", limit, value);
        Map<Limit, Double> values = new EnumMap<>(Limit.class);
        values.putAll(changed);
        values.put(limit, value);
        return new FindingThresholds(ImmutableMap.copyOf(values));
    }

    /**
     * Returns the value of a limit.
     *
     * @param limit the limit
     * @return what a finding must be more than
     */
    public double of(Limit limit) {
        Double value = changed.get(requireNonNull(limit, "limit"));
        return value == null ? limit.standard : value;
    }

    /** Returns the limits that are not the standard ones. */
    @Override
    public String toString() {
        return "FindingThresholds " + changed;
    }
}
