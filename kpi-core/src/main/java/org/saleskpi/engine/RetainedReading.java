package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.value.Rate;

/**
 * The customers in force at the start of a period, split by whether they are in force at its end.
 *
 * @param cover where they are looked up
 * @param hitIfInForce whether those that are in force at the end are the hits; else the others are
 */
record RetainedReading(int cover, boolean hitIfInForce) implements Reading<Rate> {

    @Override
    public Rate answer(Runs runs) {
        Rate kept = runs.stillInForce(cover);
        return hitIfInForce ? kept : kept.complement();
    }

    @Override
    public FoundFacts facts(Runs runs) {
        List<CustomerJourney> hits = new ArrayList<>();
        List<CustomerJourney> misses = new ArrayList<>();
        Instant end = runs.measuredEnd();
        if (end != null) {
            for (CustomerJourney journey : runs.customers(cover)) {
                if (journey.isInForceOnEveOf(runs.period().startInclusive())) {
                    (journey.isInForceOnEveOf(end) == hitIfInForce ? hits : misses).add(journey);
                }
            }
        }
        return new FoundFacts(hits, misses, List.of(), List.of());
    }
}
