package org.saleskpi.engine;

import java.util.List;
import java.util.OptionalLong;
import org.saleskpi.engine.Timeline.Member;
import org.saleskpi.engine.Timeline.Run;
import org.saleskpi.sales.Fact;

/** The sum of the amounts, and how many there are, before each position of a timeline. */
final class RunningSum {

    private final long[] minorUnitsBefore;
    private final int[] countBefore;

    private RunningSum(long[] minorUnitsBefore, int[] countBefore) {
        this.minorUnitsBefore = minorUnitsBefore;
        this.countBefore = countBefore;
    }

    /** The amount of a member in minor units of the reporting currency; empty if it has none. */
    interface AmountOf<F extends Fact> {
        OptionalLong minorUnits(Member<F> member);
    }

    static <F extends Fact> RunningSum of(List<Member<F>> members, AmountOf<F> amountOf) {
        long[] minorUnitsBefore = new long[members.size() + 1];
        int[] countBefore = new int[members.size() + 1];
        for (int i = 0; i < members.size(); i++) {
            OptionalLong amount = amountOf.minorUnits(members.get(i));
            minorUnitsBefore[i + 1] = Math.addExact(minorUnitsBefore[i], amount.orElse(0));
            countBefore[i + 1] = countBefore[i] + (amount.isPresent() ? 1 : 0);
        }
        return new RunningSum(minorUnitsBefore, countBefore);
    }

    long minorUnits(Run run) {
        return Math.subtractExact(minorUnitsBefore[run.end()], minorUnitsBefore[run.start()]);
    }

    int count(Run run) {
        return countBefore[run.end()] - countBefore[run.start()];
    }
}
