package org.saleskpi.sales;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the six kinds of record have in common. All are immutable and thread-safe, and compare by value. */
public sealed interface SalesRecord permits Customer, Call, Meeting, Proposal, Contract, Survey {

    /**
     * Returns the id, which no other record of the same kind has.
     *
     * @return the id, not blank
     */
    String id();

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
    String origin();
}
