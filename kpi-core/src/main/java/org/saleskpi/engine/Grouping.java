package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Sorts positions into groups by one key after another, leaving those of one group in their order. */
final class Grouping {

    private final int[] groupOf;
    private List<List<Optional<String>>> keys = List.of(List.of());

    /** Begins with all positions in one group. */
    Grouping(int size) {
        groupOf = new int[size];
    }

    /** Splits each group by the keys of its positions; null is a key like any other. */
    void splitBy(IntFunction<@Nullable String> keyOf) {
        List<Map<@Nullable String, Integer>> parts = new ArrayList<>();
        keys.forEach(group -> parts.add(new HashMap<>()));
        List<List<Optional<String>>> split = new ArrayList<>();
        for (int i = 0; i < groupOf.length; i++) {
            String key = keyOf.apply(i);
            Map<@Nullable String, Integer> part = parts.get(groupOf[i]);
            Integer group = part.get(key);
            if (group == null) {
                group = split.size();
                part.put(key, group);
                split.add(ImmutableList.<Optional<String>>builder()
                        .addAll(keys.get(groupOf[i]))
                        .add(Optional.ofNullable(key))
                        .build());
            }
            groupOf[i] = group;
        }
        keys = split;
    }

    /** The keys of each group, one for each split. */
    List<List<Optional<String>>> keys() {
        return keys;
    }

    /** Where each group starts in the {@link #order}, and where the last one ends. */
    int[] starts() {
        int[] starts = new int[keys.size() + 1];
        for (int group : groupOf) {
            starts[group + 1]++;
        }
        for (int group = 0; group < keys.size(); group++) {
            starts[group + 1] += starts[group];
        }
        return starts;
    }

    /** The positions, group by group. */
    int[] order() {
        int[] next = starts();
        int[] order = new int[groupOf.length];
        for (int i = 0; i < groupOf.length; i++) {
            order[next[groupOf[i]]++] = i;
        }
        return order;
    }
}
