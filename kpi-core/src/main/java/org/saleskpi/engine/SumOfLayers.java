package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Fact;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/** Answers questions about a history that was changed: what its first layer says, less and more what the next ones say. */
final class SumOfLayers implements SelectionAnswers {

    private final ImmutableList<Layer> layers;

    /** The answers about a layer. */
    record Layer(SelectionAnswers answers, boolean isAdded) {}

    SumOfLayers(ImmutableList<Layer> layers) {
        this.layers = layers;
    }

    @Override
    public SumOfLayers during(InstantRange another) {
        layers.forEach(layer -> layer.answers().during(another));
        return this;
    }

    @Override
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
        return plus(layers.get(0).answers().answer(indicator), indicator, layers.subList(1, layers.size()));
    }

    /** An answer, less and more what some layers say. */
    static <V extends KpiValue<V>> V plus(V first, Indicator<V> indicator, List<Layer> others) {
        V sum = first;
        for (Layer layer : others) {
            V answer = layer.answers().answer(indicator);
            sum = layer.isAdded() ? sum.plus(answer) : sum.minus(answer);
        }
        return sum;
    }

    @Override
    public CountedFacts facts(Indicator<?> indicator) {
        CountingMoments moments = moments(indicator);
        return new FoundFacts(
                merged(indicator, CountedFacts::hits, moments.orderOfFacts()),
                merged(indicator, CountedFacts::misses, moments.orderOfFacts()),
                merged(indicator, CountedFacts::open, moments.orderOfOpen()),
                merged(indicator, CountedFacts::divisor, moments.orderOfDivisors()),
                moments);
    }

    private List<Fact> merged(
            Indicator<?> indicator, Function<CountedFacts, List<? extends Fact>> some, Comparator<Fact> order) {
        List<Fact> facts = new ArrayList<>();
        for (Layer layer : layers) {
            List<? extends Fact> ofLayer = some.apply(layer.answers().facts(indicator));
            if (layer.isAdded()) {
                facts.addAll(ofLayer);
            } else {
                // All facts of a customer are taken out together, those that have its id among them.
                Set<String> gone = new HashSet<>();
                ofLayer.forEach(fact -> gone.add(fact.id()));
                facts.removeIf(fact -> gone.contains(fact.id()));
            }
        }
        facts.sort(order);
        return facts;
    }

    @Override
    public CountingMoments moments(Indicator<?> indicator) {
        return layers.get(0).answers().moments(indicator);
    }
}
