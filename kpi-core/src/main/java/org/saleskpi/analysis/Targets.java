package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

/**
 * The targets of a business, over periods of any length, which reports of other periods are held against too.
 *
 * <pre>{@code
 * Targets targets = Targets.of(List.of(
 *         Target.atLeast(SalesIndicators.REVENUE, DateRange.year(2026), new BigDecimal("1200000")),
 *         Target.atLeast(SalesIndicators.WIN_RATE, DateRange.year(2026), new BigDecimal("0.3"))));
 * KpiReport march = KpiCalculator.of(history).during(DateRange.month(2026, 3)).report();
 * TargetResult result = targets.judge(march, SalesIndicators.REVENUE, history.calendar()).orElseThrow();
 * assert result.atLeast().equals(new BigDecimal("101917.81")); // 31 of 365 days
 * }</pre>
 *
 * <p>Which target a report has: the one for exactly its period. Else, where the answer is a count or an amount that adds up over
 * periods, those whose periods together are its period, the longest first, added up; a bound of the sum only if each of them has
 * it. Else the one with the shortest period around it: of a count or an amount that adds up as many days of it as the report has,
 * of all else unchanged. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Targets {

    /** No targets. */
    public static final Targets NONE = new Targets(ImmutableList.of());

    private final ImmutableList<Target> targets;

    private Targets(ImmutableList<Target> targets) {
        this.targets = targets;
    }

    /**
     * Returns some targets.
     *
     * @param targets the targets, in any order
     * @return the targets
     * @throws IllegalArgumentException if two are for one indicator, period and group
     */
    public static Targets of(List<Target> targets) {
        ImmutableList<Target> all = requireElements(targets, "targets");
        Set<List<Object>> known = new HashSet<>();
        for (Target target : all) {
            checkArgument(
                    known.add(List.of(target.indicator().key(), target.period(), target.group())),
                    "Two targets are for %s%s in %s",
                    target.indicator(),
                    target.group().map(key -> " of " + key).orElse(""),
                    target.period());
        }
        return new Targets(all);
    }

    /**
     * Returns the targets.
     *
     * @return the targets in the order in which they were given; unmodifiable
     */
    public List<Target> all() {
        return targets;
    }

    /**
     * Holds the answer of a report against its target.
     *
     * @param report the report, in total
     * @param indicator one of its indicators
     * @param calendar the calendar of the history, which knows the working days
     * @return how the answer stands; empty if the indicator has no target over that period
     * @throws IllegalArgumentException if the indicator is not in the report, or the period of the report is not made of whole
     *     dates of its time zone
     */
    public Optional<TargetResult> judge(KpiReport report, Indicator<?> indicator, SalesCalendar calendar) {
        return judge(report, indicator, calendar, Optional.empty());
    }

    /**
     * Holds the answer of a report on one group against the target of that group.
     *
     * @param report the report
     * @param indicator one of its indicators
     * @param calendar the calendar of the history, which knows the working days
     * @param group which group the report is about
     * @return how the answer stands; empty if the indicator has no target for that group over that period
     * @throws IllegalArgumentException if the indicator is not in the report, or the period of the report is not made of whole
     *     dates of its time zone
     */
    public Optional<TargetResult> judgeGroup(
            KpiReport report, Indicator<?> indicator, SalesCalendar calendar, GroupKey group) {
        return judge(report, indicator, calendar, Optional.of(requireNonNull(group, "group")));
    }

    private Optional<TargetResult> judge(
            KpiReport report, Indicator<?> indicator, SalesCalendar calendar, Optional<GroupKey> group) {
        requireNonNull(report, "report");
        requireNonNull(indicator, "indicator");
        requireNonNull(calendar, "calendar");
        Judgement judgement = new Judgement(report, indicator, calendar);
        List<Target> candidates = targets.stream()
                .filter(target -> target.indicator().key().equals(indicator.key())
                        && target.group().equals(group))
                .toList();
        return bounds(candidates, judgement.dates(), judgement.addsUp()).map(judgement::of);
    }

    private static Optional<Bounds> bounds(List<Target> candidates, DateRange dates, boolean addsUp) {
        for (Target target : candidates) {
            if (target.period().equals(dates)) {
                return Optional.of(target.bounds());
            }
        }
        Optional<Bounds> sum = addsUp ? new Tiles(candidates).sum(dates) : Optional.empty();
        return sum.or(() -> around(candidates, dates)
                .map(target -> addsUp
                        ? target.bounds().times(Fraction.of(days(dates), days(target.period())))
                        : target.bounds()));
    }

    private static Optional<Target> around(List<Target> candidates, DateRange dates) {
        return candidates.stream()
                .filter(target -> !target.period().startInclusive().isAfter(dates.startInclusive())
                        && !target.period().endExclusive().isBefore(dates.endExclusive()))
                .min(Comparator.<Target>comparingLong(target -> days(target.period()))
                        .thenComparing(target -> target.period().startInclusive()));
    }

    static long days(DateRange dates) {
        return dates.endExclusive().toEpochDay() - dates.startInclusive().toEpochDay();
    }

    /** Tells whether other targets are the same, in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Targets others && targets.equals(others.targets);
    }

    @Override
    public int hashCode() {
        return targets.hashCode();
    }

    /** Returns the targets, for a person to read. */
    @Override
    public String toString() {
        return targets.toString();
    }
}
