package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.saleskpi.sales.Fact;
import org.saleskpi.time.InstantRange;

/**
 * The members of a part, and what is known about each.
 *
 * @param timelines the members of each group of the part
 * @param column what is known about them, by their positions
 */
record Cohort<F extends Fact, C extends Column<C>>(ImmutableList<Timeline<F>> timelines, C column) {

    /** The members of a part of an index, with a column that is made now if it was not before. */
    static <F extends Fact, C extends Column<C>> Cohort<F, C> of(Index index, Selection part, Recipe<F, C> recipe) {
        Asking.refuseToFunctions();
        List<Selection> groups = part.groups(index).toList();
        return Asking.runningFunctions(() -> {
            GroupedMembers<F> members = index.members(recipe.population(), part.dimensions(), Grouping.BY_OWN_KEYS);
            return new Cohort<>(
                    groups.stream()
                            .map(group -> members.timeline(members.groups().find(group)))
                            .collect(ImmutableList.toImmutableList()),
                    members.slices().table().column(recipe));
        });
    }

    /** Neighbours in a table: from a position to before another. */
    record Run(int start, int end) {}

    /** Where the members are whose moments are in a period, one run for each group. */
    Stream<Run> runs(InstantRange period) {
        return timelines.stream().map(timeline -> {
            int start = timeline.firstFrom(period.startInclusive(), timeline.start());
            return new Run(start, timeline.firstFrom(period.endExclusive(), start));
        });
    }
}
