package org.saleskpi.engine;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.saleskpi.value.Velocity;

/**
 * How much is sold per day.
 *
 * @param open where the open cases are found
 * @param decided the run of the decided cases
 * @param cases what is known of these
 * @param currency the reporting currency
 */
record VelocityReading(BalanceRuns open, int decided, VelocityColumn cases, CurrencyUnit currency)
        implements Reading<Velocity> {

    @Override
    public Velocity answer(Runs runs) {
        return cases.over(runs.start(decided), runs.end(decided), open.count(runs), currency);
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return new FoundFacts(
                runs.facts(decided, cases.wins()::isHit),
                runs.facts(decided, position -> !cases.wins().isHit(position)),
                open.facts(runs),
                List.of());
    }
}
