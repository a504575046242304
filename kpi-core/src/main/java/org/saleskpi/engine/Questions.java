package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;

/** Questions about the same indicators again and again: how they are answered is found once. Thread-safe. */
public final class Questions {

    private final Index index;
    private final List<Indicator<?>> indicators;
    private final ConcurrentMap<ImmutableList<Dimension>, Plan> plans = new ConcurrentHashMap<>(2);

    /**
     * Creates questions, which compute nothing until they are asked.
     *
     * @param index what they are asked of
     * @param indicators what they are about
     */
    public Questions(Index index, List<Indicator<?>> indicators) {
        this.index = index;
        this.indicators = List.copyOf(indicators);
    }

    /** Returns the keys that occur in the whole history: empty, for unassigned, comes last. */
    public ImmutableList<Optional<String>> keys(Dimension dimension, Scope scope) {
        // Whoever asks for keys asks about the groups next; grouping facts finds their keys on the way.
        plan(scope.and(dimension, null).dimensions());
        return index.keys(dimension);
    }

    /** Returns what answers the questions about a scope; for one thread. */
    public PeriodAnswers about(Scope scope) {
        return new PeriodAnswers(index, plan(scope.dimensions()), scope);
    }

    private Plan plan(ImmutableList<Dimension> dimensions) {
        Plan plan = plans.get(dimensions);
        if (plan == null) {
            // Two threads may both make a plan: what is in it is made once all the same.
            plan = Plan.of(index, indicators, dimensions);
            plans.put(dimensions, plan);
        }
        return plan;
    }
}
