package org.saleskpi.cli.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.saleskpi.sales.Customer;

/**
 * The customers of files in which each has many rows, such as a list of deals: of the rows of one customer, that with the
 * earliest {@code since} counts, and the first read of those. Not thread-safe.
 */
final class FirstCustomers {

    private final Map<String, Customer> byId = new LinkedHashMap<>();

    /** Adds what a row says of a customer, and tells whether the customer is new. */
    boolean add(Customer customer) {
        Customer known = byId.get(customer.id());
        if (known == null || customer.since().isBefore(known.since())) {
            byId.put(customer.id(), customer);
        }
        return known == null;
    }

    void forEach(Consumer<Customer> consumer) {
        byId.values().forEach(consumer);
    }
}
