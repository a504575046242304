package org.saleskpi.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How the answers divide and are written. */
final class Numbers {

    /** What stands for a number that does not exist. */
    static final String NONE = "–";

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private Numbers() {}

    /** The double nearest to the quotient; empty for a divisor of zero. */
    static OptionalDouble quotient(long dividend, long divisor) {
        if (divisor == 0) {
            return OptionalDouble.empty();
        }
        if (Math.abs(dividend) <= EXACT_IN_DOUBLE && Math.abs(divisor) <= EXACT_IN_DOUBLE) {
            return OptionalDouble.of((double) dividend / divisor);
        }
        return exactly(BigDecimal.valueOf(dividend), divisor);
    }

    /** The double nearest to a hundred times the quotient; empty for a divisor of zero. */
    static OptionalDouble percentage(long dividend, long divisor) {
        if (divisor == 0) {
            return OptionalDouble.empty();
        }
        if (Math.abs(dividend) <= EXACT_IN_DOUBLE / 100) {
            return quotient(100 * dividend, divisor);
        }
        return exactly(BigDecimal.valueOf(dividend).movePointRight(2), divisor);
    }

    private static OptionalDouble exactly(BigDecimal dividend, long divisor) {
        return OptionalDouble.of(dividend.divide(BigDecimal.valueOf(divisor), new MathContext(60))
                .doubleValue());
    }

    static String whole(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    static String decimal(OptionalDouble number, int decimals, Locale locale) {
        return format(NumberFormat.getNumberInstance(locale), decimals, number);
    }

    static String percent(OptionalDouble share, Locale locale) {
        return format(NumberFormat.getPercentInstance(locale), 1, share);
    }

    private static String format(NumberFormat format, int decimals, OptionalDouble number) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return number.isEmpty() ? NONE : format.format(number.getAsDouble());
    }

    static String money(Money money, Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setCurrencySymbol(symbol(money.getCurrencyUnit(), locale));
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(money.getScale());
        format.setMaximumFractionDigits(money.getScale());
        return format.format(money.getAmount());
    }

    /** Joda-Money knows currencies that a JDK may not: those go by their code. */
    private static String symbol(CurrencyUnit currency, Locale locale) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency.getCode()))
                .findFirst()
                .map(known -> known.getSymbol(locale))
                .orElse(currency.getCode());
    }

    /** A number for a developer to read: a decimal point whatever the locale, "undefined" when there is none. */
    static String rounded(OptionalDouble number, int decimals) {
        return number.isEmpty()
                ? "undefined"
                : BigDecimal.valueOf(number.getAsDouble())
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** What a rate is made of and the percentages that it gives; the companions only if something is open. */
    static String sentence(
            Object hits,
            Object total,
            boolean isOpen,
            OptionalDouble value,
            OptionalDouble decided,
            OptionalDouble ceiling) {
        String parts = hits + " of " + total + ": ";
        if (value.isEmpty()) {
            return parts + "undefined";
        }
        if (!isOpen) {
            return parts + percent(value);
        }
        String ofTheDecided = decided.isEmpty() ? "none decided" : percent(decided) + " of the decided";
        return parts + percent(value) + " so far, " + ofTheDecided + ", at most " + percent(ceiling);
    }

    private static String percent(OptionalDouble share) {
        return rounded(OptionalDouble.of(100 * share.orElseThrow()), 1) + " %";
    }
}
