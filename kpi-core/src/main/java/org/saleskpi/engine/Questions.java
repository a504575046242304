package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.GroupKey;
import org.saleskpi.work.Workers;

/** Questions about the same indicators again and again: how they are answered is found once. Thread-safe. */
public final class Questions {

    private final LayeredIndex index;
    private final ImmutableList<Indicator<?>> indicators;

    /** What plans are kept for: the one indicator there is, or the list of them; others may ask about the same again. */
    private final Object subject;

    /** What was answered before the history changed; null if there is nothing, or others may ask about other indicators. */
    private final @Nullable Past past;

    /**
     * Creates questions, which compute nothing until they are asked.
     *
     * @param index what they are asked of
     * @param indicators what they are about
     */
    public Questions(LayeredIndex index, List<Indicator<?>> indicators) {
        this(index, ImmutableList.copyOf(indicators), null);
    }

    private Questions(LayeredIndex index, ImmutableList<Indicator<?>> indicators, @Nullable Past past) {
        this.index = index;
        this.indicators = indicators;
        this.subject = indicators.size() == 1 ? indicators.get(0) : indicators;
        this.past = past;
    }

    /** Returns the same questions, which remember what was answered before the history changed: one of an index may. */
    public Questions remembered() {
        return new Questions(index, indicators, index.past());
    }

    /** Returns the same questions, which ask anew. */
    public Questions anew() {
        return new Questions(index, indicators, null);
    }

    ImmutableList<Indicator<?>> indicators() {
        return indicators;
    }

    /** Makes what is needed for questions about the whole and about the groups of each of some dimensions, with the help of others. */
    public void prepare(List<Dimension> dimensions, Workers workers) {
        for (LayeredIndex.Layer layer : index.layers()) {
            layer.index().prepare(indicators, groupings(dimensions), workers);
        }
    }

    /** Puts what such questions look for on lines, as questions that are asked again do. */
    public void putOnLines(List<Dimension> dimensions, Workers workers) {
        workers.all(index.layers().stream()
                .flatMap(layer -> groupings(dimensions).stream()
                        .<Supplier<Boolean>>map(grouping -> () -> putOnLines(layer.index(), grouping)))
                .toList());
    }

    private static List<ImmutableList<Dimension>> groupings(List<Dimension> dimensions) {
        return Stream.concat(
                        Stream.of(ImmutableList.<Dimension>of()),
                        dimensions.stream().map(ImmutableList::of))
                .toList();
    }

    private boolean putOnLines(Index layer, ImmutableList<Dimension> dimensions) {
        plan(layer, dimensions).putOnLines();
        return true;
    }

    /** Returns the keys of the groups of some dimensions that occur in the whole history, in order. */
    public ImmutableList<GroupKey> keys(List<Dimension> dimensions, Selection part) {
        // Whoever asks for keys asks about the groups next; grouping facts finds their keys on the way.
        Selection groups = Selection.ALL;
        Selection narrowed = part;
        for (Dimension dimension : dimensions) {
            groups = groups.where(dimension, List.of());
            narrowed = narrowed.where(dimension, List.of());
        }
        for (LayeredIndex.Layer layer : index.layers()) {
            plan(layer.index(), narrowed.dimensions());
        }
        ImmutableList<GroupKey> keys = index.keys(groups.dimensions());
        return dimensions.equals(groups.dimensions()) ? keys : inOrderOf(dimensions, groups.dimensions(), keys);
    }

    private static ImmutableList<GroupKey> inOrderOf(
            List<Dimension> dimensions, List<Dimension> others, ImmutableList<GroupKey> keys) {
        int[] places = dimensions.stream().mapToInt(others::indexOf).toArray();
        return keys.stream()
                .map(key -> {
                    List<@Nullable String> parts = new ArrayList<>();
                    for (int place : places) {
                        parts.add(key.parts().get(place));
                    }
                    return new GroupKey(parts);
                })
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns what answers the questions about a part; for one thread. */
    public SelectionAnswers about(Selection part) {
        Index only = index.only();
        if (only != null) {
            return about(only, part);
        }
        Asking.refuseToFunctions();
        return past == null
                ? aboutLayers(part)
                : new RememberedAnswers(this, part, past, index.layers().size());
    }

    /** What answers the questions about a part of each layer together. */
    SumOfLayers aboutLayers(Selection part) {
        LayeredIndex.Layer first = index.layers().get(0);
        return new SumOfLayers(ImmutableList.<SumOfLayers.Layer>builder()
                .add(new SumOfLayers.Layer(about(first.index(), part), first.isAdded()))
                .addAll(about(index.layers().subList(1, index.layers().size()), part))
                .build());
    }

    /** What answers the questions about a part of each of some layers, but for those that have nothing of it. */
    List<SumOfLayers.Layer> about(List<LayeredIndex.Layer> some, Selection part) {
        List<SumOfLayers.Layer> answers = new ArrayList<>();
        for (LayeredIndex.Layer layer : some) {
            SelectionAnswers ofLayer = about(layer.index(), part);
            if (!(ofLayer instanceof PeriodAnswers one && one.areAboutNothing())) {
                answers.add(new SumOfLayers.Layer(ofLayer, layer.isAdded()));
            }
        }
        return answers;
    }

    private SelectionAnswers about(Index layer, Selection part) {
        layer.forgetWhatIsGone();
        Plan plan = plan(layer, part.dimensions());
        if (part.isGroup()) {
            return about(layer, part, plan);
        }
        List<PeriodAnswers> groups =
                part.groups(layer).map(group -> about(layer, group, plan)).toList();
        return groups.isEmpty() ? about(layer, part, plan) : new SumOfAnswers(groups);
    }

    private PeriodAnswers about(Index layer, Selection part, Plan plan) {
        return new PeriodAnswers(indicators, plan, new Runs(layer, plan, part));
    }

    private Plan plan(Index layer, ImmutableList<Dimension> dimensions) {
        Asking.refuseToFunctions();
        return layer.groups(dimensions)
                .plan(subject, () -> Asking.runningFunctions(() -> Plan.of(layer, indicators, dimensions)));
    }
}
