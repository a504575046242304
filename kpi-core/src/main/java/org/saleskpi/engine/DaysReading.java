package org.saleskpi.engine;

import org.saleskpi.value.Days;

/** The days of the members in a run that have any. */
record DaysReading(int run, DurationsColumn days) implements Reading<Days> {

    @Override
    public Days answer(Runs runs) {
        int start = runs.start(run);
        int end = runs.end(run);
        return Days.lazily(days.count(start, end), days.total(start, end), days.each(start, end));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return FoundFacts.of(runs.facts(run, days::isPresent));
    }
}
