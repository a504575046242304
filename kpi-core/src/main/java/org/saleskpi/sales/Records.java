package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of a history, each kind in the order of moments (customers by id) and then of ids, so that the order in
 * which they were handed over leaves no trace.
 */
record Records(
        ImmutableList<Customer> customers,
        ImmutableList<Call> calls,
        ImmutableList<Meeting> meetings,
        ImmutableList<Proposal> proposals,
        ImmutableList<Contract> contracts,
        ImmutableList<Survey> surveys) {

    static Records sorted(
            Collection<Customer> customers,
            Collection<Call> calls,
            Collection<Meeting> meetings,
            Collection<Proposal> proposals,
            Collection<Contract> contracts,
            Collection<Survey> surveys) {
        return new Records(
                ImmutableList.sortedCopyOf(Comparator.comparing(Customer::id, SalesHistory.TEXT_ORDER), customers),
                sorted(calls, Call::at),
                sorted(meetings, Meeting::at),
                sorted(proposals, Proposal::sentAt),
                sorted(contracts, Contract::signedAt),
                sorted(surveys, Survey::at));
    }

    private static <R extends SalesRecord> ImmutableList<R> sorted(Collection<R> records, Function<R, Instant> moment) {
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(moment).thenComparing(SalesRecord::id, SalesHistory.TEXT_ORDER), records);
    }

    /** What was known just before a moment. A customer's own entry decides whether it is there: see the caller. */
    Records before(Instant moment, Predicate<Customer> entered) {
        return new Records(
                select(
                        customers,
                        entered,
                        customer ->
                                isBefore(customer.disqualifiedAt(), moment) ? customer : customer.notDisqualified()),
                select(calls, call -> call.at().isBefore(moment), call -> call),
                select(meetings, meeting -> meeting.at().isBefore(moment), meeting -> meeting),
                select(
                        proposals,
                        proposal -> proposal.sentAt().isBefore(moment),
                        proposal -> isBefore(proposal.decidedAt(), moment) ? proposal : proposal.undecided()),
                select(contracts, contract -> contract.signedAt().isBefore(moment), contract -> contract),
                select(surveys, survey -> survey.at().isBefore(moment), survey -> survey));
    }

    private static boolean isBefore(@Nullable Instant decision, Instant moment) {
        return decision == null || decision.isBefore(moment);
    }

    private static <R> ImmutableList<R> select(ImmutableList<R> records, Predicate<R> known, Function<R, R> asKnown) {
        return records.stream().filter(known).map(asKnown).collect(ImmutableList.toImmutableList());
    }
}
