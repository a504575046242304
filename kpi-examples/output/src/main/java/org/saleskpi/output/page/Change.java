package org.saleskpi.output.page;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.Amount;
import org.saleskpi.value.KpiValue;

/**
 * How an answer differs from that of the period before.
 *
 * @param direction above zero for more, below for less, zero for the same as far as is shown
 * @param text the difference with its sign and unit, and in percent where that says something
 */
record Change(int direction, String text) {

    /** A percentage of less than this many is noise. */
    private static final BigDecimal FEWEST_FOR_PERCENT = BigDecimal.TEN;

    /** The change from one answer to another; empty where one of the two is undefined. */
    static Optional<Change> of(KpiValue<?> before, KpiValue<?> now, Wording wording) {
        Figure.Measure old = Figure.of(before).value();
        Figure.Measure current = Figure.of(now).value();
        if (old.unit() != current.unit() || !Objects.equals(old.currency(), current.currency())) {
            throw new IllegalArgumentException(before + " and " + now + " are answers of two kinds");
        }
        BigDecimal from = old.number();
        BigDecimal to = current.number();
        return from == null || to == null ? Optional.empty() : Optional.of(of(from, to, current, wording));
    }

    private static Change of(BigDecimal from, BigDecimal to, Figure.Measure measure, Wording wording) {
        BigDecimal difference = to.subtract(from);
        return switch (measure.unit()) {
            case COUNT -> {
                String text = signed(difference, wording.whole(difference.abs().longValue()));
                boolean isTold = from.compareTo(FEWEST_FOR_PERCENT) >= 0;
                yield new Change(
                        difference.signum(), isTold ? text + percent(difference, from, wording.locale()) : text);
            }
            case CURRENCY -> money(from, difference, measure, wording);
            case CURRENCY_PER_DAY -> {
                Change money = money(from, difference, measure, wording);
                yield new Change(money.direction, wording.say("per-day", money.text));
            }
            case RATE -> rounded(difference.movePointRight(2), 1, "points", wording);
            case SCORE -> rounded(difference, 1, "points", wording);
            case DAYS -> rounded(difference, 1, "days", wording);
            case HOURS -> rounded(difference, 1, "hours", wording);
            case RATIO -> rounded(difference, 2, null, wording);
        };
    }

    private static Change money(BigDecimal from, BigDecimal difference, Figure.Measure measure, Wording wording) {
        Money money = Money.of(requireNonNull(measure.currency()), difference.abs(), RoundingMode.HALF_EVEN);
        String text = signed(difference, wording.value(Amount.from(money)));
        return new Change(
                difference.signum(), from.signum() > 0 ? text + percent(difference, from, wording.locale()) : text);
    }

    private static Change rounded(BigDecimal difference, int decimals, @Nullable String unit, Wording wording) {
        BigDecimal shown = difference.setScale(decimals, RoundingMode.HALF_EVEN);
        NumberFormat format = NumberFormat.getNumberInstance(wording.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String number = format.format(shown.abs());
        return new Change(shown.signum(), signed(shown, unit == null ? number : wording.say(unit, number)));
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
