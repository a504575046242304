package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.MapMaker;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saleskpi.engine.Computation.Need;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;
import org.saleskpi.time.InstantRange;
import org.saleskpi.work.Workers;

/**
 * A history made ready for questions: a {@link Table} for each population that somebody asks about, made once.
 *
 * <p>Thread-safe.
 */
final class Index {

    /** The customers that are covered at some time. */
    private static final Population<CustomerJourney> COVERED =
            Population.of(CustomerJourney.class, journey -> journey.cover().isEmpty() ? null : journey.entry());

    private final SalesHistory history;

    /** The index of the history that this one is a view of; null if it is none. */
    private final @Nullable Index parent;

    /** What was kept for indicators, populations and groupings that are gone. */
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** What there is of each kind of fact that somebody asked about. */
    private final MadeOnce<FactTables<?>> tables = new MadeOnce<>(FactKind.values().length);

    private final Groupings groupings;

    /** The views of a layer of a history, none of which is asked by itself; made when there is one. */
    private @Nullable ConcurrentMap<Instant, Index> views;

    /** Creates an index, which computes nothing until it is asked. */
    Index(SalesHistory history) {
        this(history, null);
    }

    private Index(SalesHistory history, @Nullable Index parent) {
        this.history = history;
        this.parent = parent;
        this.groupings = new Groupings(history, gone);
    }

    /** Returns an index of a view of this history, which shares the tables that the view only cuts. */
    Index asOf(SalesHistory view) {
        return new Index(view, this);
    }

    /** Returns an index of the view as of a moment: the same as long as somebody holds it. */
    Index asOf(Instant moment) {
        return views().computeIfAbsent(moment, m -> asOf(history.asOf(m)));
    }

    private synchronized ConcurrentMap<Instant, Index> views() {
        ConcurrentMap<Instant, Index> known = views;
        if (known == null) {
            known = new MapMaker().concurrencyLevel(1).weakValues().makeMap();
            views = known;
        }
        return known;
    }

    SalesHistory history() {
        return history;
    }

    ReferenceQueue<Object> gone() {
        return gone;
    }

    /** Lets go of what was kept for indicators, populations and groupings that are gone. */
    void forgetWhatIsGone() {
        WeakCache.forgetWhatIsGone(gone);
        if (parent != null) {
            parent.forgetWhatIsGone();
        }
    }

    /** Returns the keys of the groups of some dimensions that occur in the whole history, in order. */
    ImmutableList<GroupKey> keys(ImmutableList<Dimension> dimensions) {
        Asking.refuseToFunctions();
        return Asking.runningFunctions(() -> dimensions.size() == 1
                ? groupings.keys(dimensions.get(0)).ofAllFacts(this::factsWithKeys)
                : groups(dimensions).ofAllFacts(this::factsWithKeys));
    }

    /** How many facts have the keys of each group of some dimensions, of those facts that keys are looked for in. */
    Map<GroupKey, Integer> factsByKey(ImmutableList<Dimension> dimensions) {
        Map<GroupKey, Integer> facts =
                Asking.runningFunctions(() -> groups(dimensions).factsByKey(this::factsWithKeys));
        for (GroupKey key : keysAhead(dimensions)) {
            facts.merge(key, 1, Integer::sum);
        }
        return facts;
    }

    /** How many of these facts have the keys of a group of some dimensions. */
    int factsOf(ImmutableList<Dimension> dimensions, GroupKey key) {
        return Asking.runningFunctions(() -> groups(dimensions).factsOf(key, this::factsWithKeys))
                + Collections.frequency(keysAhead(dimensions), key);
    }

    /** The keys of the facts that lie ahead of a view. */
    private List<GroupKey> keysAhead(ImmutableList<Dimension> dimensions) {
        return Asking.runningFunctions(() -> groups(dimensions).keysOf(FactKind.BOOKING.factsWithKeys(history)));
    }

    private List<? extends Fact> factsWithKeys(FactKind kind) {
        return kind.factsWithKeys(history);
    }

    /** The groups by some dimensions. */
    Groups groups(ImmutableList<Dimension> dimensions) {
        return groupings.groups(dimensions, Grouping.BY_OWN_KEYS);
    }

    private <F extends Fact> FactTables<F> tables(Class<F> type) {
        @SuppressWarnings("unchecked") // What is filed under a type is of that type.
        FactTables<F> of = (FactTables<F>) tables.get(FactKind.of(type).number(), kind -> FactTables.of(this, type));
        return of;
    }

    /** The index that has the tables of a population by the groups of some dimensions; null if it is this one. */
    private @Nullable Index ownerOf(Population<?> population, ImmutableList<Dimension> dimensions) {
        return parent != null
                        && FactKind.of(population.factType()).isCutByViews()
                        && !population.dependsOnView()
                        && dimensions.stream().noneMatch(Dimension::dependsOnView)
                ? parent
                : null;
    }

    /** Makes what is needed, by the groups of some dimensions, and looks at the facts of each kind as rarely as can be. */
    void prepare(List<Need<?>> needs, ImmutableList<Dimension> dimensions) {
        missing(needs, dimensions).forEach(Missing::make);
    }

    /**
     * Makes what some indicators need, by the groups of each of some lists of dimensions: each kind of fact is a piece of work.
     *
     * @param indicators the indicators
     * @param groupings the lists of dimensions
     * @param workers who does it
     */
    void prepare(List<Indicator<?>> indicators, List<ImmutableList<Dimension>> groupings, Workers workers) {
        Asking.refuseToFunctions();
        Computations computations = new Computations(history);
        List<Computation<?>> all = indicators.stream()
                .<Computation<?>>map(indicator -> indicator.formula().accept(computations))
                .toList();
        List<Need<?>> needs = all.stream()
                .flatMap(computation -> computation.needs().stream())
                .toList();
        List<Computation<?>> withoutNeeds = all.stream()
                .filter(computation -> computation.needs().isEmpty())
                .toList();
        // Readers of keys are kept until all pieces are done, so that there is one for all.
        List<Keys.Reader> readers = Asking.runningFunctions(() -> groupings.stream()
                .flatMap(dimensions -> groups(dimensions).keys().stream())
                .map(Keys::reader)
                .toList());
        Map<FactTables<?>, List<Runnable>> pieces = new LinkedHashMap<>();
        for (ImmutableList<Dimension> dimensions : groupings) {
            for (Missing<?> missing : missing(needs, dimensions)) {
                pieces.computeIfAbsent(missing.tables(), t -> new ArrayList<>()).add(missing::make);
            }
        }
        // What is looked up customer by customer is made of the journeys.
        List<Runnable> ofJourneys = pieces.computeIfAbsent(tables(CustomerJourney.class), t -> new ArrayList<>());
        groupings.forEach(dimensions -> ofJourneys.add(() -> Plan.prepare(this, withoutNeeds, dimensions)));
        List<Supplier<Boolean>> work = pieces.keySet().stream()
                .sorted(Comparator.comparingInt((FactTables<?> tables) -> tables.facts())
                        .reversed())
                .<Supplier<Boolean>>map(tables -> () -> asFunctions(requireNonNull(pieces.get(tables))))
                .toList();
        try {
            workers.all(work);
        } finally {
            Reference.reachabilityFence(readers);
        }
    }

    private static boolean asFunctions(List<Runnable> pieces) {
        return Asking.runningFunctions(() -> {
            pieces.forEach(Runnable::run);
            return true;
        });
    }

    /** What is missing of the facts of a kind, by some groups. */
    private record Missing<F extends Fact>(FactTables<F> tables, List<Need<F>> needs, Groups groups) {

        void make() {
            tables.prepare(needs, groups);
        }
    }

    /** Where something that is needed belongs. */
    private record Shelf(Class<? extends Fact> type, Grouping grouping) {}

    private List<Missing<?>> missing(List<Need<?>> needs, ImmutableList<Dimension> dimensions) {
        List<Need<?>> ofParent = new ArrayList<>();
        Map<Shelf, List<Need<?>>> byShelf = new LinkedHashMap<>();
        for (Need<?> need : needs) {
            if (ownerOf(need.population(), dimensions) != null) {
                ofParent.add(need);
            } else {
                Shelf shelf = new Shelf(need.population().factType(), need.grouping());
                byShelf.computeIfAbsent(shelf, s -> new ArrayList<>()).add(need);
            }
        }
        List<Missing<?>> missing = new ArrayList<>();
        if (parent != null) {
            missing.addAll(parent.missing(ofParent, dimensions));
        }
        byShelf.forEach((shelf, wanted) ->
                missing.add(missing(shelf.type(), wanted, groupings.groups(dimensions, shelf.grouping()))));
        return missing;
    }

    @SuppressWarnings("unchecked") // What is needed of facts of a type is of that type.
    private <F extends Fact> Missing<F> missing(Class<F> type, List<Need<?>> needs, Groups groups) {
        return new Missing<>(tables(type), (List<Need<F>>) (List<?>) needs, groups);
    }

    /** The members of a population, by the groups of some dimensions. */
    <F extends Fact> GroupedMembers<F> members(
            Population<F> population, ImmutableList<Dimension> dimensions, Grouping grouping) {
        Index owner = ownerOf(population, dimensions);
        if (owner != null) {
            GroupedMembers<F> known = owner.members(population, dimensions, grouping);
            if (known.slices().table().isByOwnMoment()) {
                return new GroupedMembers<>(
                        known.slices(), known.groups(), history.viewedAsOf().orElseThrow());
            }
        }
        Groups by = groupings.groups(dimensions, grouping);
        return new GroupedMembers<>(
                tables(population.factType()).slices(population, by),
                by,
                history.viewedAsOf().orElse(null));
    }

    /** The customers that a balance covers at some time, by the groups of some dimensions. */
    Cover cover(Balance<Stretch> balance, ImmutableList<Dimension> dimensions) {
        GroupedMembers<CustomerJourney> customers = members(COVERED, dimensions, Grouping.BY_OWN_KEYS);
        return customers.groups().cover(balance, () -> new Cover(customers, balance.started(), history));
    }

    /** What customers have of the amounts of a balance, by the groups of some dimensions. */
    <F extends Fact> Followed<?> followed(
            Balance<F> balance, FactAmount<? super F> amount, ImmutableList<Dimension> dimensions) {
        GroupedMembers<F> started = members(balance.started(), dimensions, Grouping.BY_KEYS_OF_CUSTOMER);
        SumColumn amounts = started.slices().table().column(SumColumn.of(balance.started(), amount));
        // Kept with the groups of this index: those of the members may be the parent's, which other views share.
        return groupings
                .groups(dimensions, Grouping.BY_KEYS_OF_CUSTOMER)
                .followed(balance, amount, () -> new Followed<>(started, amounts, balance.started(), balance.ended()));
    }

    /** Where a balance is followed to: the end of a period, or of what is known; null if nothing of it is known yet. */
    @Nullable
    Instant measuredEnd(InstantRange period) {
        Instant asOf = history.viewedAsOf().orElse(null);
        if (asOf == null || !asOf.isBefore(period.endExclusive())) {
            return period.endExclusive();
        }
        return asOf.isAfter(period.startInclusive()) ? asOf : null;
    }
}
