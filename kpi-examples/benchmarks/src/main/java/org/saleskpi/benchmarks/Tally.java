package org.saleskpi.benchmarks;

import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;

/** Counts one record into the {@link Measures} that begin at a place of an array: what every pass over records does. */
final class Tally {

    private Tally() {}

    static void count(Call call, long[] cells, int at) {
        if (call.isProspecting()) {
            cells[at + Measures.CALLS]++;
            cells[at + Measures.CALLS_SUCCESSFUL] += call.isSuccessful() ? 1 : 0;
            cells[at + Measures.CALLS_UNRECORDED] += call.isUnrecorded() ? 1 : 0;
        }
    }

    static void count(Meeting meeting, long[] cells, int at) {
        if (meeting.isSales()) {
            cells[at + Measures.MEETINGS] += meeting.isCancelled() ? 0 : 1;
            cells[at + Measures.MEETINGS_HELD] += meeting.isHeld() ? 1 : 0;
            cells[at + Measures.MEETINGS_SUCCESSFUL] += meeting.isSuccessful() ? 1 : 0;
            cells[at + Measures.MEETINGS_UNRECORDED] += meeting.isUnrecorded() ? 1 : 0;
        }
    }

    static void countSent(Proposal proposal, long[] cells, int at) {
        cells[at + Measures.PROPOSALS]++;
        cells[at + Measures.PROPOSALS_ACCEPTED] += proposal.isAccepted() ? 1 : 0;
        cells[at + Measures.PROPOSALS_PENDING] += proposal.isPending() ? 1 : 0;
    }

    static void countDecided(Proposal proposal, int days, long[] cells, int at) {
        cells[at + Measures.DECISIONS]++;
        cells[at + Measures.DECISIONS_ACCEPTED] += proposal.isAccepted() ? 1 : 0;
        cells[at + Measures.DECISION_DAYS] += days;
    }

    static void count(Contract contract, long[] cells, int at) {
        cells[at + Measures.CONTRACTS]++;
        cells[at + Measures.REVENUE_CENTS] += contract.amount().getAmountMinorLong();
    }

    static void count(Survey survey, long[] cells, int at) {
        cells[at + Measures.ANSWERS]++;
        cells[at + Measures.ANSWERS_SATISFIED] += survey.isSatisfied() ? 1 : 0;
    }
}
