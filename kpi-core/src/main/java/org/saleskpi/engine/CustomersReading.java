package org.saleskpi.engine;

import org.saleskpi.value.Count;

/** How many different customers the members in a run have; the facts behind it are each customer's first. */
record CustomersReading(int run, CustomersColumn customers) implements Reading<Count> {

    @Override
    public Count answer(Runs runs) {
        return new Count(customers.count(runs.start(run), runs.end(run)));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        int start = runs.start(run);
        return FoundFacts.of(runs.facts(run, position -> customers.isFirst(position, start)));
    }
}
