package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.math.LongMath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.work.Workers;

/** Checks records against each other, and sets aside those that are at odds. Which ones does not depend on their order. */
final class HistoryCheck {

    private final ReportingCurrency reporting;
    private final Workers workers;

    /** What is wrong with records that do not stay although their id is unique. */
    private final List<Problem> problems = new ArrayList<>();

    /** What is wrong with the others. */
    private final List<Problem> others;

    /** The entries of the customers that stay: the earliest of their own record and of the facts that stay. */
    private final Map<String, Instant> entries = new HashMap<>();

    /** The ids of customers that were handed over but do not stay. */
    private final Set<String> customersSetAside = new HashSet<>();

    /** The records that do not stay although their id is unique. */
    private final Set<SalesRecord> setAside = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean fatal;

    HistoryCheck(ReportingCurrency reporting, List<Problem> earlier, Workers workers) {
        this.reporting = reporting;
        this.workers = workers;
        this.others = new ArrayList<>(earlier);
        for (Problem problem : earlier) {
            if (problem.type() == RecordType.CUSTOMER && problem.id() != null) {
                customersSetAside.add(problem.id());
            }
        }
    }

    /** What does not stay, and why, in an order that does not depend on how it was handed over. */
    SetAside setAside() {
        return setAside.isEmpty() && others.isEmpty()
                ? SetAside.NOTHING
                : new SetAside(
                        ImmutableList.sortedCopyOf(RecordKey.ORDER, setAside),
                        ImmutableList.sortedCopyOf(Problem.ORDER, problems),
                        ImmutableList.copyOf(others));
    }

    /** The journeys of the customers among the records that stay. */
    ImmutableList<CustomerJourney> journeys(Records staying) {
        return Journeys.derive(
                staying.customers(), Lists.transform(staying.customers(), this::entryOf), staying.contracts());
    }

    /** Whether even a lenient build must fail. */
    boolean isFatal() {
        return fatal;
    }

    /** When a customer that stays entered. */
    private Instant entryOf(Customer customer) {
        return entries.getOrDefault(customer.id(), customer.since());
    }

    /**
     * Returns the records that stay, in the order of a history; the reasons for the others are among the problems.
     *
     * <p>They are read in the order in which they were handed over: records made one after the other mostly lie side by side
     * in memory, and reading millions of them in another order takes several times as long.
     */
    Records check(Records given) {
        Records records = unique(given);
        records.customers().forEach(customer -> entries.put(customer.id(), customer.since()));
        given.customers().forEach(customer -> customersSetAside.add(customer.id()));
        customersSetAside.removeAll(entries.keySet());

        boolean proposalsFit = setAsideUnconverted(records.proposals(), Proposal::amount, this::valueOf);
        boolean contractsFit = setAsideUnconverted(records.contracts(), Contract::amount, this::valueOf);
        traceCustomers(records);
        if (setAsideCustomersDisqualifiedBeforeEntry(records.customers())) {
            traceCustomers(records.select(record -> !setAside.contains(record)));
        }
        Records staying =
                (setAside.isEmpty() ? records : records.select(record -> !setAside.contains(record))).sorted(workers);
        if (!proposalsFit) {
            checkSum(staying.proposals(), Proposal::amount, this::valueOf);
        }
        if (!contractsFit) {
            checkSum(staying.contracts(), Contract::amount, this::valueOf);
        }
        return staying;
    }

    /** What a proposal's amount, if it has one, counts as; empty if there is no rate. */
    private Optional<Money> valueOf(Proposal proposal) {
        Money amount = proposal.amount();
        return amount == null ? Optional.empty() : reporting.convert(amount, proposal);
    }

    /** What a contract's amount counts as; empty if there is no rate. */
    private Optional<Money> valueOf(Contract contract) {
        return reporting.valueOf(contract);
    }

    private static Problem problem(SalesRecord record, String field, @Nullable Object value, String reason) {
        return Problem.builder(record.type(), field)
                .id(record.id())
                .value(value)
                .origin(record.origin())
                .reason(reason);
    }

    private void setAside(SalesRecord record, String field, @Nullable Object value, String reason) {
        problems.add(problem(record, field, value, reason));
        setAside.add(record);
    }

    /** Records of one kind and id all go, unless they say the same: then one stays. */
    private Records unique(Records given) {
        Supplier<Map<String, List<Customer>>> customers = Suppliers.memoize(() -> RepeatedIds.find(given.customers()));
        Supplier<Map<String, List<Call>>> calls = Suppliers.memoize(() -> RepeatedIds.find(given.calls()));
        Supplier<Map<String, List<Meeting>>> meetings = Suppliers.memoize(() -> RepeatedIds.find(given.meetings()));
        Supplier<Map<String, List<Proposal>>> proposals = Suppliers.memoize(() -> RepeatedIds.find(given.proposals()));
        Supplier<Map<String, List<Contract>>> contracts = Suppliers.memoize(() -> RepeatedIds.find(given.contracts()));
        Supplier<Map<String, List<Survey>>> surveys = Suppliers.memoize(() -> RepeatedIds.find(given.surveys()));
        workers.all(List.<Supplier<?>>of(calls, meetings, customers, proposals, contracts, surveys));
        return new Records(
                unique(given.customers(), customers.get(), Customer::withoutOrigin),
                unique(given.calls(), calls.get(), Call::withoutOrigin),
                unique(given.meetings(), meetings.get(), Meeting::withoutOrigin),
                unique(given.proposals(), proposals.get(), Proposal::withoutOrigin),
                unique(given.contracts(), contracts.get(), Contract::withoutOrigin),
                unique(given.surveys(), surveys.get(), Survey::withoutOrigin));
    }

    private <R extends SalesRecord> List<R> unique(
            List<R> records, Map<String, List<R>> repeated, UnaryOperator<R> withoutOrigin) {
        if (repeated.isEmpty()) {
            return records;
        }
        Set<R> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        repeated.forEach((id, group) -> {
            group.sort(Comparator.comparing(SalesRecord::origin, Comparator.nullsFirst(Comparator.naturalOrder())));
            if (group.stream().map(withoutOrigin).distinct().count() == 1) {
                kept.add(group.get(0));
                group.stream()
                        .skip(1)
                        .forEach(copy -> others.add(problem(copy, "id", id, "is repeated: an equal record is kept")));
            } else {
                group.forEach(other ->
                        others.add(problem(other, "id", id, "is used by " + group.size() + " records that differ")));
            }
        });
        // A record that was handed over twice as one object is kept where it first stands.
        return records.stream()
                .filter(record -> !repeated.containsKey(record.id()) || kept.remove(record))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Sets aside the records whose amounts cannot be converted, and tells whether all others can be summed: for each other
     * reason to set a record aside leaves fewer of them.
     */
    private <R extends SalesRecord & Fact> boolean setAsideUnconverted(
            List<R> records, Function<R, @Nullable Money> amount, Function<R, Optional<Money>> value) {
        long sum = 0;
        for (R record : records) {
            Money money = amount.apply(record);
            if (money != null) {
                try {
                    Optional<Money> converted = value.apply(record);
                    if (converted.isPresent()) {
                        sum = LongMath.saturatedAdd(sum, converted.get().getAmountMinorLong());
                    } else {
                        setAside(record, "amount", money, reporting.noRate(money, record.moment()));
                    }
                } catch (ArithmeticException e) {
                    setAside(record, "amount", money, tooLarge(record));
                }
            }
        }
        return sum < Long.MAX_VALUE;
    }

    private String tooLarge(SalesRecord record) {
        return (record instanceof Contract contract && contract.billing() == Contract.Billing.MONTHLY
                        ? "times the months of the term "
                        : "")
                + "is too large in " + reporting.currency();
    }

    /** Follows each fact to its customer: sets it aside if there is none, else it may be the customer's first trace. */
    private void traceCustomers(Records records) {
        traceCustomers(records.calls());
        traceCustomers(records.meetings());
        traceCustomers(records.proposals());
        traceCustomers(records.contracts());
        traceCustomers(records.surveys());
    }

    private <R extends SalesRecord & Fact> void traceCustomers(List<R> facts) {
        // Nearly all facts are of a customer that there is, after its entry as its own record has it: they change
        // nothing.
        List<List<R>> others = workers.all(workers.stretches(facts.size(), (start, end) -> {
            List<R> found = new ArrayList<>();
            for (R fact : facts.subList(start, end)) {
                String id = fact.customerId();
                Instant entry = id == null ? null : entries.get(id);
                if (id != null && (entry == null || fact.moment().isBefore(entry))) {
                    found.add(fact);
                }
            }
            return found;
        }));
        for (R fact : Iterables.concat(others)) {
            String id = fact.customerId();
            Instant entry = id == null ? null : entries.get(id);
            if (entry != null && fact.moment().isBefore(entry) && !setAside.contains(fact)) {
                entries.put(requireNonNull(id), fact.moment());
            }
            if (id != null && entry == null) {
                setAside(
                        fact,
                        "customerId",
                        id,
                        customersSetAside.contains(id)
                                ? "is a customer that was set aside"
                                : "is unknown, expected the id of a customer");
            }
        }
    }

    private boolean setAsideCustomersDisqualifiedBeforeEntry(List<Customer> customers) {
        boolean found = false;
        for (Customer customer : customers) {
            Instant disqualifiedAt = customer.disqualifiedAt();
            if (disqualifiedAt != null && disqualifiedAt.isBefore(entryOf(customer))) {
                setAside(
                        customer,
                        "disqualifiedAt",
                        disqualifiedAt,
                        "is before the customer's entry " + entryOf(customer));
                entries.remove(customer.id());
                customersSetAside.add(customer.id());
                found = true;
            }
        }
        return found;
    }

    /** No sum over any period can overflow when the sum of all amounts, none of them negative, does not. */
    private <R extends SalesRecord> void checkSum(
            List<R> records, Function<R, @Nullable Money> amount, Function<R, Optional<Money>> value) {
        long sum = 0;
        for (R record : records) {
            long minorUnits = value.apply(record).map(Money::getAmountMinorLong).orElse(0L);
            if (sum > Long.MAX_VALUE - minorUnits) {
                others.add(problem(
                        record, "amount", amount.apply(record), "makes the sum of all amounts too large to represent"));
                fatal = true;
                return;
            }
            sum += minorUnits;
        }
    }
}
