package org.saleskpi.engine;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Balance;
import org.saleskpi.sales.Fact;

/**
 * Where the facts of a balance are found: those that started to stand before an instant, less those that ended to before it.
 *
 * @param started the run of the facts by their start
 * @param ended the run of the facts by their end
 * @param end the end of a fact
 * @param at the bound of the period on whose eve the balance is taken
 */
record BalanceRuns(int started, int ended, Function<Fact, @Nullable Instant> end, Balance.At at) {

    static <F extends Fact> BalanceRuns of(Balance<F> balance, Balance.At at, Plan.Builder plan) {
        Class<F> type = balance.ended().factType();
        return new BalanceRuns(
                plan.run(balance.started()),
                plan.run(balance.ended()),
                fact -> balance.ended().momentOf(type.cast(fact)),
                at);
    }

    int count(Runs runs) {
        return runs.countBefore(started, at) - runs.countBefore(ended, at);
    }

    /** The facts that stand, in the order in which they started to. */
    List<? extends Fact> facts(Runs runs) {
        Instant moment = runs.measured(at);
        return runs.factsBefore(started, at).stream()
                .filter(fact -> {
                    Instant until = end.apply(fact);
                    return until == null || !until.isBefore(moment);
                })
                .toList();
    }
}
