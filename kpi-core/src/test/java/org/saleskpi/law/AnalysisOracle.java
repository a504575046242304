package org.saleskpi.law;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Days;
import org.saleskpi.value.Rate;

/** Follows the customers of a cohort with plain loops over the records, as the definitions of the analyses read. */
final class AnalysisOracle {

    static final List<String> STAGES = List.of("entered", "called", "reached", "met", "proposed", "signed");

    private final SchoolbookOracle oracle;

    AnalysisOracle(SchoolbookOracle oracle) {
        this.oracle = oracle;
    }

    // Funnel

    List<Funnel.Stage> funnel(Instant s, Instant e) {
        List<Customer> cohort = oracle.customersEntered(s, e);
        List<Funnel.Stage> stages = new ArrayList<>();
        for (int i = 0; i < STAGES.size(); i++) {
            List<Long> days = new ArrayList<>();
            long customers = 0;
            long lost = 0;
            long customersBefore = 0;
            long lostBefore = 0;
            for (Customer customer : cohort) {
                Instant event = event(STAGES.get(i), customer);
                if (event != null) {
                    days.add(days(oracle.entryOf(customer), event));
                }
                if (furthest(customer) >= i) {
                    customers++;
                } else if (isLost(customer)) {
                    lost++;
                }
                if (furthest(customer) >= i - 1) {
                    customersBefore++;
                    if (furthest(customer) < i && isLost(customer)) {
                        lostBefore++;
                    }
                }
            }
            stages.add(new Funnel.Stage(
                    STAGES.get(i),
                    i == 0 ? null : Rate.of(customers, lostBefore, customersBefore - customers - lostBefore),
                    Rate.of(customers, lost, cohort.size() - customers - lost),
                    Days.of(days.stream().mapToLong(day -> day).toArray())));
        }
        return stages;
    }

    private int furthest(Customer customer) {
        int furthest = -1;
        for (int i = 0; i < STAGES.size(); i++) {
            if (event(STAGES.get(i), customer) != null) {
                furthest = i;
            }
        }
        return furthest;
    }

    private @Nullable Instant event(String stage, Customer customer) {
        Instant first = null;
        for (Instant moment : events(stage, customer)) {
            if (oracle.isKnown(moment) && (first == null || moment.isBefore(first))) {
                first = moment;
            }
        }
        return first;
    }

    private List<Instant> events(String stage, Customer customer) {
        List<Instant> events = new ArrayList<>();
        if (stage.equals("entered")) {
            events.add(oracle.entryOf(customer));
        }
        for (Call call : oracle.raw.calls()) {
            boolean isReached = call.outcome() != null && call.outcome() != Call.Outcome.NO_ANSWER;
            if (customer.id().equals(call.customerId())
                    && call.purpose() == Call.Purpose.PROSPECTING
                    && (stage.equals("called") || (stage.equals("reached") && isReached))) {
                events.add(call.at());
            }
        }
        for (Meeting meeting : oracle.raw.meetings()) {
            boolean isHeld = switch (meeting.outcome()) {
                case HELD, NO_FOLLOW_UP, NEXT_STEP, SALE -> true;
                case PLANNED, CANCELLED, NO_SHOW -> false;
            };
            if (customer.id().equals(meeting.customerId())
                    && meeting.purpose() == Meeting.Purpose.SALES
                    && isHeld
                    && stage.equals("met")) {
                events.add(meeting.at());
            }
        }
        for (Proposal proposal : oracle.raw.proposals()) {
            if (customer.id().equals(proposal.customerId()) && stage.equals("proposed")) {
                events.add(proposal.sentAt());
            }
        }
        for (Contract contract : oracle.raw.contracts()) {
            if (customer.id().equals(contract.customerId()) && stage.equals("signed")) {
                events.add(contract.signedAt());
            }
        }
        return events;
    }

    private boolean isLost(Customer customer) {
        return customer.disqualifiedAt() != null && oracle.isKnown(customer.disqualifiedAt());
    }

    private long days(Instant from, Instant to) {
        LocalDate start = from.atZone(oracle.raw.zone()).toLocalDate();
        LocalDate end = to.atZone(oracle.raw.zone()).toLocalDate();
        return Math.max(0, end.toEpochDay() - start.toEpochDay());
    }

    // Cycle

    /** What was observed of a customer: for how long, and whether it was won, lost, or neither until then. */
    record Observed(long days, boolean won, boolean lost) {}

    List<Observed> observed(Instant s, Instant e, Instant observationEnd) {
        List<Observed> observed = new ArrayList<>();
        for (Customer customer : oracle.customersEntered(s, e)) {
            Contract first = oracle.firstContractOf(customer);
            Instant entry = oracle.entryOf(customer);
            if (first != null) {
                observed.add(new Observed(days(entry, first.signedAt()), true, false));
            } else if (isLost(customer)) {
                observed.add(new Observed(days(entry, requireNonNull(customer.disqualifiedAt())), false, true));
            } else {
                observed.add(new Observed(days(entry, observationEnd.minusNanos(1)), false, false));
            }
        }
        return observed;
    }

    /** One minus the share that was won by days, of those at risk each day, by the product-limit estimate. */
    static SortedMap<Long, Double> kaplanMeier(List<Observed> observed) {
        SortedMap<Long, Double> survival = new TreeMap<>();
        double product = 1;
        for (long day : days(observed)) {
            double atRisk = observed.stream().filter(one -> one.days() >= day).count();
            double won = observed.stream()
                    .filter(one -> one.days() == day && one.won())
                    .count();
            if (won > 0) {
                product *= 1 - won / atRisk;
                survival.put(day, product);
            }
        }
        return survival;
    }

    /** The share that was won by days, where the lost never will be: the sum of what was won of those left. */
    static SortedMap<Long, Double> aalenJohansen(List<Observed> observed) {
        SortedMap<Long, Double> incidence = new TreeMap<>();
        double left = 1;
        double sum = 0;
        for (long day : days(observed)) {
            double atRisk = observed.stream().filter(one -> one.days() >= day).count();
            double won = observed.stream()
                    .filter(one -> one.days() == day && one.won())
                    .count();
            double lost = observed.stream()
                    .filter(one -> one.days() == day && one.lost())
                    .count();
            sum += left * won / atRisk;
            left *= 1 - (won + lost) / atRisk;
            if (won + lost > 0) {
                incidence.put(day, sum);
            }
        }
        return incidence;
    }

    private static List<Long> days(List<Observed> observed) {
        return observed.stream().map(Observed::days).distinct().sorted().toList();
    }

    Rate within(long days, Instant s, Instant e, Instant observationEnd) {
        long hits = 0;
        long misses = 0;
        long open = 0;
        for (Observed one : observed(s, e, observationEnd)) {
            if (one.won() && one.days() <= days) {
                hits++;
            } else if (one.won() || one.lost() || one.days() >= days) {
                misses++;
            } else {
                open++;
            }
        }
        return Rate.of(hits, misses, open);
    }

    // Cohorts

    /** The cohorts of units that follow one another. */
    List<Cohorts.Cohort> cohorts(List<InstantRange> units) {
        List<Cohorts.Cohort> cohorts = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            List<Customer> won = wonIn(units.get(i));
            List<Cohorts.Cell> cells = new ArrayList<>();
            for (InstantRange unit : units.subList(i, units.size())) {
                Instant end = unit.endExclusive();
                if (oracle.asOf == null || !end.isAfter(oracle.asOf)) {
                    long inForce = 0;
                    long signed = 0;
                    for (Customer customer : won) {
                        inForce += oracle.isInForceOnEveOf(customer, end) ? 1 : 0;
                        for (Contract contract : oracle.raw.contracts()) {
                            if (contract.customerId().equals(customer.id())
                                    && oracle.isKnown(contract.signedAt())
                                    && SchoolbookOracle.isIn(contract.signedAt(), unit.startInclusive(), end)) {
                                signed += oracle.value(contract);
                            }
                        }
                    }
                    cells.add(new Cohorts.Cell(
                            Rate.of(inForce, won.size() - inForce, 0), new Amount(oracle.raw.currency(), signed)));
                }
            }
            cohorts.add(new Cohorts.Cohort(units.get(i), won.size(), cells));
        }
        return cohorts;
    }

    private List<Customer> wonIn(InstantRange unit) {
        List<Customer> won = new ArrayList<>();
        for (Customer customer : oracle.raw.customers()) {
            Contract first = oracle.firstContractOf(customer);
            if (first != null
                    && oracle.passes(first)
                    && SchoolbookOracle.isIn(first.signedAt(), unit.startInclusive(), unit.endExclusive())) {
                won.add(customer);
            }
        }
        return won;
    }
}
