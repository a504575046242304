package org.saleskpi.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;

/**
 * The members of a population, group by group.
 *
 * @param slices the members
 * @param groups the numbers of the groups
 * @param knownBefore the moment as of which a view is, from which on nothing counts; null if it is none
 */
record GroupedMembers<F extends Fact>(
        Slices<F> slices, Groups groups, @Nullable Instant knownBefore) {

    /** The members of the group that has a number. */
    Timeline<F> timeline(int group) {
        Timeline<F> all = slices.of(group);
        return knownBefore == null ? all : all.before(knownBefore);
    }
}
