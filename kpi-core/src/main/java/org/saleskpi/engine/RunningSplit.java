package org.saleskpi.engine;

import java.util.List;
import org.saleskpi.engine.Timeline.Member;
import org.saleskpi.engine.Timeline.Run;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Rate;

/** How many hits and open cases there are before each position of a timeline. */
final class RunningSplit {

    private final int[] hitsBefore;
    private final int[] openBefore;

    private RunningSplit(int[] hitsBefore, int[] openBefore) {
        this.hitsBefore = hitsBefore;
        this.openBefore = openBefore;
    }

    static <F extends Fact> RunningSplit of(List<Member<F>> members, Formula.Split<F> formula) {
        int[] hitsBefore = new int[members.size() + 1];
        int[] openBefore = new int[members.size() + 1];
        for (int i = 0; i < members.size(); i++) {
            F fact = members.get(i).fact();
            boolean hit = formula.hit().test(fact);
            boolean open = !hit && formula.isOpen(fact);
            hitsBefore[i + 1] = hitsBefore[i] + (hit ? 1 : 0);
            openBefore[i + 1] = openBefore[i] + (open ? 1 : 0);
        }
        return new RunningSplit(hitsBefore, openBefore);
    }

    Rate over(Run run) {
        int hits = hitsBefore[run.end()] - hitsBefore[run.start()];
        int open = openBefore[run.end()] - openBefore[run.start()];
        return new Rate(hits, (long) run.length() - hits - open, open);
    }
}
