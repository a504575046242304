package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Fact;

/**
 * The stages of a {@link Funnel}, in the order in which customers are meant to pass them.
 *
 * <pre>{@code
 * FunnelStages trials = FunnelStages.of("entered", SalesPopulations.PROSPECTS_ENTERED)
 *         .then("trial", SalesPopulations.PROPOSALS_SENT.where(Dimension.attribute("kind"), "trial"))
 *         .then("signed", SalesPopulations.CONTRACTS_SIGNED);
 * Funnel funnel = KpiCalculator.of(history).during(DateRange.year(2026)).funnel(trials);
 * }</pre>
 *
 * <p>A customer has the event of a stage if it has a fact in the stage's population, in whichever period; the event is the
 * earliest of them, by the moment that the population places them by. Facts of any kind will do; those that belong to no
 * customer are left out.
 *
 * <p>Immutable, and thread-safe if the populations are. Stages are the same only if they are one object: keep yours in a
 * constant, so that what is computed for them is computed once.
 *
 * @since 0.1.0
 */
public final class FunnelStages {

    /**
     * The standard stages: {@code entered}, {@code called}, {@code reached}, {@code met}, {@code proposed}, {@code signed}.
     *
     * <ul>
     *   <li>{@code entered}: the entry, {@link SalesPopulations#PROSPECTS_ENTERED};
     *   <li>{@code called}: the first prospecting call, {@link SalesPopulations#PROSPECTING_CALLS};
     *   <li>{@code reached}: the first of them that somebody answered, {@link SalesPopulations#PROSPECTING_CALLS_ANSWERED};
     *   <li>{@code met}: the first sales meeting held, {@link SalesPopulations#SALES_MEETINGS_HELD};
     *   <li>{@code proposed}: the first proposal sent, {@link SalesPopulations#PROPOSALS_SENT};
     *   <li>{@code signed}: the first contract, {@link SalesPopulations#CONTRACTS_SIGNED}.
     * </ul>
     */
    public static final FunnelStages STANDARD = of("entered", SalesPopulations.PROSPECTS_ENTERED)
            .then("called", SalesPopulations.PROSPECTING_CALLS)
            .then("reached", SalesPopulations.PROSPECTING_CALLS_ANSWERED)
            .then("met", SalesPopulations.SALES_MEETINGS_HELD)
            .then("proposed", SalesPopulations.PROPOSALS_SENT)
            .then("signed", SalesPopulations.CONTRACTS_SIGNED);

    private final ImmutableList<Stage> stages;

    private FunnelStages(ImmutableList<Stage> stages) {
        this.stages = stages;
    }

    /** A stage: its key, and whose members are its events. */
    private record Stage(String key, Population<?> events) {}

    /**
     * Returns the first stage alone.
     *
     * @param key what the stage is called; not blank
     * @param events the facts of which a customer that has one has come as far as this stage
     * @return stages to which more are added with {@link #then}
     * @throws IllegalArgumentException if the key is blank
     */
    public static FunnelStages of(String key, Population<? extends Fact> events) {
        return new FunnelStages(ImmutableList.of()).then(key, events);
    }

    /**
     * Returns these stages and another one after them.
     *
     * @param key what the stage is called; not blank, and not that of another stage
     * @param events the facts of which a customer that has one has come as far as this stage
     * @return the longer stages
     * @throws IllegalArgumentException if the key is blank, or another stage has it
     */
    public FunnelStages then(String key, Population<? extends Fact> events) {
        requireNonNull(key, "key");
        requireNonNull(events, "events");
        checkArgument(!key.isBlank(), "FunnelStages: key \"%s\" is blank", key);
        checkArgument(!keys().contains(key), "FunnelStages: two stages have the key \"%s\"", key);
        return new FunnelStages(ImmutableList.<Stage>builder()
                .addAll(stages)
                .add(new Stage(key, events))
                .build());
    }

    /**
     * Returns the keys of the stages.
     *
     * @return the keys in order, unmodifiable
     */
    public List<String> keys() {
        return stages.stream().map(Stage::key).toList();
    }

    /**
     * Returns what the events of the stages are.
     *
     * @return the population of each stage, in order, unmodifiable
     */
    public List<Population<?>> events() {
        return stages.stream().<Population<?>>map(Stage::events).collect(Collectors.toUnmodifiableList());
    }

    /** Returns the keys with arrows between them. */
    @Override
    public String toString() {
        return String.join(" > ", keys());
    }
}
