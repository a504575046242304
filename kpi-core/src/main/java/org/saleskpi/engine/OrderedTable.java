package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/** Those of some facts that are members, in time order, and how they were grouped. Thread-safe. */
final class OrderedTable<F extends Fact> extends Table<F> {

    private final Index index;
    private final List<F> facts;
    private final Rows rows;
    private final Slices<F> whole;

    private OrderedTable(Index index, Moments moments, boolean byOwnMoment, List<F> facts, Rows rows) {
        super(index, moments, byOwnMoment);
        this.index = index;
        this.facts = facts;
        this.rows = rows;
        this.whole = Slices.whole(this);
    }

    @Override
    F member(int position) {
        return facts.get(rows.at(position));
    }

    @Override
    <C extends Column<C>> C make(Recipe<F, C> recipe) {
        ColumnBuilder<F, C> builder = recipe.maker().begin(index, size());
        for (int row : rows.all(size())) {
            builder.add(facts.get(row));
        }
        return builder.build();
    }

    /** The members by group, if they were grouped so before; null if not. */
    @SuppressWarnings("unchecked") // What is kept for groups are slices of this table.
    @Nullable
    Slices<F> slices(Groups groups) {
        return groups.isOne() ? whole : (Slices<F>) kept(groups);
    }

    /** Groups the members, whose facts' groups are given in the order of all facts. */
    void slice(Groups groups, int[] groupOfFact) {
        int[] rowOf = rows.all(size());
        int[] starts = new int[Arrays.stream(groupOfFact).max().orElse(-1) + 2];
        for (int row : rowOf) {
            starts[groupOfFact[row] + 1]++;
        }
        if (rowOf.length == 0 || starts[1] == rowOf.length) {
            // All are of the first group: in which order they stand in it is known already.
            keep(groups, whole);
            return;
        }
        for (int group = 1; group < starts.length; group++) {
            starts[group] += starts[group - 1];
        }
        int[] next = starts.clone();
        int[] order = new int[rowOf.length];
        for (int position = 0; position < rowOf.length; position++) {
            order[next[groupOfFact[rowOf[position]]]++] = position;
        }
        keep(groups, Slices.at(new RegroupedTable<>(index, this, order, starts), starts));
    }

    /** Makes a table of facts that come one after the other, with the columns that some formulas ask for. */
    static final class Builder<F extends Fact> {

        private final Index index;
        private final Population<F> population;
        private final List<F> facts;
        private final Rows.Builder rows;
        private final Moments.Builder moments;
        private final List<Wanted<F, ?>> wanted = new ArrayList<>();
        private boolean byOwnMoment = true;

        Builder(Index index, Population<F> population, List<F> facts) {
            this.index = index;
            this.population = population;
            this.facts = facts;
            this.rows = new Rows.Builder(facts.size());
            this.moments = new Moments.Builder(facts.size());
        }

        /** A column to be. */
        private record Wanted<F extends Fact, C extends Column<C>>(Object key, ColumnBuilder<F, C> builder) {

            void addTo(OrderedTable<F> table, int @Nullable [] order) {
                C made = builder.build();
                table.keep(key, order == null ? made : made.inOrder(order));
            }
        }

        /** Asks for a column about this population. */
        <C extends Column<C>> void want(Recipe<F, C> recipe) {
            if (wanted.stream().noneMatch(other -> other.key() == recipe.key())) {
                wanted.add(new Wanted<>(recipe.key(), recipe.maker().begin(index, facts.size())));
            }
        }

        /** Takes the next fact in, if it is a member. */
        void add(F fact) {
            Instant moment = population.contains(fact, index.history()) ? population.momentOf(fact) : null;
            rows.add(moment != null);
            if (moment != null) {
                moments.add(moment);
                byOwnMoment = byOwnMoment && FactKind.isCutBy(moment, fact);
                for (int i = 0; i < wanted.size(); i++) {
                    wanted.get(i).builder().add(fact);
                }
            }
        }

        OrderedTable<F> build() {
            Moments inGivenOrder = moments.build();
            int[] order = moments.isInOrder() ? null : inGivenOrder.order();
            Rows rowOf = order == null ? rows.build() : rows.build(order);
            OrderedTable<F> table = new OrderedTable<>(
                    index,
                    order == null ? inGivenOrder : inGivenOrder.inOrder(order),
                    byOwnMoment && order == null,
                    facts,
                    rowOf);
            wanted.forEach(column -> column.addTo(table, order));
            return table;
        }
    }
}
