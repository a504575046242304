package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;

/**
 * The groups that some dimensions make of a history: one for each combination of keys that occurs, numbered in the order in
 * which they are met. Without a dimension there is one.
 *
 * <p>What is made for questions about these groups is kept here or, by tables, as long as this is. Thread-safe.
 */
final class Groups {

    private final ImmutableList<Keys> dimensions;
    private final Grouping grouping;
    private final WeakCache<Object, Plan> plans;
    private final WeakCache<Object, Cover> covers;

    /** The number of the group that a key of the last dimension makes of a group of the dimensions before it. */
    private final ConcurrentMap<Cut, Integer> numbers = new ConcurrentHashMap<>();

    /** How many groups there are by each dimension and those before it. */
    private final int[] counts;

    private record Cut(int dimension, int group, int key) {}

    Groups(ImmutableList<Keys> dimensions, Grouping grouping, ReferenceQueue<Object> gone) {
        this.dimensions = dimensions;
        this.grouping = grouping;
        this.plans = new WeakCache<>(gone);
        this.covers = new WeakCache<>(gone);
        this.counts = new int[dimensions.size()];
    }

    /** Whether there are no dimensions, and so but one group. */
    boolean isOne() {
        return dimensions.isEmpty();
    }

    /** The plan for some indicators, kept as long as what stands for them is; two threads may both make one. */
    Plan plan(Object subject, Supplier<Plan> maker) {
        return plans.getOrAdd(subject, maker);
    }

    /** What retention of some customers is looked up in, kept as long as what stands for them is. */
    Cover cover(Object subject, Supplier<Cover> maker) {
        return covers.getOrAdd(subject, maker);
    }

    /** The number of the group of each fact of a kind, {@link Keys#NONE} for one that has none; there must be a dimension. */
    int[] of(Class<? extends Fact> type, List<? extends Fact> facts) {
        List<Keys.Reader> readers = dimensions.stream().map(Keys::reader).toList();
        int[] groups = new int[facts.size()];
        int position = 0;
        for (Fact fact : facts) {
            groups[position++] = of(fact, readers);
        }
        if (grouping == Grouping.BY_OWN_KEYS) {
            dimensions.forEach(keys -> keys.haveMet(type));
        }
        return groups;
    }

    private int of(Fact fact, List<Keys.Reader> readers) {
        int group = key(fact, readers.get(0));
        for (int i = 1; i < readers.size() && group != Keys.NONE; i++) {
            group = number(new Cut(i, group, key(fact, readers.get(i))));
        }
        return group;
    }

    private int key(Fact fact, Keys.Reader reader) {
        return grouping == Grouping.BY_OWN_KEYS ? reader.of(fact) : reader.ofCustomer(fact);
    }

    private int number(Cut cut) {
        Integer known = numbers.get(cut);
        return known != null ? known : add(cut);
    }

    private synchronized int add(Cut cut) {
        Integer known = numbers.get(cut);
        if (known != null) {
            return known;
        }
        int number = counts[cut.dimension()]++;
        numbers.put(cut, number);
        return number;
    }

    /** The number of the group that a part is; {@link Keys#NONE} if there is none, or the part is not one group. */
    int find(Part part) {
        if (!part.isGroup()) {
            return Keys.NONE;
        }
        int group = 0;
        int level = 0;
        for (List<@Nullable String> keys : part.scope().keys().values()) {
            int key = dimensions.get(level).find(keys.get(0));
            if (key == Keys.NONE) {
                return Keys.NONE;
            }
            group = level == 0 ? key : numbers.getOrDefault(new Cut(level, group, key), Keys.NONE);
            if (group == Keys.NONE) {
                return Keys.NONE;
            }
            level++;
        }
        return group;
    }
}
