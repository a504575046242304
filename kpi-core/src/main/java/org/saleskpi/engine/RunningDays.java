package org.saleskpi.engine;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.saleskpi.engine.Timeline.Member;
import org.saleskpi.engine.Timeline.Run;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Days;

/** The days of the members that have any, in the order of a timeline, and how many there are before each position. */
final class RunningDays {

    private final long[] days;
    private final int[] countBefore;

    private RunningDays(long[] days, int[] countBefore) {
        this.days = days;
        this.countBefore = countBefore;
    }

    /** The days of a member; empty if it has none. */
    interface DaysOf<F extends Fact> {
        OptionalLong days(F fact);
    }

    static <F extends Fact> RunningDays of(List<Member<F>> members, DaysOf<F> daysOf) {
        long[] days = new long[members.size()];
        int[] countBefore = new int[members.size() + 1];
        int count = 0;
        for (int i = 0; i < members.size(); i++) {
            OptionalLong value = daysOf.days(members.get(i).fact());
            if (value.isPresent()) {
                days[count++] = value.getAsLong();
            }
            countBefore[i + 1] = count;
        }
        return new RunningDays(Arrays.copyOf(days, count), countBefore);
    }

    Days over(Run run) {
        return Days.of(Arrays.copyOfRange(days, countBefore[run.start()], countBefore[run.end()]));
    }
}
