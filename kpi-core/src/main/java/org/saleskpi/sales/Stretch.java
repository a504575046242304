package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a customer is covered without a gap: terms of its contracts that touch or overlap, as one.
 *
 * <p>Derived by {@link SalesHistory}. Immutable and thread-safe.
 *
 * @param customer the customer
 * @param startsAt the first instant of cover
 * @param endsAt the first instant after it, later than the start; null when it is open-ended
 * @see CustomerJourney
 * @since 0.1.0
 */
public record Stretch(
        Customer customer, Instant startsAt, @Nullable Instant endsAt) implements Fact {

    /**
     * Creates a stretch.
     *
     * @param customer the customer
     * @param startsAt the first instant of cover
     * @param endsAt the first instant after it, later than the start; null when it is open-ended
     */
    public Stretch {
        requireNonNull(customer, "customer");
        requireNonNull(startsAt, "startsAt");
    }

    /**
     * Tells whether this stretch makes its customer one in force on the eve of a moment: it starts before, and ends at the
     * moment or later.
     *
     * <p>What starts or ends exactly at the moment is a movement of the period that begins there, so that opening balance,
     * movements and closing balance always agree.
     *
     * @param moment the moment
     * @return true if {@code startsAt < moment <= endsAt}
     */
    public boolean isInForceOnEveOf(Instant moment) {
        requireNonNull(moment, "moment");
        return startsAt.isBefore(moment) && (endsAt == null || !endsAt.isBefore(moment));
    }

    /** Returns the id of the customer. */
    @Override
    public String id() {
        return customer.id();
    }

    @Override
    public Instant moment() {
        return startsAt;
    }

    @Override
    public String customerId() {
        return customer.id();
    }

    @Override
    public @Nullable String owner() {
        return customer.owner();
    }

    @Override
    public Map<String, String> attributes() {
        return customer.attributes();
    }
}
