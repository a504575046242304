package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Confidence;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.Interval;
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
 * An answer of any kind as the numbers of a table: what it comes to, what is divided by what, what is open. Immutable and
 * thread-safe.
 *
 * @param value what is reported
 * @param numerator what is divided; null for what is no quotient
 * @param denominator what it is divided by; null for what is no quotient
 * @param open what is not settled; null where nothing can be open
 * @param rateParts what else a rate says; null for what is no rate
 * @param median the middle of the values; null where it is undefined, or the values have no middle
 */
public record Figure(
        Measure value,
        @Nullable Measure numerator,
        @Nullable Measure denominator,
        @Nullable Measure open,
        @Nullable RateParts rateParts,
        @Nullable Measure median) {

    private static final View VIEW = new View();

    /**
     * A number with what it is a number of.
     *
     * @param number the number; null where it is undefined
     * @param unit what it is a number of
     * @param currency the currency of an amount, or of one a day; null for other units
     */
    public record Measure(
            @Nullable BigDecimal number,
            Unit unit,
            @Nullable CurrencyUnit currency) {

        private static Measure count(long count) {
            return whole(count, Unit.COUNT);
        }

        private static Measure whole(long number, Unit unit) {
            return new Measure(BigDecimal.valueOf(number), unit, null);
        }

        private static Measure of(OptionalDouble number, Unit unit) {
            return new Measure(decimal(number), unit, null);
        }

        private static Measure money(Amount amount) {
            return new Measure(amount.money().getAmount(), Unit.CURRENCY, amount.currency());
        }

        /**
         * Returns the nearest double, to draw or to calculate with where exact numbers are of no use.
         *
         * @return the double; null where the number is undefined
         */
        public @Nullable Double toDouble() {
            return number == null ? null : number.doubleValue();
        }

        /**
         * Returns all digits of the number.
         *
         * @return the number with a decimal point, without exponent; empty where it is undefined
         */
        public String plain() {
            return number == null ? "" : number.toPlainString();
        }
    }

    /**
     * What a rate says beside what happened so far.
     *
     * @param decided the rate among the settled cases; null if none is settled
     * @param ceiling the rate if every open case succeeded; null if there are no cases
     * @param interval how far the decided rate could be off because its cases are few, at 95 %; null if none is settled, or
     *     the cases weigh differently
     */
    public record RateParts(
            @Nullable Double decided,
            @Nullable Double ceiling,
            @Nullable Interval interval) {}

    /**
     * Returns an answer as numbers.
     *
     * @param value the answer
     * @return its numbers
     */
    public static Figure of(KpiValue<?> value) {
        return value.accept(VIEW);
    }

    /**
     * Tells whether something is open.
     *
     * @return true if it is
     */
    public boolean isOpen() {
        return open != null && requireNonNull(open.number()).signum() > 0;
    }

    private static @Nullable BigDecimal decimal(OptionalDouble number) {
        return number.isEmpty() ? null : BigDecimal.valueOf(number.getAsDouble());
    }

    private static @Nullable Double nullable(OptionalDouble number) {
        return number.isEmpty() ? null : number.getAsDouble();
    }

    private static Figure single(Measure value) {
        return new Figure(value, null, null, null, null, null);
    }

    private static Figure quotient(Measure value, Measure numerator, Measure denominator) {
        return new Figure(value, numerator, denominator, null, null, null);
    }

    /** Each kind as numbers. */
    private static final class View implements KpiValue.Visitor<Figure> {

        @Override
        public Figure count(Count count) {
            return single(Measure.count(count.value()));
        }

        @Override
        public Figure amount(Amount amount) {
            return single(Measure.money(amount));
        }

        @Override
        public Figure meanAmount(MeanAmount mean) {
            BigDecimal shown = mean.mean().map(money -> money.getAmount()).orElse(null);
            return quotient(
                    new Measure(shown, Unit.CURRENCY, mean.currency()),
                    Measure.money(mean.total()),
                    Measure.count(mean.count()));
        }

        @Override
        public Figure days(Days days) {
            return new Figure(
                    Measure.of(days.mean(), Unit.DAYS),
                    Measure.whole(days.total(), Unit.DAYS),
                    Measure.count(days.count()),
                    null,
                    null,
                    Measure.of(days.median(), Unit.DAYS));
        }

        @Override
        public Figure waits(Waits waits) {
            return new Figure(
                    Measure.of(waits.mean(), Unit.HOURS),
                    Measure.whole(waits.totalHours(), Unit.HOURS),
                    Measure.count(waits.count()),
                    Measure.count(waits.open()),
                    null,
                    Measure.of(waits.median(), Unit.HOURS));
        }

        @Override
        public Figure rate(Rate rate) {
            return new Figure(
                    Measure.of(rate.value(), Unit.RATE),
                    Measure.count(rate.hits()),
                    Measure.count(rate.total()),
                    Measure.count(rate.open()),
                    new RateParts(
                            nullable(rate.decided()),
                            nullable(rate.ceiling()),
                            rate.interval(Confidence.PERCENT_95).orElse(null)),
                    null);
        }

        @Override
        public Figure rateOfAmounts(RateOfAmounts rate) {
            return new Figure(
                    Measure.of(rate.value(), Unit.RATE),
                    Measure.money(rate.hits()),
                    Measure.money(rate.total()),
                    Measure.money(rate.open()),
                    new RateParts(nullable(rate.decided()), nullable(rate.ceiling()), null),
                    null);
        }

        @Override
        public Figure ratio(Ratio ratio) {
            return quotient(
                    Measure.of(ratio.value(), Unit.RATIO),
                    Measure.count(ratio.dividend()),
                    Measure.count(ratio.divisor()));
        }

        @Override
        public Figure ratioOfAmounts(RatioOfAmounts ratio) {
            return quotient(
                    Measure.of(ratio.value(), Unit.RATIO),
                    Measure.money(ratio.dividend()),
                    Measure.money(ratio.divisor()));
        }

        @Override
        public Figure score(Score score) {
            return quotient(
                    Measure.of(score.value(), Unit.SCORE),
                    Measure.count(score.promoters() - score.detractors()),
                    Measure.count(score.count()));
        }

        @Override
        public Figure velocity(Velocity velocity) {
            return single(new Measure(decimal(velocity.value()), Unit.CURRENCY_PER_DAY, velocity.currency()));
        }
    }
}
