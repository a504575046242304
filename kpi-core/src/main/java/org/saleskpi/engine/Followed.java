package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/** Facts that stand for a time, with their amounts, and by group what their customers have of these when. Thread-safe. */
final class Followed<F extends Fact> {

    private static final CustomerAmounts NOBODYS = new CustomerAmounts.Builder(0).build();

    private final GroupedMembers<F> started;
    private final SumColumn amounts;
    private final Population<F> starts;
    private final Population<F> ends;
    private final MadeOnce<CustomerAmounts> ofGroups;

    /**
     * Tells of facts.
     *
     * @param started the facts by the moment at which they start to stand
     * @param amounts their amounts
     * @param starts says when a fact starts to stand
     * @param ends says when it ends to
     */
    Followed(GroupedMembers<F> started, SumColumn amounts, Population<F> starts, Population<F> ends) {
        this.started = started;
        this.amounts = amounts;
        this.starts = starts;
        this.ends = ends;
        this.ofGroups = new MadeOnce<>(started.slices().groups());
    }

    Groups groups() {
        return started.groups();
    }

    /** What the customers of a group have, made ready once. */
    CustomerAmounts ofGroup(int group) {
        return started.slices().has(group) ? ofGroups.get(group, this::amountsOf) : NOBODYS;
    }

    /** Makes what the customers of each group have ready. */
    void makeReady() {
        for (int group = 0; group < started.slices().groups(); group++) {
            ofGroup(group);
        }
    }

    private CustomerAmounts amountsOf(int group) {
        return Asking.runningFunctions(() -> amountsOf(started.timeline(group)));
    }

    private CustomerAmounts amountsOf(Timeline<F> members) {
        CustomerAmounts.Builder builder = new CustomerAmounts.Builder(members.end() - members.start());
        for (int position = members.start(); position < members.end(); position++) {
            long amount = amounts.minorUnits(position, position + 1);
            if (amount != 0) {
                F fact = members.table().member(position);
                builder.add(requireNonNull(fact.customerId(), "customerId"), start(fact), ends.momentOf(fact), amount);
            }
        }
        return builder.build();
    }

    /**
     * A fact that stands at one of two instants or at both.
     *
     * @param fact the fact
     * @param atStart its amount on the eve of the first; 0 if it does not stand
     * @param atEnd its amount on the eve of the second; 0 if it does not stand
     */
    record Standing(Fact fact, long atStart, long atEnd) {}

    /** The facts of a group that stand on the eve of one of two instants, by customer, in the order in which they started to. */
    Map<String, List<Standing>> standing(int group, Instant moment, Instant later) {
        Timeline<F> members = started.timeline(group);
        return Asking.runningFunctions(() -> {
            Map<String, List<Standing>> standing = new LinkedHashMap<>();
            for (int position = members.start(); position < members.end(); position++) {
                F fact = members.table().member(position);
                Instant start = start(fact);
                long amount = amounts.minorUnits(position, position + 1);
                Standing one = new Standing(
                        fact, stands(fact, start, moment) ? amount : 0, stands(fact, start, later) ? amount : 0);
                if (one.atStart != 0 || one.atEnd != 0) {
                    standing.computeIfAbsent(requireNonNull(fact.customerId(), "customerId"), id -> new ArrayList<>())
                            .add(one);
                }
            }
            return standing;
        });
    }

    private Instant start(F fact) {
        return requireNonNull(starts.momentOf(fact), "start of a fact");
    }

    private boolean stands(F fact, Instant start, Instant moment) {
        Instant end = ends.momentOf(fact);
        return start.isBefore(moment) && (end == null || !end.isBefore(moment));
    }
}
