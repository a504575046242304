package org.saleskpi.engine;

import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;

/**
 * The members of a population, in time order or group by group, with a column for each formula asked of them.
 *
 * <p>Columns are made when they are first asked for, once; those of groups from those of all, without another look at the
 * facts. A column is kept as long as its formula is: one that is made for a single question leaves nothing behind.
 *
 * <p>Thread-safe.
 */
abstract sealed class Table<F extends Fact> permits OrderedTable, RegroupedTable {

    private final int size;
    private final boolean byOwnMoment;

    /** When the members are: one by one, or told by a line of several tables. */
    private volatile Times times;

    /** Columns by the keys of their recipes, and what else is kept as long as something is. */
    private final WeakCache<Object, Object> kept;

    Table(Index index, Moments moments, boolean byOwnMoment) {
        this.size = moments.size();
        this.times = moments;
        this.byOwnMoment = byOwnMoment;
        this.kept = new WeakCache<>(index.gone());
    }

    int size() {
        return size;
    }

    /** The member at a position. */
    abstract F member(int position);

    /** When the members are. */
    Times times() {
        return times;
    }

    /** Lets a line tell the times: {@link Times#toldBy}. */
    void tellTimesBy(EventLine line, int number, @Nullable EventLine replaced) {
        times = times.toldBy(line, number, replaced);
    }

    /** Whether the moments are those that a history cuts by when it is viewed as of an instant. */
    boolean isByOwnMoment() {
        return byOwnMoment;
    }

    /** The column of a recipe, made now if it was not before. */
    <C extends Column<C>> C column(Recipe<F, C> recipe) {
        C known = known(recipe);
        return known != null ? known : knownOrMade(recipe);
    }

    @SuppressWarnings("unchecked") // One key stands for one column.
    private <C extends Column<C>> @Nullable C known(Recipe<F, C> recipe) {
        return (C) kept(recipe.key());
    }

    /** What is kept for a key; null if there is nothing. */
    @Nullable
    Object kept(Object key) {
        return kept.get(key);
    }

    /** Keeps something for a key that nothing is kept for yet: the column of a recipe for that of the recipe. */
    void keep(Object key, Object what) {
        kept.add(key, what);
    }

    private synchronized <C extends Column<C>> C knownOrMade(Recipe<F, C> recipe) {
        C known = known(recipe);
        if (known != null) {
            return known;
        }
        C made = make(recipe);
        keep(recipe.key(), made);
        return made;
    }

    /** Makes the column of a recipe. */
    abstract <C extends Column<C>> C make(Recipe<F, C> recipe);
}
