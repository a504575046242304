package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Amount;
import org.saleskpi.value.RatioOfAmounts;

/**
 * What the customers of the start of a period have at its end, by what they had.
 *
 * @param followed where it is looked up
 * @param currency the reporting currency
 */
record NetReading(int followed, CurrencyUnit currency) implements Reading<RatioOfAmounts> {

    @Override
    public RatioOfAmounts answer(Runs runs) {
        CustomerAmounts.Totals totals = runs.amountsAtBothEnds(followed);
        return new RatioOfAmounts(new Amount(currency, totals.atEnd()), new Amount(currency, totals.atStart()));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        List<Fact> atEnd = new ArrayList<>();
        List<Fact> atStart = new ArrayList<>();
        Instant end = runs.measuredEnd();
        if (end != null) {
            for (List<Followed.Standing> facts : runs.standing(followed, end).values()) {
                if (facts.stream().mapToLong(Followed.Standing::atStart).sum() > 0) {
                    facts.stream().filter(one -> one.atEnd() != 0).forEach(one -> atEnd.add(one.fact()));
                    facts.stream().filter(one -> one.atStart() != 0).forEach(one -> atStart.add(one.fact()));
                }
            }
        }
        atEnd.sort(Comparator.comparing(Fact::moment).thenComparing(FactKind.ORDER));
        atStart.sort(Comparator.comparing(Fact::moment).thenComparing(FactKind.ORDER));
        return new FoundFacts(atEnd, List.of(), List.of(), atStart);
    }
}
