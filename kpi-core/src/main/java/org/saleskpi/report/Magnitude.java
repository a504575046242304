package org.saleskpi.report;

import java.math.BigInteger;
import java.util.Optional;
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

/** How large an answer is, beside others of its kind and currency: an exact quotient, so that no rounding makes two equal. */
record Magnitude(BigInteger numerator, BigInteger denominator) implements Comparable<Magnitude> {

    private static final KpiValue.Visitor<Magnitude> QUOTIENT = new KpiValue.Visitor<>() {
        @Override
        public Magnitude count(Count count) {
            return quotient(count.value(), 1);
        }

        @Override
        public Magnitude amount(Amount amount) {
            return quotient(amount.minorUnits(), 1);
        }

        @Override
        public Magnitude meanAmount(MeanAmount mean) {
            return quotient(mean.total().minorUnits(), mean.count());
        }

        @Override
        public Magnitude days(Days days) {
            return quotient(days.total(), days.count());
        }

        @Override
        public Magnitude waits(Waits waits) {
            return quotient(waits.totalHours(), waits.count());
        }

        @Override
        public Magnitude rate(Rate rate) {
            return quotient(rate.hits(), rate.total());
        }

        @Override
        public Magnitude rateOfAmounts(RateOfAmounts rate) {
            return quotient(rate.hits().minorUnits(), rate.total().minorUnits());
        }

        @Override
        public Magnitude ratio(Ratio ratio) {
            return quotient(ratio.dividend(), ratio.divisor());
        }

        @Override
        public Magnitude ratioOfAmounts(RatioOfAmounts ratio) {
            return quotient(ratio.dividend().minorUnits(), ratio.divisor().minorUnits());
        }

        @Override
        public Magnitude score(Score score) {
            return quotient(score.promoters() - score.detractors(), score.count());
        }

        @Override
        public Magnitude velocity(Velocity velocity) {
            return new Magnitude(velocity.dividend(), velocity.divisor());
        }
    };

    /** How large an answer is; empty if it has no value. */
    static Optional<Magnitude> of(KpiValue<?> value) {
        return Optional.of(value.accept(QUOTIENT)).filter(quotient -> quotient.denominator.signum() != 0);
    }

    @Override
    public int compareTo(Magnitude other) {
        int sign = denominator.signum() * other.denominator.signum();
        return sign * numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    private static Magnitude quotient(long numerator, long denominator) {
        return new Magnitude(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
