package org.saleskpi.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact number, so that nothing is computed from what was rounded. In lowest terms: equal numbers are equal.
 *
 * @param dividend above the line
 * @param divisor below it, above zero
 */
record Fraction(BigInteger dividend, BigInteger divisor) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);
    static final Fraction TWO = of(2);
    static final Fraction HUNDRED = of(100);

    private static final MathContext MANY_DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

    Fraction {
        BigInteger common = dividend.gcd(divisor);
        BigInteger sign = BigInteger.valueOf(divisor.signum());
        // Fails for a divisor of zero, whatever the dividend.
        dividend = dividend.divide(common).multiply(sign);
        divisor = divisor.divide(common).multiply(sign);
        if (divisor.signum() == 0) {
            throw new ArithmeticException(dividend + " / 0");
        }
    }

    static Fraction of(long whole) {
        return of(whole, 1);
    }

    static Fraction of(long dividend, long divisor) {
        return new Fraction(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor));
    }

    static Fraction of(BigDecimal number) {
        return number.scale() >= 0
                ? new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new Fraction(number.toBigIntegerExact(), BigInteger.ONE);
    }

    boolean isZero() {
        return dividend.signum() == 0;
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                dividend.multiply(other.divisor).add(other.dividend.multiply(divisor)),
                divisor.multiply(other.divisor));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.dividend.negate(), other.divisor));
    }

    Fraction times(Fraction other) {
        return new Fraction(dividend.multiply(other.dividend), divisor.multiply(other.divisor));
    }

    /** The quotient by a number that is not zero. */
    Fraction dividedBy(Fraction other) {
        return new Fraction(dividend.multiply(other.divisor), divisor.multiply(other.dividend));
    }

    /** The number with more digits than anybody needs, for long sums, whose lowest terms would grow with them. */
    BigDecimal decimal() {
        return new BigDecimal(dividend).divide(new BigDecimal(divisor), MANY_DIGITS);
    }

    /** The number rounded to so many digits, without zeros at its end. */
    BigDecimal inDigits(MathContext digits) {
        BigDecimal number = new BigDecimal(dividend).divide(new BigDecimal(divisor), digits);
        return number.signum() == 0 || number.scale() <= 0 ? number : number.stripTrailingZeros();
    }

    /** The number rounded half to even to so many decimals. */
    BigDecimal rounded(int decimals) {
        return new BigDecimal(dividend).divide(new BigDecimal(divisor), decimals, RoundingMode.HALF_EVEN);
    }

    /** The nearest double. */
    double toDouble() {
        return decimal().doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        return dividend.multiply(other.divisor).compareTo(other.dividend.multiply(divisor));
    }
}
