package org.saleskpi.law;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.RatioOfAmounts;

/** The part of the {@link SchoolbookOracle} that answers the {@link VocabularyIndicators}, by plain loops too. */
final class VocabularyOracle {

    private final WiderOracle wider;
    private final SchoolbookOracle facts;

    VocabularyOracle(WiderOracle wider) {
        this.wider = wider;
        this.facts = wider.facts;
    }

    KpiValue<?> answer(String indicator, Instant s, Instant e) {
        return switch (indicator) {
            case "pipeline-opening" ->
                SchoolbookOracle.count(wider.pendingOnEveOf(wider.measured(s), proposal -> true));
            case "accepted-later-of-alice" ->
                SchoolbookOracle.count(wider.pendingOnEveOf(
                        wider.measured(e),
                        proposal -> "alice".equals(facts.keyOf(proposal, Grouping.OWNER))
                                && facts.statusOf(proposal) == Proposal.Status.ACCEPTED));
            case "customers-called" -> differentCustomers(called(s, e));
            case "customers-decided" -> differentCustomers(decided(s, e));
            case "acceptance-by-amount" ->
                wider.byAmount(
                        facts.proposalsSent(s, e), proposal -> facts.statusOf(proposal) == Proposal.Status.PENDING);
            case "signed-by-proposed" ->
                new RatioOfAmounts(
                        wider.amount(wider.values(facts.contractsSigned(s, e))),
                        wider.amount(wider.proposalAmounts(facts.proposalsSent(s, e))));
            case "calls-of-alice" -> callsThat(s, e, call -> "alice".equals(facts.keyOf(call, Grouping.OWNER)));
            case "calls-of-bob-or-nowhere" ->
                callsThat(s, e, call -> {
                    String region = facts.keyOf(call, Grouping.REGION);
                    return region == null || region.equals("Bob");
                });
            case "calls-to-customers" -> callsThat(s, e, call -> wasWonBefore(call.customerId(), call.at()));
            case "calls-to-the-lost" ->
                callsThat(s, e, call -> wider.isDisqualified(wider.customer(call.customerId())));
            case "business-with-the-won" -> wider.amount(wider.values(repeated(s, e)));
            case "big-contracts" -> SchoolbookOracle.count(bigContracts(s, e));
            case "small-proposals" -> SchoolbookOracle.count(smallProposals(s, e));
            case "bookings-of-alice" ->
                SchoolbookOracle.count(wider.meetingsBooked(
                        s,
                        e,
                        meeting -> facts.passes(meeting) && "alice".equals(facts.keyOf(meeting, Grouping.OWNER))));
            case "bookings-with-prospects" ->
                SchoolbookOracle.count(wider.meetingsBooked(
                        s,
                        e,
                        meeting ->
                                facts.passes(meeting) && meeting.customerId() != null && !isWon(meeting.customerId())));
            case "customers-booked" -> differentCustomers(booked(s, e));
            case "share-of-the-lost" -> shareOfTheLost(s, e);
            case "proposed-per-customer" -> proposedPerCustomer(s, e);
            case "pending-of-alice-kept" -> wider.grossRetention(facts.customers(), this::pendingOfAlice, s, e);
            case "pending-of-alice-now" -> wider.netRetention(facts.customers(), this::pendingOfAlice, s, e);
            case "retention-of-alice" -> retentionOfAlice(s, e);
            default -> throw new AssertionError("The oracle does not know the indicator " + indicator);
        };
    }

    /** Each customer counts for its own key: members are let through by their customer. */
    private Count differentCustomers(Set<String> ids) {
        int different = 0;
        for (String id : ids) {
            Customer customer = wider.customer(id);
            if (customer != null && facts.isKnown(facts.entryOf(customer)) && facts.passes(customer)) {
                different++;
            }
        }
        return new Count(different);
    }

    private Set<String> called(Instant s, Instant e) {
        Set<String> ids = new HashSet<>();
        for (Call call : facts.raw.calls()) {
            if (call.purpose() == Call.Purpose.PROSPECTING
                    && facts.isKnown(call.at())
                    && SchoolbookOracle.isIn(call.at(), s, e)) {
                ids.add(call.customerId());
            }
        }
        return ids;
    }

    private Set<String> decided(Instant s, Instant e) {
        Set<String> ids = new HashSet<>();
        for (Proposal proposal : facts.raw.proposals()) {
            Instant decidedAt = proposal.decidedAt();
            if (decidedAt != null && facts.isKnown(decidedAt) && SchoolbookOracle.isIn(decidedAt, s, e)) {
                ids.add(proposal.customerId());
            }
        }
        return ids;
    }

    private Count callsThat(Instant s, Instant e, Predicate<Call> condition) {
        int calls = 0;
        for (Call call : facts.prospectingCalls(s, e)) {
            if (condition.test(call)) {
                calls++;
            }
        }
        return new Count(calls);
    }

    private boolean wasWonBefore(@Nullable String customerId, Instant moment) {
        Customer customer = wider.customer(customerId);
        Contract first = customer == null ? null : facts.firstContractOf(customer);
        return first != null && first.signedAt().isBefore(moment);
    }

    private List<Contract> repeated(Instant s, Instant e) {
        List<Contract> repeated = new ArrayList<>();
        for (Contract contract : facts.contractsSigned(s, e)) {
            if (wasWonBefore(contract.customerId(), contract.signedAt())) {
                repeated.add(contract);
            }
        }
        return repeated;
    }

    private long hundred() {
        return 100 * (long) Math.pow(10, facts.raw.currency().getDecimalPlaces());
    }

    private List<Contract> bigContracts(Instant s, Instant e) {
        List<Contract> big = new ArrayList<>();
        for (Contract contract : facts.contractsSigned(s, e)) {
            if (facts.value(contract) >= hundred()) {
                big.add(contract);
            }
        }
        return big;
    }

    private List<SalesRecord> smallProposals(Instant s, Instant e) {
        List<SalesRecord> small = new ArrayList<>();
        for (Proposal proposal : facts.proposalsSent(s, e)) {
            if (proposal.amount() != null && facts.minorUnits(proposal.amount(), proposal.sentAt()) < hundred()) {
                small.add(proposal);
            }
        }
        return small;
    }

    private Rate retentionOfAlice(Instant s, Instant e) {
        Instant end = wider.measured(e);
        long kept = 0;
        long lost = 0;
        if (s.isBefore(end)) {
            for (Customer customer : facts.customers()) {
                if ("alice".equals(customer.owner()) && facts.isInForceOnEveOf(customer, s)) {
                    if (facts.isInForceOnEveOf(customer, end)) {
                        kept++;
                    } else {
                        lost++;
                    }
                }
            }
        }
        return new Rate(kept, lost, 0);
    }

    private Set<String> booked(Instant s, Instant e) {
        Set<String> ids = new HashSet<>();
        for (Meeting meeting : wider.meetingsBooked(s, e, meeting -> true)) {
            ids.add(meeting.customerId());
        }
        return ids;
    }

    private boolean isWon(@Nullable String customerId) {
        return facts.firstContractOf(Objects.requireNonNull(wider.customer(customerId))) != null;
    }

    private RateOfAmounts shareOfTheLost(Instant s, Instant e) {
        List<Proposal> ofTheLost = new ArrayList<>();
        List<Proposal> others = new ArrayList<>();
        for (Proposal proposal : facts.proposalsSent(s, e)) {
            (wider.isDisqualified(wider.customer(proposal.customerId())) ? ofTheLost : others).add(proposal);
        }
        return new RateOfAmounts(
                wider.amount(wider.proposalAmounts(ofTheLost)),
                wider.amount(wider.proposalAmounts(others)),
                wider.amount(List.of()));
    }

    /** Proposals are let through by their customer. */
    private MeanAmount proposedPerCustomer(Instant s, Instant e) {
        Map<String, Long> amounts = new HashMap<>();
        for (Proposal proposal : facts.raw.proposals()) {
            Customer customer = wider.customer(proposal.customerId());
            if (customer != null
                    && proposal.amount() != null
                    && facts.isKnown(proposal.sentAt())
                    && SchoolbookOracle.isIn(proposal.sentAt(), s, e)
                    && facts.passes(customer)) {
                amounts.merge(customer.id(), facts.minorUnits(proposal.amount(), proposal.sentAt()), Long::sum);
            }
        }
        return new MeanAmount(wider.amount(List.copyOf(amounts.values())), amounts.size());
    }

    /** What is proposed to a customer by Alice and not decided on the eve of a moment. */
    private long pendingOfAlice(Customer customer, Instant moment) {
        long pending = 0;
        for (Proposal proposal : facts.raw.proposals()) {
            if (customer.id().equals(proposal.customerId())
                    && "alice".equals(facts.keyOf(proposal, Grouping.OWNER))
                    && proposal.amount() != null
                    && wider.isPendingOnEveOf(moment, proposal)) {
                pending += facts.minorUnits(proposal.amount(), proposal.sentAt());
            }
        }
        return pending;
    }
}
