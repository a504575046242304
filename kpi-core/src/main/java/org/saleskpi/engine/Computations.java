package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import org.joda.money.CurrencyUnit;
import org.saleskpi.engine.Computation.Need;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.FormulaVisitor;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
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
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** How each kind of formula is computed: all that the engine knows of a kind is named here. */
final class Computations implements FormulaVisitor<Computation<?>> {

    private final SalesHistory history;
    private final CurrencyUnit currency;

    Computations(SalesHistory history) {
        this.history = history;
        this.currency = history.currency();
    }

    /** What is read off one column of the members in a run. */
    private static <F extends Fact, C extends Column<C>, V extends KpiValue<V>> Computation<V> over(
            Recipe<F, C> recipe, ReadingOf<C, V> reading) {
        return new Computation<>(ImmutableList.of(Need.of(recipe)), plan -> {
            int run = plan.run(recipe.population());
            return reading.of(run, plan.column(run, recipe));
        });
    }

    private interface ReadingOf<C extends Column<C>, V extends KpiValue<V>> {
        Reading<V> of(int run, C column);
    }

    @Override
    public <F extends Fact> Computation<Count> counted(Formula.Counted<F> formula) {
        Population<F> population = formula.population();
        return new Computation<>(ImmutableList.of(Need.of(population)), plan -> new CountReading(plan.run(population)));
    }

    @Override
    public <F extends Fact, G extends Fact> Computation<Ratio> divided(Formula.Divided<F, G> formula) {
        return new Computation<>(
                ImmutableList.of(Need.of(formula.dividend()), Need.of(formula.divisor())),
                plan -> new RatioReading(plan.run(formula.dividend()), plan.run(formula.divisor())));
    }

    @Override
    public <F extends Fact> Computation<Amount> summed(Formula.Summed<F> formula) {
        Recipe<F, SumColumn> sums = SumColumn.of(formula.population(), formula.amount());
        return new Computation<>(ImmutableList.of(Need.of(sums)), plan -> sum(sums, plan));
    }

    @Override
    public <F extends Fact> Computation<MeanAmount> averaged(Formula.Averaged<F> formula) {
        Recipe<F, SumColumn> sums = SumColumn.of(formula.population(), formula.amount());
        return over(sums, (run, column) -> new MeanReading(run, column, currency));
    }

    @Override
    public <F extends Fact> Computation<Days> timed(Formula.Timed<F> formula) {
        Recipe<F, DurationsColumn> days = DurationsColumn.of(formula);
        return over(days, (run, column) -> new DaysReading(run, column));
    }

    @Override
    public <F extends Fact> Computation<Rate> split(Formula.Split<F> formula) {
        Recipe<F, SplitColumn> split = SplitColumn.of(formula);
        return over(split, (run, column) -> new SplitReading(run, column));
    }

    @Override
    public Computation<Rate> retained(Formula.Retained formula) {
        return new Computation<>(
                ImmutableList.of(),
                plan -> new RetainedReading(plan.cover(formula.balance()), formula.hit() == AtEnd.STILL_IN_FORCE));
    }

    @Override
    public <F extends Fact> Computation<Count> countedCustomers(Formula.CountedCustomers<F> formula) {
        Recipe<F, CustomersColumn> customers = CustomersColumn.of(formula.population(), formula);
        return new Computation<>(ImmutableList.of(Need.byCustomer(customers)), plan -> {
            int run = plan.run(customers.population(), Grouping.BY_KEYS_OF_CUSTOMER);
            return new CustomersReading(run, plan.column(run, customers));
        });
    }

    @Override
    public <F extends Fact> Computation<MeanAmount> averagedByCustomer(Formula.AveragedByCustomer<F> formula) {
        Recipe<F, CustomersColumn> customers = CustomersColumn.of(formula.population(), formula);
        Recipe<F, SumColumn> sums = SumColumn.of(formula.population(), formula.amount());
        return new Computation<>(ImmutableList.of(Need.byCustomer(customers), Need.byCustomer(sums)), plan -> {
            int run = plan.run(formula.population(), Grouping.BY_KEYS_OF_CUSTOMER);
            return new CustomerMeanReading(run, plan.column(run, customers), plan.column(run, sums), currency);
        });
    }

    @Override
    public <F extends Fact> Computation<RateOfAmounts> splitAmounts(Formula.SplitAmounts<F> formula) {
        Recipe<F, AmountSplitColumn> amounts = AmountSplitColumn.of(formula);
        return over(amounts, (run, column) -> new AmountSplitReading(run, column, currency));
    }

    @Override
    public <F extends Fact, G extends Fact> Computation<RatioOfAmounts> dividedAmounts(
            Formula.DividedAmounts<F, G> formula) {
        Recipe<F, SumColumn> dividend = SumColumn.of(formula.dividend(), formula.dividendAmount());
        Recipe<G, SumColumn> divisor = SumColumn.of(formula.divisor(), formula.divisorAmount());
        return new Computation<>(
                ImmutableList.of(Need.of(dividend), Need.of(divisor)),
                plan -> new AmountRatioReading(sum(dividend, plan), sum(divisor, plan)));
    }

    private <F extends Fact> SumReading sum(Recipe<F, SumColumn> sums, Plan.Builder plan) {
        int run = plan.run(sums.population());
        return new SumReading(run, plan.column(run, sums), currency);
    }

    @Override
    public <F extends Fact> Computation<Score> scored(Formula.Scored<F> formula) {
        Recipe<F, SplitColumn> split = SplitColumn.of(formula);
        return over(split, (run, column) -> new ScoreReading(new SplitReading(run, column)));
    }

    @Override
    public Computation<Waits> waited(Formula.Waited formula) {
        Recipe<CustomerJourney, WaitsColumn> waits = WaitsColumn.of(formula);
        return over(waits, (run, column) -> new WaitsReading(run, column));
    }

    @Override
    public <F extends Fact> Computation<Count> countedBalance(Formula.CountedBalance<F> formula) {
        Balance<F> balance = formula.balance();
        return new Computation<>(
                ImmutableList.of(Need.of(balance.started()), Need.of(balance.ended())),
                plan -> new BalanceReading(BalanceRuns.of(balance, formula.at(), plan)));
    }

    @Override
    public <F extends Fact> Computation<Amount> summedBalance(Formula.SummedBalance<F> formula) {
        Balance<F> balance = formula.balance();
        Recipe<F, SumColumn> started = SumColumn.of(balance.started(), formula.amount());
        Recipe<F, SumColumn> ended = SumColumn.of(balance.ended(), formula.amount());
        Class<F> type = balance.started().factType();
        return new Computation<>(ImmutableList.of(Need.of(started), Need.of(ended)), plan -> {
            BalanceRuns runs = BalanceRuns.of(balance, formula.at(), plan);
            return new AmountBalanceReading(
                    runs,
                    plan.column(runs.started(), started),
                    plan.column(runs.ended(), ended),
                    fact -> formula.amount().of(type.cast(fact), history) != null,
                    currency);
        });
    }

    @Override
    public <F extends Fact> Computation<Velocity> soldPerDay(Formula.SoldPerDay<F> formula) {
        Recipe<F, VelocityColumn> cases = VelocityColumn.of(formula);
        Balance<F> open = formula.open();
        return new Computation<>(
                ImmutableList.of(Need.of(cases), Need.of(open.started()), Need.of(open.ended())),
                open.started(),
                plan -> {
                    int run = plan.run(formula.decided());
                    return new VelocityReading(
                            BalanceRuns.of(open, Balance.At.END, plan), run, plan.column(run, cases), currency);
                });
    }

    @Override
    public <F extends Fact> Computation<RateOfAmounts> grossRetained(Formula.GrossRetained<F> formula) {
        return new Computation<>(
                ImmutableList.of(),
                plan -> new GrossReading(plan.followed(formula.balance(), formula.amount()), history, currency));
    }

    @Override
    public <F extends Fact> Computation<RatioOfAmounts> netRetained(Formula.NetRetained<F> formula) {
        return new Computation<>(
                ImmutableList.of(),
                plan -> new NetReading(plan.followed(formula.balance(), formula.amount()), currency));
    }
}
