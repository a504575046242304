package org.saleskpi.analysis;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Proposal;

/** What is suspicious in contracts and their terms. */
final class SuspiciousContracts {

    private static final long SECONDS_OF_A_MINUTE = 60;

    private final Suspicion suspicion;
    private final List<Contract> contracts;
    private final Map<String, List<Contract>> contractsOf;
    private final Map<String, List<Proposal>> proposalsOf;

    SuspiciousContracts(Suspicion suspicion) {
        this.suspicion = suspicion;
        this.contracts = suspicion.history().contracts();
        this.contractsOf = contracts.stream().collect(groupingBy(Contract::customerId));
        this.proposalsOf = suspicion.history().proposals().stream()
                .filter(proposal -> proposal.customerId() != null)
                .collect(groupingBy(proposal -> Objects.requireNonNull(proposal.customerId())));
    }

    Stream<Finding> findings() {
        Set<String> endless = contracts.stream()
                .filter(SuspiciousContracts::isEndless)
                .map(Contract::customerId)
                .collect(Collectors.toSet());
        return Stream.of(
                        Suspicion.found(
                                FindingKind.CONTRACT_WITHOUT_PROPOSAL, contracts, this::isSignedWithoutProposal),
                        Suspicion.found(
                                FindingKind.NO_MONTHLY_VALUE,
                                contracts,
                                (Contract contract) -> isEndless(contract) && !isMonthly(contract)),
                        Suspicion.found(FindingKind.SHORT_TERM, contracts, this::isShort),
                        Suspicion.found(
                                FindingKind.MONTHLY_WITHOUT_END,
                                contracts,
                                (Contract contract) -> isEndless(contract) && isMonthly(contract)),
                        Suspicion.found(
                                FindingKind.ENDLESS_COVER,
                                suspicion.history().customers(),
                                (Customer customer) -> endless.contains(customer.id())),
                        Suspicion.found(FindingKind.INCLUSIVE_END, contracts, this::hasInclusiveEnd))
                .flatMap(found -> found);
    }

    private static boolean isEndless(Contract contract) {
        return contract.endsAt() == null;
    }

    private static boolean isMonthly(Contract contract) {
        return contract.billing() == Contract.Billing.MONTHLY;
    }

    private boolean isSignedWithoutProposal(Contract contract) {
        LocalDate signed = suspicion.date(contract.signedAt());
        List<Proposal> proposals = proposalsOf.getOrDefault(contract.customerId(), List.of());
        return !proposals.isEmpty() && proposals.stream().noneMatch(proposal -> isAcceptedBy(signed, proposal));
    }

    private boolean isAcceptedBy(LocalDate day, Proposal proposal) {
        Instant decidedAt = proposal.decidedAt();
        return proposal.isAccepted()
                && decidedAt != null
                && !suspicion.date(decidedAt).isAfter(day);
    }

    /** Whether the term is less than a month by its local dates. */
    private boolean isShort(Contract contract) {
        Instant endsAt = contract.endsAt();
        return endsAt != null
                && suspicion
                        .date(endsAt)
                        .isBefore(suspicion.date(contract.startsAt()).plusMonths(1));
    }

    /** Whether the term ends with the last minute of a day, or the next term starts a moment or a day after it. */
    private boolean hasInclusiveEnd(Contract contract) {
        Instant endsAt = contract.endsAt();
        if (endsAt == null) {
            return false;
        }
        LocalDate lastDay = suspicion.date(endsAt);
        Instant dayAfter = suspicion.startOf(lastDay.plusDays(1));
        if (!endsAt.plusSeconds(SECONDS_OF_A_MINUTE).isBefore(dayAfter)) {
            return true;
        }
        return contractsOf.getOrDefault(contract.customerId(), List.of()).stream()
                .map(Contract::startsAt)
                .anyMatch(
                        start -> start.isAfter(endsAt) && !suspicion.date(start).isAfter(lastDay.plusDays(1)));
    }
}
