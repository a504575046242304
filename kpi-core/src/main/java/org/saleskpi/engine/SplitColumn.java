package org.saleskpi.engine;

import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Rate;

/** Which members of a table are hits and which are open; open is null where the formula knows no open cases. */
record SplitColumn(RankBits hits, @Nullable RankBits open) implements Column<SplitColumn> {

    /** Asks a formula about each member. */
    static final class Builder<F extends Fact> implements ColumnBuilder<F, SplitColumn> {

        private final Formula.Split<F> formula;
        private final RankBits.Builder hits;
        private final RankBits.@Nullable Builder open;

        Builder(Formula.Split<F> formula, int mostMembers) {
            this.formula = formula;
            this.hits = new RankBits.Builder(mostMembers);
            this.open =
                    formula.openWhen() != null || formula.missWhen() != null ? new RankBits.Builder(mostMembers) : null;
        }

        @Override
        public void add(F member) {
            boolean isHit = formula.hit().test(member);
            hits.add(isHit);
            if (open != null) {
                open.add(!isHit && formula.isOpen(member));
            }
        }

        @Override
        public SplitColumn build() {
            return new SplitColumn(hits.build(), open == null ? null : open.build());
        }
    }

    @Override
    public SplitColumn inOrder(int[] order) {
        return new SplitColumn(hits.inOrder(order), open == null ? null : open.inOrder(order));
    }

    Rate over(int start, int end) {
        int hit = hits.between(start, end);
        int undecided = open == null ? 0 : open.between(start, end);
        return new Rate(hit, (long) end - start - hit - undecided, undecided);
    }
}
