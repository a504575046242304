package org.saleskpi.intake.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What the number of an amount means, beside its currency.
 *
 * @param isMinor whether it counts the smallest unit of the currency: cents, but yen
 * @param isRounded whether more decimals than the currency has are rounded, half to even; otherwise they are refused
 */
public record AmountForm(boolean isMinor, boolean isRounded) {

    /** Units of the currency, and no more decimals than it has. */
    public static final AmountForm EXACT = new AmountForm(false, false);

    /** An amount, and how much it is more than what was given. */
    record Read(Money amount, BigDecimal rounding) {}

    /** Returns the amount of a number; throws ArithmeticException, whose message is to be read after the number. */
    Read read(BigDecimal number, CurrencyUnit currency) {
        int decimals = currency.getDecimalPlaces();
        BigDecimal exact = (isMinor ? number.movePointLeft(decimals) : number).stripTrailingZeros();
        if (exact.scale() <= decimals) {
            return new Read(Money.of(currency, exact), BigDecimal.ZERO);
        }
        if (!isRounded) {
            throw new ArithmeticException(
                    isMinor
                            ? "is not a whole number, expected one of the smallest unit of " + currency
                            : "has too many decimals, expected at most " + decimals + " in " + currency);
        }
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        return new Read(Money.of(currency, rounded), rounded.subtract(exact));
    }
}
