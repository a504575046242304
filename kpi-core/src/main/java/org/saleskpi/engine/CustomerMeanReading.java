package org.saleskpi.engine;

import org.joda.money.CurrencyUnit;
import org.saleskpi.value.Amount;
import org.saleskpi.value.MeanAmount;

/** What the members in a run sum to, by how many different customers they have; the facts behind it are all members. */
record CustomerMeanReading(int run, CustomersColumn customers, SumColumn sums, CurrencyUnit currency)
        implements Reading<MeanAmount> {

    @Override
    public MeanAmount answer(Runs runs) {
        int start = runs.start(run);
        int end = runs.end(run);
        return new MeanAmount(new Amount(currency, sums.minorUnits(start, end)), customers.count(start, end));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return FoundFacts.of(runs.facts(run));
    }
}
