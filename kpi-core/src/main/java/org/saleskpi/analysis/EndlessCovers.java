package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.List;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;

/**
 * How many customers have a contract that never ends: they are always retained, and retention and churn say nothing of them.
 * Systems that record no terms make all covers endless.
 *
 * <pre>{@code
 * SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *         .customers(List.of(Customer.builder("c-1", Instant.parse("2026-01-05T08:00:00Z")).build()))
 *         .contracts(List.of(
 *                 Contract.builder("s-1", Instant.parse("2026-02-01T08:00:00Z"), Money.parse("EUR 1200.00"))
 *                         .customer("c-1")
 *                         .build()))
 *         .build();
 * assert EndlessCovers.of(history).areAll();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param endless how many of them have a cover without an end
 * @param covered how many customers have a cover at all
 * @since 0.1.0
 */
public record EndlessCovers(long endless, long covered) {

    /**
     * Creates counts; {@link #of} makes them of a history.
     *
     * @param endless how many customers have a cover without an end
     * @param covered how many customers have a cover at all
     * @throws IllegalArgumentException if one is negative, or more are endless than there are
     */
    public EndlessCovers {
        checkArgument(
                endless >= 0 && endless <= covered,
                "EndlessCovers: endless %s is not within 0 to covered %s",
                endless,
                covered);
    }

    /**
     * Counts them.
     *
     * @param history the history
     * @return the counts
     */
    public static EndlessCovers of(SalesHistory history) {
        List<CustomerJourney> covered = requireNonNull(history, "history").journeys().stream()
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

    /** Returns the counts in a sentence. */
    @Override
    public String toString() {
        return "Customers with a contract that has no end: " + endless + " of " + covered
                + "; they count as retained for ever, so retention and churn say nothing of them";
    }
}
