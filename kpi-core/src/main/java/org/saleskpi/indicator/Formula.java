package org.saleskpi.indicator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Stretch;
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
 * For engines: what an indicator does with its population. {@link Indicator}'s factory methods make them; they are public
 * so that every engine sees all there is to a number.
 *
 * <p>Immutable, and thread-safe if the functions in it are.
 *
 * @param <V> the kind of answer
 * @see Indicator
 * @since 0.1.0
 */
public sealed interface Formula<V extends KpiValue<V>> {

    /**
     * Calls a visitor's method for this kind of formula.
     *
     * @param visitor what is to be done with the formula
     * @param <R> what comes of it
     * @return what the visitor returns
     */
    <R> R accept(FormulaVisitor<R> visitor);

    /**
     * Tells whether the answers over consecutive periods add up to the answer over the whole.
     *
     * @return true if they add up; false for what stands at an instant, and for what is followed from one to another
     */
    default boolean additiveOverPeriods() {
        return accept(FormulaTraits.VISITOR).additiveOverPeriods();
    }

    /**
     * Returns the kind of answer.
     *
     * @return its class, such as {@code Rate.class}
     */
    @SuppressWarnings("unchecked") // Each kind of formula is a formula of its kind of answer.
    default Class<V> answerType() {
        return (Class<V>) accept(FormulaTraits.VISITOR).answerType();
    }

    /**
     * Returns what the number of an answer is a number of.
     *
     * @return the unit
     */
    default Unit unit() {
        return accept(FormulaTraits.VISITOR).unit();
    }

    /**
     * How many members there are.
     *
     * @param population what is counted
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record Counted<F extends Fact>(Population<F> population) implements Formula<Count> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").counted(this);
        }
    }

    /**
     * The sum of the members' amounts.
     *
     * @param population what is summed
     * @param amount the amount of a member; one that has none adds nothing
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record Summed<F extends Fact>(Population<F> population, FactAmount<? super F> amount) implements Formula<Amount> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").summed(this);
        }
    }

    /**
     * The mean of the members' amounts.
     *
     * @param population what is averaged
     * @param amount the amount of a member; one that has none is not counted
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record Averaged<F extends Fact>(Population<F> population, FactAmount<? super F> amount)
            implements Formula<MeanAmount> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").averaged(this);
        }
    }

    /**
     * The calendar days between two moments of each member, by the local dates in the business time zone, at least 0.
     *
     * @param population what is measured
     * @param from where the days of a member begin; null if it has none, and is then not counted
     * @param to where they end; null if it has none, and is then not counted
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record Timed<F extends Fact>(
            Population<F> population,
            Function<? super F, ? extends @Nullable Instant> from,
            Function<? super F, ? extends @Nullable Instant> to)
            implements Formula<Days> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").timed(this);
        }
    }

    /**
     * The members split in hits, misses and open cases: what is a hit is one; of the rest, what meets the condition for
     * open cases, or does not meet the one for misses, is open; where there is neither condition, nothing is.
     *
     * @param population what is split
     * @param hit which members are hits
     * @param openWhen which of the others are open; null when that is not how the rest is told apart
     * @param missWhen which of the others are misses; null when that is not how the rest is told apart
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record Split<F extends Fact>(
            Population<F> population,
            Predicate<? super F> hit,
            @Nullable Predicate<? super F> openWhen,
            @Nullable Predicate<? super F> missWhen)
            implements Formula<Rate> {

        /**
         * Tells whether a member that is no hit is open.
         *
         * @param fact the member
         * @return true if it is open, false if it is a miss
         */
        public boolean isOpen(F fact) {
            requireNonNull(fact, "fact");
            return openWhen != null ? openWhen.test(fact) : missWhen != null && !missWhen.test(fact);
        }

        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").split(this);
        }
    }

    /**
     * The number of members of one population divided by that of another.
     *
     * @param dividend the population above the line
     * @param divisor the population below it
     * @param <F> the kind of fact above the line
     * @param <G> the kind of fact below it
     * @since 0.1.0
     */
    record Divided<F extends Fact, G extends Fact>(Population<F> dividend, Population<G> divisor)
            implements Formula<Ratio> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").divided(this);
        }
    }

    /**
     * The members of a balance on the eve of the period's start, split by what has become of them on the eve of its end.
     *
     * @param balance what is split
     * @param hit which members are hits; the others are misses
     * @since 0.1.0
     */
    record Retained(Balance<Stretch> balance, AtEnd hit) implements Formula<Rate> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").retained(this);
        }
    }

    /**
     * How many different customers have members. Each counts for its own key, whatever those of the members.
     *
     * @param population the members, each of which has a customer
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record CountedCustomers<F extends Fact>(Population<F> population) implements Formula<Count> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").countedCustomers(this);
        }
    }

    /**
     * The members' amounts split as their members are: those of hits, of misses and of open cases.
     *
     * @param population what is split
     * @param amount the amount of a member; one that has none adds nothing
     * @param hits the members that are in this population too are hits
     * @param openWhen which of the others are open; the rest are misses
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record SplitAmounts<F extends Fact>(
            Population<F> population, FactAmount<? super F> amount, Population<F> hits, Predicate<? super F> openWhen)
            implements Formula<RateOfAmounts> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").splitAmounts(this);
        }
    }

    /**
     * The sum of the amounts of one population divided by that of another.
     *
     * @param dividend the population above the line
     * @param dividendAmount the amount of a member of it
     * @param divisor the population below the line
     * @param divisorAmount the amount of a member of it
     * @param <F> the kind of fact above the line
     * @param <G> the kind of fact below it
     * @since 0.1.0
     */
    record DividedAmounts<F extends Fact, G extends Fact>(
            Population<F> dividend,
            FactAmount<? super F> dividendAmount,
            Population<G> divisor,
            FactAmount<? super G> divisorAmount)
            implements Formula<RatioOfAmounts> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").dividedAmounts(this);
        }
    }

    /**
     * The members split in promoters, passives and detractors.
     *
     * @param population what is split
     * @param promoter which members are promoters
     * @param detractor which of the others are detractors; the rest are passive
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record Scored<F extends Fact>(
            Population<F> population, Predicate<? super F> promoter, Predicate<? super F> detractor)
            implements Formula<Score> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").scored(this);
        }
    }

    /**
     * The whole elapsed hours from each customer's moment to its first fact of another population.
     *
     * @param population the customers
     * @param awaited what is waited for, any kind of fact that has a customer
     * @param missWhen which of the customers that have no such fact will never have one; the others are open
     * @since 0.1.0
     */
    record Waited(
            Population<CustomerJourney> population, Population<?> awaited, Predicate<? super CustomerJourney> missWhen)
            implements Formula<Waits> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").waited(this);
        }
    }

    /**
     * How many facts stand on the eve of a bound of the period.
     *
     * @param balance what stands
     * @param at which bound
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record CountedBalance<F extends Fact>(Balance<F> balance, Balance.At at) implements Formula<Count> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").countedBalance(this);
        }
    }

    /**
     * The sum of the amounts of the facts that stand on the eve of a bound of the period.
     *
     * @param balance what stands
     * @param amount the amount of a fact; one that has none adds nothing
     * @param at which bound
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record SummedBalance<F extends Fact>(Balance<F> balance, FactAmount<? super F> amount, Balance.At at)
            implements Formula<Amount> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").summedBalance(this);
        }
    }

    /**
     * The mean, over the customers that have members with an amount, of what these sum to. Each customer counts for its own
     * key, whatever those of the members.
     *
     * @param population the members, each of which has a customer and an amount
     * @param amount the amount of a member
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record AveragedByCustomer<F extends Fact>(Population<F> population, FactAmount<? super F> amount)
            implements Formula<MeanAmount> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").averagedByCustomer(this);
        }
    }

    /**
     * How much is sold per day, by what is open on the eve of the period's end and what was decided in it.
     *
     * @param open what is open
     * @param decided what was decided
     * @param accepted which of the decided were won
     * @param amount the amount of a fact that was won; one that has none is not valued
     * @param from where the days of a fact that was won begin
     * @param to where they end
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record SoldPerDay<F extends Fact>(
            Balance<F> open,
            Population<F> decided,
            Predicate<? super F> accepted,
            FactAmount<? super F> amount,
            Function<? super F, ? extends @Nullable Instant> from,
            Function<? super F, ? extends @Nullable Instant> to)
            implements Formula<Velocity> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").soldPerDay(this);
        }
    }

    /**
     * What each customer's facts of a balance sum to on the eve of the period's start, split in what is left of it on the eve of
     * its end and what is not: a customer never counts for more than at the start.
     *
     * @param balance the facts, each of which has a customer
     * @param amount the amount of a fact, not negative; one that has none adds nothing
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record GrossRetained<F extends Fact>(Balance<F> balance, FactAmount<? super F> amount)
            implements Formula<RateOfAmounts> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").grossRetained(this);
        }
    }

    /**
     * Of the customers whose facts of a balance sum to more than zero on the eve of the period's start: what they sum to on the
     * eve of its end, divided by what they summed to at the start.
     *
     * @param balance the facts, each of which has a customer
     * @param amount the amount of a fact, not negative; one that has none adds nothing
     * @param <F> the kind of fact
     * @since 0.1.0
     */
    record NetRetained<F extends Fact>(Balance<F> balance, FactAmount<? super F> amount)
            implements Formula<RatioOfAmounts> {
        @Override
        public <R> R accept(FormulaVisitor<R> visitor) {
            return requireNonNull(visitor, "visitor").netRetained(this);
        }
    }
}
