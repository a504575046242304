package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A prospect becoming a customer by its first contract: the earliest signed, and of several signed at one instant the
 * one whose id comes first.
 *
 * <p>It is grouped by the owner and attributes of that contract, else by the customer's. Derived by {@link SalesHistory}.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * for (CustomerJourney journey : history.journeys()) {
 *     journey.conversion().ifPresent(conversion -> System.out.println(conversion.contract().id() + " was signed "
 *             + Duration.between(conversion.entry(), conversion.at()).toDays() + " days after the first trace"));
 * }
 * }</pre>
 *
 * @param customer the customer
 * @param entry when the customer entered: {@link CustomerJourney#entry}
 * @param contract its first contract
 * @since 0.1.0
 */
public record Conversion(Customer customer, Instant entry, Contract contract) implements Fact {

    /**
     * Creates a conversion.
     *
     * @param customer the customer
     * @param entry when the customer entered: {@link CustomerJourney#entry}
     * @param contract its first contract
     */
    public Conversion {
        requireNonNull(customer, "customer");
        requireNonNull(entry, "entry");
        requireNonNull(contract, "contract");
    }

    /**
     * Returns when the customer converted.
     *
     * @return the moment its first contract was signed, not before its entry
     */
    public Instant at() {
        return contract.signedAt();
    }

    /** Returns the id of the customer. */
    @Override
    public String id() {
        return customer.id();
    }

    @Override
    public Instant moment() {
        return at();
    }

    @Override
    public String customerId() {
        return customer.id();
    }

    @Override
    public @Nullable String owner() {
        return contract.owner();
    }

    @Override
    public Map<String, String> attributes() {
        return contract.attributes();
    }
}
