package org.saleskpi.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
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

/**
 * The number of an answer, exactly.
 *
 * @param dividend above the line; amounts in the currency's smallest unit
 * @param divisor below it; zero if the number does not exist
 * @param kind what the number is
 */
record ExactValue(BigInteger dividend, BigInteger divisor, Kind kind) {

    /** What the number of an answer is, as far as it matters to what is done with it. */
    enum Kind {
        /** Things, which add up over periods. */
        COUNT,
        /** Money, which adds up. */
        AMOUNT,
        /** Money for each of several things. */
        MEAN,
        /** Money sold on a day. */
        MONEY_A_DAY,
        /** A share, from 0 to 1. */
        SHARE,
        /** A number of one thing for one of another, of any size. */
        QUOTIENT,
        /** Points, a hundred times the number. */
        POINTS;

        boolean isSum() {
            return this == COUNT || this == AMOUNT;
        }

        boolean isMoney() {
            return this == AMOUNT || this == MEAN;
        }
    }

    private static final KpiValue.Visitor<ExactValue> VISITOR = new KpiValue.Visitor<>() {
        @Override
        public ExactValue count(Count count) {
            return quotient(count.value(), 1, Kind.COUNT);
        }

        @Override
        public ExactValue amount(Amount amount) {
            return quotient(amount.minorUnits(), 1, Kind.AMOUNT);
        }

        @Override
        public ExactValue meanAmount(MeanAmount mean) {
            return quotient(mean.total().minorUnits(), mean.count(), Kind.MEAN);
        }

        @Override
        public ExactValue days(Days days) {
            return quotient(days.total(), days.count(), Kind.QUOTIENT);
        }

        @Override
        public ExactValue waits(Waits waits) {
            return quotient(waits.totalHours(), waits.count(), Kind.QUOTIENT);
        }

        @Override
        public ExactValue rate(Rate rate) {
            return quotient(rate.hits(), rate.total(), Kind.SHARE);
        }

        @Override
        public ExactValue rateOfAmounts(RateOfAmounts rate) {
            return quotient(rate.hits().minorUnits(), rate.total().minorUnits(), Kind.SHARE);
        }

        @Override
        public ExactValue ratio(Ratio ratio) {
            return quotient(ratio.dividend(), ratio.divisor(), Kind.QUOTIENT);
        }

        @Override
        public ExactValue ratioOfAmounts(RatioOfAmounts ratio) {
            return quotient(ratio.dividend().minorUnits(), ratio.divisor().minorUnits(), Kind.QUOTIENT);
        }

        @Override
        public ExactValue score(Score score) {
            return quotient(score.promoters() - score.detractors(), score.count(), Kind.POINTS);
        }

        @Override
        public ExactValue velocity(Velocity velocity) {
            return new ExactValue(velocity.dividend(), velocity.divisor(), Kind.MONEY_A_DAY);
        }
    };

    private static ExactValue quotient(long dividend, long divisor, Kind kind) {
        return new ExactValue(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor), kind);
    }

    static ExactValue of(KpiValue<?> value) {
        return value.accept(VISITOR);
    }

    /** The number in the unit that people know it in: amounts in the currency's major unit, scores in points. */
    Optional<Fraction> inUnits(CurrencyUnit currency) {
        return number().map(exact -> switch (kind) {
            case AMOUNT, MEAN, MONEY_A_DAY ->
                exact.dividedBy(Fraction.of(BigDecimal.TEN.pow(currency.getDecimalPlaces())));
            case POINTS -> exact.times(Fraction.HUNDRED);
            case COUNT, SHARE, QUOTIENT -> exact;
        });
    }

    /** The number; empty if it does not exist. */
    Optional<Fraction> number() {
        return divisor.signum() == 0 ? Optional.empty() : Optional.of(new Fraction(dividend, divisor));
    }
}
