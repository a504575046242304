package org.saleskpi.engine;

import java.util.List;
import org.saleskpi.value.Ratio;

/** The number of the members in one run, divided by that of another. */
record RatioReading(int dividend, int divisor) implements Reading<Ratio> {

    @Override
    public Ratio answer(Runs runs) {
        return new Ratio(runs.size(dividend), runs.size(divisor));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return new FoundFacts(runs.facts(dividend), List.of(), List.of(), runs.facts(divisor));
    }
}
