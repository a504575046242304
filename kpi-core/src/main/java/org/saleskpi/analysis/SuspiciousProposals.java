package org.saleskpi.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.saleskpi.analysis.FindingThresholds.Limit;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;

/** What is suspicious in proposals and in the plan of meetings. */
final class SuspiciousProposals {

    private final Suspicion suspicion;

    SuspiciousProposals(Suspicion suspicion) {
        this.suspicion = suspicion;
    }

    Stream<Finding> findings() {
        List<Proposal> proposals = suspicion.history().proposals();
        return Stream.of(
                        decidedAtSending(proposals),
                        Suspicion.found(
                                FindingKind.MEETING_STILL_PLANNED,
                                suspicion.history().meetings(),
                                (Meeting meeting) -> meeting.isPlanned() && suspicion.isPast(meeting.at())),
                        Suspicion.found(
                                FindingKind.STALE_PROPOSAL,
                                proposals,
                                (Proposal proposal) -> proposal.isPending()
                                        && suspicion.isLongAgo(proposal.sentAt(), Limit.STALE_PROPOSAL_DAYS)))
                .flatMap(found -> found);
    }

    private Stream<Finding> decidedAtSending(List<Proposal> proposals) {
        List<Proposal> decided =
                proposals.stream().filter(proposal -> !proposal.isPending()).toList();
        List<Proposal> atSending =
                decided.stream().filter(SuspiciousProposals::isDecidedAtSending).toList();
        return suspicion.exceedsShare(atSending.size(), decided.size(), Limit.DECIDED_AT_SENDING_SHARE)
                ? Suspicion.found(FindingKind.DECIDED_AT_SENDING, decided.size(), atSending)
                : Stream.empty();
    }

    private static boolean isDecidedAtSending(Proposal decided) {
        Instant decidedAt = requireNonNull(decided.decidedAt(), "decidedAt of a decided proposal");
        return decidedAt.getEpochSecond() == decided.sentAt().getEpochSecond();
    }
}
