package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.MapMaker;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesHistory;

/**
 * The ways in which a history was grouped.
 *
 * <p>Each costs memory for every fact, and a service may be asked for any number of them. So those that were not asked about
 * for the longest time go, with all that was made for them: everything that hangs on a grouping is kept weakly, by its
 * {@link Groups}. Thread-safe.
 */
final class Groupings {

    /** How many are kept, beside the one group of all. */
    static final int MOST = 16;

    private final SalesHistory history;
    private final ReferenceQueue<Object> gone;
    private final Groups whole;
    private final Groups wholeByCustomer;
    private final Cache<Name, Groups> named =
            CacheBuilder.newBuilder().concurrencyLevel(1).maximumSize(MOST).build();

    /** The keys of dimensions, for as long as somebody groups by them. */
    private final ConcurrentMap<Dimension, Keys> keys =
            new MapMaker().concurrencyLevel(1).weakValues().makeMap();

    /** Stands for each attribute that no record has: all facts are unassigned. */
    private static final Dimension ABSENT = Dimension.derived("absent", Dimension.OWNER, owner -> null);

    private final Supplier<Set<String>> attributeNames;

    private record Name(ImmutableList<Dimension> dimensions, Grouping grouping) {}

    Groupings(SalesHistory history, ReferenceQueue<Object> gone) {
        this.history = history;
        this.gone = gone;
        this.attributeNames = Suppliers.memoize(() -> ImmutableSet.copyOf(history.attributeNames()));
        this.whole = new Groups(ImmutableList.of(), Grouping.BY_OWN_KEYS, gone);
        this.wholeByCustomer = new Groups(ImmutableList.of(), Grouping.BY_KEYS_OF_CUSTOMER, gone);
    }

    /** The groups by some dimensions; one group without any. */
    Groups groups(ImmutableList<Dimension> dimensions, Grouping grouping) {
        if (dimensions.isEmpty()) {
            return grouping == Grouping.BY_OWN_KEYS ? whole : wholeByCustomer;
        }
        Groups known = named.getIfPresent(new Name(dimensions, grouping));
        return known != null
                ? known
                : made(dimensions.stream().map(this::present).collect(toImmutableList()), grouping);
    }

    /** An attribute that no record has is the same as any other such: a service may be asked for any number of names. */
    private Dimension present(Dimension dimension) {
        return dimension.isAttribute() && !attributeNames.get().contains(dimension.name()) ? ABSENT : dimension;
    }

    private Groups made(ImmutableList<Dimension> dimensions, Grouping grouping) {
        try {
            return named.get(
                    new Name(dimensions, grouping),
                    () -> new Groups(dimensions.stream().map(this::keys).collect(toImmutableList()), grouping, gone));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // Making groups throws no checked exception.
        }
    }

    /** The keys of a dimension. */
    Keys keys(Dimension dimension) {
        return keys.computeIfAbsent(present(dimension), d -> new Keys(d, history));
    }
}
