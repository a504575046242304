package org.saleskpi.engine;

import org.saleskpi.value.Count;

/** The number of the members in a run. */
record CountReading(int run) implements Reading<Count> {

    @Override
    public Count answer(Runs runs) {
        return new Count(runs.size(run));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return FoundFacts.of(runs.facts(run));
    }
}
