package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Balance;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Rate;

/**
 * Where the members of each population of a plan lie in a period, in one group: neighbours in a table. Where a period begins
 * where the one before it ended, its start need not be looked for again.
 *
 * <p>For one thread.
 */
final class Runs {

    private final Index index;
    private final Run[] runs;
    private final List<Cover> covers;
    private final int[] coverGroups;
    private final @Nullable Rate[] stillInForce;
    private final List<Followed<?>> followed;
    private final int[] followedGroups;
    private final CustomerAmounts.@Nullable Totals[] amounts;
    private final boolean areOfNothing;
    private @Nullable InstantRange period;

    Runs(Index index, Plan plan, Selection part) {
        this.index = index;
        this.runs = new Run[plan.members().size()];
        Groups groups = null;
        int group = Keys.NONE;
        boolean isEmpty = true;
        for (int i = 0; i < runs.length; i++) {
            GroupedMembers<?> members = plan.members().get(i);
            // Nearly always all members are grouped by one and the same.
            if (members.groups() != groups) {
                groups = members.groups();
                group = groups.find(part);
            }
            isEmpty &= group == Keys.NONE;
            runs[i] = new Run(members.timeline(group));
        }
        this.covers = plan.covers();
        this.coverGroups = new int[covers.size()];
        for (int i = 0; i < coverGroups.length; i++) {
            coverGroups[i] = covers.get(i).groups().find(part);
            isEmpty &= coverGroups[i] == Keys.NONE;
        }
        this.stillInForce = new Rate[coverGroups.length];
        this.followed = plan.followed();
        this.followedGroups = new int[followed.size()];
        for (int i = 0; i < followedGroups.length; i++) {
            followedGroups[i] = followed.get(i).groups().find(part);
            isEmpty &= followedGroups[i] == Keys.NONE;
        }
        this.amounts = new CustomerAmounts.Totals[followedGroups.length];
        this.areOfNothing = isEmpty;
    }

    /** Whether there are no members of the group, in no period. */
    boolean areOfNothing() {
        return areOfNothing;
    }

    /** The members of one population in the period. */
    private static final class Run {

        private final Timeline<?> timeline;
        private int start;
        private int end;

        Run(Timeline<?> timeline) {
            this.timeline = timeline;
        }

        void moveTo(InstantRange period, boolean isNext) {
            start = isNext ? end : timeline.firstFrom(period.startInclusive(), timeline.start());
            end = timeline.firstFrom(period.endExclusive(), start);
        }
    }

    /** Turns to another period. */
    void moveTo(InstantRange another) {
        boolean isNext = period != null && period.endExclusive().equals(another.startInclusive());
        for (Run run : runs) {
            run.moveTo(another, isNext);
        }
        Arrays.fill(stillInForce, null);
        Arrays.fill(amounts, null);
        period = another;
    }

    SalesHistory history() {
        return index.history();
    }

    InstantRange period() {
        return requireNonNull(period, "period");
    }

    /** The position of the first member of a run. */
    int start(int run) {
        return runs[run].start;
    }

    /** The position after the last member of a run. */
    int end(int run) {
        return runs[run].end;
    }

    int size(int run) {
        return runs[run].end - runs[run].start;
    }

    /** The position of the first member of the scope, whenever it is. */
    int first(int run) {
        return runs[run].timeline.start();
    }

    /** The instant at which a balance is taken: a bound of the period, or of what is known. */
    Instant measured(Balance.At at) {
        Instant bound = bound(at);
        Instant asOf = index.history().viewedAsOf().orElse(bound);
        return asOf.isBefore(bound) ? asOf : bound;
    }

    private Instant bound(Balance.At at) {
        return at == Balance.At.START ? period().startInclusive() : period().endExclusive();
    }

    /** How many members of the scope are before the instant at which a balance is taken: a view has none from its moment on. */
    int countBefore(int run, Balance.At at) {
        Run members = runs[run];
        return (at == Balance.At.START ? members.start : members.end) - members.timeline.start();
    }

    /** The members of the scope before the instant at which a balance is taken. */
    List<? extends Fact> factsBefore(int run, Balance.At at) {
        int first = first(run);
        return runs[run].timeline.facts(first, first + countBefore(run, at));
    }

    /** The members of a run, in time order. */
    List<? extends Fact> facts(int run) {
        return runs[run].timeline.facts(start(run), end(run));
    }

    /** The members of a run whose positions meet a condition, in time order. */
    List<? extends Fact> facts(int run, IntPredicate condition) {
        return runs[run].timeline.facts(
                IntStream.range(start(run), end(run)).filter(condition).toArray());
    }

    /** Of the customers in force at the start of the period, those that are at its end; looked for once a period. */
    Rate stillInForce(int cover) {
        Rate known = stillInForce[cover];
        if (known == null) {
            known = stillInForce(covers.get(cover).inForce(coverGroups[cover]));
            stillInForce[cover] = known;
        }
        return known;
    }

    private Rate stillInForce(InForce customers) {
        Instant end = measuredEnd();
        if (end == null) {
            return new Rate(0, 0, 0);
        }
        int atStart = customers.count(period().startInclusive());
        int atBoth = customers.countAtBoth(period().startInclusive(), end);
        return new Rate(atBoth, (long) atStart - atBoth, 0);
    }

    /** The customers of the scope that are covered at some time. */
    List<CustomerJourney> customers(int cover) {
        return covers.get(cover).customers(coverGroups[cover]);
    }

    /** What customers have at the start of the period and at its end; looked for once a period. */
    CustomerAmounts.Totals amountsAtBothEnds(int number) {
        CustomerAmounts.Totals known = amounts[number];
        if (known == null) {
            Instant end = measuredEnd();
            known = end == null
                    ? CustomerAmounts.Totals.NONE
                    : followed.get(number).ofGroup(followedGroups[number]).between(period().startInclusive(), end);
            amounts[number] = known;
        }
        return known;
    }

    /** The facts that stand at the start of the period or at its end, by customer. */
    Map<String, List<Followed.Standing>> standing(int number, Instant end) {
        return followed.get(number).standing(followedGroups[number], period().startInclusive(), end);
    }

    /** The instant to which customers are followed: the end of the period, or of what is known; null if that is not after its start. */
    @Nullable
    Instant measuredEnd() {
        return index.measuredEnd(period());
    }
}
