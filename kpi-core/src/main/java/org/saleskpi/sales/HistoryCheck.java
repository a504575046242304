package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.ZoneId;
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
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Checks records against each other, and sets aside those that are at odds. Which ones does not depend on their order. */
final class HistoryCheck {

    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final ExchangeRates exchangeRates;
    private final List<Problem> problems;

    /** The ids of the customers that stay. */
    private final Set<String> known = new HashSet<>();

    /** The ids of customers that were handed over but do not stay. */
    private final Set<String> customersSetAside = new HashSet<>();

    /** The records that do not stay although their id is unique. */
    private final Set<SalesRecord> setAside = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean fatal;

    HistoryCheck(ZoneId zone, CurrencyUnit currency, ExchangeRates exchangeRates, List<Problem> earlier) {
        this.zone = zone;
        this.currency = currency;
        this.exchangeRates = exchangeRates;
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

    /** Returns the records that stay; the reasons for the others are among the problems. */
    Records check(
            List<Customer> customers,
            List<Call> calls,
            List<Meeting> meetings,
            List<Proposal> proposals,
            List<Contract> contracts,
            List<Survey> surveys) {
        Records unique = Records.sorted(
                unique(RecordType.CUSTOMER, customers, Customer::withoutOrigin),
                unique(RecordType.CALL, calls, Call::withoutOrigin),
                unique(RecordType.MEETING, meetings, Meeting::withoutOrigin),
                unique(RecordType.PROPOSAL, proposals, Proposal::withoutOrigin),
                unique(RecordType.CONTRACT, contracts, Contract::withoutOrigin),
                unique(RecordType.SURVEY, surveys, Survey::withoutOrigin));
        customers.forEach(customer -> customersSetAside.add(customer.id()));
        unique.customers().forEach(customer -> known.add(customer.id()));
        customersSetAside.removeAll(known);

        setAsideFactsOfUnknownCustomers(unique);
        setAsideUnconverted(RecordType.PROPOSAL, unique.proposals(), Proposal::amount, Proposal::sentAt);
        setAsideUnconverted(RecordType.CONTRACT, unique.contracts(), Contract::amount, Contract::signedAt);
        Records records = staying(unique);

        if (setAsideCustomersDisqualifiedBeforeEntry(records)) {
            setAsideFactsOfUnknownCustomers(records);
            records = staying(records);
        }
        checkSum(RecordType.PROPOSAL, records.proposals(), Proposal::amount, Proposal::sentAt);
        checkSum(RecordType.CONTRACT, records.contracts(), Contract::amount, Contract::signedAt);
        return records;
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
        Map<String, R> first = new HashMap<>((int) (records.size() / 0.75f) + 1);
        Map<String, List<R>> repeated = new HashMap<>();
        for (R record : records) {
            R earlier = first.putIfAbsent(record.id(), record);
            if (earlier != null) {
                repeated.computeIfAbsent(record.id(), id -> new ArrayList<>(List.of(earlier)))
                        .add(record);
            }
        }
        if (repeated.isEmpty()) {
            return records;
        }
        repeated.forEach((id, namesakes) -> {
            namesakes.sort(Comparator.comparing(SalesRecord::origin, Comparator.nullsFirst(SalesHistory.TEXT_ORDER)));
            if (namesakes.stream().map(withoutOrigin).distinct().count() == 1) {
                first.put(id, namesakes.get(0));
                namesakes.stream()
                        .skip(1)
                        .forEach(copy -> report(type, copy, "id", id, "is repeated: an equal record is kept"));
            } else {
                first.remove(id);
                namesakes.forEach(namesake ->
                        report(type, namesake, "id", id, "is used by " + namesakes.size() + " records that differ"));
            }
        });
        return List.copyOf(first.values());
    }

    private void setAsideFactsOfUnknownCustomers(Records records) {
        setAsideFactsOfUnknownCustomers(RecordType.CALL, records.calls(), Call::customerId);
        setAsideFactsOfUnknownCustomers(RecordType.MEETING, records.meetings(), Meeting::customerId);
        setAsideFactsOfUnknownCustomers(RecordType.PROPOSAL, records.proposals(), Proposal::customerId);
        setAsideFactsOfUnknownCustomers(RecordType.CONTRACT, records.contracts(), Contract::customerId);
        setAsideFactsOfUnknownCustomers(RecordType.SURVEY, records.surveys(), Survey::customerId);
    }

    private <R extends SalesRecord> void setAsideFactsOfUnknownCustomers(
            RecordType type, List<R> facts, Function<R, @Nullable String> customerId) {
        for (R fact : facts) {
            String id = customerId.apply(fact);
            if (id != null && !known.contains(id)) {
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

    private <R extends SalesRecord> void setAsideUnconverted(
            RecordType type, List<R> records, Function<R, @Nullable Money> amount, Function<R, Instant> moment) {
        for (R record : records) {
            Money money = amount.apply(record);
            if (money == null) {
                continue;
            }
            try {
                Instant at = moment.apply(record);
                if (SalesHistory.convert(money, at, zone, currency, exchangeRates)
                        .isEmpty()) {
                    setAside(type, record, "amount", money, SalesHistory.noRate(money, at, zone, currency));
                }
            } catch (ArithmeticException e) {
                setAside(type, record, "amount", money, "is too large in " + currency);
            }
        }
    }

    private boolean setAsideCustomersDisqualifiedBeforeEntry(Records records) {
        Map<String, Instant> entries = Journeys.entries(records);
        boolean found = false;
        for (Customer customer : records.customers()) {
            Instant disqualifiedAt = customer.disqualifiedAt();
            Instant entry = entries.getOrDefault(customer.id(), customer.since());
            if (disqualifiedAt != null && disqualifiedAt.isBefore(entry)) {
                setAside(
                        RecordType.CUSTOMER,
                        customer,
                        "disqualifiedAt",
                        disqualifiedAt,
                        "is before the customer's entry " + entry);
                known.remove(customer.id());
                customersSetAside.add(customer.id());
                found = true;
            }
        }
        return found;
    }

    private Records staying(Records records) {
        return setAside.isEmpty()
                ? records
                : new Records(
                        staying(records.customers()),
                        staying(records.calls()),
                        staying(records.meetings()),
                        staying(records.proposals()),
                        staying(records.contracts()),
                        staying(records.surveys()));
    }

    private <R extends SalesRecord> ImmutableList<R> staying(List<R> records) {
        return records.stream().filter(record -> !setAside.contains(record)).collect(ImmutableList.toImmutableList());
    }

    /** No sum over any period can overflow when the sum of all amounts, none of them negative, does not. */
    private <R extends SalesRecord> void checkSum(
            RecordType type, List<R> records, Function<R, @Nullable Money> amount, Function<R, Instant> moment) {
        long sum = 0;
        for (R record : records) {
            Money money = amount.apply(record);
            if (money != null) {
                long minorUnits = SalesHistory.convert(money, moment.apply(record), zone, currency, exchangeRates)
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
