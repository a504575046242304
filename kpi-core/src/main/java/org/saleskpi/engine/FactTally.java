package org.saleskpi.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntFunction;
import org.saleskpi.report.GroupKey;

/**
 * Counts the facts of a history in each of its groups, and no further than somebody wants to know: most groups have more
 * than a few facts, which are soon found. Thread-safe.
 */
final class FactTally {

    private final Iterator<Integer> groups;
    private int[] counts = new int[16];

    /**
     * Creates a tally.
     *
     * @param groups the number of the group of each fact
     */
    FactTally(Iterator<Integer> groups) {
        this.groups = groups;
    }

    /** Whether a group has more facts than a number. */
    synchronized boolean hasMore(int group, int than) {
        while (count(group) <= than && groups.hasNext()) {
            add(groups.next());
        }
        return count(group) > than;
    }

    /** How many facts each group has that has any. */
    synchronized Map<GroupKey, Integer> all(IntFunction<GroupKey> keys) {
        groups.forEachRemaining(this::add);
        Map<GroupKey, Integer> byKey = new HashMap<>();
        for (int group = 0; group < counts.length; group++) {
            if (counts[group] > 0) {
                byKey.put(keys.apply(group), counts[group]);
            }
        }
        return byKey;
    }

    private int count(int group) {
        return group < counts.length ? counts[group] : 0;
    }

    private void add(int group) {
        if (group >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(group + 1, 2 * counts.length));
        }
        counts[group]++;
    }
}
