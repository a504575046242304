package org.saleskpi.engine;

import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Rate;

/** Which members of a table are hits and which are open; open is null where the formula knows no open cases. */
record SplitColumn(RankBits hits, @Nullable RankBits open) {

    static <F extends Fact> SplitColumn of(Table<F> table, Formula.Split<F> formula) {
        boolean hasOpen = formula.openWhen() != null || formula.missWhen() != null;
        RankBits.Builder hits = new RankBits.Builder(table.size());
        RankBits.Builder open = new RankBits.Builder(hasOpen ? table.size() : 0);
        for (int i = 0; i < table.size(); i++) {
            F fact = table.fact(i);
            if (formula.hit().test(fact)) {
                hits.set(i);
            } else if (hasOpen && formula.isOpen(fact)) {
                open.set(i);
            }
        }
        return new SplitColumn(hits.build(), hasOpen ? open.build() : null);
    }

    SplitColumn inOrder(int[] order) {
        return new SplitColumn(hits.inOrder(order), open == null ? null : open.inOrder(order));
    }

    Rate over(int start, int end) {
        int hit = hits.between(start, end);
        int undecided = open == null ? 0 : open.between(start, end);
        return new Rate(hit, (long) end - start - hit - undecided, undecided);
    }
}
