package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.order.IdNumbers;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;

/** The keys of a dimension that occur in a history, numbered in the order in which they are met. Thread-safe. */
final class Keys {

    /** The number of a key that does not occur. */
    static final int NONE = -1;

    private final Dimension dimension;
    private final SalesHistory history;
    private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();

    /** The number of the key that stands for each key of a fact or customer; the same, if they stand for themselves. */
    private final ConcurrentMap<String, Integer> numbersBeforeDerived;

    /** The keys by their numbers. */
    private final List<@Nullable String> inOrderOfMeeting = new ArrayList<>();

    private final MetKinds met = new MetKinds();
    private volatile int unassigned = NONE;
    private volatile WeakReference<Reader> lastReader = new WeakReference<>(null);
    private volatile @Nullable ImmutableList<GroupKey> inOrder;

    Keys(Dimension dimension, SalesHistory history) {
        this.dimension = dimension;
        this.history = history;
        this.numbersBeforeDerived = dimension.isDerived() ? new ConcurrentHashMap<>() : numbers;
    }

    /**
     * Reads the keys of facts. It knows each customer's, which takes as much memory as some columns: whoever reads many facts
     * keeps it for so long.
     */
    final class Reader {

        private final List<CustomerJourney> journeys = history.journeys();
        private final IdNumbers customers =
                new IdNumbers(journeys.size(), number -> journeys.get(number).customerId());
        private final int[] keyOfCustomer = journeys.stream()
                .mapToInt(journey -> number(dimension.ownKeyOf(journey)))
                .toArray();

        private Reader() {}

        /** The number of a fact's own key, else of its customer's. */
        int of(Fact fact) {
            String own = dimension.ownKeyOf(fact);
            String customerId = fact.customerId();
            if (own != null || customerId == null) {
                return number(own);
            }
            int known = ofCustomer(fact);
            return known == NONE ? number(keyOfStranger(fact)) : known;
        }

        /**
         * Meets a fact for its key alone. That of its customer is known, so that nobody looks which customer it is, but for one
         * that a view does not know otherwise.
         */
        void meet(Fact fact) {
            String own = dimension.ownKeyOf(fact);
            if (own != null || fact.customerId() == null) {
                number(own);
            } else if (fact instanceof Booking) {
                of(fact);
            }
        }

        /**
         * The number of the key of a fact's customer; {@link #NONE} for a fact without one, and for a booking whose customer a
         * view does not know otherwise.
         */
        int ofCustomer(Fact fact) {
            String customerId = fact.customerId();
            if (customerId == null) {
                return NONE;
            }
            int number = fact instanceof Booking ? customers.of(customerId) : customers.ofKnown(customerId);
            return number < 0 ? NONE : keyOfCustomer[number];
        }

        private @Nullable String keyOfStranger(Fact fact) {
            return history.journeyOf(fact).map(dimension::ownKeyOf).orElse(null);
        }
    }

    Reader reader() {
        Reader reader = lastReader.get();
        if (reader == null) {
            reader = new Reader();
            lastReader = new WeakReference<>(reader);
        }
        return reader;
    }

    Dimension dimension() {
        return dimension;
    }

    /** The number of a key, null for unassigned; {@link #NONE} if it was not met. */
    int find(@Nullable String key) {
        return key == null ? unassigned : numbers.getOrDefault(key, NONE);
    }

    /** Takes note that all facts of a kind have been met. */
    void haveMet(FactKind kind) {
        met.add(kind);
    }

    /** The number of the key that stands for a fact's or customer's. */
    private int number(@Nullable String own) {
        int known = own == null ? unassigned : numbersBeforeDerived.getOrDefault(own, NONE);
        return known != NONE ? known : add(own);
    }

    private synchronized int add(@Nullable String own) {
        int known = own == null ? unassigned : numbersBeforeDerived.getOrDefault(own, NONE);
        if (known != NONE) {
            return known;
        }
        int number = numberOfKey(dimension.derive(own));
        if (own != null) {
            numbersBeforeDerived.put(own, number);
        }
        return number;
    }

    private int numberOfKey(@Nullable String key) {
        int known = find(key);
        if (known != NONE) {
            return known;
        }
        int number = inOrderOfMeeting.size();
        inOrderOfMeeting.add(key);
        if (key == null) {
            unassigned = number;
        } else {
            numbers.put(key, number);
        }
        return number;
    }

    /** The key that has a number, null for unassigned. */
    synchronized @Nullable String key(int number) {
        return inOrderOfMeeting.get(number);
    }

    /** The keys that occur in the whole history, in the order of groups. */
    ImmutableList<GroupKey> ofAllFacts(Function<FactKind, List<? extends Fact>> factsOfKind) {
        ImmutableList<GroupKey> known = inOrder;
        if (known == null) {
            for (FactKind kind : FactKind.WITH_ALL_KEYS) {
                if (!met.contains(kind)) {
                    factsOfKind.apply(kind).forEach(reader()::meet);
                }
            }
            known = sorted();
            inOrder = known;
        }
        return known;
    }

    private synchronized ImmutableList<GroupKey> sorted() {
        return inOrderOfMeeting.stream()
                .map(key -> key == null ? GroupKey.UNASSIGNED : GroupKey.of(key))
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }
}
