package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;

/** The customers that are covered at some time, and by group how many of them are in force when. Thread-safe. */
final class Cover {

    /** So many kinds of events there are of a cover: {@link #events}. */
    static final int EVENTS = 4;

    private static final InForce NOBODY = InForce.of(List.of());

    private final GroupedMembers<CustomerJourney> customers;
    private final Predicate<Stretch> counts;
    private final MadeOnce<InForce> inForce;

    /** Made when somebody asks. */
    private @Nullable ImmutableList<Events> events;

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

    /** The instants that may be on a line: starts, starts with an end, ends, and starts and ends of other stretches. */
    synchronized ImmutableList<Events> events() {
        ImmutableList<Events> known = events;
        if (known == null) {
            known = ImmutableList.of(
                    new Instants(InForce::starts),
                    new Instants(InForce::startsWithEnd),
                    new Instants(InForce::ends),
                    new Instants(InForce::turns));
            events = known;
        }
        return known;
    }

    /** Some instants of those in force, group by group. */
    private final class Instants implements Events {

        private final Function<InForce, Moments> instants;

        Instants(Function<InForce, Moments> instants) {
            this.instants = instants;
        }

        @Override
        public int groups() {
            return customers.slices().groups();
        }

        @Override
        public IntFunction<Part> parts() {
            return group -> {
                Moments moments = instants.apply(inForce(group));
                return new Part(moments, 0, moments.size());
            };
        }
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
