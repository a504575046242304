package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;

/** The customers that are covered at some time, and by group how many of them are in force when. Thread-safe. */
final class Cover {

    /** So many kinds of events there are of a cover: {@link #events}. */
    static final int EVENTS = CoverInstants.Kind.values().length;

    private static final InForce NOBODY = InForce.of(Keys.NONE, List.of());

    private final GroupedMembers<CustomerJourney> customers;
    private final Predicate<Stretch> counts;
    private final MadeOnce<InForce> inForce;

    /** Made when somebody asks. */
    private @Nullable ImmutableList<Events> events;

    private volatile boolean isReady;

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

    /** The instants that may be on a line, kind by kind. */
    synchronized ImmutableList<Events> events() {
        ImmutableList<Events> known = events;
        if (known == null) {
            known = Arrays.stream(CoverInstants.Kind.values())
                    .<Events>map(Instants::new)
                    .collect(toImmutableList());
            events = known;
        }
        return known;
    }

    /** The instants of a kind, group by group. */
    private final class Instants implements Events {

        private final CoverInstants.Kind kind;

        Instants(CoverInstants.Kind kind) {
            this.kind = kind;
        }

        @Override
        public int groups() {
            return numberOfGroups();
        }

        @Override
        public IntFunction<Part> parts() {
            return group -> {
                Moments moments = inForce(group).instants().moments(kind);
                return new Part(moments, 0, moments.size());
            };
        }

        @Override
        public boolean isEmpty() {
            return isReady
                    && IntStream.range(0, groups())
                            .noneMatch(group -> inForce(group).instants().has(kind));
        }

        @Override
        public void tellBy(EventLine line, int number, @Nullable EventLine replaced) {
            for (int group = 0; group < groups(); group++) {
                inForce(group).instants().tellBy(line, number, replaced, kind);
            }
        }
    }

    Groups groups() {
        return customers.groups();
    }

    int numberOfGroups() {
        return customers.slices().groups();
    }

    /** Those of a group, made ready once. */
    InForce inForce(int group) {
        return customers.slices().has(group) ? inForce.get(group, g -> InForce.of(g, customers(g))) : NOBODY;
    }

    /** Makes those of each group ready. */
    void makeReady() {
        for (int group = 0; group < numberOfGroups(); group++) {
            inForce(group);
        }
        isReady = true;
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
