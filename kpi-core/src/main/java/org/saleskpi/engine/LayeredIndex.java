package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.HistoryLayer;
import org.saleskpi.sales.SalesHistory;

/**
 * A history made ready for questions: an {@link Index} of each of its layers. An answer is the sum of what those say that are
 * added, less what the others say. Thread-safe.
 */
public final class LayeredIndex {

    private final SalesHistory history;
    private final ImmutableList<Layer> layers;
    private final @Nullable Index only;

    /** What was answered before something changed; null if nothing has. */
    private final @Nullable Past past;

    /** The keys that were last asked for: who asks for two periods asks twice. */
    private volatile @Nullable Known known;

    private record Known(ImmutableList<Dimension> dimensions, ImmutableList<GroupKey> keys) {}

    /** An index, and whether its customers are in the whole or taken out of the layers before it. */
    record Layer(Index index, boolean isAdded) {}

    private LayeredIndex(SalesHistory history, ImmutableList<Layer> layers, @Nullable Past past) {
        this.history = history;
        this.layers = layers;
        this.only = layers.size() == 1 ? layers.get(0).index() : null;
        this.past = past;
    }

    /** Creates an index, which computes nothing until it is asked. */
    public static LayeredIndex of(SalesHistory history) {
        return new LayeredIndex(history, layersOf(history, List.of()), null);
    }

    /**
     * Returns an index of another history, which shares what was made for the layers that both have. If it is this one with some
     * layers more, it knows what was answered before.
     */
    public LayeredIndex over(SalesHistory another) {
        ImmutableList<Layer> others = layersOf(another, List.of(this));
        return new LayeredIndex(another, others, pastOf(others));
    }

    private @Nullable Past pastOf(ImmutableList<Layer> others) {
        if (others.size() <= layers.size() || !others.subList(0, layers.size()).equals(layers)) {
            return null;
        }
        Past before = past != null ? past : Past.of(sizeOfFirst(layers));
        return before.with(others.subList(layers.size(), others.size()));
    }

    /**
     * Returns an index of a history that is equal to this one, in other layers.
     *
     * @param equal the history
     * @param more another index whose layers are shared too
     */
    public LayeredIndex inLayersOf(SalesHistory equal, LayeredIndex more) {
        if (equal == history) {
            return this;
        }
        ImmutableList<Layer> others = layersOf(equal, List.of(more, this));
        return new LayeredIndex(equal, others, past == null ? null : past.grownTo(sizeOfFirst(others)));
    }

    private static int sizeOfFirst(ImmutableList<Layer> layers) {
        return layers.get(0).index().history().records().size();
    }

    private static ImmutableList<Layer> layersOf(SalesHistory history, List<LayeredIndex> shared) {
        IdentityHashMap<SalesHistory, Index> known = new IdentityHashMap<>();
        for (LayeredIndex index : shared) {
            index.layers.forEach(layer -> known.put(layer.index().history(), layer.index()));
        }
        return history.layers().stream()
                .map(layer -> new Layer(indexOf(layer, known), layer.isAdded()))
                .collect(toImmutableList());
    }

    private static Index indexOf(HistoryLayer layer, IdentityHashMap<SalesHistory, Index> known) {
        Index index = known.get(layer.history());
        return index == null ? new Index(layer.history()) : index;
    }

    /** Returns an index of a view of this history, which shares the tables that the view only cuts. */
    public LayeredIndex asOf(SalesHistory view) {
        Instant moment = view.viewedAsOf().orElseThrow();
        return new LayeredIndex(
                view,
                layers.size() == 1
                        ? ImmutableList.of(new Layer(layers.get(0).index().asOf(view), true))
                        : layers.stream()
                                .map(layer -> new Layer(layer.index().asOf(moment), layer.isAdded()))
                                .collect(toImmutableList()),
                null);
    }

    SalesHistory history() {
        return history;
    }

    /** The index of the history if that is one layer; else null. */
    @Nullable
    Index only() {
        return only;
    }

    /** What was answered before something changed; null if there is nothing. */
    @Nullable
    Past past() {
        return past;
    }

    ImmutableList<Layer> layers() {
        return layers;
    }

    /** Returns the keys of the groups of some dimensions that occur in the whole history, in order. */
    public ImmutableList<GroupKey> keys(ImmutableList<Dimension> dimensions) {
        if (only != null) {
            return only.keys(dimensions);
        }
        Known before = known;
        if (before != null && before.dimensions().equals(dimensions)) {
            return before.keys();
        }
        ImmutableList<GroupKey> keys = keysOfLayers(dimensions);
        known = new Known(dimensions, keys);
        return keys;
    }

    private ImmutableList<GroupKey> keysOfLayers(ImmutableList<Dimension> dimensions) {
        Index first = layers.get(0).index();
        Map<GroupKey, Integer> more = new HashMap<>();
        for (Layer layer : layers.subList(1, layers.size())) {
            int sign = layer.isAdded() ? 1 : -1;
            layer.index().factsByKey(dimensions).forEach((key, count) -> more.merge(key, sign * count, Integer::sum));
        }
        Set<GroupKey> all = new TreeSet<>(first.keys(dimensions));
        more.forEach((key, count) -> {
            if (count > 0) {
                all.add(key);
            } else if (count < 0 && first.factsOf(dimensions, key) + count == 0) {
                all.remove(key);
            }
        });
        return ImmutableList.copyOf(all);
    }
}
