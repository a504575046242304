package org.saleskpi.output.wording;

import java.util.List;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;

/**
 * How many customers have a contract that never ends: they are always retained, and retention and churn say nothing of them.
 * Immutable and thread-safe.
 *
 * @param endless how many of them have a cover without an end
 * @param covered how many customers have a cover at all
 */
public record EndlessCovers(long endless, long covered) {

    /**
     * Counts them.
     *
     * @param history the history
     * @return the counts
     */
    public static EndlessCovers of(SalesHistory history) {
        List<CustomerJourney> covered = history.journeys().stream()
                .filter(journey -> !journey.cover().isEmpty())
                .toList();
        long endless = covered.stream()
                .filter(journey ->
                        journey.cover().get(journey.cover().size() - 1).endsAt() == null)
                .count();
        return new EndlessCovers(endless, covered.size());
    }

    /**
     * Tells whether no cover has an end, so that nobody can be lost.
     *
     * @return true if there are covers, and none of them ends
     */
    public boolean areAll() {
        return covered > 0 && endless == covered;
    }

    /** Returns a sentence for the account of an import. */
    @Override
    public String toString() {
        return "Customers with a contract that has no end: " + endless + " of " + covered
                + "; they count as retained for ever, so retention and churn say nothing of them";
    }
}
