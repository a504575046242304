package org.saleskpi.engine;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.saleskpi.value.RateOfAmounts;

/** The amounts of the members in a run, split in those of hits, misses and open cases. */
record AmountSplitReading(int run, AmountSplitColumn amounts, CurrencyUnit currency) implements Reading<RateOfAmounts> {

    @Override
    public RateOfAmounts answer(Runs runs) {
        return amounts.over(runs.start(run), runs.end(run), currency);
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return new FoundFacts(
                runs.facts(run, position -> amounts.hasAmount(position) && amounts.isHit(position)),
                runs.facts(
                        run,
                        position ->
                                amounts.hasAmount(position) && !amounts.isHit(position) && !amounts.isOpen(position)),
                runs.facts(run, position -> amounts.hasAmount(position) && amounts.isOpen(position)),
                List.of());
    }
}
