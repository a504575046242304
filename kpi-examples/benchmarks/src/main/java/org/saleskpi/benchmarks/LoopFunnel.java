package org.saleskpi.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;

/**
 * How many customers of a cohort came how far, by one pass over the records: what each has is a bit, what depends on the customer
 * alone was prepared. Times and open cases, which the library tells too, are left out.
 */
final class LoopFunnel {

    private static final int STAGES = 6;

    private final SyntheticSales sales;
    private final CustomerTraces traces;

    LoopFunnel(SyntheticSales sales) {
        this.sales = sales;
        this.traces = new CustomerTraces(sales);
    }

    /** The customers of each stage, of those that entered from one second on and before another. */
    List<Long> customers(long start, long end) {
        byte[] stages = new byte[traces.entry.length];
        for (Call call : sales.calls()) {
            if (call.isProspecting()) {
                mark(call, call.isAnswered() ? 0b110 : 0b10, stages);
            }
        }
        for (Meeting meeting : sales.meetings()) {
            if (meeting.isSales() && meeting.isHeld()) {
                mark(meeting, 0b1000, stages);
            }
        }
        sales.proposals().forEach(proposal -> mark(proposal, 0b1_0000, stages));
        sales.contracts().forEach(contract -> mark(contract, 0b10_0000, stages));
        long[] furthest = new long[STAGES];
        for (int i = 0; i < stages.length; i++) {
            if (traces.entry[i] >= start && traces.entry[i] < end) {
                furthest[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(stages[i] | 1)]++;
            }
        }
        return IntStream.range(0, STAGES)
                .mapToObj(stage -> IntStream.range(stage, STAGES)
                        .mapToLong(further -> furthest[further])
                        .sum())
                .toList();
    }

    private void mark(Fact fact, int stage, byte[] stages) {
        @Nullable Integer number = fact.customerId() == null ? null : traces.numbers.get(fact.customerId());
        if (number != null) {
            stages[number] |= (byte) stage;
        }
    }
}
