package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.saleskpi.order.TextOrder;
import org.saleskpi.order.TimeOrder;

/** Records of each kind. Those of a history are in the order of moments and then of ids. */
record Records(
        List<Customer> customers,
        List<Call> calls,
        List<Meeting> meetings,
        List<Proposal> proposals,
        List<Contract> contracts,
        List<Survey> surveys) {

    /** The same records in the order of a history. */
    Records sorted() {
        return new Records(
                sorted(customers, Customer::since),
                sorted(calls, Call::at),
                sorted(meetings, Meeting::at),
                sorted(proposals, Proposal::sentAt),
                sorted(contracts, Contract::signedAt),
                sorted(surveys, Survey::at));
    }

    private static <R extends SalesRecord> ImmutableList<R> sorted(List<R> records, Function<R, Instant> moment) {
        int[] order = TimeOrder.of(
                records.size(),
                position -> moment.apply(records.get(position)),
                (left, right) -> TextOrder.BY_CODE_POINTS.compare(
                        records.get(left).id(), records.get(right).id()));
        ImmutableList.Builder<R> sorted = ImmutableList.builderWithExpectedSize(order.length);
        for (int position : order) {
            sorted.add(records.get(position));
        }
        return sorted.build();
    }

    /** Those that meet a condition. */
    Records select(Predicate<SalesRecord> condition) {
        return new Records(
                select(customers, condition),
                select(calls, condition),
                select(meetings, condition),
                select(proposals, condition),
                select(contracts, condition),
                select(surveys, condition));
    }

    private static <R extends SalesRecord> List<R> select(List<R> records, Predicate<SalesRecord> condition) {
        return records.stream().filter(condition).collect(ImmutableList.toImmutableList());
    }

    /** What a history knew, just before a moment, of these customers. Its lists share what stays the same. */
    Records before(Instant moment, List<Customer> knownCustomers) {
        return new Records(
                knownCustomers,
                before(moment, calls, Call::at),
                before(moment, meetings, Meeting::at),
                before(moment, proposals, Proposal::sentAt).stream()
                        .map(proposal -> proposal.before(moment))
                        .collect(ImmutableList.toImmutableList()),
                before(moment, contracts, Contract::signedAt),
                before(moment, surveys, Survey::at));
    }

    private static <R> List<R> before(Instant moment, List<R> records, Function<R, Instant> momentOf) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (momentOf.apply(records.get(middle)).isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return records.subList(0, low);
    }
}
