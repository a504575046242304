package org.saleskpi.engine;

import org.joda.money.CurrencyUnit;
import org.saleskpi.value.MeanAmount;

/** The mean of the amounts of the members in a run that have one. */
record MeanReading(int run, SumColumn sums, CurrencyUnit currency) implements Reading<MeanAmount> {

    @Override
    public MeanAmount answer(Runs runs) {
        return sums.over(runs.start(run), runs.end(run), currency);
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return FoundFacts.of(runs.facts(run, sums::hasAmount));
    }
}
