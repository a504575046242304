package org.saleskpi.indicator;

import org.saleskpi.sales.Fact;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Unit;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/**
 * What is known of a kind of formula without computing it.
 *
 * @param unit what the number of an answer is a number of
 * @param answerType the kind of answer
 * @param additiveOverPeriods whether answers over consecutive periods add up
 */
record FormulaTraits(Unit unit, Class<? extends KpiValue<?>> answerType, boolean additiveOverPeriods) {

    static final FormulaVisitor<FormulaTraits> VISITOR = new OfKinds();

    private static FormulaTraits adding(Unit unit, Class<? extends KpiValue<?>> answerType) {
        return new FormulaTraits(unit, answerType, true);
    }

    private static FormulaTraits notAdding(Unit unit, Class<? extends KpiValue<?>> answerType) {
        return new FormulaTraits(unit, answerType, false);
    }

    private static final class OfKinds implements FormulaVisitor<FormulaTraits> {

        @Override
        public <F extends Fact> FormulaTraits counted(Formula.Counted<F> formula) {
            return adding(Unit.COUNT, Count.class);
        }

        @Override
        public <F extends Fact> FormulaTraits summed(Formula.Summed<F> formula) {
            return adding(Unit.CURRENCY, Amount.class);
        }

        @Override
        public <F extends Fact> FormulaTraits averaged(Formula.Averaged<F> formula) {
            return adding(Unit.CURRENCY, MeanAmount.class);
        }

        @Override
        public <F extends Fact> FormulaTraits timed(Formula.Timed<F> formula) {
            return adding(Unit.DAYS, Days.class);
        }

        @Override
        public <F extends Fact> FormulaTraits split(Formula.Split<F> formula) {
            return adding(Unit.RATE, Rate.class);
        }

        @Override
        public <F extends Fact, G extends Fact> FormulaTraits divided(Formula.Divided<F, G> formula) {
            return adding(Unit.RATIO, Ratio.class);
        }

        @Override
        public FormulaTraits retained(Formula.Retained formula) {
            return notAdding(Unit.RATE, Rate.class);
        }

        @Override
        public <F extends Fact> FormulaTraits countedCustomers(Formula.CountedCustomers<F> formula) {
            return notAdding(Unit.COUNT, Count.class);
        }

        @Override
        public <F extends Fact> FormulaTraits splitAmounts(Formula.SplitAmounts<F> formula) {
            return adding(Unit.RATE, RateOfAmounts.class);
        }

        @Override
        public <F extends Fact, G extends Fact> FormulaTraits dividedAmounts(Formula.DividedAmounts<F, G> formula) {
            return adding(Unit.RATIO, RatioOfAmounts.class);
        }

        @Override
        public <F extends Fact> FormulaTraits scored(Formula.Scored<F> formula) {
            return adding(Unit.SCORE, Score.class);
        }

        @Override
        public FormulaTraits waited(Formula.Waited formula) {
            return adding(Unit.HOURS, Waits.class);
        }

        @Override
        public <F extends Fact> FormulaTraits countedBalance(Formula.CountedBalance<F> formula) {
            return notAdding(Unit.COUNT, Count.class);
        }

        @Override
        public <F extends Fact> FormulaTraits summedBalance(Formula.SummedBalance<F> formula) {
            return notAdding(Unit.CURRENCY, Amount.class);
        }

        @Override
        public <F extends Fact> FormulaTraits averagedByCustomer(Formula.AveragedByCustomer<F> formula) {
            return notAdding(Unit.CURRENCY, MeanAmount.class);
        }

        @Override
        public <F extends Fact> FormulaTraits soldPerDay(Formula.SoldPerDay<F> formula) {
            return notAdding(Unit.CURRENCY_PER_DAY, Velocity.class);
        }

        @Override
        public <F extends Fact> FormulaTraits grossRetained(Formula.GrossRetained<F> formula) {
            return notAdding(Unit.RATE, RateOfAmounts.class);
        }

        @Override
        public <F extends Fact> FormulaTraits netRetained(Formula.NetRetained<F> formula) {
            return notAdding(Unit.RATIO, RatioOfAmounts.class);
        }
    }
}
