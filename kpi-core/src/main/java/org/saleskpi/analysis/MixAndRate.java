package org.saleskpi.analysis;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;

/**
 * Why the rate of a whole changed: because its groups did better or worse, or because their weights shifted. The two add up to the
 * change.
 *
 * <pre>{@code
 * GroupedAnalysis<Comparison> reps = KpiCalculator.of(history)
 *         .during(DateRange.quarter(2026, 1))
 *         .comparedWith(ComparisonBase.YEAR)
 *         .by(Dimension.OWNER);
 * Optional<MixAndRate> why = MixAndRate.of(reps, SalesIndicators.WIN_RATE);
 * double change = why.map(split -> split.mix() + split.rate()).orElse(0.0);
 * }</pre>
 *
 * <p>With {@code w} the share of a group in the denominator, {@code r} its rate, and {@code w'}, {@code r'} those before, the mix
 * is the sum of {@code (w - w') (r + r') / 2} over the groups, and the rate that of {@code (r - r') (w + w') / 2}. A group whose
 * denominator is empty in one of the two takes its rate from the other; one that is empty in both has no part in it. Of a mean,
 * both are divided by the mean of the whole before, as its change is. Immutable and thread-safe.
 *
 * @param mix the part of the change that comes from shifted weights
 * @param rate the part that comes from changed rates
 * @param groups the parts of the groups in the order of their keys; unmodifiable
 * @since 0.1.0
 */
public record MixAndRate(double mix, double rate, List<Group> groups) {

    /**
     * Creates the split of a change.
     *
     * @param mix the part of the change that comes from shifted weights
     * @param rate the part that comes from changed rates
     * @param groups the parts of the groups in the order of their keys
     */
    public MixAndRate {
        groups = requireElements(groups, "groups");
    }

    /**
     * The part that one group has in a change. Immutable and thread-safe.
     *
     * @param key which group
     * @param mix by how much it moved the whole because its weight changed: up if a group that is better than the whole gained
     *     weight, or a worse one lost it
     * @param rate by how much it moved the whole because its rate changed
     * @since 0.1.0
     */
    public record Group(GroupKey key, double mix, double rate) {

        /**
         * Creates the part of a group.
         *
         * @param key which group
         * @param mix by how much it moved the whole because its weight changed
         * @param rate by how much it moved the whole because its rate changed
         */
        public Group {
            requireNonNull(key, "key");
        }
    }

    /**
     * Splits the change of a whole among its groups.
     *
     * @param comparison the whole and its groups, compared with the same base
     * @param indicator one of the indicators of the reports
     * @return the split; empty if the indicator is no rate, rate of amounts or mean, or the whole has no change
     * @throws IllegalArgumentException if the indicator is not in the reports
     */
    public static Optional<MixAndRate> of(GroupedAnalysis<Comparison> comparison, Indicator<?> indicator) {
        requireNonNull(indicator, "indicator");
        Comparison total = requireNonNull(comparison, "comparison").total();
        KpiValue<?> answer = Comparison.answer(total.now(), indicator);
        if (!isSplit(answer) || total.change(indicator).isEmpty()) {
            return Optional.empty();
        }
        ExactValue now = ExactValue.of(answer);
        ExactValue before = ExactValue.of(Comparison.answer(total.before(), indicator));
        Fraction unit = answer instanceof MeanAmount ? number(before) : Fraction.ONE;
        Fraction middle = number(now).plus(number(before)).dividedBy(Fraction.TWO);
        ImmutableList.Builder<Group> groups = ImmutableList.builder();
        BigDecimal mix = BigDecimal.ZERO;
        BigDecimal rate = BigDecimal.ZERO;
        for (GroupedAnalysis.Group<Comparison> group : comparison.groups()) {
            Weighed later = Weighed.of(group.analysis().now(), indicator, now);
            Weighed earlier = Weighed.of(group.analysis().before(), indicator, before);
            Fraction laterRate = later.rate(earlier);
            Fraction earlierRate = earlier.rate(later);
            Fraction shift = later.weight().minus(earlier.weight());
            Fraction average = laterRate.plus(earlierRate).dividedBy(Fraction.TWO);
            BigDecimal centred =
                    shift.times(average.minus(middle)).dividedBy(unit).decimal();
            BigDecimal own = laterRate
                    .minus(earlierRate)
                    .times(later.weight().plus(earlier.weight()))
                    .dividedBy(Fraction.TWO)
                    .dividedBy(unit)
                    .decimal();
            groups.add(new Group(group.key(), centred.doubleValue(), own.doubleValue()));
            mix = mix.add(centred);
            rate = rate.add(own);
        }
        return Optional.of(new MixAndRate(mix.doubleValue(), rate.doubleValue(), groups.build()));
    }

    private static boolean isSplit(KpiValue<?> answer) {
        return answer instanceof Rate || answer instanceof RateOfAmounts || answer instanceof MeanAmount;
    }

    private static Fraction number(ExactValue value) {
        return value.number().orElseThrow();
    }

    /** A group in one of the two periods: its share of the denominator, and what it is the share of a rate. */
    private record Weighed(Fraction weight, ExactValue value) {

        static Weighed of(KpiReport report, Indicator<?> indicator, ExactValue whole) {
            ExactValue value = ExactValue.of(Comparison.answer(report, indicator));
            return new Weighed(new Fraction(value.divisor(), whole.divisor()), value);
        }

        /** The rate of the group; that of the other period where it has none, and 0 where it has none in either. */
        Fraction rate(Weighed other) {
            return value.number().or(other.value::number).orElse(Fraction.ZERO);
        }
    }
}
