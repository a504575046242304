package org.saleskpi.engine;

import org.joda.money.CurrencyUnit;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.Velocity;

/**
 * Which decided cases of a table were won, and of those what they are worth and how long they took.
 *
 * @param wins the won cases, as hits
 * @param amounts the amounts of those that have one
 * @param days the days of those that have any
 */
record VelocityColumn(SplitColumn wins, SumColumn amounts, DurationsColumn days) implements Column<VelocityColumn> {

    /** The column of a formula. */
    static <F extends Fact> Recipe<F, VelocityColumn> of(Formula.SoldPerDay<F> formula) {
        return new Recipe<>(
                formula.decided(),
                formula,
                (index, mostMembers) -> new Builder<F>(formula, index.history(), mostMembers));
    }

    private static final class Builder<F extends Fact> implements ColumnBuilder<F, VelocityColumn> {

        private final Formula.SoldPerDay<F> formula;
        private final SalesHistory history;
        private final SplitColumn.Bits wins;
        private final SumColumn.Sums amounts;
        private final DurationsColumn.DayBuilder days;

        Builder(Formula.SoldPerDay<F> formula, SalesHistory history, int mostMembers) {
            this.formula = formula;
            this.history = history;
            this.wins = new SplitColumn.Bits(mostMembers);
            this.amounts = new SumColumn.Sums(mostMembers);
            this.days = new DurationsColumn.DayBuilder(history.zone(), mostMembers);
        }

        @Override
        public void add(F member) {
            boolean isWon = formula.accepted().test(member);
            wins.add(isWon, false);
            amounts.add(isWon ? formula.amount().of(member, history) : null);
            days.add(
                    isWon ? formula.from().apply(member) : null,
                    isWon ? formula.to().apply(member) : null);
        }

        @Override
        public VelocityColumn build() {
            return new VelocityColumn(wins.build(), amounts.build(), days.build());
        }
    }

    @Override
    public VelocityColumn inOrder(int[] order) {
        return new VelocityColumn(wins.inOrder(order), amounts.inOrder(order), days.inOrder(order));
    }

    Velocity over(int start, int end, long open, CurrencyUnit currency) {
        return new Velocity(open, wins.over(start, end), amounts.over(start, end, currency), days.total(start, end));
    }
}
