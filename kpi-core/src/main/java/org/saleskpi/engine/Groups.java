package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.saleskpi.sales.Fact;

/**
 * The groups that some dimensions make of a history: one for each combination of keys that occurs, numbered in the order in
 * which they are met. Without a dimension there is one. Thread-safe.
 */
final class Groups {

    private final ImmutableList<Keys> dimensions;

    /** The number of the group that a key of the last dimension makes of a group of the dimensions before it. */
    private final ConcurrentMap<Part, Integer> numbers = new ConcurrentHashMap<>();

    /** How many groups there are by each dimension and those before it. */
    private final int[] counts;

    private record Part(int dimension, int group, int key) {}

    Groups(ImmutableList<Keys> dimensions) {
        this.dimensions = dimensions;
        this.counts = new int[dimensions.size()];
    }

    /** Whether there are no dimensions, and so but one group. */
    boolean isOne() {
        return dimensions.isEmpty();
    }

    /** The number of the group of each fact of a kind. */
    int[] of(Class<? extends Fact> type, List<? extends Fact> facts) {
        int[] groups = new int[facts.size()];
        int position = 0;
        for (Fact fact : facts) {
            groups[position++] = of(fact);
        }
        dimensions.forEach(keys -> keys.haveMet(type));
        return groups;
    }

    private int of(Fact fact) {
        int group = dimensions.isEmpty() ? 0 : dimensions.get(0).of(fact);
        for (int i = 1; i < dimensions.size(); i++) {
            group = number(new Part(i, group, dimensions.get(i).of(fact)));
        }
        return group;
    }

    private int number(Part part) {
        Integer known = numbers.get(part);
        return known != null ? known : add(part);
    }

    private synchronized int add(Part part) {
        Integer known = numbers.get(part);
        if (known != null) {
            return known;
        }
        int number = counts[part.dimension()]++;
        numbers.put(part, number);
        return number;
    }

    /** The number of the group of a scope's keys; {@link Keys#NONE} if there is none. */
    int find(Scope scope) {
        int group = 0;
        for (int i = 0; i < dimensions.size(); i++) {
            int key = dimensions.get(i).find(scope.filters().get(i).key());
            if (key == Keys.NONE) {
                return Keys.NONE;
            }
            group = i == 0 ? key : numbers.getOrDefault(new Part(i, group, key), Keys.NONE);
            if (group == Keys.NONE) {
                return Keys.NONE;
            }
        }
        return group;
    }
}
