package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.lang.ref.ReferenceQueue;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Those that are kept, in the order in which they had been asked about when one was added. */
    private volatile List<Named> named = List.of();

    /** That which was asked about last. */
    private volatile @Nullable Named latest;

    /** How often another one was asked about than before, roughly: threads may count one time for several. */
    private volatile int turns;

    /** Stands for each attribute that no record has: all facts are unassigned. */
    private static final Dimension ABSENT = Dimension.derived("absent", Dimension.OWNER, owner -> null);

    /** The attributes that records have; null until somebody asks about one. */
    private volatile @Nullable Set<String> attributeNames;

    /** Groups by what they are asked for, and when they were for the last time. */
    private static final class Named {

        final ImmutableList<Dimension> dimensions;
        final Grouping grouping;
        final Groups groups;
        volatile int lastTurn;

        Named(ImmutableList<Dimension> dimensions, Grouping grouping, Groups groups) {
            this.dimensions = dimensions;
            this.grouping = grouping;
            this.groups = groups;
        }

        boolean is(ImmutableList<Dimension> others, Grouping otherGrouping) {
            return grouping == otherGrouping && dimensions.equals(others);
        }
    }

    Groupings(SalesHistory history, ReferenceQueue<Object> gone) {
        this.history = history;
        this.gone = gone;
        this.whole = new Groups(ImmutableList.of(), Grouping.BY_OWN_KEYS, gone);
    }

    /** The groups by some dimensions; one group without any, by whosever keys. */
    Groups groups(ImmutableList<Dimension> dimensions, Grouping grouping) {
        if (dimensions.isEmpty()) {
            return whole;
        }
        Groups known = known(dimensions, grouping);
        return known != null
                ? known
                : knownOrMade(dimensions.stream().map(this::present).collect(toImmutableList()), grouping);
    }

    private Set<String> attributeNames() {
        Set<String> known = attributeNames;
        if (known == null) {
            known = ImmutableSet.copyOf(history.attributeNames());
            attributeNames = known;
        }
        return known;
    }

    private @Nullable Groups known(ImmutableList<Dimension> dimensions, Grouping grouping) {
        Named last = latest;
        if (last != null && last.is(dimensions, grouping)) {
            return last.groups;
        }
        for (Named one : named) {
            if (one.is(dimensions, grouping)) {
                turnTo(one);
                return one.groups;
            }
        }
        return null;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // A rough order is enough.
    private void turnTo(Named one) {
        one.lastTurn = ++turns;
        latest = one;
    }

    /** An attribute that no record has is the same as any other such: a service may be asked for any number of names. */
    private Dimension present(Dimension dimension) {
        return dimension.isAttribute() && !attributeNames().contains(dimension.name()) ? ABSENT : dimension;
    }

    private synchronized Groups knownOrMade(ImmutableList<Dimension> dimensions, Grouping grouping) {
        Groups known = known(dimensions, grouping);
        if (known != null) {
            return known;
        }
        Named made = new Named(
                dimensions,
                grouping,
                new Groups(dimensions.stream().map(this::keys).collect(toImmutableList()), grouping, gone));
        turnTo(made);
        // Turns count from the newest back, so that their number may overflow.
        named = Stream.concat(named.stream(), Stream.of(made))
                .sorted(Comparator.comparingInt(one -> made.lastTurn - one.lastTurn))
                .limit(MOST)
                .toList();
        return made.groups;
    }

    /** The keys of a dimension: those that somebody groups by, else new ones. */
    Keys keys(Dimension dimension) {
        Dimension wanted = present(dimension);
        return named.stream()
                .flatMap(one -> one.groups.keys().stream())
                .filter(keys -> keys.dimension().equals(wanted))
                .findFirst()
                .orElseGet(() -> new Keys(wanted, history));
    }
}
