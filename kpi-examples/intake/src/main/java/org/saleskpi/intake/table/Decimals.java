package org.saleskpi.intake.table;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads decimal numbers with a point. */
public final class Decimals {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?");

    // Far beyond any amount or rate, and small enough to compute with: 1e999999999 would fill the memory.
    private static final int DIGITS = 100;

    private Decimals() {}

    /**
     * Reads a number.
     *
     * @param text such as {@code 1250.00}
     * @return the number, of at most a hundred digits before and after the point
     * @throws NumberFormatException if the text is none; the message says why, to be read after the text
     */
    public static BigDecimal parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("is not a number such as 1250.00");
        }
        if (text.length() > 2 * DIGITS + 2) {
            throw new NumberFormatException("is too long for a number");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        long integerDigits = (long) stripped.precision() - stripped.scale();
        if (integerDigits > DIGITS || stripped.scale() > DIGITS) {
            throw new NumberFormatException(
                    "is too large or too small, expected at most " + DIGITS + " digits before and after the point");
        }
        return number;
    }
}
