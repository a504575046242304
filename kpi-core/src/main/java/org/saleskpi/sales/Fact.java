package org.saleskpi.sales;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing that indicators count: a recorded fact, or one that a {@link SalesHistory} derives from the
 * records.
 *
 * <p>A fact belongs to at most one customer. It is grouped by its own owner or attribute, else by its customer's.
 *
 * @see Call
 * @see Conversion
 * @since 0.1.0
 */
public sealed interface Fact
        permits Call, Meeting, Booking, Proposal, Contract, Survey, CustomerJourney, Conversion, Stretch {

    /**
     * Returns what tells this fact from others in a list, such as the rows behind a number.
     *
     * @return the id of a recorded fact, and of the meeting of a booking; of one that is derived for a customer, the id of that,
     *     which has one journey, at most one conversion, and any number of stretches
     */
    String id();

    /**
     * Returns the instant that anchors this fact in time: it decides whether a view as of an instant knows the fact.
     *
     * @return {@code at} of a call, meeting or survey answer, {@code sentAt} of a proposal, {@code signedAt} of a contract,
     *     {@code bookedAt} of a booking, the entry of a journey, the signature that a conversion comes by, the start of a stretch
     */
    Instant moment();

    /**
     * Returns the customer that this fact belongs to.
     *
     * @return the customer's id; null when nobody linked it to one
     */
    @Nullable
    String customerId();

    /**
     * Returns the sales rep who owns this fact.
     *
     * @return the rep's name or id; null when the fact has none of its own
     */
    @Nullable
    String owner();

    /**
     * Returns the fact's own attributes, such as region, product or source.
     *
     * @return the attributes by name, unmodifiable
     */
    Map<String, String> attributes();
}
