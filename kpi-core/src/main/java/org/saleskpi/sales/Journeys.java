package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives each customer's journey from its records. */
final class Journeys {

    private Journeys() {}

    /** When each customer entered: the earliest of its own record and all its facts. */
    static Map<String, Instant> entries(Records records) {
        Map<String, Instant> entries = new HashMap<>();
        records.customers().forEach(customer -> entries.put(customer.id(), customer.since()));
        records.calls().forEach(call -> trace(entries, call.customerId(), call.at()));
        records.meetings().forEach(meeting -> trace(entries, meeting.customerId(), meeting.at()));
        records.proposals().forEach(proposal -> trace(entries, proposal.customerId(), proposal.sentAt()));
        records.contracts().forEach(contract -> trace(entries, contract.customerId(), contract.signedAt()));
        records.surveys().forEach(survey -> trace(entries, survey.customerId(), survey.at()));
        return entries;
    }

    private static void trace(Map<String, Instant> entries, @Nullable String customerId, Instant moment) {
        if (customerId != null) {
            entries.computeIfPresent(customerId, (id, entry) -> moment.isBefore(entry) ? moment : entry);
        }
    }

    /** The journeys of all customers, in the order of the customers. */
    static ImmutableList<CustomerJourney> derive(Records records, Map<String, Instant> entries) {
        Map<String, List<Contract>> contractsByCustomer = new HashMap<>();
        for (Contract contract : records.contracts()) {
            contractsByCustomer
                    .computeIfAbsent(contract.customerId(), id -> new ArrayList<>(1))
                    .add(contract);
        }
        ImmutableList.Builder<CustomerJourney> journeys =
                ImmutableList.builderWithExpectedSize(records.customers().size());
        for (Customer customer : records.customers()) {
            List<Contract> contracts = contractsByCustomer.getOrDefault(customer.id(), List.of());
            Instant entry = entries.getOrDefault(customer.id(), customer.since());
            // Contracts come in the order of signature and id: the first is the one that converted.
            Contract first = contracts.isEmpty() ? null : contracts.get(0);
            journeys.add(new CustomerJourney(customer, entry, first, cover(customer, contracts)));
        }
        return journeys.build();
    }

    /** The union of the terms, as stretches with a gap between any two. */
    private static List<Stretch> cover(Customer customer, List<Contract> contracts) {
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
