package org.saleskpi.engine;

import java.util.Arrays;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.Amount;
import org.saleskpi.value.RateOfAmounts;

/** The sums of the amounts of hits, misses and open cases before each position of a table, side by side. */
final class AmountSplitColumn implements Column<AmountSplitColumn> {

    private static final int HIT = 0;
    private static final int MISS = 1;
    private static final int OPEN = 2;
    private static final int PARTS = 3;

    private final long[] sumsBefore;
    private final SplitColumn split;

    /** Which members have an amount. */
    private final RankBits present;

    private AmountSplitColumn(long[] sumsBefore, SplitColumn split, RankBits present) {
        this.sumsBefore = sumsBefore;
        this.split = split;
        this.present = present;
    }

    /** The column of a formula. */
    static <F extends Fact> Recipe<F, AmountSplitColumn> of(Formula.SplitAmounts<F> formula) {
        return new Recipe<>(
                formula.population(),
                formula,
                (index, mostMembers) -> new Builder<F>(formula, index.history(), mostMembers));
    }

    private static final class Builder<F extends Fact> implements ColumnBuilder<F, AmountSplitColumn> {

        private final Formula.SplitAmounts<F> formula;
        private final SalesHistory history;
        private final long[] sumsBefore;
        private final SplitColumn.Bits split;
        private final RankBits.Builder present;
        private int size;

        Builder(Formula.SplitAmounts<F> formula, SalesHistory history, int mostMembers) {
            this.formula = formula;
            this.history = history;
            this.sumsBefore = new long[PARTS * (mostMembers + 1)];
            this.split = new SplitColumn.Bits(mostMembers);
            this.present = new RankBits.Builder(mostMembers);
        }

        @Override
        public void add(F member) {
            Money money = formula.amount().of(member, history);
            boolean isHit = formula.hits().contains(member, history);
            boolean isOpen = !isHit && formula.openWhen().test(member);
            present.add(money != null);
            split.add(isHit, isOpen);
            next(sumsBefore, size, isHit ? HIT : isOpen ? OPEN : MISS, money == null ? 0 : money.getAmountMinorLong());
            size++;
        }

        @Override
        public AmountSplitColumn build() {
            return new AmountSplitColumn(Arrays.copyOf(sumsBefore, PARTS * (size + 1)), split.build(), present.build());
        }
    }

    private static void next(long[] sums, int position, int part, long minorUnits) {
        int before = PARTS * position;
        System.arraycopy(sums, before, sums, before + PARTS, PARTS);
        sums[before + PARTS + part] = Math.addExact(sums[before + part], minorUnits);
    }

    @Override
    public AmountSplitColumn inOrder(int[] order) {
        long[] reordered = new long[PARTS * (order.length + 1)];
        for (int i = 0; i < order.length; i++) {
            int position = order[i];
            int part = isHit(position) ? HIT : isOpen(position) ? OPEN : MISS;
            next(reordered, i, part, sum(position, position + 1, part));
        }
        return new AmountSplitColumn(reordered, split.inOrder(order), present.inOrder(order));
    }

    boolean hasAmount(int position) {
        return present.isSet(position);
    }

    boolean isHit(int position) {
        return split.isHit(position);
    }

    boolean isOpen(int position) {
        return split.isOpen(position);
    }

    private long sum(int start, int end, int part) {
        return Math.subtractExact(sumsBefore[PARTS * end + part], sumsBefore[PARTS * start + part]);
    }

    RateOfAmounts over(int start, int end, CurrencyUnit currency) {
        return new RateOfAmounts(
                new Amount(currency, sum(start, end, HIT)),
                new Amount(currency, sum(start, end, MISS)),
                new Amount(currency, sum(start, end, OPEN)));
    }
}
