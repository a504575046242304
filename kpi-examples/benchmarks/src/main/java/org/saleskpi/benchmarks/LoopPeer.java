package org.saleskpi.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.benchmarks.CustomerTraces.NEVER;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;

/**
 * A loop over the records, as somebody writes it who minds the time: one pass a table, primitives, nothing allocated, what
 * depends on the customer prepared once.
 */
final class LoopPeer implements Peer {

    static final String NAME = "tight loop";

    private @Nullable Pass pass;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void load(SyntheticSales sales) {
        pass = new Pass(sales);
    }

    private Pass pass() {
        return requireNonNull(pass, "not loaded");
    }

    @Override
    public Answer period(long start, long end) {
        long[] cell = pass().period(start, end);
        return (rep, month) -> cell;
    }

    @Override
    public Answer months() {
        long[] cells = pass().table(false);
        return (rep, month) -> cell(cells, month);
    }

    @Override
    public Answer monthsByRep() {
        long[] cells = pass().table(true);
        return (rep, month) -> cell(cells, rep * Months.COUNT + month);
    }

    private static long[] cell(long[] cells, int index) {
        return Arrays.copyOfRange(cells, index * Measures.COUNT, (index + 1) * Measures.COUNT);
    }

    /** What there is to pass over. */
    private static final class Pass {

        private final SyntheticSales sales;
        private final CustomerTraces traces;
        private final int[] decisionDays;

        Pass(SyntheticSales sales) {
            this.sales = sales;
            this.traces = new CustomerTraces(sales);
            this.decisionDays = CustomerTraces.decisionDays(sales.proposals());
        }

        long[] period(long start, long end) {
            long[] cell = new long[Measures.COUNT];
            for (Call call : sales.calls()) {
                if (isIn(call.at(), start, end)) {
                    Tally.count(call, cell, 0);
                }
            }
            for (Meeting meeting : sales.meetings()) {
                if (isIn(meeting.at(), start, end)) {
                    Tally.count(meeting, cell, 0);
                }
            }
            List<Proposal> proposals = sales.proposals();
            for (int i = 0; i < decisionDays.length; i++) {
                Proposal proposal = proposals.get(i);
                if (isIn(proposal.sentAt(), start, end)) {
                    Tally.countSent(proposal, cell, 0);
                }
                Instant decidedAt = proposal.decidedAt();
                if (decidedAt != null && isIn(decidedAt, start, end)) {
                    Tally.countDecided(proposal, decisionDays[i], cell, 0);
                }
            }
            for (Contract contract : sales.contracts()) {
                if (isIn(contract.signedAt(), start, end)) {
                    Tally.count(contract, cell, 0);
                }
            }
            for (Survey survey : sales.surveys()) {
                if (isIn(survey.at(), start, end)) {
                    Tally.count(survey, cell, 0);
                }
            }
            for (int i = 0; i < traces.entry.length; i++) {
                if (traces.entry[i] >= start && traces.entry[i] < end) {
                    countEntry(i, cell, 0);
                }
                if (traces.wonAt[i] >= start && traces.wonAt[i] < end) {
                    countConversion(i, cell, 0);
                }
                boolean atStart = false;
                boolean atEnd = false;
                for (int k = traces.offsets[i]; k < traces.offsets[i + 1]; k++) {
                    atStart |= traces.starts[k] < start && start <= traces.ends[k];
                    atEnd |= traces.starts[k] < end && end <= traces.ends[k];
                }
                cell[Measures.OPENING] += atStart ? 1 : 0;
                cell[Measures.RETAINED] += atStart && atEnd ? 1 : 0;
            }
            return cell;
        }

        long[] table(boolean byRep) {
            long[] cells = new long[(byRep ? CustomerTraces.REPS : 1) * Months.COUNT * Measures.COUNT];
            for (Call call : sales.calls()) {
                int month = Months.of(call.at().getEpochSecond());
                if (month >= 0) {
                    Tally.count(call, cells, at(byRep ? traces.repOf(call.owner(), call.customerId()) : 0, month));
                }
            }
            for (Meeting meeting : sales.meetings()) {
                int month = Months.of(meeting.at().getEpochSecond());
                if (month >= 0) {
                    Tally.count(
                            meeting, cells, at(byRep ? traces.repOf(meeting.owner(), meeting.customerId()) : 0, month));
                }
            }
            List<Proposal> proposals = sales.proposals();
            for (int i = 0; i < decisionDays.length; i++) {
                Proposal proposal = proposals.get(i);
                int rep = byRep ? repOf(proposal) : 0;
                int month = Months.of(proposal.sentAt().getEpochSecond());
                if (month >= 0) {
                    Tally.countSent(proposal, cells, at(rep, month));
                }
                Instant decidedAt = proposal.decidedAt();
                int monthDecided = decidedAt == null ? -1 : Months.of(decidedAt.getEpochSecond());
                if (monthDecided >= 0) {
                    Tally.countDecided(proposal, decisionDays[i], cells, at(rep, monthDecided));
                }
            }
            for (Contract contract : sales.contracts()) {
                int month = Months.of(contract.signedAt().getEpochSecond());
                if (month >= 0) {
                    Tally.count(contract, cells, at(byRep ? repOf(contract) : 0, month));
                }
            }
            for (Survey survey : sales.surveys()) {
                int month = Months.of(survey.at().getEpochSecond());
                if (month >= 0) {
                    Tally.count(survey, cells, at(byRep ? repOf(survey) : 0, month));
                }
            }
            passCustomers(byRep, cells);
            return cells;
        }

        /** Whoever is in force is so for a run of months: only its first and last are noted, and summed up at the end. */
        private void passCustomers(boolean byRep, long[] cells) {
            for (int i = 0; i < traces.entry.length; i++) {
                int rep = byRep ? traces.rep[i] : 0;
                int month = Months.of(traces.entry[i]);
                if (month >= 0) {
                    countEntry(i, cells, at(rep, month));
                }
                int monthWon = traces.wonAt[i] == NEVER ? -1 : Months.of(traces.wonAt[i]);
                if (monthWon >= 0) {
                    countConversion(i, cells, at(byRep ? traces.wonRep[i] : 0, monthWon));
                }
                long mask = 0;
                for (int k = traces.offsets[i]; k < traces.offsets[i + 1]; k++) {
                    mask |= Months.mask(traces.starts[k], traces.ends[k]);
                }
                while (mask != 0) {
                    int first = Long.numberOfTrailingZeros(mask);
                    int last = first + Long.numberOfTrailingZeros(~(mask >>> first));
                    add(cells, Measures.OPENING, rep, first, last);
                    add(cells, Measures.RETAINED, rep, first, last - 1);
                    mask &= -(1L << last);
                }
            }
            for (int rep = 0; rep < (byRep ? CustomerTraces.REPS : 1); rep++) {
                for (int month = 1; month < Months.COUNT; month++) {
                    cells[at(rep, month) + Measures.OPENING] += cells[at(rep, month - 1) + Measures.OPENING];
                    cells[at(rep, month) + Measures.RETAINED] += cells[at(rep, month - 1) + Measures.RETAINED];
                }
            }
        }

        private static void add(long[] cells, int measure, int rep, int first, int end) {
            if (first < Months.COUNT) {
                cells[at(rep, first) + measure]++;
            }
            if (end < Months.COUNT) {
                cells[at(rep, end) + measure]--;
            }
        }

        private int repOf(Fact fact) {
            return traces.repOf(fact);
        }

        private static int at(int rep, int month) {
            return (rep * Months.COUNT + month) * Measures.COUNT;
        }

        private static boolean isIn(Instant moment, long start, long end) {
            long second = moment.getEpochSecond();
            return second >= start && second < end;
        }

        private void countEntry(int customer, long[] cells, int at) {
            cells[at + Measures.ENTERED]++;
            cells[at + Measures.ENTERED_WON] += traces.wonAt[customer] == NEVER ? 0 : 1;
            cells[at + Measures.ENTERED_LOST] += traces.lost[customer] ? 1 : 0;
        }

        private void countConversion(int customer, long[] cells, int at) {
            cells[at + Measures.CUSTOMERS_WON]++;
            cells[at + Measures.CYCLE_DAYS] += traces.cycleDays[customer];
        }
    }
}
