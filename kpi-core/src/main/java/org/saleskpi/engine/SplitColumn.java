package org.saleskpi.engine;

import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Rate;

/** Which members of a table are hits and which are open; open is null where the formula knows no open cases. */
record SplitColumn(RankBits hits, @Nullable RankBits open) {

    static <F extends Fact> SplitColumn of(Table<F> table, Formula.Split<F> formula) {
        RankBits hits = RankBits.of(table.size(), i -> formula.hit().test(table.fact(i)));
        if (formula.openWhen() == null && formula.missWhen() == null) {
            return new SplitColumn(hits, null);
        }
        RankBits open = RankBits.of(table.size(), i -> {
            F fact = table.fact(i);
            return !formula.hit().test(fact) && formula.isOpen(fact);
        });
        return new SplitColumn(hits, open);
    }

    Rate over(int start, int end) {
        int hit = hits.between(start, end);
        int undecided = open == null ? 0 : open.between(start, end);
        return new Rate(hit, (long) end - start - hit - undecided, undecided);
    }
}
