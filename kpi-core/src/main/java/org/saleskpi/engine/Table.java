package org.saleskpi.engine;

import java.lang.ref.ReferenceQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;

/**
 * The members of a population, in time order or group by group, with a column for each formula asked of them.
 *
 * <p>Columns are made when they are first asked for, once; those of groups from those of all, without another look at the
 * facts. A column is kept as long as its formula is: one that is made for a single question leaves nothing behind.
 *
 * <p>Thread-safe.
 */
final class Table<F extends Fact> {

    private final SalesHistory history;
    private final Moments moments;
    private final boolean byOwnMoment;
    private final Source<F> source;
    private final ReferenceQueue<Object> gone;
    private final WeakCache<Formula<?>, SplitColumn> splits;
    private final WeakCache<Formula<?>, SumColumn> sums;
    private final WeakCache<Formula<?>, DaysColumn> days;
    private final ConcurrentMap<Groups, Slices<F>> slices = new ConcurrentHashMap<>(2);

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

    private Table(
            SalesHistory history, Moments moments, boolean byOwnMoment, Source<F> source, ReferenceQueue<Object> gone) {
        this.history = history;
        this.moments = moments;
        this.byOwnMoment = byOwnMoment;
        this.source = source;
        this.gone = gone;
        this.splits = new WeakCache<>(gone);
        this.sums = new WeakCache<>(gone);
        this.days = new WeakCache<>(gone);
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

    SplitColumn split(Formula.Split<F> formula) {
        SplitColumn known = splits.get(formula);
        return known != null
                ? known
                : column(
                        splits,
                        formula,
                        () -> new SplitColumn.Builder<>(formula, size()),
                        table -> table.split(formula));
    }

    SumColumn sum(Formula<?> formula, Population<F> population, Function<? super F, ? extends @Nullable Money> amount) {
        SumColumn known = sums.get(formula);
        return known != null
                ? known
                : column(
                        sums,
                        formula,
                        () -> new SumColumn.Builder<>(population, amount, history, size()),
                        table -> table.sum(formula, population, amount));
    }

    DaysColumn days(Formula.Timed<F> formula) {
        DaysColumn known = days.get(formula);
        return known != null
                ? known
                : column(
                        days,
                        formula,
                        () -> new DaysColumn.Builder<>(formula, history.zone(), size()),
                        table -> table.days(formula));
    }

    /** The members by group, if they were grouped so before; null if not. */
    @Nullable
    Slices<F> slices(Groups groups) {
        return slices.get(groups);
    }

    /** Has all members make one group. */
    void leaveWhole(Groups groups) {
        slices.put(groups, new Slices<>(this, new int[] {0, size()}));
    }

    /** Groups the members, whose facts' groups are given in the order of all facts. */
    void slice(Groups groups, int[] groupOfFact) {
        int[] rows = ((Chosen<F>) source).rows().all(size());
        int[] starts = new int[Arrays.stream(groupOfFact).max().orElse(-1) + 2];
        for (int row : rows) {
            starts[groupOfFact[row] + 1]++;
        }
        for (int group = 1; group < starts.length; group++) {
            starts[group] += starts[group - 1];
        }
        int[] next = starts.clone();
        int[] order = new int[rows.length];
        for (int position = 0; position < rows.length; position++) {
            order[next[groupOfFact[rows[position]]]++] = position;
        }
        Table<F> grouped =
                new Table<>(history, moments.inOrder(order), byOwnMoment, new Reordered<>(this, order), gone);
        slices.put(groups, new Slices<>(grouped, starts));
    }

    private synchronized <C extends Column<C>> C column(
            WeakCache<Formula<?>, C> columns,
            Formula<?> formula,
            Supplier<ColumnBuilder<F, C>> ofFacts,
            Function<Table<F>, C> ofAnotherOrder) {
        C known = columns.get(formula);
        if (known != null) {
            return known;
        }
        C made;
        if (source instanceof Reordered<F> reordered) {
            made = ofAnotherOrder.apply(reordered.table).inOrder(reordered.order);
        } else {
            Chosen<F> chosen = (Chosen<F>) source;
            ColumnBuilder<F, C> builder = ofFacts.get();
            for (int row : chosen.rows().all(size())) {
                builder.add(chosen.facts().get(row));
            }
            made = builder.build();
        }
        columns.add(formula, made);
        return made;
    }

    /** Makes a table of facts that come one after the other, with the columns that some formulas ask for. */
    static final class Builder<F extends Fact> {

        private final SalesHistory history;
        private final Population<F> population;
        private final List<F> facts;
        private final Rows.Builder rows;
        private final Moments.Builder moments;
        private final List<Wanted<F, ?>> wanted = new ArrayList<>();
        private final ReferenceQueue<Object> gone;
        private boolean byOwnMoment = true;

        Builder(SalesHistory history, Population<F> population, List<F> facts, ReferenceQueue<Object> gone) {
            this.history = history;
            this.population = population;
            this.facts = facts;
            this.gone = gone;
            this.rows = new Rows.Builder(facts.size());
            this.moments = new Moments.Builder(facts.size());
        }

        /** A column to be. */
        private record Wanted<F extends Fact, C extends Column<C>>(
                ColumnBuilder<F, C> builder, Formula<?> formula, Function<Table<F>, WeakCache<Formula<?>, C>> columns) {

            void addTo(Table<F> table, int @Nullable [] order) {
                C made = builder.build();
                columns.apply(table).add(formula, order == null ? made : made.inOrder(order));
            }
        }

        /** Asks for the column of a formula about this population. */
        @SuppressWarnings("unchecked") // A formula about a population is about facts of its kind.
        void want(Formula<?> formula) {
            int most = facts.size();
            if (formula instanceof Formula.Split<?> split) {
                Formula.Split<F> own = (Formula.Split<F>) split;
                wanted.add(new Wanted<>(new SplitColumn.Builder<>(own, most), own, table -> table.splits));
            } else if (formula instanceof Formula.Summed<?> summed) {
                Formula.Summed<F> own = (Formula.Summed<F>) summed;
                wanted.add(new Wanted<>(
                        new SumColumn.Builder<>(population, own.amount(), history, most), own, table -> table.sums));
            } else if (formula instanceof Formula.Averaged<?> averaged) {
                Formula.Averaged<F> own = (Formula.Averaged<F>) averaged;
                wanted.add(new Wanted<>(
                        new SumColumn.Builder<>(population, own.amount(), history, most), own, table -> table.sums));
            } else if (formula instanceof Formula.Timed<?> timed) {
                Formula.Timed<F> own = (Formula.Timed<F>) timed;
                wanted.add(new Wanted<>(new DaysColumn.Builder<>(own, history.zone(), most), own, table -> table.days));
            }
        }

        /** Takes the next fact in, if it is a member. */
        void add(F fact) {
            Instant moment = population.contains(fact) ? population.momentOf(fact) : null;
            rows.add(moment != null);
            if (moment != null) {
                moments.add(moment);
                byOwnMoment = byOwnMoment && moment.equals(Kind.ownMoment(fact));
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
                    history,
                    order == null ? inGivenOrder : inGivenOrder.inOrder(order),
                    byOwnMoment && order == null,
                    new Chosen<>(facts, rowOf),
                    gone);
            wanted.forEach(column -> column.addTo(table, order));
            return table;
        }
    }
}
