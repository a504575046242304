package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.order.TimeOrder;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.Period;

/**
 * A history made ready for questions: a {@link Table} for each population that somebody asks about, made once.
 *
 * <p>Thread-safe.
 */
public final class Index {

    private static final Comparator<Optional<String>> UNASSIGNED_LAST =
            Comparator.comparing(key -> key.orElse(null), Comparator.nullsLast(SalesHistory.TEXT_ORDER));

    /** The kinds of fact of which a view knows some, unchanged, and not the others. */
    private static final ImmutableSet<Class<?>> CUT_BY_MOMENT =
            ImmutableSet.of(Call.class, Meeting.class, Contract.class, Survey.class);

    private final SalesHistory history;

    /** The index of the history that this one is a view of; null if it is none. */
    private final @Nullable Index parent;

    private final WeakCache<Population<?>, Table<?>> tables = new WeakCache<>();
    private final ConcurrentMap<Dimension, ImmutableList<Optional<String>>> keys = new ConcurrentHashMap<>(2);
    private final ConcurrentMap<Scope, Once<InForce>> inForce = new ConcurrentHashMap<>(2);
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

    /** Returns what answers questions about a scope; for one thread. */
    public PeriodAnswers answers(Scope scope) {
        return new PeriodAnswers(this, scope);
    }

    /** Returns the facts behind the answer to an indicator. */
    public CountedFacts facts(Indicator<?> indicator, Period period, Scope scope) {
        return new PeriodFacts(this, period, scope).behind(indicator.formula());
    }

    /** Returns the keys that occur in the whole history: empty, for unassigned, comes last. */
    public ImmutableList<Optional<String>> keys(Dimension dimension) {
        ImmutableList<Optional<String>> known = keys.get(dimension);
        return known != null ? known : keys.computeIfAbsent(dimension, this::findKeys);
    }

    private ImmutableList<Optional<String>> findKeys(Dimension dimension) {
        Set<Optional<String>> found = new HashSet<>();
        Stream.of(
                        history.journeys(),
                        history.calls(),
                        history.meetings(),
                        history.proposals(),
                        history.contracts(),
                        history.surveys())
                .flatMap(List::stream)
                .forEach(fact -> {
                    String own = dimension.ownKeyOf(fact);
                    // What goes by its customer's key adds none: the customer's journey is among the facts.
                    if (own != null || fact.customerId() == null || fact instanceof CustomerJourney) {
                        found.add(Optional.ofNullable(own));
                    }
                });
        return ImmutableList.sortedCopyOf(UNASSIGNED_LAST, found);
    }

    /** The fact's own key, else its customer's. */
    private @Nullable String keyOf(Fact fact, Dimension dimension) {
        String own = dimension.ownKeyOf(fact);
        String customerId = fact.customerId();
        return own != null || customerId == null
                ? own
                : history.journeyOf(customerId).map(dimension::ownKeyOf).orElse(null);
    }

    /** The members of a population that lie in a scope. */
    <F extends Fact> Timeline<F> timeline(Population<F> population, Scope scope) {
        if (parent != null && CUT_BY_MOMENT.contains(population.factType())) {
            Timeline<F> known = parent.timeline(population, scope);
            if (known.table().isByOwnMoment()) {
                return known.before(history.viewedAsOf().orElseThrow());
            }
        }
        Table<F> table = table(population);
        if (scope.filters().isEmpty()) {
            return table.all();
        }
        Timeline<F> group = table.group(scope.dimensions(), scope.keys(), this::keyOf);
        return group == null ? new Timeline<>(table, 0, 0) : group;
    }

    private <F extends Fact> Table<F> table(Population<F> population) {
        @SuppressWarnings("unchecked") // What is filed under a population was made from it.
        Table<F> table = (Table<F>) tables.get(population, () -> tabulate(population));
        return table;
    }

    /** The customers in force in a scope. */
    InForce inForce(Scope scope) {
        Once<InForce> known = inForce.get(scope);
        if (known != null) {
            return known.get();
        }
        Timeline<CustomerJourney> journeys = timeline(covered, scope);
        // A key that does not occur is not worth remembering: there may be any number of those.
        return journeys.start() == journeys.end()
                ? new InForce(List.of())
                : inForce.computeIfAbsent(scope, s -> new Once<>(() -> new InForce(journeys.facts())))
                        .get();
    }

    /** The customers with any cover in a scope. */
    List<CustomerJourney> covered(Scope scope) {
        return timeline(covered, scope).facts();
    }

    private <F extends Fact> Table<F> tabulate(Population<F> population) {
        @SuppressWarnings("unchecked") // The facts of a kind are of that kind.
        List<F> facts = (List<F>) facts(population.factType());
        int[] rows = new int[facts.size()];
        Moments.Builder moments = new Moments.Builder(rows.length);
        int size = 0;
        boolean byOwnMoment = true;
        for (int row = 0; row < rows.length; row++) {
            F fact = facts.get(row);
            Instant moment = population.contains(fact) ? population.momentOf(fact) : null;
            if (moment != null) {
                moments.add(moment);
                byOwnMoment &= moment.equals(ownMoment(fact));
                rows[size++] = row;
            }
        }
        int[] members = size == rows.length ? null : Arrays.copyOf(rows, size);
        return moments.isInOrder()
                ? new Table<>(facts, members, moments.build(), byOwnMoment)
                : sorted(facts, Arrays.copyOf(rows, size), moments.build());
    }

    private static <F extends Fact> Table<F> sorted(List<F> facts, int[] rows, Moments moments) {
        int[] order = TimeOrder.of(rows.length, moments::at, Integer::compare);
        int[] sortedRows = new int[order.length];
        Arrays.setAll(sortedRows, i -> rows[order[i]]);
        return new Table<>(facts, sortedRows, moments.inOrder(order), false);
    }

    /** The moment that decides whether a view as of an instant knows a fact; null where that is not all it changes. */
    private static @Nullable Instant ownMoment(Fact fact) {
        if (fact instanceof Call call) {
            return call.at();
        }
        if (fact instanceof Meeting meeting) {
            return meeting.at();
        }
        if (fact instanceof Contract contract) {
            return contract.signedAt();
        }
        return fact instanceof Survey survey ? survey.at() : null;
    }

    private List<? extends Fact> facts(Class<? extends Fact> type) {
        if (type == Call.class) {
            return history.calls();
        }
        if (type == Meeting.class) {
            return history.meetings();
        }
        if (type == Proposal.class) {
            return history.proposals();
        }
        if (type == Contract.class) {
            return history.contracts();
        }
        if (type == Survey.class) {
            return history.surveys();
        }
        if (type == Conversion.class) {
            return history.journeys().stream()
                    .flatMap(journey -> journey.conversion().stream())
                    .toList();
        }
        if (type == Stretch.class) {
            return history.journeys().stream()
                    .flatMap(journey -> journey.cover().stream())
                    .toList();
        }
        return history.journeys();
    }
}
