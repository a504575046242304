package org.saleskpi.output.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Unit;

/** Answers as numbers to draw, and the numbers beside an axis as text. */
final class Quantity {

    /** From here on, {@code 25,000} is written {@code 25K}. */
    private static final double LONG = 10_000;

    private Quantity() {}

    /** The number of an answer; null where it is undefined. Amounts are in units of their currency. */
    static @Nullable Double number(KpiValue<?> value) {
        return Figure.of(value).value().toDouble();
    }

    /** What a rate could still become; null for what has nothing open. */
    static @Nullable Double ceiling(KpiValue<?> value) {
        Figure figure = Figure.of(value);
        return figure.rateParts() != null && figure.isOpen()
                ? figure.rateParts().ceiling()
                : null;
    }

    static boolean isWhole(KpiValue<?> value) {
        return unit(value) == Unit.COUNT;
    }

    static boolean isPercent(KpiValue<?> value) {
        return unit(value) == Unit.RATE;
    }

    private static Unit unit(KpiValue<?> value) {
        return Figure.of(value).value().unit();
    }

    /** What the numbers beside an axis are in; empty for counts, which are of what is counted. */
    static String unit(KpiValue<?> value, Wording wording) {
        Figure.Measure measure = Figure.of(value).value();
        return measure.unit() == Unit.COUNT ? "" : wording.unit(measure);
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
