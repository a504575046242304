package org.saleskpi.cli.output.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * How an answer differs from that of the period before.
 *
 * @param direction above zero for more, below for less, zero for the same as far as is shown
 * @param text the difference with its sign and unit, and in percent where that says something
 */
record Change(int direction, String text) {

    /** A percentage of less than this many is noise. */
    private static final long FEWEST_FOR_PERCENT = 10;

    /** The change from one answer to another; empty where one of the two is undefined. */
    static Optional<Change> of(KpiValue<?> before, KpiValue<?> now, Wording wording, Locale locale) {
        if (before instanceof Count from && now instanceof Count to) {
            return Optional.of(count(from.value(), to.value(), locale));
        } else if (before instanceof Amount from && now instanceof Amount to) {
            return Optional.of(money(from.money(), to.money(), locale));
        } else if (before instanceof MeanAmount from && now instanceof MeanAmount to) {
            return from.mean().flatMap(mean -> to.mean().map(other -> money(mean, other, locale)));
        } else if (before instanceof Rate from && now instanceof Rate to) {
            return difference(from.value(), to.value(), 100, 1, number -> wording.say("points", number), locale);
        } else if (before instanceof Days from && now instanceof Days to) {
            return difference(from.mean(), to.mean(), 1, 1, number -> wording.say("days", number), locale);
        } else if (before instanceof Ratio from && now instanceof Ratio to) {
            return difference(from.value(), to.value(), 1, 2, UnaryOperator.identity(), locale);
        }
        throw new IllegalArgumentException(before + " and " + now + " are answers of two kinds");
    }

    private static Change count(long from, long to, Locale locale) {
        BigDecimal difference = BigDecimal.valueOf(to).subtract(BigDecimal.valueOf(from));
        String text = signed(difference, NumberFormat.getIntegerInstance(locale).format(difference.abs()));
        return new Change(
                difference.signum(),
                from < FEWEST_FOR_PERCENT ? text : text + percent(difference, BigDecimal.valueOf(from), locale));
    }

    private static Change money(Money from, Money to, Locale locale) {
        Money difference = to.minus(from);
        String text =
                signed(difference.getAmount(), Amount.from(difference.abs()).format(locale));
        return new Change(
                difference.getAmount().signum(),
                from.isPositive() ? text + percent(difference.getAmount(), from.getAmount(), locale) : text);
    }

    private static String percent(BigDecimal difference, BigDecimal from, Locale locale) {
        if (difference.signum() == 0) {
            return "";
        }
        BigDecimal share = difference.divide(from, 3, RoundingMode.HALF_EVEN);
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return " (" + signed(share, format.format(share.abs())) + ")";
    }

    private static Optional<Change> difference(
            OptionalDouble from,
            OptionalDouble to,
            int factor,
            int decimals,
            UnaryOperator<String> inUnit,
            Locale locale) {
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal difference = BigDecimal.valueOf(factor * (to.getAsDouble() - from.getAsDouble()))
                .setScale(decimals, RoundingMode.HALF_EVEN);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return Optional.of(
                new Change(difference.signum(), signed(difference, inUnit.apply(format.format(difference.abs())))));
    }

    private static String signed(BigDecimal number, String absolute) {
        return switch (number.signum()) {
            case 1 -> "+" + absolute;
            case -1 -> "−" + absolute;
            default -> absolute;
        };
    }

    String arrow() {
        return direction > 0 ? "▲" : direction < 0 ? "▼" : "=";
    }

    /** Whether the change is for the better; null where more is neither better nor worse. */
    @Nullable
    Boolean isBetter(Indicator<?> indicator) {
        if (direction == 0) {
            return null;
        }
        return switch (indicator.direction()) {
            case MORE_IS_BETTER -> direction > 0;
            case LESS_IS_BETTER -> direction < 0;
            case NEITHER -> null;
        };
    }
}
