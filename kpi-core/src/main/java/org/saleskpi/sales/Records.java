package org.saleskpi.sales;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.saleskpi.order.TextOrder;
import org.saleskpi.order.TimeOrder;
import org.saleskpi.work.Workers;

/** Records of each kind. Those of a history are in the order of moments and then of ids. */
record Records(
        List<Customer> customers,
        List<Call> calls,
        List<Meeting> meetings,
        List<Proposal> proposals,
        List<Contract> contracts,
        List<Survey> surveys) {

    /** The order of a history. */
    static final Comparator<SalesRecord> ORDER =
            Comparator.comparing(SalesRecord::moment).thenComparing(SalesRecord::id, TextOrder.BY_CODE_POINTS);

    /** No records, ready to {@link #add} some. */
    static Records empty() {
        return new Records(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** Adds a record to those of its kind. */
    void add(SalesRecord record) {
        if (record instanceof Customer customer) {
            customers.add(customer);
        } else if (record instanceof Call call) {
            calls.add(call);
        } else if (record instanceof Meeting meeting) {
            meetings.add(meeting);
        } else if (record instanceof Proposal proposal) {
            proposals.add(proposal);
        } else if (record instanceof Contract contract) {
            contracts.add(contract);
        } else {
            surveys.add((Survey) record);
        }
    }

    /** Adds records of all kinds. */
    void addAll(Records others) {
        customers.addAll(others.customers);
        calls.addAll(others.calls);
        meetings.addAll(others.meetings);
        proposals.addAll(others.proposals);
        contracts.addAll(others.contracts);
        surveys.addAll(others.surveys);
    }

    /** Does something with the records of each kind. */
    void forEachKind(BiConsumer<RecordType, List<? extends SalesRecord>> action) {
        action.accept(RecordType.CUSTOMER, customers);
        action.accept(RecordType.CALL, calls);
        action.accept(RecordType.MEETING, meetings);
        action.accept(RecordType.PROPOSAL, proposals);
        action.accept(RecordType.CONTRACT, contracts);
        action.accept(RecordType.SURVEY, surveys);
    }

    /** All records as one unmodifiable list, kind after kind. */
    List<SalesRecord> all() {
        return new ConcatenatedList<>(List.of(customers, calls, meetings, proposals, contracts, surveys));
    }

    /** From when to when there are records of a kind, but for planned meetings; empty without any. */
    Optional<RecordedSpan> recorded(RecordType type) {
        return switch (type) {
            case CUSTOMER -> span(customers, customer -> true);
            case CALL -> span(calls, call -> true);
            case MEETING -> span(meetings, meeting -> !meeting.isPlanned());
            case PROPOSAL -> span(proposals, proposal -> true);
            case CONTRACT -> span(contracts, contract -> true);
            case SURVEY -> span(surveys, survey -> true);
            case EXCHANGE_RATE -> Optional.empty();
        };
    }

    /** The span of the records, in the order of a history, that meet a condition. */
    private static <R extends SalesRecord> Optional<RecordedSpan> span(List<R> sorted, Predicate<R> condition) {
        Optional<R> first = sorted.stream().filter(condition).findFirst();
        Optional<R> last = Lists.reverse(sorted).stream().filter(condition).findFirst();
        return first.map(
                found -> new RecordedSpan(found.moment(), last.orElseThrow().moment()));
    }

    /** The names of the attributes that any record has. */
    SortedSet<String> attributeNames() {
        return all().stream()
                .flatMap(some -> some.attributes().keySet().stream())
                .collect(ImmutableSortedSet.toImmutableSortedSet(TextOrder.BY_CODE_POINTS));
    }

    /** The same records in the order of a history. */
    Records sorted() {
        return sorted(Workers.CALLER);
    }

    /** The same records in the order of a history, each kind a piece of work. */
    Records sorted(Workers workers) {
        Supplier<List<Customer>> customersInOrder = Suppliers.memoize(() -> sorted(customers));
        Supplier<List<Call>> callsInOrder = Suppliers.memoize(() -> sorted(calls));
        Supplier<List<Meeting>> meetingsInOrder = Suppliers.memoize(() -> sorted(meetings));
        Supplier<List<Proposal>> proposalsInOrder = Suppliers.memoize(() -> sorted(proposals));
        Supplier<List<Contract>> contractsInOrder = Suppliers.memoize(() -> sorted(contracts));
        Supplier<List<Survey>> surveysInOrder = Suppliers.memoize(() -> sorted(surveys));
        workers.all(List.<Supplier<?>>of(
                callsInOrder, meetingsInOrder, customersInOrder, proposalsInOrder, contractsInOrder, surveysInOrder));
        return new Records(
                customersInOrder.get(),
                callsInOrder.get(),
                meetingsInOrder.get(),
                proposalsInOrder.get(),
                contractsInOrder.get(),
                surveysInOrder.get());
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

    /** These without some that are among them, and with others; all in the order of a history. */
    Records merged(Records out, Records in) {
        return new Records(
                merged(customers, out.customers, in.customers, ORDER),
                merged(calls, out.calls, in.calls, ORDER),
                merged(meetings, out.meetings, in.meetings, ORDER),
                merged(proposals, out.proposals, in.proposals, ORDER),
                merged(contracts, out.contracts, in.contracts, ORDER),
                merged(surveys, out.surveys, in.surveys, ORDER));
    }

    /** A list without some that are in it, and with others, all three in one order; itself if nothing is to do. */
    static <T> List<T> merged(List<T> list, List<T> out, List<T> in, Comparator<? super T> order) {
        if (out.isEmpty() && in.isEmpty()) {
            return list;
        }
        ImmutableList.Builder<T> merged = ImmutableList.builderWithExpectedSize(list.size() - out.size() + in.size());
        int from = 0;
        int nextOut = 0;
        int nextIn = 0;
        while (nextOut < out.size() || nextIn < in.size()) {
            int placeOut = nextOut < out.size() ? place(out.get(nextOut), list, from, order) : Integer.MAX_VALUE;
            int placeIn = nextIn < in.size() ? place(in.get(nextIn), list, from, order) : Integer.MAX_VALUE;
            int place = Math.min(placeIn, placeOut);
            merged.addAll(list.subList(from, place));
            if (placeIn == place) {
                from = place;
                merged.add(in.get(nextIn++));
            } else {
                from = place + 1;
                nextOut++;
            }
        }
        return merged.addAll(list.subList(from, list.size())).build();
    }

    /** Where an element is in a list, or would be, from a position on: most likely not far from it. */
    private static <T> int place(T element, List<T> list, int from, Comparator<? super T> order) {
        int start = from;
        int end = from;
        for (int step = 1; end < list.size() && order.compare(list.get(end), element) < 0; step *= 2) {
            start = end + 1;
            end = Math.min(list.size(), start + step);
        }
        int found = Collections.binarySearch(list.subList(start, end), element, order);
        return start + (found < 0 ? -found - 1 : found);
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
