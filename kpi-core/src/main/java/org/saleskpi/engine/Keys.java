package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.order.IdNumbers;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;

/** The keys of a dimension that occur in a history, numbered in the order in which they are met. Thread-safe. */
final class Keys {

    /** The number of a key that does not occur. */
    static final int NONE = -1;

    private final Dimension dimension;
    private final List<CustomerJourney> journeys;
    private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Set<Class<?>> met = ConcurrentHashMap.newKeySet();
    private volatile int unassigned = NONE;
    private volatile WeakReference<Reader> lastReader = new WeakReference<>(null);
    private volatile @Nullable ImmutableList<Optional<String>> inOrder;
    private int count;

    Keys(Dimension dimension, SalesHistory history) {
        this.dimension = dimension;
        this.journeys = history.journeys();
    }

    /**
     * Reads the keys of facts. It knows each customer's, which takes as much memory as some columns: whoever reads many facts
     * keeps it for so long.
     */
    final class Reader {

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
            return own != null || customerId == null ? number(own) : keyOfCustomer[customers.ofKnown(customerId)];
        }

        /** The number of the key of a fact's customer; {@link #NONE} for a fact without one. */
        int ofCustomer(Fact fact) {
            String customerId = fact.customerId();
            return customerId == null ? NONE : keyOfCustomer[customers.ofKnown(customerId)];
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

    /** The number of a key, null for unassigned; {@link #NONE} if it was not met. */
    int find(@Nullable String key) {
        return key == null ? unassigned : numbers.getOrDefault(key, NONE);
    }

    /** Takes note that all facts of a kind have been met. */
    void haveMet(Class<? extends Fact> type) {
        met.add(type);
    }

    private int number(@Nullable String key) {
        int known = find(key);
        return known != NONE ? known : add(key);
    }

    private synchronized int add(@Nullable String key) {
        int known = find(key);
        if (known != NONE) {
            return known;
        }
        if (key == null) {
            unassigned = count;
        } else {
            numbers.put(key, count);
        }
        return count++;
    }

    /** The keys that occur in the whole history, in the order of groups; empty, for unassigned, comes last. */
    ImmutableList<Optional<String>> ofAllFacts(Function<Class<? extends Fact>, List<? extends Fact>> factsOfType) {
        ImmutableList<Optional<String>> known = inOrder;
        if (known == null) {
            for (FactKind kind : FactKind.WITH_ALL_KEYS) {
                if (!met.contains(kind.type())) {
                    factsOfType.apply(kind.type()).forEach(reader()::of);
                    met.add(kind.type());
                }
            }
            known = Stream.concat(
                            numbers.keySet().stream()
                                    .sorted(Dimension.KEY_ORDER)
                                    .map(Optional::of),
                            unassigned == NONE ? Stream.empty() : Stream.of(Optional.<String>empty()))
                    .collect(ImmutableList.toImmutableList());
            inOrder = known;
        }
        return known;
    }
}
