package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.lang.ref.ReferenceQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;

/**
 * A history made ready for questions: a {@link Table} for each population that somebody asks about, made once.
 *
 * <p>Thread-safe.
 */
public final class Index {

    /** The kinds of fact of which a view knows some, unchanged, and not the others. */
    private static final ImmutableSet<Class<?>> CUT_BY_MOMENT =
            ImmutableSet.of(Call.class, Meeting.class, Contract.class, Survey.class);

    /** The kinds of fact that bear all keys. */
    private static final ImmutableList<Class<? extends Fact>> RECORDED = ImmutableList.of(
            CustomerJourney.class, Call.class, Meeting.class, Proposal.class, Contract.class, Survey.class);

    private final SalesHistory history;

    /** The index of the history that this one is a view of; null if it is none. */
    private final @Nullable Index parent;

    /** What was kept for indicators and populations that are gone. */
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    private final ConcurrentMap<Class<?>, Kind<?>> kinds = new ConcurrentHashMap<>();
    private final ConcurrentMap<Dimension, Keys> keys = new ConcurrentHashMap<>(2);
    private final ConcurrentMap<Dimension, Once<ImmutableList<Optional<String>>>> allKeys = new ConcurrentHashMap<>(2);
    private final ConcurrentMap<ImmutableList<Dimension>, Groups> groups = new ConcurrentHashMap<>(2);
    private final WeakCache<Indicator<?>, ConcurrentMap<ImmutableList<Dimension>, Plan>> plans = new WeakCache<>(gone);
    private final ConcurrentMap<Part, Once<InForce>> inForce = new ConcurrentHashMap<>(2);
    private final Population<CustomerJourney> covered =
            Population.of(CustomerJourney.class, journey -> journey.cover().isEmpty() ? null : journey.entry());

    /** Creates an index, which computes nothing until it is asked. */
    public Index(SalesHistory history) {
        this(history, null);
    }

    private Index(SalesHistory history, @Nullable Index parent) {
        this.history = history;
        this.parent = parent;
    }

    /** Returns an index of a view of this history, which shares the tables that the view only cuts. */
    public Index asOf(SalesHistory view) {
        return new Index(view, this);
    }

    SalesHistory history() {
        return history;
    }

    /** Returns the facts behind the answer to an indicator. */
    public CountedFacts facts(Indicator<?> indicator, InstantRange period, Part part) {
        return new PeriodFacts(this, period, part.groups().toList()).behind(indicator.formula());
    }

    /** Returns the keys that occur in the whole history: empty, for unassigned, comes last. */
    public ImmutableList<Optional<String>> keys(Dimension dimension) {
        Once<ImmutableList<Optional<String>>> known = allKeys.get(dimension);
        return (known != null ? known : allKeys.computeIfAbsent(dimension, d -> new Once<>(() -> findKeys(keysOf(d)))))
                .get();
    }

    private ImmutableList<Optional<String>> findKeys(Keys keysOf) {
        for (Class<? extends Fact> type : RECORDED) {
            keysOf.meet(type, kind(type).facts());
        }
        return keysOf.inOrder();
    }

    private Keys keysOf(Dimension dimension) {
        return keys.computeIfAbsent(dimension, d -> new Keys(d, history));
    }

    private Groups groups(ImmutableList<Dimension> dimensions) {
        Groups known = groups.get(dimensions);
        return known != null
                ? known
                : groups.computeIfAbsent(
                        dimensions,
                        d -> new Groups(d.stream().map(this::keysOf).collect(ImmutableList.toImmutableList())));
    }

    private <F extends Fact> Kind<F> kind(Class<F> type) {
        Kind<?> known = kinds.get(type);
        @SuppressWarnings("unchecked") // What is filed under a type is of that type.
        Kind<F> kind =
                (Kind<F>) (known != null ? known : kinds.computeIfAbsent(type, t -> Kind.of(history, type, gone)));
        return kind;
    }

    /** Lets go of what was kept for indicators and populations that are gone. */
    void letGo() {
        WeakCache.letGo(gone);
        if (parent != null) {
            parent.letGo();
        }
    }

    /** The plans for an indicator alone, to be added to. */
    ConcurrentMap<ImmutableList<Dimension>, Plan> plans(Indicator<?> indicator) {
        ConcurrentMap<ImmutableList<Dimension>, Plan> known = plans.get(indicator);
        if (known == null) {
            // If two threads add some, one of the two is found from then on.
            known = new ConcurrentHashMap<>(2);
            plans.add(indicator, known);
        }
        return known;
    }

    /** Makes what formulas need, by the groups of some dimensions, and looks at the facts of each kind as rarely as can be. */
    void prepare(List<Formula<?>> formulas, ImmutableList<Dimension> dimensions) {
        Map<Class<? extends Fact>, List<Formula<?>>> byType = new LinkedHashMap<>();
        for (Formula<?> formula : formulas) {
            Set<Class<? extends Fact>> types = new LinkedHashSet<>();
            Formulas.populations(formula).forEach(population -> types.add(population.factType()));
            types.forEach(
                    type -> byType.computeIfAbsent(type, t -> new ArrayList<>()).add(formula));
        }
        byType.forEach((type, about) -> {
            if (parent != null && CUT_BY_MOMENT.contains(type)) {
                parent.prepare(about, dimensions);
            } else {
                kind(type).prepare(about, groups(dimensions));
            }
        });
    }

    /** Where the members of a population stand, by the groups of some dimensions. */
    <F extends Fact> Place<F> place(Population<F> population, ImmutableList<Dimension> dimensions) {
        if (parent != null && CUT_BY_MOMENT.contains(population.factType())) {
            Place<F> known = parent.place(population, dimensions);
            if (known.slices().table().isByOwnMoment()) {
                return new Place<>(
                        known.slices(), known.groups(), history.viewedAsOf().orElseThrow());
            }
        }
        Groups by = groups(dimensions);
        return new Place<>(kind(population.factType()).slices(population, by), by, null);
    }

    /** The members of a population that lie in a part that is a group. */
    <F extends Fact> Timeline<F> timeline(Population<F> population, Part part) {
        Place<F> place = place(population, part.dimensions());
        return place.timeline(place.groups().find(part));
    }

    /** The customers in force in a part that is a group. */
    InForce inForce(Part part) {
        Once<InForce> known = inForce.get(part);
        if (known != null) {
            return known.get();
        }
        Timeline<CustomerJourney> journeys = timeline(covered, part);
        // A key that does not occur is not worth remembering: there may be any number of those.
        return journeys.start() == journeys.end()
                ? new InForce(List.of())
                : inForce.computeIfAbsent(part, p -> new Once<>(() -> new InForce(journeys.facts())))
                        .get();
    }

    /** The customers with any cover in a part that is a group. */
    List<CustomerJourney> covered(Part part) {
        return timeline(covered, part).facts();
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
