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
    private final ConcurrentMap<ImmutableList<Dimension>, Plan> plans;

    /**
     * Creates questions, which compute nothing until they are asked.
     *
     * @param index what they are asked of
     * @param indicators what they are about
     */
    public Questions(Index index, List<Indicator<?>> indicators) {
        this.index = index;
        this.indicators = List.copyOf(indicators);
        this.plans = indicators.size() == 1 ? index.plans(indicators.get(0)) : new ConcurrentHashMap<>(2);
    }

    /** Returns the keys that occur in the whole history: empty, for unassigned, comes last. */
    public ImmutableList<Optional<String>> keys(Dimension dimension, Part part) {
        // Whoever asks for keys asks about the groups next; grouping facts finds their keys on the way.
        plan(part.where(dimension, List.of()).dimensions());
        return index.keys(dimension);
    }

    /** Returns what answers the questions about a part; for one thread. */
    public PartAnswers about(Part part) {
        index.letGo();
        Plan plan = plan(part.dimensions());
        if (part.isGroup()) {
            return new PeriodAnswers(index, indicators, plan, part);
        }
        List<PeriodAnswers> groups = part.groups()
                .map(group -> new PeriodAnswers(index, indicators, plan, group))
                .toList();
        return groups.isEmpty() ? new PeriodAnswers(index, indicators, plan, part) : new SumOfAnswers(groups);
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
