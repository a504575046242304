package org.saleskpi.engine;

import java.time.Instant;
import java.util.List;
import org.saleskpi.sales.CustomerJourney;

/**
 * Which customers are in force, by a look at each: for so few that this takes no longer than anything else, as in most groups of
 * a small history. A customer takes four bytes.
 */
final class FewCovers implements InForce {

    private final CustomerJourney[] journeys;

    FewCovers(List<CustomerJourney> journeys) {
        this.journeys = journeys.toArray(CustomerJourney[]::new);
    }

    @Override
    public int count(Instant moment) {
        int count = 0;
        for (CustomerJourney journey : journeys) {
            count += journey.isInForceOnEveOf(moment) ? 1 : 0;
        }
        return count;
    }

    @Override
    public int countAtBoth(Instant moment, Instant later) {
        int count = 0;
        for (CustomerJourney journey : journeys) {
            count += journey.isInForceOnEveOf(moment) && journey.isInForceOnEveOf(later) ? 1 : 0;
        }
        return count;
    }
}
