package org.saleskpi.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;

/**
 * Where the members of a population stand.
 *
 * @param slices the members, by group
 * @param groups the numbers of the groups
 * @param knownBefore the moment before which members are known in a view; null if all are
 */
record Place<F extends Fact>(
        Slices<F> slices, Groups groups, @Nullable Instant knownBefore) {

    /** The members that lie in a scope, by whose dimensions they are grouped. */
    Timeline<F> timeline(Scope scope) {
        Timeline<F> all = slices.of(groups.find(scope));
        return knownBefore == null ? all : all.before(knownBefore);
    }
}
