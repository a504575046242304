package org.saleskpi.indicator;

import org.saleskpi.sales.Fact;
import org.saleskpi.value.Unit;

/**
 * What is known of a kind of formula without computing it.
 *
 * @param unit what the number of an answer is a number of
 * @param additiveOverPeriods whether answers over consecutive periods add up
 */
record FormulaTraits(Unit unit, boolean additiveOverPeriods) {

    static final FormulaVisitor<FormulaTraits> VISITOR = new OfKinds();

    private static FormulaTraits adding(Unit unit) {
        return new FormulaTraits(unit, true);
    }

    private static FormulaTraits notAdding(Unit unit) {
        return new FormulaTraits(unit, false);
    }

    private static final class OfKinds implements FormulaVisitor<FormulaTraits> {

        @Override
        public <F extends Fact> FormulaTraits counted(Formula.Counted<F> formula) {
            return adding(Unit.COUNT);
        }

        @Override
        public <F extends Fact> FormulaTraits summed(Formula.Summed<F> formula) {
            return adding(Unit.CURRENCY);
        }

        @Override
        public <F extends Fact> FormulaTraits averaged(Formula.Averaged<F> formula) {
            return adding(Unit.CURRENCY);
        }

        @Override
        public <F extends Fact> FormulaTraits timed(Formula.Timed<F> formula) {
            return adding(Unit.DAYS);
        }

        @Override
        public <F extends Fact> FormulaTraits split(Formula.Split<F> formula) {
            return adding(Unit.RATE);
        }

        @Override
        public <F extends Fact, G extends Fact> FormulaTraits divided(Formula.Divided<F, G> formula) {
            return adding(Unit.RATIO);
        }

        @Override
        public FormulaTraits retained(Formula.Retained formula) {
            return notAdding(Unit.RATE);
        }

        @Override
        public <F extends Fact> FormulaTraits countedCustomers(Formula.CountedCustomers<F> formula) {
            return notAdding(Unit.COUNT);
        }

        @Override
        public <F extends Fact> FormulaTraits splitAmounts(Formula.SplitAmounts<F> formula) {
            return adding(Unit.RATE);
        }

        @Override
        public <F extends Fact, G extends Fact> FormulaTraits dividedAmounts(Formula.DividedAmounts<F, G> formula) {
            return adding(Unit.RATIO);
        }

        @Override
        public <F extends Fact> FormulaTraits scored(Formula.Scored<F> formula) {
            return adding(Unit.SCORE);
        }

        @Override
        public FormulaTraits waited(Formula.Waited formula) {
            return adding(Unit.HOURS);
        }

        @Override
        public <F extends Fact> FormulaTraits countedBalance(Formula.CountedBalance<F> formula) {
            return notAdding(Unit.COUNT);
        }

        @Override
        public <F extends Fact> FormulaTraits summedBalance(Formula.SummedBalance<F> formula) {
            return notAdding(Unit.CURRENCY);
        }

        @Override
        public <F extends Fact> FormulaTraits averagedByCustomer(Formula.AveragedByCustomer<F> formula) {
            return notAdding(Unit.CURRENCY);
        }

        @Override
        public <F extends Fact> FormulaTraits soldPerDay(Formula.SoldPerDay<F> formula) {
            return notAdding(Unit.CURRENCY_PER_DAY);
        }

        @Override
        public <F extends Fact> FormulaTraits grossRetained(Formula.GrossRetained<F> formula) {
            return notAdding(Unit.RATE);
        }

        @Override
        public <F extends Fact> FormulaTraits netRetained(Formula.NetRetained<F> formula) {
            return notAdding(Unit.RATIO);
        }
    }
}
