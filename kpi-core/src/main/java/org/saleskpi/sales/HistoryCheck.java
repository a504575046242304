package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.TextOrder;

/** Checks records against each other, and sets aside those that are at odds. Which ones does not depend on their order. */
final class HistoryCheck {

    private final ReportingCurrency reporting;
    private final List<Problem> problems;

    /** The entries of the customers that stay: the earliest of their own record and of the facts that stay. */
    private final Map<String, Instant> entries = new HashMap<>();

    /** The ids of customers that were handed over but do not stay. */
    private final Set<String> customersSetAside = new HashSet<>();

    /** The records that do not stay although their id is unique. */
    private final Set<SalesRecord> setAside = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean fatal;

    HistoryCheck(ReportingCurrency reporting, List<Problem> earlier) {
        this.reporting = reporting;
        this.problems = new ArrayList<>(earlier);
        for (Problem problem : earlier) {
            if (problem.type() == RecordType.CUSTOMER && problem.id() != null) {
                customersSetAside.add(problem.id());
            }
        }
    }

    ImmutableList<Problem> problems() {
        return ImmutableList.sortedCopyOf(Problem.ORDER, problems);
    }

    /** Whether even a lenient build must fail. */
    boolean isFatal() {
        return fatal;
    }

    /** When a customer that stays entered. */
    Instant entryOf(Customer customer) {
        return entries.getOrDefault(customer.id(), customer.since());
    }

    /**
     * Returns the records that stay; the reasons for the others are among the problems.
     *
     * <p>They are read in the order in which they were handed over: records made one after the other mostly lie side by side
     * in memory, and reading millions of them in another order takes several times as long.
     */
    Records check(Records given) {
        Records records = new Records(
                unique(RecordType.CUSTOMER, given.customers(), Customer::withoutOrigin),
                unique(RecordType.CALL, given.calls(), Call::withoutOrigin),
                unique(RecordType.MEETING, given.meetings(), Meeting::withoutOrigin),
                unique(RecordType.PROPOSAL, given.proposals(), Proposal::withoutOrigin),
                unique(RecordType.CONTRACT, given.contracts(), Contract::withoutOrigin),
                unique(RecordType.SURVEY, given.surveys(), Survey::withoutOrigin));
        records.customers().forEach(customer -> entries.put(customer.id(), customer.since()));
        given.customers().forEach(customer -> customersSetAside.add(customer.id()));
        customersSetAside.removeAll(entries.keySet());

        setAsideUnconverted(RecordType.PROPOSAL, records.proposals(), Proposal::amount, Proposal::sentAt);
        setAsideUnconverted(RecordType.CONTRACT, records.contracts(), Contract::amount, Contract::signedAt);
        traceCustomers(records);
        if (setAsideCustomersDisqualifiedBeforeEntry(records.customers())) {
            traceCustomers(records.select(record -> !setAside.contains(record)));
        }
        Records staying = setAside.isEmpty() ? records : records.select(record -> !setAside.contains(record));
        checkSum(RecordType.PROPOSAL, staying.proposals(), Proposal::amount, Proposal::sentAt);
        checkSum(RecordType.CONTRACT, staying.contracts(), Contract::amount, Contract::signedAt);
        return staying;
    }

    private void report(RecordType type, SalesRecord record, String field, @Nullable Object value, String reason) {
        problems.add(Problem.builder(type, field)
                .id(record.id())
                .value(value)
                .origin(record.origin())
                .reason(reason));
    }

    private void setAside(RecordType type, SalesRecord record, String field, @Nullable Object value, String reason) {
        report(type, record, field, value, reason);
        setAside.add(record);
    }

    /** Records of one id all go, unless they say the same: then one stays. */
    private <R extends SalesRecord> List<R> unique(RecordType type, List<R> records, UnaryOperator<R> withoutOrigin) {
        Map<String, List<R>> namesakes = Namesakes.find(records);
        if (namesakes.isEmpty()) {
            return records;
        }
        Set<R> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        namesakes.forEach((id, group) -> {
            group.sort(Comparator.comparing(SalesRecord::origin, Comparator.nullsFirst(TextOrder.BY_CODE_POINTS)));
            if (group.stream().map(withoutOrigin).distinct().count() == 1) {
                kept.add(group.get(0));
                group.stream()
                        .skip(1)
                        .forEach(copy -> report(type, copy, "id", id, "is repeated: an equal record is kept"));
            } else {
                group.forEach(namesake ->
                        report(type, namesake, "id", id, "is used by " + group.size() + " records that differ"));
            }
        });
        // A record that was handed over twice as one object is kept where it first stands.
        return records.stream()
                .filter(record -> !namesakes.containsKey(record.id()) || kept.remove(record))
                .collect(ImmutableList.toImmutableList());
    }

    private <R extends SalesRecord> void setAsideUnconverted(
            RecordType type, List<R> records, Function<R, @Nullable Money> amount, Function<R, Instant> moment) {
        for (R record : records) {
            Money money = amount.apply(record);
            if (money != null && !reporting.isOf(money)) {
                Instant at = moment.apply(record);
                try {
                    if (reporting.convert(money, at).isEmpty()) {
                        setAside(type, record, "amount", money, reporting.noRate(money, at));
                    }
                } catch (ArithmeticException e) {
                    setAside(type, record, "amount", money, "is too large in " + reporting.currency());
                }
            }
        }
    }

    /** Follows each fact to its customer: sets it aside if there is none, else it may be the customer's first trace. */
    private void traceCustomers(Records records) {
        traceCustomers(RecordType.CALL, records.calls(), Call::customerId, Call::at);
        traceCustomers(RecordType.MEETING, records.meetings(), Meeting::customerId, Meeting::at);
        traceCustomers(RecordType.PROPOSAL, records.proposals(), Proposal::customerId, Proposal::sentAt);
        traceCustomers(RecordType.CONTRACT, records.contracts(), Contract::customerId, Contract::signedAt);
        traceCustomers(RecordType.SURVEY, records.surveys(), Survey::customerId, Survey::at);
    }

    private <R extends SalesRecord> void traceCustomers(
            RecordType type, List<R> facts, Function<R, @Nullable String> customerId, Function<R, Instant> moment) {
        for (R fact : facts) {
            String id = customerId.apply(fact);
            Instant entry = id == null ? null : entries.get(id);
            if (entry != null && moment.apply(fact).isBefore(entry) && !setAside.contains(fact)) {
                entries.put(requireNonNull(id), moment.apply(fact));
            }
            if (id != null && entry == null) {
                setAside(
                        type,
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
                        RecordType.CUSTOMER,
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
            RecordType type, List<R> records, Function<R, @Nullable Money> amount, Function<R, Instant> moment) {
        long sum = 0;
        for (R record : records) {
            Money money = amount.apply(record);
            if (money != null) {
                long minorUnits = reporting
                        .convert(money, moment.apply(record))
                        .orElseThrow()
                        .getAmountMinorLong();
                if (sum > Long.MAX_VALUE - minorUnits) {
                    report(type, record, "amount", money, "makes the sum of all amounts too large to represent");
                    fatal = true;
                    return;
                }
                sum += minorUnits;
            }
        }
    }
}
