package org.saleskpi.law;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/** The records of a history before it is built: what the generators make and the oracle reads. */
record RawHistory(
        ZoneId zone,
        CurrencyUnit currency,
        ExchangeRates rates,
        List<Customer> customers,
        List<Call> calls,
        List<Meeting> meetings,
        List<Proposal> proposals,
        List<Contract> contracts,
        List<Survey> surveys) {

    RawHistory {
        customers = List.copyOf(customers);
        calls = List.copyOf(calls);
        meetings = List.copyOf(meetings);
        proposals = List.copyOf(proposals);
        contracts = List.copyOf(contracts);
        surveys = List.copyOf(surveys);
    }

    /** The same zone, currency and rates with other records. */
    RawHistory with(List<? extends SalesRecord> records) {
        return new RawHistory(
                zone,
                currency,
                rates,
                only(Customer.class, records),
                only(Call.class, records),
                only(Meeting.class, records),
                only(Proposal.class, records),
                only(Contract.class, records),
                only(Survey.class, records));
    }

    private static <R extends SalesRecord> List<R> only(Class<R> type, List<? extends SalesRecord> records) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<SalesRecord> records() {
        return Stream.<List<? extends SalesRecord>>of(customers, calls, meetings, proposals, contracts, surveys)
                .<SalesRecord>flatMap(List::stream)
                .toList();
    }

    RawHistory and(List<? extends SalesRecord> more) {
        return with(Stream.concat(records().stream(), more.stream()).toList());
    }

    RawHistory only(Predicate<SalesRecord> condition) {
        return with(records().stream().filter(condition).toList());
    }

    RawHistory shuffled(Random random) {
        List<SalesRecord> records = new ArrayList<>(records());
        Collections.shuffle(records, random);
        return with(records);
    }

    /** The customer that a record is or belongs to. */
    static @Nullable String customerIdOf(SalesRecord record) {
        return record instanceof Fact fact ? fact.customerId() : record.id();
    }

    SalesHistoryBuilder builder() {
        return SalesHistory.builder(zone, currency)
                .exchangeRates(rates)
                .customers(customers)
                .calls(calls)
                .meetings(meetings)
                .proposals(proposals)
                .contracts(contracts)
                .surveys(surveys);
    }

    SalesHistory build() {
        return builder().build();
    }
}
