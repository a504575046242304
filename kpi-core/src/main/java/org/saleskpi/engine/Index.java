package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
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
import org.saleskpi.value.KpiValue;

/**
 * A history made ready for questions: a {@link Timeline} for each population that somebody asks about, made once.
 *
 * <p>Thread-safe.
 */
public final class Index {

    private static final Comparator<Optional<String>> UNASSIGNED_LAST =
            Comparator.comparing(key -> key.orElse(null), Comparator.nullsLast(SalesHistory.TEXT_ORDER));

    private final SalesHistory history;
    private final ConcurrentMap<Population<?>, Once<Timeline<?>>> timelines = Timeline.weakMap();
    private final ConcurrentMap<Dimension, ImmutableList<Optional<String>>> keys = new ConcurrentHashMap<>();
    private final Population<CustomerJourney> everyone = Population.of(CustomerJourney.class, CustomerJourney::entry);

    /** Creates an index, which computes nothing until it is asked. */
    public Index(SalesHistory history) {
        this.history = history;
    }

    SalesHistory history() {
        return history;
    }

    /** Answers an indicator over a period. */
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator, Period period, Scope scope) {
        return indicator.formula().evaluate(new PeriodAnswers(this, period, scope));
    }

    /** Returns the facts behind that answer. */
    public CountedFacts facts(Indicator<?> indicator, Period period, Scope scope) {
        return new PeriodFacts(this, period, scope).behind(indicator.formula());
    }

    /** Returns the keys that occur in the whole history: empty, for unassigned, comes last. */
    public ImmutableList<Optional<String>> keys(Dimension dimension) {
        return keys.computeIfAbsent(dimension, this::findKeys);
    }

    private ImmutableList<Optional<String>> findKeys(Dimension dimension) {
        TreeSet<Optional<String>> found = new TreeSet<>(UNASSIGNED_LAST);
        Stream.of(
                        history.journeys(),
                        history.calls(),
                        history.meetings(),
                        history.proposals(),
                        history.contracts(),
                        history.surveys())
                .flatMap(List::stream)
                .forEach(fact -> found.add(keyOf(fact, dimension)));
        return ImmutableList.copyOf(found);
    }

    /** The fact's own key, else its customer's. */
    private Optional<String> keyOf(Fact fact, Dimension dimension) {
        String own = dimension.ownKeyOf(fact);
        String customerId = fact.customerId();
        if (own != null || customerId == null) {
            return Optional.ofNullable(own);
        }
        return history.journeyOf(customerId).map(dimension::ownKeyOf);
    }

    /** The members of a population that lie in a scope. */
    <F extends Fact> Timeline<F> timeline(Population<F> population, Scope scope) {
        @SuppressWarnings("unchecked") // What is filed under a population was made from it.
        Timeline<F> timeline = (Timeline<F>) timelines
                .computeIfAbsent(population, p -> new Once<>(() -> sort(population)))
                .get();
        for (Scope.Filter filter : scope.filters()) {
            Dimension dimension = filter.dimension();
            timeline = timeline.group(dimension, Optional.ofNullable(filter.key()), fact -> keyOf(fact, dimension));
        }
        return timeline;
    }

    /** All customers that lie in a scope. */
    List<CustomerJourney> journeys(Scope scope) {
        return timeline(everyone, scope).members().stream()
                .map(Timeline.Member::fact)
                .toList();
    }

    private <F extends Fact> Timeline<F> sort(Population<F> population) {
        List<Timeline.Member<F>> members = new ArrayList<>();
        for (Fact candidate : facts(population.factType())) {
            F fact = population.factType().cast(candidate);
            if (population.contains(fact)) {
                Instant moment = population.momentOf(fact);
                if (moment != null) {
                    members.add(new Timeline.Member<>(moment, fact));
                }
            }
        }
        return Timeline.of(members);
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
