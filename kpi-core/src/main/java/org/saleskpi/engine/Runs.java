package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
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
    private final Plan plan;
    private final ImmutableList<GroupedMembers<?>> members;
    private final @Nullable Placement placement;
    private final int[] groups;
    private final List<Cover> covers;
    private final int[] coverGroups;
    private final @Nullable Rate[] stillInForce;
    private final List<Followed<?>> followed;
    private final int[] followedGroups;
    private final CustomerAmounts.@Nullable Totals[] amounts;
    private final boolean areOfNothing;

    /** From which moment on nothing is known; null if all is. */
    private final @Nullable Instant knownBefore;

    private int[] starts;
    private int[] ends;
    private @Nullable InstantRange period;

    Runs(Index index, Plan plan, Selection part) {
        this.index = index;
        this.plan = plan;
        this.members = plan.members();
        this.placement = plan.placement();
        this.groups = new int[members.size()];
        this.starts = new int[plan.size()];
        this.ends = new int[plan.size()];
        this.knownBefore = index.history().viewedAsOf().orElse(null);
        Groups known = null;
        int group = Keys.NONE;
        boolean isEmpty = true;
        for (int run = 0; run < groups.length; run++) {
            // Nearly always all members are grouped by one and the same.
            Groups next = members.get(run).groups();
            if (next != known) {
                known = next;
                group = next.find(part);
            }
            isEmpty &= group == Keys.NONE;
            groups[run] = group;
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

    /** Turns to another period. */
    void moveTo(InstantRange another) {
        boolean followsOn = period != null && period.endExclusive().equals(another.startInclusive());
        if (followsOn) {
            int[] last = starts;
            starts = ends;
            ends = last;
        }
        find(knownUpTo(another.startInclusive()), knownUpTo(another.endExclusive()), followsOn);
        Arrays.fill(stillInForce, null);
        Arrays.fill(amounts, null);
        period = another;
    }

    private Instant knownUpTo(Instant bound) {
        return knownBefore != null && knownBefore.isBefore(bound) ? knownBefore : bound;
    }

    /** Finds the first position of each run whose moment is not before a start, unless that is known, and not before an end. */
    private void find(Instant start, Instant end, boolean startIsKnown) {
        if (placement == null) {
            for (int run = 0; run < groups.length; run++) {
                find(start, end, startIsKnown, run);
            }
            return;
        }
        for (int i = 0; i < placement.lines().size(); i++) {
            find(start, end, startIsKnown, placement.lines().get(i));
        }
        for (int number : placement.alone()) {
            if (number < groups.length) {
                find(start, end, startIsKnown, number);
            }
        }
    }

    private void find(Instant start, Instant end, boolean startIsKnown, int run) {
        Timeline<?> timeline = timeline(run);
        if (!startIsKnown) {
            starts[run] = timeline.firstFrom(start, timeline.start());
        }
        ends[run] = timeline.firstFrom(end, timeline.start());
    }

    private void find(Instant start, Instant end, boolean startIsKnown, Placement.Line together) {
        EventLine line = together.line();
        int[] numbers = together.numbers();
        if (line == null || numbers.length == 0) {
            return;
        }
        int group = groupOf(numbers[0]);
        if (!line.has(group)) {
            for (int number : numbers) {
                starts[number] = number < members.size() ? first(number) : 0;
                ends[number] = starts[number];
            }
        } else if (startIsKnown) {
            line.find(end, group, together.onLine(), numbers, ends);
        } else {
            line.find(start, end, group, together.onLine(), numbers, starts, ends);
        }
    }

    private int groupOf(int number) {
        return number < members.size() ? groups[number] : coverGroups[(number - members.size()) / Cover.EVENTS];
    }

    /** The members of a run at all times. */
    private Timeline<?> timeline(int run) {
        return members.get(run).slices().of(groups[run]);
    }

    SalesHistory history() {
        return index.history();
    }

    InstantRange period() {
        return requireNonNull(period, "period");
    }

    /** The position of the first member of a run. */
    int start(int run) {
        return starts[run];
    }

    /** The position after the last member of a run. */
    int end(int run) {
        return ends[run];
    }

    int size(int run) {
        return ends[run] - starts[run];
    }

    /** The position of the first member of the scope, whenever it is. */
    int first(int run) {
        return members.get(run).slices().startOf(groups[run]);
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
        return (at == Balance.At.START ? starts : ends)[run] - first(run);
    }

    /** The members of the scope before the instant at which a balance is taken. */
    List<? extends Fact> factsBefore(int run, Balance.At at) {
        int first = first(run);
        return timeline(run).facts(first, first + countBefore(run, at));
    }

    /** The members of a run, in time order. */
    List<? extends Fact> facts(int run) {
        return timeline(run).facts(start(run), end(run));
    }

    /** The members of a run whose positions meet a condition, in time order. */
    List<? extends Fact> facts(int run, IntPredicate condition) {
        return timeline(run)
                .facts(IntStream.range(start(run), end(run)).filter(condition).toArray());
    }

    /** Of the customers in force at the start of the period, those that are at its end; looked for once a period. */
    Rate stillInForce(int cover) {
        Rate known = stillInForce[cover];
        if (known == null) {
            Instant end = measuredEnd();
            known = end == null ? new Rate(0, 0, 0) : stillInForce(cover, period().startInclusive(), end);
            stillInForce[cover] = known;
        }
        return known;
    }

    private Rate stillInForce(int cover, Instant start, Instant end) {
        InForce customers = covers.get(cover).inForce(coverGroups[cover]);
        int number = plan.eventsOf(cover);
        InForce.Bounds bounds = placement != null && placement.areOnLine(number, Cover.EVENTS)
                ? new FoundOnLine(start, end, starts, ends, number)
                : new CoverInstants.Bounds(customers.instants(), start, end);
        int atBoth = customers.countAtBoth(bounds);
        return new Rate(atBoth, (long) customers.count(bounds) - atBoth, 0);
    }

    /** Two instants that were looked for on a line. */
    @SuppressWarnings("ArrayRecordComponent") // None is compared.
    private record FoundOnLine(Instant moment, Instant later, int[] starts, int[] ends, int number)
            implements InForce.Bounds {

        @Override
        public int before(CoverInstants.Kind kind) {
            return starts[number + kind.number()];
        }

        @Override
        public int beforeLater(CoverInstants.Kind kind) {
            return ends[number + kind.number()];
        }
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
