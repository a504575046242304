package org.saleskpi.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Waits;

/**
 * The state of a history that changes, the states that it had before, and what was answered about them. Who asks again learns
 * what was answered then, and asks only about what has changed since. Thread-safe.
 */
final class Past {

    /** What has changed since so many states ago is known. */
    private static final int MOST_STEPS = 64;

    /** What has changed takes about as much memory as such a part of the whole, or as so many records: else less of it is known. */
    private static final int PART_OF_WHOLE = 10;

    private static final int FEW_RECORDS = 500;

    /** A layer takes 10 KB by itself, as so many records. */
    private static final int RECORDS_OF_A_LAYER = 100;

    /** An answer takes some 2.4 KB: that of so many records a hundred times over. */
    private static final int RECORDS_OF_AN_ANSWER = 100;

    private static final int MOST_ANSWERS = 4_096;

    private static final int FEWEST_ANSWERS = 16;

    /** Stands for the state, in whatever layers it comes. */
    private final Object state = new Object();

    /** How it came of the states before, the latest first. */
    private final ImmutableList<Step> steps;

    /** So many records the steps may take. */
    private final int mostRecords;

    /** So many answers are kept. */
    private final int mostAnswers;

    private final Cache<Question, Answered> answered;

    /** What has changed since a state. */
    private record Step(Object from, ImmutableList<LayeredIndex.Layer> changes) {

        /** How many records take as much memory. */
        int records() {
            return changes.stream()
                    .mapToInt(layer -> RECORDS_OF_A_LAYER
                            + layer.index().history().records().size())
                    .sum();
        }
    }

    private record Question(Selection part, InstantRange period) {}

    private record Answered(Object state, ImmutableList<KpiValue<?>> values) {}

    /**
     * Answers about a state before.
     *
     * @param values the answers to all indicators in order
     * @param changes what has changed since
     */
    record Known(ImmutableList<KpiValue<?>> values, ImmutableList<LayeredIndex.Layer> changes) {}

    private Past(ImmutableList<Step> steps, int mostRecords, int mostAnswers, Cache<Question, Answered> answered) {
        this.steps = steps;
        this.mostRecords = mostRecords;
        this.mostAnswers = mostAnswers;
        this.answered = answered;
    }

    /** Begins with a state of a history of so many records. */
    static Past of(int records) {
        int answers = mostAnswers(records);
        return new Past(
                ImmutableList.of(),
                mostRecords(records),
                answers,
                CacheBuilder.newBuilder()
                        .concurrencyLevel(1)
                        .maximumSize(answers)
                        .build());
    }

    private static int mostRecords(int records) {
        return Math.max(FEW_RECORDS, records / PART_OF_WHOLE);
    }

    private static int mostAnswers(int records) {
        return Math.max(FEWEST_ANSWERS, Math.min(MOST_ANSWERS, records / RECORDS_OF_AN_ANSWER));
    }

    /** This past, or one that begins anew where a history that has grown to so many records may keep twice as much. */
    Past grownTo(int records) {
        return mostAnswers(records) / 2 >= mostAnswers || mostRecords(records) / 2 >= mostRecords ? of(records) : this;
    }

    /** The past of the next state. */
    Past with(ImmutableList<LayeredIndex.Layer> changes) {
        Step latest = new Step(state, changes);
        int left = mostRecords - latest.records();
        ImmutableList.Builder<Step> next = ImmutableList.builder();
        next.add(latest);
        for (Step step : steps.subList(0, Math.min(steps.size(), MOST_STEPS - 1))) {
            left -= step.records();
            if (left < 0) {
                break;
            }
            next.add(step);
        }
        return new Past(next.build(), mostRecords, mostAnswers, answered);
    }

    /** What has changed since so many states ago, in order. */
    private ImmutableList<LayeredIndex.Layer> since(int states) {
        return steps.subList(0, states).reverse().stream()
                .flatMap(one -> one.changes().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * What was answered about a part and a period; null if nothing was, or too much has changed since.
     *
     * @param mostChanges how many layers of changes since may be asked in the place of the whole
     */
    @Nullable
    Known find(Selection part, InstantRange period, int mostChanges) {
        Answered known = answered.getIfPresent(new Question(part, period));
        if (known == null) {
            return null;
        }
        int states = 0;
        Object reached = state;
        while (reached != known.state() && states < steps.size()) {
            reached = steps.get(states++).from();
        }
        if (reached != known.state()) {
            return null;
        }
        ImmutableList<LayeredIndex.Layer> changes = since(states);
        return changes.size() > mostChanges ? null : new Known(known.values(), changes);
    }

    /** Keeps the answers to all indicators in order. They hold nothing of the history. */
    void keep(Selection part, InstantRange period, ImmutableList<KpiValue<?>> values) {
        for (KpiValue<?> value : values) {
            if (value instanceof Days days) {
                days.detached();
            } else if (value instanceof Waits waits) {
                waits.detached();
            }
        }
        answered.put(new Question(part, period), new Answered(state, values));
    }
}
