package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Population;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.time.InstantRange;

/** Finds the facts behind the answers of {@link PeriodAnswers}. */
final class PeriodFacts {

    private final Index index;
    private final InstantRange period;
    private final List<Part> groups;

    PeriodFacts(Index index, InstantRange period, List<Part> groups) {
        this.index = index;
        this.period = period;
        this.groups = groups;
    }

    CountedFacts behind(Formula<?> formula) {
        if (formula instanceof Formula.Counted<?> counted) {
            return CountedFacts.of(members(counted.population()));
        }
        if (formula instanceof Formula.Summed<?> summed) {
            return withAmount(summed);
        }
        if (formula instanceof Formula.Averaged<?> averaged) {
            return withAmount(averaged);
        }
        if (formula instanceof Formula.Timed<?> timed) {
            return withDays(timed);
        }
        if (formula instanceof Formula.Split<?> split) {
            return split(split);
        }
        if (formula instanceof Formula.Divided<?, ?> divided) {
            return new CountedFacts(members(divided.dividend()), List.of(), List.of(), members(divided.divisor()));
        }
        return retained((Formula.Retained) formula);
    }

    private <F extends Fact> List<F> members(Population<F> population) {
        return merged(
                group -> {
                    Timeline<F> timeline = index.timeline(population, group);
                    int start = timeline.firstFrom(period.startInclusive(), timeline.start());
                    return timeline.facts(start, timeline.firstFrom(period.endExclusive(), start));
                },
                fact -> requireNonNull(population.momentOf(fact)));
    }

    /** The facts of all groups, in time order as those of each are. */
    private <F extends Fact> List<F> merged(Function<Part, List<F>> ofGroup, Function<F, Instant> moment) {
        return groups.size() == 1
                ? ofGroup.apply(groups.get(0))
                : groups.stream()
                        .flatMap(group -> ofGroup.apply(group).stream())
                        .sorted(Comparator.comparing(moment))
                        .toList();
    }

    private <F extends Fact> CountedFacts withAmount(Formula.Summed<F> formula) {
        return CountedFacts.of(
                members(formula.population(), fact -> formula.amount().apply(fact) != null));
    }

    private <F extends Fact> CountedFacts withAmount(Formula.Averaged<F> formula) {
        return CountedFacts.of(
                members(formula.population(), fact -> formula.amount().apply(fact) != null));
    }

    private <F extends Fact> CountedFacts withDays(Formula.Timed<F> formula) {
        return CountedFacts.of(members(
                formula.population(),
                fact -> formula.from().apply(fact) != null && formula.to().apply(fact) != null));
    }

    private <F extends Fact> List<F> members(Population<F> population, Predicate<F> condition) {
        return members(population).stream().filter(condition).toList();
    }

    private <F extends Fact> CountedFacts split(Formula.Split<F> formula) {
        List<F> hits = new ArrayList<>();
        List<F> misses = new ArrayList<>();
        List<F> open = new ArrayList<>();
        for (F fact : members(formula.population())) {
            (formula.hit().test(fact) ? hits : formula.isOpen(fact) ? open : misses).add(fact);
        }
        return new CountedFacts(hits, misses, open, List.of());
    }

    private CountedFacts retained(Formula.Retained formula) {
        Instant end = index.measuredEnd(period);
        List<CustomerJourney> hits = new ArrayList<>();
        List<CustomerJourney> misses = new ArrayList<>();
        if (end != null) {
            for (CustomerJourney journey : merged(index::covered, CustomerJourney::entry)) {
                if (journey.isInForceOnEveOf(period.startInclusive())) {
                    boolean hit = journey.isInForceOnEveOf(end) == (formula.hit() == AtEnd.STILL_IN_FORCE);
                    (hit ? hits : misses).add(journey);
                }
            }
        }
        return new CountedFacts(hits, misses, List.of(), List.of());
    }
}
