package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.lang.ref.ReferenceQueue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;

/**
 * The facts of one kind, and a {@link Table} for each population of them that somebody asks about.
 *
 * <p>The facts lie about in memory, and most of the time that a table takes goes to waiting for them. So all that is known to
 * be wanted is made in one pass over them. Thread-safe.
 */
final class Kind<F extends Fact> {

    private final SalesHistory history;
    private final Class<F> type;
    private final List<F> facts;
    private final ReferenceQueue<Object> gone;
    private final WeakCache<Population<?>, Table<F>> tables;

    private Kind(SalesHistory history, Class<F> type, List<F> facts, ReferenceQueue<Object> gone) {
        this.history = history;
        this.type = type;
        this.facts = facts;
        this.gone = gone;
        this.tables = new WeakCache<>(gone);
    }

    /** The facts of a kind that a history has; what is kept for keys that are gone is told to a queue. */
    static <F extends Fact> Kind<F> of(SalesHistory history, Class<F> type, ReferenceQueue<Object> gone) {
        @SuppressWarnings("unchecked") // The facts of a kind are of that kind.
        List<F> facts = (List<F>) facts(history, type);
        return new Kind<>(history, type, facts, gone);
    }

    private static List<? extends Fact> facts(SalesHistory history, Class<? extends Fact> type) {
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

    /** The moment that decides whether a view as of an instant knows a fact; null where that is not all it changes. */
    static @Nullable Instant ownMoment(Fact fact) {
        if (fact instanceof Call call) {
            return call.at();
        }
        if (fact instanceof Meeting meeting) {
            // One that was booked after it took place may be known without its booking.
            return meeting.bookedAt() == null || !meeting.bookedAt().isAfter(meeting.at()) ? meeting.at() : null;
        }
        if (fact instanceof Contract contract) {
            return contract.signedAt();
        }
        return fact instanceof Survey survey ? survey.at() : null;
    }

    List<F> facts() {
        return facts;
    }

    /** The members of a population by group, made ready before or now. */
    Slices<F> slices(Population<F> population, Groups groups) {
        Table<F> table = tables.get(population);
        Slices<F> known = table == null ? null : table.slices(groups);
        return known != null ? known : made(population, groups);
    }

    private synchronized Slices<F> made(Population<F> population, Groups groups) {
        prepare(List.of(new Formula.Counted<>(population)), groups);
        return requireNonNull(requireNonNull(tables.get(population)).slices(groups));
    }

    /** Makes the tables, their columns and their groups that formulas about these facts need and that are not there yet. */
    synchronized void prepare(List<Formula<?>> formulas, Groups groups) {
        Map<Population<F>, Table.Builder<F>> missing = new LinkedHashMap<>();
        Set<Population<F>> asked = new LinkedHashSet<>();
        for (Formula<?> formula : formulas) {
            for (Population<?> any : Formulas.populations(formula)) {
                if (any.factType() == type) {
                    @SuppressWarnings("unchecked") // Its facts are of this kind.
                    Population<F> population = (Population<F>) any;
                    asked.add(population);
                    if (tables.get(population) == null) {
                        missing.computeIfAbsent(population, p -> new Table.Builder<>(history, p, facts, gone))
                                .want(formula);
                    }
                }
            }
        }
        if (!missing.isEmpty()) {
            List<Table.Builder<F>> builders = List.copyOf(missing.values());
            for (F fact : facts) {
                for (int i = 0; i < builders.size(); i++) {
                    builders.get(i).add(fact);
                }
            }
            missing.forEach((population, builder) -> tables.add(population, builder.build()));
        }
        group(
                asked.stream()
                        .map(population -> requireNonNull(tables.get(population)))
                        .toList(),
                groups);
    }

    private void group(List<Table<F>> asked, Groups groups) {
        List<Table<F>> missing =
                asked.stream().filter(table -> table.slices(groups) == null).toList();
        if (groups.isOne()) {
            missing.forEach(table -> table.leaveWhole(groups));
        } else if (!missing.isEmpty()) {
            int[] groupOfFact = groups.of(type, facts);
            missing.forEach(table -> table.slice(groups, groupOfFact));
        }
    }
}
