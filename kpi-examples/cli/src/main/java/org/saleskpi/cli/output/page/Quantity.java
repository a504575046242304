package org.saleskpi.cli.output.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/** Answers as numbers to draw, and the numbers beside an axis as text. */
final class Quantity {

    /** From here on, {@code 25,000} is written {@code 25K}. */
    private static final double LONG = 10_000;

    private Quantity() {}

    /** The number of an answer; null where it is undefined. Amounts are in units of their currency. */
    static @Nullable Double number(KpiValue<?> value) {
        if (value instanceof Count count) {
            return (double) count.value();
        } else if (value instanceof Amount amount) {
            return amount.money().getAmount().doubleValue();
        } else if (value instanceof MeanAmount mean) {
            return mean.mean().map(money -> money.getAmount().doubleValue()).orElse(null);
        } else if (value instanceof Days days) {
            return orNull(days.mean());
        } else if (value instanceof Rate rate) {
            return orNull(rate.value());
        } else if (value instanceof Ratio ratio) {
            return orNull(ratio.value());
        }
        throw new AssertionError("no number for " + value.getClass());
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /** What a rate could still become; null for what has nothing open. */
    static @Nullable Double ceiling(KpiValue<?> value) {
        return value instanceof Rate rate && rate.open() > 0 ? orNull(rate.ceiling()) : null;
    }

    static boolean isWhole(KpiValue<?> value) {
        return value instanceof Count;
    }

    /** What the numbers beside an axis are in. */
    static String unit(KpiValue<?> value, CurrencyUnit currency, Wording wording) {
        if (value instanceof Count) {
            return wording.say("axis.count");
        } else if (value instanceof Amount || value instanceof MeanAmount) {
            return currency.getCode();
        } else if (value instanceof Days) {
            return wording.say("measured-in.days");
        } else if (value instanceof Ratio) {
            return wording.say("measured-in.ratio");
        }
        return "%";
    }

    /** Writes a number beside an axis, with as many decimals as tell it from the next. */
    static String tick(double number, Axis axis, boolean isPercent, Locale locale) {
        boolean isLong = !isPercent && axis.highest() - axis.lowest() >= LONG;
        NumberFormat format = isPercent
                ? NumberFormat.getPercentInstance(locale)
                : isLong
                        ? NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT)
                        : NumberFormat.getNumberInstance(locale);
        int scale = axis.step() == 0
                ? 0
                : BigDecimal.valueOf(axis.step())
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .scale();
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(isLong ? 2 : Math.max(0, isPercent ? scale - 2 : scale));
        return format.format(number);
    }
}
