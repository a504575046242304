package org.saleskpi.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;

/**
 * What a program without the library has to find out about each customer before it can answer anything: when it entered,
 * when it signed first, and when it is in force. Found from the records alone, in arrays; peers prepare it once.
 */
final class CustomerTraces {

    /** The number of whoever has no rep. */
    static final int UNASSIGNED = 50;

    /** How many numbers of reps there are. */
    static final int REPS = UNASSIGNED + 1;

    /** The moment of what never happens. */
    static final long NEVER = Long.MAX_VALUE;

    final Map<String, Integer> numbers;
    final Map<String, Integer> repNumbers = new HashMap<>();
    final long[] entry;
    final int[] rep;
    final boolean[] lost;

    /** The first signature, {@link #NEVER} if there is none. */
    final long[] wonAt;

    final int[] wonRep;
    final int[] cycleDays;

    /** The stretches of customer {@code i} are those from {@code offsets[i]} to {@code offsets[i + 1]}. */
    final int[] offsets;

    final long[] starts;
    final long[] ends;

    CustomerTraces(SyntheticSales sales) {
        List<String> reps = SyntheticSales.reps();
        for (int i = 0; i < reps.size(); i++) {
            repNumbers.put(reps.get(i), i);
        }
        int count = sales.customers().size();
        numbers = new HashMap<>(count * 2);
        entry = new long[count];
        rep = new int[count];
        lost = new boolean[count];
        wonAt = new long[count];
        wonRep = new int[count];
        cycleDays = new int[count];
        offsets = new int[count + 1];
        for (int i = 0; i < count; i++) {
            Customer customer = sales.customers().get(i);
            numbers.put(customer.id(), i);
            entry[i] = customer.since().getEpochSecond();
            rep[i] = repNumber(customer.owner());
        }
        for (Call call : sales.calls()) {
            enter(call.customerId(), call.at());
        }
        for (Meeting meeting : sales.meetings()) {
            enter(meeting.customerId(), meeting.at());
        }
        for (Proposal proposal : sales.proposals()) {
            enter(proposal.customerId(), proposal.sentAt());
        }
        for (Survey survey : sales.surveys()) {
            enter(survey.customerId(), survey.at());
        }
        for (Contract contract : sales.contracts()) {
            enter(contract.customerId(), contract.signedAt());
        }
        starts = new long[sales.contracts().size()];
        ends = new long[sales.contracts().size()];
        followContracts(sales);
    }

    private void enter(@Nullable String customerId, Instant moment) {
        if (customerId != null) {
            int number = number(customerId);
            entry[number] = Math.min(entry[number], moment.getEpochSecond());
        }
    }

    private void followContracts(SyntheticSales sales) {
        int count = entry.length;
        List<@Nullable List<Contract>> byCustomer = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byCustomer.add(null);
        }
        for (Contract contract : sales.contracts()) {
            int number = number(contract.customerId());
            List<Contract> contracts = byCustomer.get(number);
            if (contracts == null) {
                contracts = new ArrayList<>(2);
                byCustomer.set(number, contracts);
            }
            contracts.add(contract);
        }
        int stretches = 0;
        for (int i = 0; i < count; i++) {
            wonAt[i] = NEVER;
            List<Contract> contracts = byCustomer.get(i);
            if (contracts != null) {
                contracts.sort(Comparator.comparing(Contract::signedAt).thenComparing(Contract::id));
                Contract first = contracts.get(0);
                wonAt[i] = first.signedAt().getEpochSecond();
                wonRep[i] = first.owner() == null ? rep[i] : repNumber(first.owner());
                cycleDays[i] = days(Instant.ofEpochSecond(entry[i]), first.signedAt());
                contracts.sort(Comparator.comparing(Contract::startsAt));
                stretches = appendCover(contracts, stretches);
            }
            offsets[i + 1] = stretches;
            lost[i] = wonAt[i] == NEVER && sales.customers().get(i).disqualifiedAt() != null;
        }
    }

    private int appendCover(List<Contract> contracts, int from) {
        int size = from;
        for (Contract contract : contracts) {
            long start = contract.startsAt().getEpochSecond();
            Instant end = contract.endsAt();
            long endSecond = end == null ? NEVER : end.getEpochSecond();
            if (start == endSecond) {
                continue;
            }
            if (size > from && start <= ends[size - 1]) {
                ends[size - 1] = Math.max(ends[size - 1], endSecond);
            } else {
                starts[size] = start;
                ends[size++] = endSecond;
            }
        }
        return size;
    }

    /** The number of a rep; {@link #UNASSIGNED} for none. */
    int repNumber(@Nullable String owner) {
        return owner == null ? UNASSIGNED : repNumbers.getOrDefault(owner, UNASSIGNED);
    }

    /** The number of the rep that a fact goes by: its own, else its customer's. */
    int repOf(Fact fact) {
        return repOf(fact.owner(), fact.customerId());
    }

    /** The number of the rep that a fact with an owner and a customer goes by. */
    int repOf(@Nullable String owner, @Nullable String customerId) {
        if (owner != null) {
            return repNumber(owner);
        }
        return customerId == null ? UNASSIGNED : rep[number(customerId)];
    }

    private int number(String customerId) {
        Integer number = numbers.get(customerId);
        if (number == null) {
            throw new IllegalArgumentException("Customer " + customerId + " does not exist");
        }
        return number;
    }

    /** Calendar days between two moments, by the dates of the business time zone. */
    static int days(Instant start, Instant end) {
        return Math.toIntExact(LocalDate.ofInstant(end, SyntheticSales.ZONE).toEpochDay()
                - LocalDate.ofInstant(start, SyntheticSales.ZONE).toEpochDay());
    }

    /** The days that each accepted proposal took; 0 for the others. */
    static int[] decisionDays(List<Proposal> proposals) {
        int[] days = new int[proposals.size()];
        Arrays.setAll(days, i -> {
            Proposal proposal = proposals.get(i);
            Instant decidedAt = proposal.decidedAt();
            return proposal.isAccepted() && decidedAt != null ? days(proposal.sentAt(), decidedAt) : 0;
        });
        return days;
    }
}
