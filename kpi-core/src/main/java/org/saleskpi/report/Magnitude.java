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
import org.saleskpi.value.Waits;

/** How large an answer is, beside others of its kind and currency: an exact quotient, so that no rounding makes two equal. */
record Magnitude(long numerator, long denominator) implements Comparable<Magnitude> {

    private static final KpiValue.Visitor<Magnitude> QUOTIENT = new KpiValue.Visitor<>() {
        @Override
        public Magnitude count(Count count) {
            return new Magnitude(count.value(), 1);
        }

        @Override
        public Magnitude amount(Amount amount) {
            return new Magnitude(amount.minorUnits(), 1);
        }

        @Override
        public Magnitude meanAmount(MeanAmount mean) {
            return new Magnitude(mean.total().minorUnits(), mean.count());
        }

        @Override
        public Magnitude days(Days days) {
            return new Magnitude(days.total(), days.count());
        }

        @Override
        public Magnitude waits(Waits waits) {
            return new Magnitude(waits.totalHours(), waits.count());
        }

        @Override
        public Magnitude rate(Rate rate) {
            return new Magnitude(rate.hits(), rate.total());
        }

        @Override
        public Magnitude rateOfAmounts(RateOfAmounts rate) {
            return new Magnitude(rate.hits().minorUnits(), rate.total().minorUnits());
        }

        @Override
        public Magnitude ratio(Ratio ratio) {
            return new Magnitude(ratio.dividend(), ratio.divisor());
        }

        @Override
        public Magnitude ratioOfAmounts(RatioOfAmounts ratio) {
            return new Magnitude(ratio.dividend().minorUnits(), ratio.divisor().minorUnits());
        }

        @Override
        public Magnitude score(Score score) {
            return new Magnitude(score.promoters() - score.detractors(), score.count());
        }
    };

    /** How large an answer is; empty if it has no value. */
    static Optional<Magnitude> of(KpiValue<?> value) {
        return Optional.of(value.accept(QUOTIENT)).filter(quotient -> quotient.denominator != 0);
    }

    @Override
    public int compareTo(Magnitude other) {
        int sign = Long.signum(denominator) * Long.signum(other.denominator);
        return sign * product(numerator, other.denominator).compareTo(product(other.numerator, denominator));
    }

    private static BigInteger product(long left, long right) {
        return BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
    }
}
