package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.GroupKey;
import org.saleskpi.time.DateRange;

/**
 * What a business aims at: a bound, or a corridor of two, for one indicator over a period, in total or of one group.
 *
 * <pre>{@code
 * DateRange quarter = DateRange.quarter(2026, 1);
 * Target revenue = Target.atLeast(SalesIndicators.REVENUE, quarter, new BigDecimal("300000"));
 * Target churn = Target.atMost(SalesIndicators.CHURN_RATE, quarter, new BigDecimal("0.02")); // 2 %
 * Target callsOfAlice = Target.between(SalesIndicators.CALLS, quarter, BigDecimal.valueOf(200), BigDecimal.valueOf(400))
 *         .forGroup(GroupKey.of("alice"));
 * }</pre>
 *
 * <p>Bounds are in the unit of the value: amounts and means in the reporting currency's major unit, rates and ratios as the
 * number (0.25 is 25 %), durations in days or hours, scores in points. Immutable and thread-safe; two targets are equal if all
 * that they say is.
 *
 * @since 0.1.0
 */
public final class Target {

    private final Indicator<?> indicator;
    private final DateRange period;
    private final @Nullable GroupKey group;
    private final @Nullable BigDecimal atLeast;
    private final @Nullable BigDecimal atMost;

    private Target(
            Indicator<?> indicator,
            DateRange period,
            @Nullable GroupKey group,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost) {
        this.indicator = requireNonNull(indicator, "indicator");
        this.period = requireNonNull(period, "period");
        this.group = group;
        this.atLeast = atLeast;
        this.atMost = atMost;
    }

    /**
     * Returns a target that is reached from a bound on.
     *
     * @param indicator what is aimed at
     * @param period the dates of the target
     * @param bound the least value
     * @return the target, for the total
     */
    public static Target atLeast(Indicator<?> indicator, DateRange period, BigDecimal bound) {
        return new Target(indicator, period, null, requireNonNull(bound, "bound"), null);
    }

    /**
     * Returns a target that is kept up to a bound.
     *
     * @param indicator what is aimed at
     * @param period the dates of the target
     * @param bound the largest value
     * @return the target, for the total
     */
    public static Target atMost(Indicator<?> indicator, DateRange period, BigDecimal bound) {
        return new Target(indicator, period, null, null, requireNonNull(bound, "bound"));
    }

    /**
     * Returns a corridor.
     *
     * @param indicator what is aimed at
     * @param period the dates of the target
     * @param atLeast the least value
     * @param atMost the largest value, not less than the least
     * @return the target, for the total
     * @throws IllegalArgumentException if the least is above the largest
     */
    public static Target between(Indicator<?> indicator, DateRange period, BigDecimal atLeast, BigDecimal atMost) {
        requireNonNull(atLeast, "atLeast");
        requireNonNull(atMost, "atMost");
        checkArgument(
                atLeast.compareTo(atMost) <= 0,
                "Target of %s: at least %s is above at most %s",
                indicator,
                atLeast,
                atMost);
        return new Target(indicator, period, null, atLeast, atMost);
    }

    /**
     * Returns the same target for one group of a breakdown.
     *
     * @param key which group
     * @return the target for that group
     */
    public Target forGroup(GroupKey key) {
        return new Target(indicator, period, requireNonNull(key, "key"), atLeast, atMost);
    }

    /**
     * Returns what is aimed at.
     *
     * @return the indicator
     */
    public Indicator<?> indicator() {
        return indicator;
    }

    /**
     * Returns the dates of the target.
     *
     * @return the dates
     */
    public DateRange period() {
        return period;
    }

    /**
     * Returns the group that the target is for.
     *
     * @return the key; empty for the total
     */
    public Optional<GroupKey> group() {
        return Optional.ofNullable(group);
    }

    /**
     * Returns the least value.
     *
     * @return the bound; empty if there is only a largest one
     */
    public Optional<BigDecimal> atLeast() {
        return Optional.ofNullable(atLeast);
    }

    /**
     * Returns the largest value.
     *
     * @return the bound; empty if there is only a least one
     */
    public Optional<BigDecimal> atMost() {
        return Optional.ofNullable(atMost);
    }

    Bounds bounds() {
        return new Bounds(atLeast == null ? null : Fraction.of(atLeast), atMost == null ? null : Fraction.of(atMost));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target
                && indicator.equals(target.indicator)
                && period.equals(target.period)
                && group().equals(target.group())
                && bounds().equals(target.bounds());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * indicator.hashCode() + period.hashCode()) + group().hashCode();
    }

    /** Returns what the target says, such as {@code calls of alice in 2026-Q1: at least 200, at most 400}. */
    @Override
    public String toString() {
        return indicator + (group == null ? "" : " of " + group) + " in " + period + ":"
                + (atLeast == null ? "" : " at least " + atLeast.toPlainString())
                + (atLeast == null || atMost == null ? "" : ",")
                + (atMost == null ? "" : " at most " + atMost.toPlainString());
    }
}
