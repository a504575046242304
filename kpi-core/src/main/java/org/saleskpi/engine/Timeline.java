package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.MapMaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.time.Period;

/**
 * The members of a population in the order of their moments. What happened in a period is a run of neighbours, and a total
 * over it the difference of two running totals.
 *
 * <p>Running totals and groups are made once, when they are first asked for. The totals of a formula are kept as long as
 * the formula is: one that is made for a single question leaves nothing behind.
 */
final class Timeline<F extends Fact> {

    private final ImmutableList<Member<F>> members;
    private final ConcurrentMap<Formula<?>, Once<RunningSplit>> splits = weakMap();
    private final ConcurrentMap<Formula<?>, Once<RunningSum>> sums = weakMap();
    private final ConcurrentMap<Formula<?>, Once<RunningDays>> days = weakMap();
    private final ConcurrentMap<Dimension, Once<Map<Optional<String>, Timeline<F>>>> groups = new ConcurrentHashMap<>();

    /** A fact with the moment that places it in a period. */
    record Member<F extends Fact>(Instant moment, F fact) {}

    private Timeline(ImmutableList<Member<F>> members) {
        this.members = members;
    }

    static <F extends Fact> Timeline<F> of(List<Member<F>> members) {
        return new Timeline<>(ImmutableList.sortedCopyOf(Comparator.comparing(Member::moment), members));
    }

    /** Keys compare by identity, so that two formulas of the same lambdas are never confused, and are not held on to. */
    static <K, V> ConcurrentMap<K, V> weakMap() {
        return new MapMaker().weakKeys().makeMap();
    }

    /** A run of neighbours: those with a position from start to before end. */
    record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }

    Run in(Period period) {
        return new Run(countBefore(period.startInclusive()), countBefore(period.endExclusive()));
    }

    private int countBefore(Instant moment) {
        int low = 0;
        int high = members.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (members.get(middle).moment().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<F> facts(Run run) {
        return members.subList(run.start(), run.end()).stream()
                .map(Member::fact)
                .toList();
    }

    List<Member<F>> members() {
        return members;
    }

    /** The members whose key is a given one, in the same order. */
    Timeline<F> group(Dimension dimension, Optional<String> key, Function<Fact, Optional<String>> keyOf) {
        Timeline<F> group = groups.computeIfAbsent(dimension, d -> new Once<>(() -> groupBy(keyOf)))
                .get()
                .get(key);
        return group == null ? new Timeline<>(ImmutableList.of()) : group;
    }

    private Map<Optional<String>, Timeline<F>> groupBy(Function<Fact, Optional<String>> keyOf) {
        Map<Optional<String>, List<Member<F>>> membersByKey = new HashMap<>();
        for (Member<F> member : members) {
            membersByKey
                    .computeIfAbsent(keyOf.apply(member.fact()), key -> new ArrayList<>())
                    .add(member);
        }
        Map<Optional<String>, Timeline<F>> timelines = new HashMap<>();
        membersByKey.forEach((key, group) -> timelines.put(key, new Timeline<>(ImmutableList.copyOf(group))));
        return timelines;
    }

    RunningSplit split(Formula.Split<F> formula) {
        return splits.computeIfAbsent(formula, f -> new Once<>(() -> RunningSplit.of(members, formula)))
                .get();
    }

    RunningSum sum(Formula<?> formula, RunningSum.AmountOf<F> amountOf) {
        return sums.computeIfAbsent(formula, f -> new Once<>(() -> RunningSum.of(members, amountOf)))
                .get();
    }

    RunningDays days(Formula.Timed<F> formula, RunningDays.DaysOf<F> daysOf) {
        return days.computeIfAbsent(formula, f -> new Once<>(() -> RunningDays.of(members, daysOf)))
                .get();
    }
}
