package org.saleskpi.engine;

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
    public CoverInstants instants() {
        return CoverInstants.NONE;
    }

    @Override
    public int count(Bounds bounds) {
        int count = 0;
        for (CustomerJourney journey : journeys) {
            count += journey.isInForceOnEveOf(bounds.moment()) ? 1 : 0;
        }
        return count;
    }

    @Override
    public int countAtBoth(Bounds bounds) {
        int count = 0;
        for (CustomerJourney journey : journeys) {
            boolean isAtBoth = journey.isInForceOnEveOf(bounds.moment()) && journey.isInForceOnEveOf(bounds.later());
            count += isAtBoth ? 1 : 0;
        }
        return count;
    }
}
