package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.Amount;
import org.saleskpi.value.RateOfAmounts;

/**
 * What customers had at the start of a period, split in what is left of it at its end and what is not.
 *
 * @param followed where it is looked up
 * @param history where the customers are
 * @param currency the reporting currency
 */
record GrossReading(int followed, SalesHistory history, CurrencyUnit currency) implements Reading<RateOfAmounts> {

    @Override
    public RateOfAmounts answer(Runs runs) {
        CustomerAmounts.Totals totals = runs.amountsAtBothEnds(followed);
        return new RateOfAmounts(
                new Amount(currency, totals.kept()),
                new Amount(currency, totals.atStart() - totals.kept()),
                new Amount(currency, 0));
    }

    /** The customers of whose amount something is left, as hits, and those that have less of it, as misses: some are both. */
    @Override
    public FoundFacts facts(Runs runs) {
        List<CustomerJourney> hits = new ArrayList<>();
        List<CustomerJourney> misses = new ArrayList<>();
        Instant end = runs.measuredEnd();
        if (end != null) {
            runs.standing(followed, end).forEach((customerId, facts) -> {
                long before =
                        facts.stream().mapToLong(Followed.Standing::atStart).sum();
                long now = facts.stream().mapToLong(Followed.Standing::atEnd).sum();
                CustomerJourney journey = history.journeyOf(customerId).orElseThrow();
                if (Math.min(before, now) > 0) {
                    hits.add(journey);
                }
                if (now < before) {
                    misses.add(journey);
                }
            });
        }
        hits.sort(Comparator.comparing(CustomerJourney::entry).thenComparing(FactKind.ORDER));
        misses.sort(Comparator.comparing(CustomerJourney::entry).thenComparing(FactKind.ORDER));
        return new FoundFacts(hits, misses, List.of(), List.of());
    }
}
