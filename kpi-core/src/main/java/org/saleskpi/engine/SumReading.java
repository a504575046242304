package org.saleskpi.engine;

import org.joda.money.CurrencyUnit;
import org.saleskpi.value.Amount;

/** The sum of the amounts of the members in a run. */
record SumReading(int run, SumColumn sums, CurrencyUnit currency) implements Reading<Amount> {

    @Override
    public Amount answer(Runs runs) {
        return new Amount(currency, sums.minorUnits(runs.start(run), runs.end(run)));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return FoundFacts.of(runs.facts(run, sums::hasAmount));
    }
}
