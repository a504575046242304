package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.KpiValue;

/**
 * How a formula is computed.
 *
 * @param needs what is to be made ready for it
 * @param open the population that anchors open cases in time, where that is another one than that of hits; else null
 * @param binding finds what is needed in a plan, and tells how the answer is read off it
 * @param <V> the kind of answer
 */
record Computation<V extends KpiValue<V>>(
        ImmutableList<Need<?>> needs, @Nullable Population<?> open, Function<Plan.Builder, Reading<V>> binding) {

    /** What is computed of members that are hits, misses or open by one and the same moment. */
    Computation(ImmutableList<Need<?>> needs, Function<Plan.Builder, Reading<V>> binding) {
        this(needs, null, binding);
    }

    /**
     * Members, by the groups that they belong to, and perhaps a column about them.
     *
     * @param population whose members they are
     * @param grouping by whose keys they are grouped
     * @param recipe how the column is made; null if there is none
     */
    record Need<F extends Fact>(
            Population<F> population,
            Grouping grouping,
            @Nullable Recipe<F, ?> recipe) {

        static <F extends Fact> Need<F> of(Population<F> population) {
            return new Need<>(population, Grouping.BY_OWN_KEYS, null);
        }

        static <F extends Fact> Need<F> of(Recipe<F, ?> recipe) {
            return new Need<>(recipe.population(), Grouping.BY_OWN_KEYS, recipe);
        }

        static <F extends Fact> Need<F> byCustomer(Recipe<F, ?> recipe) {
            return new Need<>(recipe.population(), Grouping.BY_KEYS_OF_CUSTOMER, recipe);
        }
    }

    /** The populations that the formula is about, in the order of what is needed of them. */
    ImmutableList<Population<?>> populations() {
        return needs.stream().<Population<?>>map(Need::population).collect(ImmutableList.toImmutableList());
    }
}
