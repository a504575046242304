package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives each customer's journey from its contracts and its entry. */
final class Journeys {

    private Journeys() {}

    /** The journeys of all customers, in the order of the customers, whose entries are given in that order. */
    static ImmutableList<CustomerJourney> derive(
            List<Customer> customers, List<Instant> entries, List<Contract> contracts) {
        Map<String, List<Contract>> contractsByCustomer = byCustomer(contracts);
        ImmutableList.Builder<CustomerJourney> journeys = ImmutableList.builderWithExpectedSize(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            Customer customer = customers.get(i);
            journeys.add(journey(customer, entries.get(i), contractsByCustomer.getOrDefault(customer.id(), List.of())));
        }
        return journeys.build();
    }

    /**
     * The journeys as they were known just before a moment. Those that nothing happened to since are shared.
     */
    static ImmutableList<CustomerJourney> before(
            Instant moment, List<CustomerJourney> journeys, List<Contract> contracts) {
        Set<String> signedLater = contracts.stream()
                .filter(contract -> !contract.signedAt().isBefore(moment))
                .map(Contract::customerId)
                .collect(Collectors.toSet());
        Map<String, List<Contract>> knownContracts = byCustomer(contracts.stream()
                .filter(contract -> contract.signedAt().isBefore(moment) && signedLater.contains(contract.customerId()))
                .toList());
        ImmutableList.Builder<CustomerJourney> before = ImmutableList.builder();
        for (CustomerJourney journey : journeys) {
            if (journey.entry().isBefore(moment)) {
                Customer customer = journey.customer().before(moment);
                if (signedLater.contains(customer.id())) {
                    before.add(
                            journey(customer, journey.entry(), knownContracts.getOrDefault(customer.id(), List.of())));
                } else {
                    before.add(journey.of(customer));
                }
            }
        }
        return before.build();
    }

    private static Map<String, List<Contract>> byCustomer(List<Contract> contracts) {
        Map<String, List<Contract>> byCustomer = new HashMap<>();
        for (Contract contract : contracts) {
            byCustomer
                    .computeIfAbsent(contract.customerId(), id -> new ArrayList<>(1))
                    .add(contract);
        }
        return byCustomer;
    }

    /** Contracts come in the order of signature and id: the first is the one that converted. */
    private static CustomerJourney journey(Customer customer, Instant entry, List<Contract> contracts) {
        return new CustomerJourney(
                customer, entry, contracts.isEmpty() ? null : contracts.get(0), cover(customer, contracts));
    }

    /** The union of the terms, as stretches with a gap between any two. */
    private static List<Stretch> cover(Customer customer, List<Contract> contracts) {
        if (contracts.isEmpty()) {
            return List.of();
        }
        List<Contract> terms = new ArrayList<>(contracts);
        terms.removeIf(contract -> contract.startsAt().equals(contract.endsAt()));
        terms.sort(Comparator.comparing(Contract::startsAt));
        List<Stretch> cover = new ArrayList<>(terms.size());
        for (Contract term : terms) {
            Stretch last = cover.isEmpty() ? null : cover.get(cover.size() - 1);
            if (last == null || endsBefore(last.endsAt(), term.startsAt())) {
                cover.add(new Stretch(customer, term.startsAt(), term.endsAt()));
            } else if (endsBefore(last.endsAt(), term.endsAt())) {
                cover.set(cover.size() - 1, new Stretch(customer, last.startsAt(), term.endsAt()));
            }
        }
        return cover;
    }

    /** Whether a time that ends, or goes on for ever (null), ends before a moment, or before "for ever" (null). */
    private static boolean endsBefore(@Nullable Instant end, @Nullable Instant moment) {
        return end != null && (moment == null || end.isBefore(moment));
    }
}
