package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.value.Amount;

/** Writes numbers that are no answers themselves, such as bounds and differences, in the unit of an answer. */
final class MeasureWording {

    private final Wording wording;

    MeasureWording(Wording wording) {
        this.wording = wording;
    }

    /**
     * Writes a number that is not negative.
     *
     * @param number the number
     * @param like an answer in the same unit
     */
    String of(BigDecimal number, Figure.Measure like) {
        return switch (like.unit()) {
            case COUNT -> decimal(number, number.stripTrailingZeros().scale() > 0 ? 1 : 0, null);
            case CURRENCY -> money(number, like);
            case CURRENCY_PER_DAY -> wording.say("per-day", money(number, like));
            case RATE -> wording.percent(number.doubleValue());
            case SCORE -> decimal(number, 1, null);
            case DAYS -> decimal(number, 1, "days");
            case HOURS -> decimal(number, 1, "hours");
            case RATIO -> decimal(number, 2, null);
        };
    }

    /** Writes how far two numbers are apart: of rates in points. */
    String distance(BigDecimal number, Figure.Measure like) {
        return switch (like.unit()) {
            case RATE -> decimal(number.movePointRight(2), 1, "points");
            case SCORE -> decimal(number, 1, "points");
            case COUNT, CURRENCY, CURRENCY_PER_DAY, DAYS, HOURS, RATIO -> of(number, like);
        };
    }

    private String money(BigDecimal number, Figure.Measure like) {
        Money money = Money.of(requireNonNull(like.currency()), number, RoundingMode.HALF_EVEN);
        return wording.value(Amount.from(money));
    }

    private String decimal(BigDecimal number, int decimals, @Nullable String unit) {
        Locale locale = wording.locale();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(number.setScale(decimals, RoundingMode.HALF_EVEN));
        return unit == null ? text : wording.say(unit, text);
    }
}
