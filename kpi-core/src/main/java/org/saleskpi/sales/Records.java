package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
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
                sorted(customers),
                sorted(calls),
                sorted(meetings),
                sorted(proposals),
                sorted(contracts),
                sorted(surveys));
    }

    private static <R extends SalesRecord> ImmutableList<R> sorted(List<R> records) {
        int[] order = TimeOrder.of(
                records.size(),
                position -> records.get(position).moment(),
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
        List<Meeting> knownMeetings = earlier(meetings, moment);
        return new Records(
                knownCustomers,
                earlier(calls, moment),
                knownMeetings.stream().allMatch(meeting -> meeting.isBookedBefore(moment))
                        ? knownMeetings
                        : knownMeetings.stream()
                                .map(meeting -> meeting.before(moment))
                                .collect(ImmutableList.toImmutableList()),
                earlier(proposals, moment).stream()
                        .map(proposal -> proposal.before(moment))
                        .collect(ImmutableList.toImmutableList()),
                earlier(contracts, moment),
                earlier(surveys, moment));
    }

    private static <R extends SalesRecord> List<R> earlier(List<R> records, Instant moment) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (records.get(middle).moment().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return records.subList(0, low);
    }
}
