package org.saleskpi.indicator;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.Unit;

/**
 * What an indicator does with its population. {@link Indicator}'s factory methods make them; they are public so that every
 * engine sees all there is to a number.
 *
 * <p>Immutable, and thread-safe if the functions in it are.
 *
 * @param <V> the kind of answer
 */
public sealed interface Formula<V extends KpiValue<V>> {

    /**
     * Has an evaluator answer this formula: calls the method for its kind.
     *
     * @param evaluator what computes answers
     * @return the answer
     */
    V evaluate(Evaluator evaluator);

    /**
     * Returns what the number of an answer is a number of.
     *
     * @return the unit
     */
    Unit unit();

    /**
     * How many members there are.
     *
     * @param population what is counted
     * @param <F> the kind of fact
     */
    record Counted<F extends Fact>(Population<F> population) implements Formula<Count> {
        @Override
        public Count evaluate(Evaluator evaluator) {
            return evaluator.count(this);
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /**
     * The sum of the members' amounts.
     *
     * @param population what is summed
     * @param amount the amount of a member; null if it has none
     * @param <F> the kind of fact
     */
    record Summed<F extends Fact>(Population<F> population, Function<? super F, ? extends @Nullable Money> amount)
            implements Formula<Amount> {
        @Override
        public Amount evaluate(Evaluator evaluator) {
            return evaluator.sum(this);
        }

        @Override
        public Unit unit() {
            return Unit.CURRENCY;
        }
    }

    /**
     * The mean of the members' amounts.
     *
     * @param population what is averaged
     * @param amount the amount of a member; null if it has none, and is then not counted
     * @param <F> the kind of fact
     */
    record Averaged<F extends Fact>(Population<F> population, Function<? super F, ? extends @Nullable Money> amount)
            implements Formula<MeanAmount> {
        @Override
        public MeanAmount evaluate(Evaluator evaluator) {
            return evaluator.average(this);
        }

        @Override
        public Unit unit() {
            return Unit.CURRENCY;
        }
    }

    /**
     * The calendar days between two moments of each member, by the local dates in the business time zone.
     *
     * @param population what is measured
     * @param from where the days of a member begin; null if it has none, and is then not counted
     * @param to where they end; null if it has none, and is then not counted
     * @param <F> the kind of fact
     */
    record Timed<F extends Fact>(
            Population<F> population,
            Function<? super F, ? extends @Nullable Instant> from,
            Function<? super F, ? extends @Nullable Instant> to)
            implements Formula<Days> {
        @Override
        public Days evaluate(Evaluator evaluator) {
            return evaluator.time(this);
        }

        @Override
        public Unit unit() {
            return Unit.DAYS;
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
            return openWhen != null ? openWhen.test(fact) : missWhen != null && !missWhen.test(fact);
        }

        @Override
        public Rate evaluate(Evaluator evaluator) {
            return evaluator.split(this);
        }

        @Override
        public Unit unit() {
            return Unit.RATE;
        }
    }

    /**
     * The number of members of one population divided by that of another.
     *
     * @param dividend the population above the line
     * @param divisor the population below it
     * @param <F> the kind of fact above the line
     * @param <G> the kind of fact below it
     */
    record Divided<F extends Fact, G extends Fact>(Population<F> dividend, Population<G> divisor)
            implements Formula<Ratio> {
        @Override
        public Ratio evaluate(Evaluator evaluator) {
            return evaluator.divide(this);
        }

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }
    }

    /**
     * The members of a balance on the eve of the period's start, split by what has become of them on the eve of its end.
     *
     * @param balance what is split
     * @param hit which members are hits; the others are misses
     */
    record Retained(Balance balance, AtEnd hit) implements Formula<Rate> {
        @Override
        public Rate evaluate(Evaluator evaluator) {
            return evaluator.retain(this);
        }

        @Override
        public Unit unit() {
            return Unit.RATE;
        }
    }

    /** What computes the answer to each kind of formula. */
    interface Evaluator {

        /**
         * Counts.
         *
         * @param formula what to count
         * @param <F> the kind of fact
         * @return the answer
         */
        <F extends Fact> Count count(Counted<F> formula);

        /**
         * Sums amounts.
         *
         * @param formula what to sum
         * @param <F> the kind of fact
         * @return the answer
         */
        <F extends Fact> Amount sum(Summed<F> formula);

        /**
         * Averages amounts.
         *
         * @param formula what to average
         * @param <F> the kind of fact
         * @return the answer
         */
        <F extends Fact> MeanAmount average(Averaged<F> formula);

        /**
         * Measures days.
         *
         * @param formula what to measure
         * @param <F> the kind of fact
         * @return the answer
         */
        <F extends Fact> Days time(Timed<F> formula);

        /**
         * Splits a population.
         *
         * @param formula what to split
         * @param <F> the kind of fact
         * @return the answer
         */
        <F extends Fact> Rate split(Split<F> formula);

        /**
         * Divides two counts.
         *
         * @param formula what to divide
         * @param <F> the kind of fact above the line
         * @param <G> the kind of fact below it
         * @return the answer
         */
        <F extends Fact, G extends Fact> Ratio divide(Divided<F, G> formula);

        /**
         * Follows a balance from the period's start to its end.
         *
         * @param formula what to follow
         * @return the answer
         */
        Rate retain(Retained formula);
    }
}
