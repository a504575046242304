package org.saleskpi.engine;

import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Amount;

/**
 * The sum of the amounts of the facts of a balance that stand.
 *
 * @param balance where the facts are found
 * @param started the amounts of the facts by their start
 * @param ended the amounts of the facts by their end
 * @param hasAmount whether a fact has one
 * @param currency the reporting currency
 */
record AmountBalanceReading(
        BalanceRuns balance, SumColumn started, SumColumn ended, Predicate<Fact> hasAmount, CurrencyUnit currency)
        implements Reading<Amount> {

    @Override
    public Amount answer(Runs runs) {
        long before = minorUnits(started, balance.started(), runs);
        return new Amount(currency, Math.subtractExact(before, minorUnits(ended, balance.ended(), runs)));
    }

    private long minorUnits(SumColumn sums, int run, Runs runs) {
        int first = runs.first(run);
        return sums.minorUnits(first, first + runs.countBefore(run, balance.at()));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return FoundFacts.of(balance.facts(runs).stream().filter(hasAmount).toList());
    }
}
