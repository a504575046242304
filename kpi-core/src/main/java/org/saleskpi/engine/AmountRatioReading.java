package org.saleskpi.engine;

import java.util.List;
import org.saleskpi.value.RatioOfAmounts;

/** The sum of the amounts in one run, divided by that in another. */
record AmountRatioReading(SumReading dividend, SumReading divisor) implements Reading<RatioOfAmounts> {

    @Override
    public RatioOfAmounts answer(Runs runs) {
        return new RatioOfAmounts(dividend.answer(runs), divisor.answer(runs));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return new FoundFacts(
                dividend.facts(runs).hits(),
                List.of(),
                List.of(),
                divisor.facts(runs).hits());
    }
}
