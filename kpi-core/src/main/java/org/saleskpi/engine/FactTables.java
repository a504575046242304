package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saleskpi.engine.Computation.Need;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/**
 * The facts of one kind, and a {@link Table} for each population of them that somebody asks about.
 *
 * <p>The facts lie about in memory, and most of the time that a table takes goes to waiting for them. So all that is known to
 * be wanted is made in one pass over them. Thread-safe.
 */
final class FactTables<F extends Fact> {

    private final Index index;
    private final Class<F> type;
    private final List<F> facts;
    private final WeakCache<Population<?>, OrderedTable<F>> tables;

    private FactTables(Index index, Class<F> type, List<F> facts) {
        this.index = index;
        this.type = type;
        this.facts = facts;
        this.tables = new WeakCache<>(index.gone());
    }

    /** The facts of a kind that the history of an index has. */
    static <F extends Fact> FactTables<F> of(Index index, Class<F> type) {
        @SuppressWarnings("unchecked") // The facts of a kind are of that kind.
        List<F> facts = (List<F>) FactKind.of(type).facts(index.history());
        return new FactTables<>(index, type, facts);
    }

    /** How many facts there are. */
    int facts() {
        return facts.size();
    }

    /** The members of a population by group, made ready before or now. */
    Slices<F> slices(Population<F> population, Groups groups) {
        OrderedTable<F> table = tables.get(population);
        Slices<F> known = table == null ? null : table.slices(groups);
        return known != null ? known : made(population, groups);
    }

    private synchronized Slices<F> made(Population<F> population, Groups groups) {
        prepare(List.of(Need.of(population)), groups);
        return requireNonNull(requireNonNull(tables.get(population)).slices(groups));
    }

    /** Makes the tables, their columns and their groups that are needed of these facts and are not there yet. */
    synchronized void prepare(List<Need<F>> needs, Groups groups) {
        Map<Population<F>, OrderedTable.Builder<F>> missing = new LinkedHashMap<>();
        Set<Population<F>> asked = new LinkedHashSet<>();
        for (Need<F> need : needs) {
            asked.add(need.population());
            if (tables.get(need.population()) == null) {
                OrderedTable.Builder<F> builder =
                        missing.computeIfAbsent(need.population(), p -> new OrderedTable.Builder<>(index, p, facts));
                if (need.recipe() != null) {
                    builder.want(need.recipe());
                }
            }
        }
        if (!missing.isEmpty()) {
            List<OrderedTable.Builder<F>> builders = List.copyOf(missing.values());
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

    private void group(List<OrderedTable<F>> asked, Groups groups) {
        List<OrderedTable<F>> missing =
                asked.stream().filter(table -> table.slices(groups) == null).toList();
        if (!missing.isEmpty()) {
            int[] groupOfFact = groups.of(FactKind.of(type), facts);
            missing.forEach(table -> table.slice(groups, groupOfFact));
        }
    }
}
