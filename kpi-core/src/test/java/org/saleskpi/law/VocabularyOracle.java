package org.saleskpi.law;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.law.SchoolbookOracle.Span;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Waits;

/** The part of the {@link SchoolbookOracle} that answers the {@link VocabularyIndicators}, by plain loops too. */
final class VocabularyOracle {

    private final SchoolbookOracle facts;

    VocabularyOracle(SchoolbookOracle facts) {
        this.facts = facts;
    }

    KpiValue<?> answer(String indicator, Instant s, Instant e) {
        return switch (indicator) {
            case "customers-opening" -> new Count(customersInForce(measured(s)));
            case "customers-closing" -> new Count(customersInForce(measured(e)));
            case "pipeline" -> amount(proposalAmounts(pendingOnEveOf(measured(e), proposal -> true)));
            case "pipeline-opening" -> SchoolbookOracle.count(pendingOnEveOf(measured(s), proposal -> true));
            case "accepted-later-of-alice" ->
                SchoolbookOracle.count(pendingOnEveOf(
                        measured(e),
                        proposal -> "alice".equals(facts.keyOf(proposal, Grouping.OWNER))
                                && facts.statusOf(proposal) == Proposal.Status.ACCEPTED));
            case "mrr" -> amount(monthlyValues(measured(e)));
            case "customers-called" -> differentCustomers(called(s, e));
            case "customers-decided" -> differentCustomers(decided(s, e));
            case "win-rate-by-amount" -> byAmount(facts.proposalsDecided(s, e), proposal -> false);
            case "acceptance-by-amount" ->
                byAmount(facts.proposalsSent(s, e), proposal -> facts.statusOf(proposal) == Proposal.Status.PENDING);
            case "signed-by-proposed" ->
                new RatioOfAmounts(
                        amount(values(facts.contractsSigned(s, e))),
                        amount(proposalAmounts(facts.proposalsSent(s, e))));
            case "nps" -> score(facts.surveysAnswered(s, e));
            case "first-response" -> firstResponse(s, e);
            case "calls-of-alice" -> callsThat(s, e, call -> "alice".equals(facts.keyOf(call, Grouping.OWNER)));
            case "calls-of-bob-or-nowhere" ->
                callsThat(s, e, call -> {
                    String region = facts.keyOf(call, Grouping.REGION);
                    return region == null || region.equals("Bob");
                });
            case "calls-to-customers" -> callsThat(s, e, call -> wasWonBefore(call.customerId(), call.at()));
            case "calls-to-the-lost" -> callsThat(s, e, call -> isDisqualified(customer(call.customerId())));
            case "repeat-business" -> amount(values(repeated(s, e)));
            case "big-contracts" -> SchoolbookOracle.count(bigContracts(s, e));
            case "small-proposals" -> SchoolbookOracle.count(smallProposals(s, e));
            case "retention-of-alice" -> retentionOfAlice(s, e);
            default -> throw new AssertionError("The oracle does not know the indicator " + indicator);
        };
    }

    private Instant measured(Instant moment) {
        Instant asOf = facts.asOf;
        return asOf != null && asOf.isBefore(moment) ? asOf : moment;
    }

    private long customersInForce(Instant moment) {
        long inForce = 0;
        for (Customer customer : facts.customers()) {
            if (facts.isInForceOnEveOf(customer, moment)) {
                inForce++;
            }
        }
        return inForce;
    }

    private List<Proposal> pendingOnEveOf(Instant moment, Predicate<Proposal> condition) {
        List<Proposal> pending = new ArrayList<>();
        for (Proposal proposal : facts.raw.proposals()) {
            Instant decidedAt = facts.statusOf(proposal) == Proposal.Status.PENDING ? null : proposal.decidedAt();
            if (facts.isKnown(proposal.sentAt())
                    && proposal.sentAt().isBefore(moment)
                    && (decidedAt == null || !decidedAt.isBefore(moment))
                    && facts.passes(proposal)
                    && condition.test(proposal)) {
                pending.add(proposal);
            }
        }
        return pending;
    }

    private List<Long> proposalAmounts(List<Proposal> proposals) {
        List<Long> amounts = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal.amount() != null) {
                amounts.add(facts.minorUnits(proposal.amount(), proposal.sentAt()));
            }
        }
        return amounts;
    }

    private List<Long> values(List<Contract> contracts) {
        List<Long> values = new ArrayList<>();
        for (Contract contract : contracts) {
            values.add(facts.value(contract));
        }
        return values;
    }

    private List<Long> monthlyValues(Instant moment) {
        List<Long> values = new ArrayList<>();
        for (Contract contract : facts.raw.contracts()) {
            Span term = new Span(contract.startsAt(), contract.endsAt());
            if (facts.isKnown(contract.signedAt())
                    && !term.isEmpty()
                    && SchoolbookOracle.isInForceOnEveOf(term, moment)
                    && facts.passes(contract)) {
                values.add(facts.monthlyValue(contract));
            }
        }
        return values;
    }

    private Amount amount(List<Long> minorUnits) {
        long total = 0;
        for (long units : minorUnits) {
            total += units;
        }
        return new Amount(facts.raw.currency(), total);
    }

    private @Nullable Customer customer(@Nullable String id) {
        for (Customer customer : facts.raw.customers()) {
            if (customer.id().equals(id)) {
                return customer;
            }
        }
        return null;
    }

    /** Each customer counts for its own key: members are let through by their customer. */
    private Count differentCustomers(Set<String> ids) {
        int different = 0;
        for (String id : ids) {
            Customer customer = customer(id);
            if (customer != null && facts.passes(customer)) {
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

    private RateOfAmounts byAmount(List<Proposal> proposals, Predicate<Proposal> open) {
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

    private static Score score(List<Survey> answers) {
        long[] counts = new long[3];
        for (Survey answer : answers) {
            if (answer.scale() == Survey.Scale.NPS) {
                counts[answer.score() > 8 ? 0 : answer.score() > 6 ? 1 : 2]++;
            }
        }
        return new Score(counts[0], counts[1], counts[2]);
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

    private boolean isDisqualified(@Nullable Customer customer) {
        Instant disqualifiedAt = customer == null ? null : customer.disqualifiedAt();
        return disqualifiedAt != null && facts.isKnown(disqualifiedAt);
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
        Customer customer = customer(customerId);
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
        Instant end = measured(e);
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
}
