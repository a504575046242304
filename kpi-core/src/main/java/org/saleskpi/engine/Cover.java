package org.saleskpi.engine;

import java.util.List;
import java.util.function.Predicate;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;

/** The customers that are covered at some time, and by group how many of them are in force when. Thread-safe. */
final class Cover {

    private static final InForce NOBODY = InForce.of(List.of());

    private final GroupedMembers<CustomerJourney> customers;
    private final Predicate<Stretch> counts;
    private final MadeOnce<InForce> inForce;

    /**
     * Tells of customers.
     *
     * @param customers all that are covered at some time
     * @param stretches which stretches of cover count
     * @param history the history of both
     */
    Cover(GroupedMembers<CustomerJourney> customers, Population<Stretch> stretches, SalesHistory history) {
        this.customers = customers;
        this.inForce = new MadeOnce<>(customers.slices().groups());
        this.counts = stretch -> stretches.contains(stretch, history);
    }

    Groups groups() {
        return customers.groups();
    }

    /** Those of a group, made ready once. */
    InForce inForce(int group) {
        return customers.slices().has(group) ? inForce.get(group, g -> InForce.of(customers(g))) : NOBODY;
    }

    /** Makes those of each group ready. */
    void makeReady() {
        for (int group = 0; group < customers.slices().groups(); group++) {
            inForce(group);
        }
    }

    /** The customers of a group, with no cover but that which counts. */
    List<CustomerJourney> customers(int group) {
        List<CustomerJourney> members = customers.timeline(group).facts();
        return Asking.runningFunctions(() -> members.stream().allMatch(this::countsInFull)
                ? members
                : members.stream().map(this::withWhatCounts).toList());
    }

    private boolean countsInFull(CustomerJourney journey) {
        return journey.cover().stream().allMatch(counts);
    }

    private CustomerJourney withWhatCounts(CustomerJourney journey) {
        return new CustomerJourney(
                journey.customer(),
                journey.entry(),
                journey.firstContract(),
                journey.cover().stream().filter(counts).toList());
    }
}
