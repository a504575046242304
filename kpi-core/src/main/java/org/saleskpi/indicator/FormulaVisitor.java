package org.saleskpi.indicator;

import org.saleskpi.sales.Fact;

/**
 * For engines: what does something for each kind of {@link Formula}, such as computing or explaining it. Whoever implements
 * it is told by the compiler of a kind that it lacks.
 *
 * @param <R> what comes of it
 * @see Indicator
 * @since 0.1.0
 */
public interface FormulaVisitor<R> {

    /**
     * Visits a count.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R counted(Formula.Counted<F> formula);

    /**
     * Visits a sum of amounts.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R summed(Formula.Summed<F> formula);

    /**
     * Visits a mean of amounts.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R averaged(Formula.Averaged<F> formula);

    /**
     * Visits days between two moments.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R timed(Formula.Timed<F> formula);

    /**
     * Visits a split in hits, misses and open cases.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R split(Formula.Split<F> formula);

    /**
     * Visits a ratio of two counts.
     *
     * @param formula the formula
     * @param <F> the kind of fact above the line
     * @param <G> the kind of fact below it
     * @return what comes of it
     */
    <F extends Fact, G extends Fact> R divided(Formula.Divided<F, G> formula);

    /**
     * Visits what follows a balance from the period's start to its end.
     *
     * @param formula the formula
     * @return what comes of it
     */
    R retained(Formula.Retained formula);

    /**
     * Visits a count of different customers.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R countedCustomers(Formula.CountedCustomers<F> formula);

    /**
     * Visits a split of amounts.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R splitAmounts(Formula.SplitAmounts<F> formula);

    /**
     * Visits a ratio of two sums of amounts.
     *
     * @param formula the formula
     * @param <F> the kind of fact above the line
     * @param <G> the kind of fact below it
     * @return what comes of it
     */
    <F extends Fact, G extends Fact> R dividedAmounts(Formula.DividedAmounts<F, G> formula);

    /**
     * Visits a split in promoters, passives and detractors.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R scored(Formula.Scored<F> formula);

    /**
     * Visits hours that customers wait for something.
     *
     * @param formula the formula
     * @return what comes of it
     */
    R waited(Formula.Waited formula);

    /**
     * Visits a count of what stands at an instant.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R countedBalance(Formula.CountedBalance<F> formula);

    /**
     * Visits a sum of what stands at an instant.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R summedBalance(Formula.SummedBalance<F> formula);

    /**
     * Visits a mean of what customers' facts sum to.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R averagedByCustomer(Formula.AveragedByCustomer<F> formula);

    /**
     * Visits how much is sold per day.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R soldPerDay(Formula.SoldPerDay<F> formula);

    /**
     * Visits what is left, at the period's end, of what customers had at its start.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R grossRetained(Formula.GrossRetained<F> formula);

    /**
     * Visits what the customers of the period's start have at its end, by what they had.
     *
     * @param formula the formula
     * @param <F> the kind of fact
     * @return what comes of it
     */
    <F extends Fact> R netRetained(Formula.NetRetained<F> formula);
}
