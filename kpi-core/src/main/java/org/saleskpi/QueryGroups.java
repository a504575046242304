package org.saleskpi;

import static com.google.common.base.Preconditions.checkArgument;
import static org.saleskpi.check.Elements.requireElements;

import java.util.List;
import java.util.function.BiFunction;
import org.saleskpi.engine.Questions;
import org.saleskpi.engine.Selection;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.GroupKey;

/**
 * The groups that a question is asked by.
 *
 * @param dimensions the names of what is grouped by
 * @param groups each group, in the order of the keys
 */
record QueryGroups(List<String> dimensions, List<Group> groups) {

    /** A group: its key, and the part of the history that it is. */
    record Group(GroupKey key, Selection part) {}

    /** The groups of a part by some dimensions: one for each key, or combination of them, that occurs in the whole history. */
    static QueryGroups of(List<Dimension> dimensions, Selection part, Questions questions) {
        List<String> names = requireElements(dimensions, "dimensions").stream()
                .map(Dimension::name)
                .toList();
        checkArgument(!names.isEmpty(), "KpiQuery: expected at least one dimension to group by");
        for (int i = 1; i < dimensions.size(); i++) {
            checkArgument(
                    !dimensions.subList(0, i).contains(dimensions.get(i)),
                    "KpiQuery: the dimension \"%s\" stands twice in %s",
                    names.get(i),
                    names);
        }
        return new QueryGroups(
                names,
                questions.keys(dimensions, part).stream()
                        .map(key -> new Group(key, group(dimensions, key, part)))
                        .toList());
    }

    private static Selection group(List<Dimension> dimensions, GroupKey key, Selection part) {
        Selection group = part;
        for (int i = 0; i < dimensions.size(); i++) {
            group = group.where(dimensions.get(i), key.parts().get(i));
        }
        return group;
    }

    /** What comes of each group. */
    <R> List<R> map(BiFunction<GroupKey, Selection, R> function) {
        return groups.stream()
                .map(group -> function.apply(group.key(), group.part()))
                .toList();
    }
}
