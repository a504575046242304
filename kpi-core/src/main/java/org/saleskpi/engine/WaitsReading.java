package org.saleskpi.engine;

import org.saleskpi.value.Waits;

/** How long the customers in a run waited. */
record WaitsReading(int run, WaitsColumn waits) implements Reading<Waits> {

    @Override
    public Waits answer(Runs runs) {
        return waits.over(runs.start(run), runs.end(run));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return new SplitReading(run, waits.ends()).facts(runs);
    }
}
