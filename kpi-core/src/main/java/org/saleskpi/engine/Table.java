package org.saleskpi.engine;

import java.lang.ref.ReferenceQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/**
 * The members of a population, in time order or group by group, with a column for each formula asked of them.
 *
 * <p>Columns are made when they are first asked for, once; those of groups from those of all, without another look at the
 * facts. A column is kept as long as its formula is: one that is made for a single question leaves nothing behind.
 *
 * <p>Thread-safe.
 */
final class Table<F extends Fact> {

    private final Index index;
    private final Moments moments;
    private final boolean byOwnMoment;
    private final Source<F> source;
    private final WeakCache<Object, Column<?>> columns;
    private final WeakCache<Groups, Slices<F>> slices;

    /** What a table is made of. */
    private sealed interface Source<F extends Fact> {

        /** The member at a position. */
        F member(int position);
    }

    /** Some of the facts. */
    private record Chosen<F extends Fact>(List<F> facts, Rows rows) implements Source<F> {

        @Override
        public F member(int position) {
            return facts.get(rows.at(position));
        }
    }

    /** The members of another table in another order: which of them comes first, which second, and so on. */
    private static final class Reordered<F extends Fact> implements Source<F> {

        final Table<F> table;
        final int[] order;

        Reordered(Table<F> table, int[] order) {
            this.table = table;
            this.order = order;
        }

        @Override
        public F member(int position) {
            return table.member(order[position]);
        }
    }

    private Table(Index index, Moments moments, boolean byOwnMoment, Source<F> source) {
        ReferenceQueue<Object> gone = index.gone();
        this.index = index;
        this.moments = moments;
        this.byOwnMoment = byOwnMoment;
        this.source = source;
        this.columns = new WeakCache<>(gone);
        this.slices = new WeakCache<>(gone);
    }

    int size() {
        return moments.size();
    }

    F member(int position) {
        return source.member(position);
    }

    Moments moments() {
        return moments;
    }

    /** Whether the moments are those that a history cuts by when it is viewed as of an instant. */
    boolean isByOwnMoment() {
        return byOwnMoment;
    }

    /** The column of a recipe, made now if it was not before. */
    <C extends Column<C>> C column(Recipe<F, C> recipe) {
        C known = known(recipe);
        return known != null ? known : made(recipe);
    }

    @SuppressWarnings("unchecked") // One key stands for one column.
    private <C extends Column<C>> @Nullable C known(Recipe<F, C> recipe) {
        return (C) columns.get(recipe.key());
    }

    private synchronized <C extends Column<C>> C made(Recipe<F, C> recipe) {
        C known = known(recipe);
        if (known != null) {
            return known;
        }
        C made;
        if (source instanceof Reordered<F> reordered) {
            made = reordered.table.column(recipe).inOrder(reordered.order);
        } else {
            Chosen<F> chosen = (Chosen<F>) source;
            ColumnBuilder<F, C> builder = recipe.maker().begin(index, size());
            for (int row : chosen.rows().all(size())) {
                builder.add(chosen.facts().get(row));
            }
            made = builder.build();
        }
        columns.add(recipe.key(), made);
        return made;
    }

    /** The members by group, if they were grouped so before; null if not. */
    @Nullable
    Slices<F> slices(Groups groups) {
        return slices.get(groups);
    }

    /** Has all members make one group. */
    void leaveWhole(Groups groups) {
        slices.add(groups, new Slices<>(this, new int[] {0, size()}));
    }

    /** Groups the members, whose facts' groups are given in the order of all facts. */
    void slice(Groups groups, int[] groupOfFact) {
        int[] rows = ((Chosen<F>) source).rows().all(size());
        int[] starts = new int[Arrays.stream(groupOfFact).max().orElse(-1) + 2];
        for (int row : rows) {
            starts[groupOfFact[row] + 1]++;
        }
        if (starts.length > 1 && starts[1] == rows.length) {
            // All are of the first group: in which order they stand in it is known already.
            leaveWhole(groups);
            return;
        }
        for (int group = 1; group < starts.length; group++) {
            starts[group] += starts[group - 1];
        }
        int[] next = starts.clone();
        int[] order = new int[rows.length];
        for (int position = 0; position < rows.length; position++) {
            order[next[groupOfFact[rows[position]]]++] = position;
        }
        Table<F> grouped = new Table<>(index, moments.inOrder(order), byOwnMoment, new Reordered<>(this, order));
        slices.add(groups, new Slices<>(grouped, starts));
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

            void addTo(Table<F> table, int @Nullable [] order) {
                C made = builder.build();
                table.columns.add(key, order == null ? made : made.inOrder(order));
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

        Table<F> build() {
            Moments inGivenOrder = moments.build();
            int[] order = moments.isInOrder() ? null : inGivenOrder.order();
            Rows rowOf = order == null ? rows.build() : rows.build(order);
            Table<F> table = new Table<>(
                    index,
                    order == null ? inGivenOrder : inGivenOrder.inOrder(order),
                    byOwnMoment && order == null,
                    new Chosen<>(facts, rowOf));
            wanted.forEach(column -> column.addTo(table, order));
            return table;
        }
    }
}
