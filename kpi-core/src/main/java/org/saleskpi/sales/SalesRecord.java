package org.saleskpi.sales;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the six kinds of record have in common. All are immutable and thread-safe, and compare by value.
 *
 * <p>They are made by their builders, and tell what they hold by their accessors: both stay as they are when a kind of
 * record gains a field. The constructors, and patterns that take records apart, name every field and change with them.
 *
 * <pre>{@code
 * Map<String, Long> recordsByOwner = new TreeMap<>();
 * for (SalesRecord record : history.records()) {
 *     recordsByOwner.merge(record.owner() == null ? "nobody" : record.owner(), 1L, Long::sum);
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface SalesRecord permits Customer, Call, Meeting, Proposal, Contract, Survey {

    /**
     * Returns the id, which no other record of the same kind has.
     *
     * @return the id, not blank: not made of white space alone, no-break spaces included
     */
    String id();

    /**
     * Returns which of the six kinds of record this is.
     *
     * @return the kind, never {@link RecordType#EXCHANGE_RATE}
     */
    RecordType type();

    /**
     * Returns the instant that anchors the record in time.
     *
     * @return {@code since} of a customer, {@code sentAt} of a proposal, {@code signedAt} of a contract, {@code at} of the
     *     others
     */
    Instant moment();

    /**
     * Returns the sales rep who owns this record.
     *
     * @return the rep's name or id; null when the record has none of its own
     */
    @Nullable
    String owner();

    /**
     * Returns the free attributes, such as region, product or source.
     *
     * @return the attributes by name, unmodifiable
     */
    Map<String, String> attributes();

    /**
     * Returns where the record came from, for {@link Problem problems} to repeat.
     *
     * @return such as a file and line; null when it does not say
     */
    @Nullable
    Origin origin();
}
