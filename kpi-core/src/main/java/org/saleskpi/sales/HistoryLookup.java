package org.saleskpi.sales;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.IdNumbers;

/**
 * Finds the records of a history by their ids, and those of each customer. Made at the first change of a history, in one pass
 * over its records; immutable and thread-safe.
 */
final class HistoryLookup {

    private final List<CustomerJourney> journeys;
    private final IdNumbers customers;
    private final CustomerRecords.Totals totals;
    private final List<SalesRecord> records;
    private final Map<RecordType, List<? extends SalesRecord>> byType = new EnumMap<>(RecordType.class);

    private final Map<RecordType, IdNumbers> numbers = new EnumMap<>(RecordType.class);

    /** The positions of facts among the records, customer after customer, and where those of each customer start. */
    private final int[] facts;

    private final int[] starts;
    private final Map<RecordKey, SalesRecord> recordsSetAside = new HashMap<>();
    private final Map<RecordKey, SetAside> setAsideOf = new HashMap<>();

    HistoryLookup(Contents contents, IdNumbers customers, CustomerRecords.Totals totals) {
        this.totals = totals;
        this.journeys = contents.journeys();
        this.customers = customers;
        this.records = contents.records().all();
        contents.records().forEachKind((type, ofType) -> {
            byType.put(type, ofType);
            numbers.put(
                    type,
                    new IdNumbers(ofType.size(), number -> ofType.get(number).id()));
        });
        int firstFact = contents.records().customers().size();
        int[] customerOf = new int[records.size() - firstFact];
        this.starts = new int[firstFact + 1];
        int position = 0;
        for (SalesRecord fact : records.subList(firstFact, records.size())) {
            String customerId = ((Fact) fact).customerId();
            int customer = customerId == null ? -1 : customers.ofKnown(customerId);
            customerOf[position++] = customer;
            if (customer >= 0) {
                starts[customer]++;
            }
        }
        for (int customer = 1; customer <= firstFact; customer++) {
            starts[customer] += starts[customer - 1];
        }
        this.facts = new int[starts[firstFact]];
        for (int i = customerOf.length - 1; i >= 0; i--) {
            if (customerOf[i] >= 0) {
                facts[--starts[customerOf[i]]] = firstFact + i;
            }
        }
        fileSetAside(contents.setAside());
    }

    private void fileSetAside(SetAside setAside) {
        Map<RecordKey, List<Problem>> problems = new HashMap<>();
        setAside.problems()
                .forEach(problem -> problems.computeIfAbsent(
                                new RecordKey(problem.type(), String.valueOf(problem.id())), key -> new ArrayList<>(1))
                        .add(problem));
        for (SalesRecord record : setAside.records()) {
            RecordKey key = RecordKey.of(record);
            recordsSetAside.put(key, record);
            SetAside of = setAsideOf.computeIfAbsent(
                    RecordKey.ofHolder(record),
                    holder -> new SetAside(new ArrayList<>(1), new ArrayList<>(1), List.of()));
            of.records().add(record);
            of.problems().addAll(problems.getOrDefault(key, List.of()));
        }
    }

    /** A record, set aside or not; null if there is none. */
    @Nullable
    SalesRecord find(RecordKey key) {
        IdNumbers ofType = numbers.get(key.type());
        int number = ofType == null ? -1 : ofType.of(key.id());
        return number < 0
                ? recordsSetAside.get(key)
                : byType.getOrDefault(key.type(), List.of()).get(number);
    }

    /** What the history has of a customer, or of a fact without customer. */
    CustomerRecords of(RecordKey holder) {
        Records known = Records.empty();
        CustomerJourney journey = null;
        SetAside setAside = setAsideOf.getOrDefault(holder, SetAside.NOTHING);
        if (holder.type() == RecordType.CUSTOMER) {
            int customer = customers.of(holder.id());
            if (customer >= 0) {
                journey = journeys.get(customer);
                known.add(journey.customer());
                for (int i = starts[customer]; i < starts[customer + 1]; i++) {
                    known.add(records.get(facts[i]));
                }
            }
        } else {
            SalesRecord fact = find(holder);
            if (fact != null && RecordKey.ofHolder(fact).equals(holder) && !recordsSetAside.containsKey(holder)) {
                known.add(fact);
            }
        }
        return new CustomerRecords(known, journey, setAside);
    }

    /** The sums of all amounts. */
    CustomerRecords.Totals totals() {
        return totals;
    }

    /** What is set aside, by the customers that it belongs to. */
    Map<RecordKey, SetAside> setAside() {
        return setAsideOf;
    }
}
