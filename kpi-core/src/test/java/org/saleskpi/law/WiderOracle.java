package org.saleskpi.law;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.law.SchoolbookOracle.Span;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** The part of the {@link SchoolbookOracle} that answers the wider catalogue, by plain loops too. */
final class WiderOracle {

    final SchoolbookOracle facts;

    WiderOracle(SchoolbookOracle facts) {
        this.facts = facts;
    }

    KpiValue<?> answer(String indicator, Instant s, Instant e) {
        return switch (indicator) {
            case "meetings-booked" -> SchoolbookOracle.count(meetingsBooked(s, e, facts::passes));
            case "meetings-held" -> SchoolbookOracle.count(facts.meetingsHeld(s, e));
            case "no-show-rate" ->
                SchoolbookOracle.rate(
                        facts.salesMeetings(s, e, Meeting.Outcome.CANCELLED),
                        meeting -> meeting.outcome() == Meeting.Outcome.NO_SHOW,
                        meeting -> meeting.outcome() == Meeting.Outcome.PLANNED);
            case "contact-rate" ->
                SchoolbookOracle.rate(
                        facts.prospectingCalls(s, e), WiderOracle::isAnswered, call -> call.outcome() == null);
            case "answered-call-success-rate" -> successOfAnsweredCalls(s, e);
            case "calls-per-meeting" ->
                new Ratio(
                        facts.prospectingCalls(s, e).size(),
                        facts.salesMeetings(s, e, Meeting.Outcome.CANCELLED).size());
            case "calls-per-contract" ->
                new Ratio(
                        facts.prospectingCalls(s, e).size(),
                        facts.contractsSigned(s, e).size());
            case "meetings-per-contract" ->
                new Ratio(
                        facts.meetingsHeld(s, e).size(),
                        facts.contractsSigned(s, e).size());
            case "customers-opening" -> new Count(customersInForce(measured(s)));
            case "customers-gained" -> movements(Span::start, s, e);
            case "customers-lost" -> movements(Span::end, s, e);
            case "customers-closing" -> new Count(customersInForce(measured(e)));
            case "win-rate-by-amount" -> byAmount(facts.proposalsDecided(s, e), proposal -> false);
            case "pipeline" -> amount(proposalAmounts(pendingOnEveOf(measured(e), proposal -> true)));
            case "new-business" -> amount(values(signed(true, s, e)));
            case "repeat-business" -> amount(values(signed(false, s, e)));
            case "repeat-share" ->
                new RateOfAmounts(amount(values(signed(false, s, e))), amount(values(signed(true, s, e))), nothing());
            case "revenue-per-customer" -> revenuePerCustomer(s, e);
            case "sales-velocity" -> velocity(s, e);
            case "nps" -> score(facts.surveysAnswered(s, e));
            case "first-response" -> firstResponse(s, e);
            case "mrr" -> mrr(measured(e));
            case "gross-retention" -> grossRetention(facts.customers(), this::monthlyValueOnEveOf, s, e);
            case "net-retention" -> netRetention(facts.customers(), this::monthlyValueOnEveOf, s, e);
            default -> new VocabularyOracle(this).answer(indicator, s, e);
        };
    }

    Instant measured(Instant moment) {
        Instant asOf = facts.asOf;
        return asOf != null && asOf.isBefore(moment) ? asOf : moment;
    }

    private Amount nothing() {
        return amount(List.of());
    }

    Amount amount(List<Long> minorUnits) {
        long total = 0;
        for (long units : minorUnits) {
            total += units;
        }
        return new Amount(facts.raw.currency(), total);
    }

    // Activity

    List<Meeting> meetingsBooked(Instant s, Instant e, Predicate<Meeting> condition) {
        List<Meeting> booked = new ArrayList<>();
        for (Meeting meeting : facts.raw.meetings()) {
            if (facts.isKnownAsBooked(meeting)
                    && SchoolbookOracle.isIn(Objects.requireNonNull(meeting.bookedAt()), s, e)
                    && condition.test(meeting)) {
                booked.add(meeting);
            }
        }
        return booked;
    }

    private static boolean isAnswered(Call call) {
        return call.outcome() != null && call.outcome() != Call.Outcome.NO_ANSWER;
    }

    private Rate successOfAnsweredCalls(Instant s, Instant e) {
        List<Call> answered = new ArrayList<>();
        for (Call call : facts.prospectingCalls(s, e)) {
            if (isAnswered(call)) {
                answered.add(call);
            }
        }
        return SchoolbookOracle.rate(
                answered,
                call -> call.outcome() == Call.Outcome.DISCUSSION || call.outcome() == Call.Outcome.MEETING_BOOKED,
                call -> false);
    }

    private Waits firstResponse(Instant s, Instant e) {
        long misses = 0;
        long open = 0;
        List<Long> hours = new ArrayList<>();
        for (Customer customer : facts.customersEntered(s, e)) {
            Instant first = null;
            for (Call call : facts.raw.calls()) {
                if (customer.id().equals(call.customerId())
                        && call.purpose() == Call.Purpose.PROSPECTING
                        && facts.isKnown(call.at())
                        && (first == null || call.at().isBefore(first))) {
                    first = call.at();
                }
            }
            if (first != null) {
                hours.add(Duration.between(facts.entryOf(customer), first).toSeconds() / 3_600);
            } else if (facts.firstContractOf(customer) != null || isDisqualified(customer)) {
                misses++;
            } else {
                open++;
            }
        }
        return Waits.of(misses, open, hours.stream().mapToLong(Long::longValue).toArray());
    }

    boolean isDisqualified(@Nullable Customer customer) {
        Instant disqualifiedAt = customer == null ? null : customer.disqualifiedAt();
        return disqualifiedAt != null && facts.isKnown(disqualifiedAt);
    }

    // Customers

    private long customersInForce(Instant moment) {
        long inForce = 0;
        for (Customer customer : facts.customers()) {
            if (facts.isInForceOnEveOf(customer, moment)) {
                inForce++;
            }
        }
        return inForce;
    }

    private Count movements(Function<Span, @Nullable Instant> bound, Instant s, Instant e) {
        int movements = 0;
        for (Customer customer : facts.customers()) {
            for (Span stretch : facts.coverOf(customer)) {
                Instant moment = bound.apply(stretch);
                if (moment != null && SchoolbookOracle.isIn(moment, s, measured(e))) {
                    movements++;
                }
            }
        }
        return new Count(movements);
    }

    /** The contracts signed that are, or are not, the first of their customer. */
    private List<Contract> signed(boolean isFirst, Instant s, Instant e) {
        List<Contract> firsts = facts.firstContractsSigned(s, e);
        List<Contract> signed = new ArrayList<>();
        for (Contract contract : facts.contractsSigned(s, e)) {
            if (firsts.contains(contract) == isFirst) {
                signed.add(contract);
            }
        }
        return signed;
    }

    List<Long> values(List<Contract> contracts) {
        List<Long> values = new ArrayList<>();
        for (Contract contract : contracts) {
            values.add(facts.value(contract));
        }
        return values;
    }

    /** Contracts are let through by their customer. */
    private MeanAmount revenuePerCustomer(Instant s, Instant e) {
        List<Long> values = new ArrayList<>();
        Set<String> customers = new HashSet<>();
        for (Contract contract : facts.raw.contracts()) {
            Customer customer = Objects.requireNonNull(customer(contract.customerId()));
            if (facts.isKnown(contract.signedAt())
                    && SchoolbookOracle.isIn(contract.signedAt(), s, e)
                    && facts.passes(customer)) {
                values.add(facts.value(contract));
                customers.add(customer.id());
            }
        }
        return new MeanAmount(amount(values), customers.size());
    }

    @Nullable
    Customer customer(@Nullable String id) {
        for (Customer customer : facts.raw.customers()) {
            if (customer.id().equals(id)) {
                return customer;
            }
        }
        return null;
    }

    private static Score score(List<Survey> answers) {
        long[] counts = new long[3];
        for (Survey answer : answers) {
            if (answer.scale() == Survey.Scale.NPS) {
                counts[answer.score() > 8 ? 0 : answer.score() > 6 ? 1 : 2]++;
            }
        }
        return new Score(counts[0], counts[1], counts[2]);
    }

    // Pipeline

    List<Proposal> pendingOnEveOf(Instant moment, Predicate<Proposal> condition) {
        List<Proposal> pending = new ArrayList<>();
        for (Proposal proposal : facts.raw.proposals()) {
            if (isPendingOnEveOf(moment, proposal) && facts.passes(proposal) && condition.test(proposal)) {
                pending.add(proposal);
            }
        }
        return pending;
    }

    boolean isPendingOnEveOf(Instant moment, Proposal proposal) {
        Instant decidedAt = facts.statusOf(proposal) == Proposal.Status.PENDING ? null : proposal.decidedAt();
        return facts.isKnown(proposal.sentAt())
                && proposal.sentAt().isBefore(moment)
                && (decidedAt == null || !decidedAt.isBefore(moment));
    }

    List<Long> proposalAmounts(List<Proposal> proposals) {
        List<Long> amounts = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal.amount() != null) {
                amounts.add(facts.minorUnits(proposal.amount(), proposal.sentAt()));
            }
        }
        return amounts;
    }

    RateOfAmounts byAmount(List<Proposal> proposals, Predicate<Proposal> open) {
        List<Proposal> hits = new ArrayList<>();
        List<Proposal> misses = new ArrayList<>();
        List<Proposal> stillOpen = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (facts.statusOf(proposal) == Proposal.Status.ACCEPTED) {
                hits.add(proposal);
            } else if (open.test(proposal)) {
                stillOpen.add(proposal);
            } else {
                misses.add(proposal);
            }
        }
        return new RateOfAmounts(
                amount(proposalAmounts(hits)), amount(proposalAmounts(misses)), amount(proposalAmounts(stillOpen)));
    }

    private Velocity velocity(Instant s, Instant e) {
        List<Proposal> accepted = facts.proposalsAccepted(s, e);
        long days = 0;
        for (Proposal proposal : accepted) {
            days += facts.daysBetween(proposal.sentAt(), Objects.requireNonNull(proposal.decidedAt()));
        }
        List<Long> amounts = proposalAmounts(accepted);
        int lost = facts.proposalsDecided(s, e).size() - accepted.size();
        return new Velocity(
                pendingOnEveOf(measured(e), proposal -> true).size(),
                new Rate(accepted.size(), lost, 0),
                new MeanAmount(amount(amounts), amounts.size()),
                days);
    }

    // Recurring revenue

    private boolean isInForceOnEveOf(Instant moment, Contract contract) {
        Span term = new Span(contract.startsAt(), contract.endsAt());
        return facts.isKnown(contract.signedAt()) && !term.isEmpty() && SchoolbookOracle.isInForceOnEveOf(term, moment);
    }

    private Amount mrr(Instant moment) {
        List<Long> values = new ArrayList<>();
        for (Contract contract : facts.raw.contracts()) {
            if (isInForceOnEveOf(moment, contract) && facts.passes(contract)) {
                values.add(facts.monthlyValue(contract));
            }
        }
        return amount(values);
    }

    private long monthlyValueOnEveOf(Customer customer, Instant moment) {
        long value = 0;
        for (Contract contract : facts.raw.contracts()) {
            if (contract.customerId().equals(customer.id()) && isInForceOnEveOf(moment, contract)) {
                value += facts.monthlyValue(contract);
            }
        }
        return value;
    }

    /** What a customer has on the eve of a moment. */
    interface Holding {
        long on(Customer customer, Instant moment);
    }

    RateOfAmounts grossRetention(List<Customer> customers, Holding holding, Instant s, Instant e) {
        long total = 0;
        long kept = 0;
        if (s.isBefore(measured(e))) {
            for (Customer customer : customers) {
                long before = holding.on(customer, s);
                total += before;
                kept += Math.min(before, holding.on(customer, measured(e)));
            }
        }
        return new RateOfAmounts(amount(List.of(kept)), amount(List.of(total - kept)), nothing());
    }

    RatioOfAmounts netRetention(List<Customer> customers, Holding holding, Instant s, Instant e) {
        long atStart = 0;
        long atEnd = 0;
        if (s.isBefore(measured(e))) {
            for (Customer customer : customers) {
                if (holding.on(customer, s) > 0) {
                    atStart += holding.on(customer, s);
                    atEnd += holding.on(customer, measured(e));
                }
            }
        }
        return new RatioOfAmounts(amount(List.of(atEnd)), amount(List.of(atStart)));
    }
}
