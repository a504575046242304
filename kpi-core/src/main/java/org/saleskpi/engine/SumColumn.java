package org.saleskpi.engine;

import java.util.Arrays;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.Amount;
import org.saleskpi.value.MeanAmount;

/** The sum of the amounts before each position of a table, and which members have one; null where all have. */
final class SumColumn implements Column<SumColumn> {

    private final long[] minorUnitsBefore;
    private final @Nullable RankBits present;

    private SumColumn(long[] minorUnitsBefore, @Nullable RankBits present) {
        this.minorUnitsBefore = minorUnitsBefore;
        this.present = present;
    }

    /** The column of an amount, which all formulas about it share. */
    static <F extends Fact> Recipe<F, SumColumn> of(Population<F> population, FactAmount<? super F> amount) {
        return new Recipe<>(
                population,
                amount,
                (index, mostMembers) -> new Builder<F>(amount, index.history(), new Sums(mostMembers)));
    }

    private record Builder<F extends Fact>(FactAmount<? super F> amount, SalesHistory history, Sums sums)
            implements ColumnBuilder<F, SumColumn> {

        @Override
        public void add(F member) {
            sums.add(amount.of(member, history));
        }

        @Override
        public SumColumn build() {
            return sums.build();
        }
    }

    /** Adds up amounts. */
    static final class Sums {

        private final long[] minorUnitsBefore;
        private final RankBits.Builder present;
        private int size;
        private boolean allPresent = true;

        Sums(int mostMembers) {
            this.minorUnitsBefore = new long[mostMembers + 1];
            this.present = new RankBits.Builder(mostMembers);
        }

        /** Takes the amount of the next member, null if it has none. */
        void add(@Nullable Money money) {
            long minorUnits = money == null ? 0 : money.getAmountMinorLong();
            present.add(money != null);
            allPresent &= money != null;
            minorUnitsBefore[size + 1] = Math.addExact(minorUnitsBefore[size], minorUnits);
            size++;
        }

        SumColumn build() {
            return new SumColumn(Arrays.copyOf(minorUnitsBefore, size + 1), allPresent ? null : present.build());
        }
    }

    @Override
    public SumColumn inOrder(int[] order) {
        long[] reordered = new long[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            reordered[i + 1] = Math.addExact(reordered[i], minorUnits(order[i], order[i] + 1));
        }
        return new SumColumn(reordered, present == null ? null : present.inOrder(order));
    }

    long minorUnits(int start, int end) {
        return Math.subtractExact(minorUnitsBefore[end], minorUnitsBefore[start]);
    }

    /** The mean of the amounts of those members that have one. */
    MeanAmount over(int start, int end, CurrencyUnit currency) {
        return new MeanAmount(new Amount(currency, minorUnits(start, end)), count(start, end));
    }

    boolean hasAmount(int position) {
        return present == null || present.isSet(position);
    }

    private int count(int start, int end) {
        return present == null ? end - start : present.between(start, end);
    }
}
