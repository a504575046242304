package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.Fact;

/**
 * The groups that some dimensions make of a history: one for each combination of keys that occurs, numbered in the order in
 * which they are met. Without a dimension there is one.
 *
 * <p>What is made for questions about these groups is kept here or, by tables, as long as this is. Thread-safe.
 */
final class Groups {

    private final ImmutableList<Keys> dimensions;
    private final ReferenceQueue<Object> gone;
    private final Grouping grouping;
    private final WeakCache<Object, Plan> plans;
    private final WeakCache<Object, Cover> covers;
    private final WeakCache<Object, WeakCache<Object, Followed<?>>> followed;

    /** The number of the group that a key of the last dimension makes of a group of the dimensions before it. */
    private final Map<Cut, Integer> numbers;

    /** The groups by each dimension and those before it, by their numbers; of the first dimension there are none, but keys. */
    private final List<List<Cut>> cuts;

    /** The kinds of fact of which all groups are known. */
    private final MetKinds met = new MetKinds();

    private volatile @Nullable ImmutableList<GroupKey> inOrder;

    private volatile EventsOnLine eventsOnLine = EventsOnLine.NONE;

    /** The lock of who makes the next line. */
    private final Object puttingOnLine = new Object();

    /** How many facts each group has, of the kinds that were met. */
    private int[] sizes = {};

    private record Cut(int dimension, int group, int key) {}

    Groups(ImmutableList<Keys> dimensions, Grouping grouping, ReferenceQueue<Object> gone) {
        this.dimensions = dimensions;
        this.grouping = grouping;
        this.gone = gone;
        this.plans = new WeakCache<>(gone);
        this.covers = new WeakCache<>(gone);
        this.followed = new WeakCache<>(gone);
        this.numbers = dimensions.size() > 1 ? new ConcurrentHashMap<>() : Map.of();
        this.cuts =
                dimensions.stream().<List<Cut>>map(keys -> new ArrayList<>()).toList();
    }

    /** Whether there are no dimensions, and so but one group. */
    boolean isOne() {
        return dimensions.isEmpty();
    }

    /** The keys of each dimension. */
    ImmutableList<Keys> keys() {
        return dimensions;
    }

    /** The plan for some indicators, kept as long as what stands for them is; two threads may both make one. */
    Plan plan(Object subject, Supplier<Plan> maker) {
        return plans.getOrAdd(subject, maker);
    }

    /** What retention of some customers is looked up in, kept as long as what stands for them is. */
    Cover cover(Object subject, Supplier<Cover> maker) {
        return covers.getOrAdd(subject, maker);
    }

    /** What amounts of customers are looked up in, kept as long as both what stands and the amount are. */
    Followed<?> followed(Object standing, Object amount, Supplier<Followed<?>> maker) {
        return followed.getOrAdd(standing, () -> new WeakCache<>(gone)).getOrAdd(amount, maker);
    }

    /** Which tables by these groups are on a line. */
    EventsOnLine eventsOnLine() {
        return eventsOnLine;
    }

    /** Puts tables by these groups on a line; meanwhile others find what they look for as before. */
    void putOnLine(List<? extends Events> tables) {
        synchronized (puttingOnLine) {
            eventsOnLine = eventsOnLine.with(tables);
        }
    }

    /** The number of the group of each fact of a kind, {@link Keys#NONE} for one that has none; there must be a dimension. */
    int[] of(FactKind kind, List<? extends Fact> facts) {
        List<Keys.Reader> readers = dimensions.stream().map(Keys::reader).toList();
        int[] groups = new int[facts.size()];
        int position = 0;
        for (Fact fact : facts) {
            groups[position++] = of(fact, readers);
        }
        if (grouping == Grouping.BY_OWN_KEYS) {
            dimensions.forEach(keys -> keys.haveMet(kind));
            haveMet(kind, groups);
        }
        return groups;
    }

    /** The keys of the groups by several dimensions that occur in the whole history, in order. */
    ImmutableList<GroupKey> ofAllFacts(Function<FactKind, List<? extends Fact>> factsOfKind) {
        ImmutableList<GroupKey> known = inOrder;
        if (known == null) {
            for (FactKind kind : FactKind.WITH_ALL_KEYS) {
                if (!met.contains(kind)) {
                    of(kind, factsOfKind.apply(kind));
                }
            }
            known = sorted();
            inOrder = known;
        }
        return known;
    }

    private synchronized void haveMet(FactKind kind, int[] groupOfFact) {
        if (!met.contains(kind) && kind.hasOwnKeys()) {
            Arrays.stream(groupOfFact).forEach(this::count);
        }
        met.add(kind);
    }

    private void count(int group) {
        if (group >= sizes.length) {
            sizes = Arrays.copyOf(sizes, group + 1 + group / 2);
        }
        sizes[group]++;
    }

    /** How many facts each group has that has any, of those facts that keys are looked for in. */
    Map<GroupKey, Integer> factsByKey(Function<FactKind, List<? extends Fact>> factsOfKind) {
        int[] counted = sizes(factsOfKind);
        Map<GroupKey, Integer> facts = new HashMap<>();
        for (int group = 0; group < counted.length; group++) {
            if (counted[group] > 0) {
                facts.put(key(group), counted[group]);
            }
        }
        return facts;
    }

    /** How many facts the group of a key has. */
    int factsOf(GroupKey key, Function<FactKind, List<? extends Fact>> factsOfKind) {
        int[] counted = sizes(factsOfKind);
        int group = find(key);
        return group == Keys.NONE || group >= counted.length ? 0 : counted[group];
    }

    private int[] sizes(Function<FactKind, List<? extends Fact>> factsOfKind) {
        for (FactKind kind : FactKind.WITH_ALL_KEYS) {
            if (kind.hasOwnKeys() && !met.contains(kind)) {
                of(kind, factsOfKind.apply(kind));
            }
        }
        synchronized (this) {
            return sizes;
        }
    }

    /** The keys of the groups of some facts. */
    List<GroupKey> keysOf(List<? extends Fact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        List<Keys.Reader> readers = dimensions.stream().map(Keys::reader).toList();
        return facts.stream().map(fact -> key(of(fact, readers))).toList();
    }

    /** The key of the group that has a number. */
    synchronized GroupKey key(int group) {
        if (dimensions.size() == 1) {
            return new GroupKey(Collections.singletonList(dimensions.get(0).key(group)));
        }
        return key(cuts.get(dimensions.size() - 1).get(group));
    }

    private synchronized ImmutableList<GroupKey> sorted() {
        return cuts.get(dimensions.size() - 1).stream()
                .map(this::key)
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    private GroupKey key(Cut cut) {
        List<@Nullable String> parts = new ArrayList<>();
        Cut part = cut;
        while (part.dimension() > 1) {
            parts.add(0, dimensions.get(part.dimension()).key(part.key()));
            part = cuts.get(part.dimension() - 1).get(part.group());
        }
        parts.add(0, dimensions.get(1).key(part.key()));
        parts.add(0, dimensions.get(0).key(part.group()));
        return new GroupKey(parts);
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
        int number = cuts.get(cut.dimension()).size();
        cuts.get(cut.dimension()).add(cut);
        numbers.put(cut, number);
        return number;
    }

    /** The number of the group that a part is; {@link Keys#NONE} if there is none, or the part is not one group. */
    int find(Selection part) {
        if (!part.isGroup()) {
            return Keys.NONE;
        }
        int group = 0;
        int level = 0;
        for (List<@Nullable String> keys : part.scope().keys().values()) {
            group = find(level++, group, keys.get(0));
        }
        return group;
    }

    /** The number of the group that has a key; {@link Keys#NONE} if there is none. */
    int find(GroupKey key) {
        int group = 0;
        int level = 0;
        for (@Nullable String part : key.parts()) {
            group = find(level++, group, part);
        }
        return group;
    }

    /** The number of the group that a key of a dimension makes of a group of those before it, if there is one. */
    private int find(int level, int group, @Nullable String part) {
        if (group == Keys.NONE) {
            return Keys.NONE;
        }
        int key = dimensions.get(level).find(part);
        return level == 0 || key == Keys.NONE ? key : numbers.getOrDefault(new Cut(level, group, key), Keys.NONE);
    }
}
