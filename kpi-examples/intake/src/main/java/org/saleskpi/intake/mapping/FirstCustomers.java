package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.saleskpi.sales.Customer;

/**
 * The customers of whom there are many rows, in one file or in several: a list of deals names each customer again and again.
 * All rows of one are one customer. Not thread-safe.
 */
final class FirstCustomers {

    private final Map<String, List<Customer>> rows = new LinkedHashMap<>();

    /** Adds what a row says of a customer, and tells whether the customer is new. */
    boolean add(Customer row) {
        List<Customer> known = rows.computeIfAbsent(row.id(), id -> new ArrayList<>(1));
        known.add(row);
        return known.size() == 1;
    }

    void forEach(Consumer<Customer> consumer) {
        rows.values().forEach(known -> consumer.accept(merged(known)));
    }

    /**
     * Known since the earliest row; of the other fields, each is that of the earliest row which has it. Whether a customer is
     * disqualified is a matter of the latest.
     */
    private static Customer merged(List<Customer> rows) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        rows.sort(Comparator.comparing(Customer::since));
        Customer first = rows.get(0);
        Map<String, String> attributes = new LinkedHashMap<>();
        rows.forEach(row -> row.attributes().forEach(attributes::putIfAbsent));
        return Customer.builder(first.id(), first.since())
                .disqualifiedAt(rows.get(rows.size() - 1).disqualifiedAt())
                .owner(rows.stream()
                        .map(Customer::owner)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))
                .attributes(attributes)
                .origin(first.origin())
                .build();
    }
}
