package org.saleskpi.engine;

import org.saleskpi.value.Count;

/** How many facts of a balance stand. */
record BalanceReading(BalanceRuns balance) implements Reading<Count> {

    @Override
    public Count answer(Runs runs) {
        return new Count(balance.count(runs));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return FoundFacts.of(balance.facts(runs));
    }
}
