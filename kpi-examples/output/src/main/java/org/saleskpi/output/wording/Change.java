package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.Amount;
import org.saleskpi.value.KpiValue;

/**
 * How an answer differs from that of the period before, as people read it. Immutable and thread-safe.
 *
 * @param direction above zero for more, below for less, zero for the same as far as is shown
 * @param text the difference with its sign and unit, and in percent where that says something
 * @param brief the difference in percent where that says something, else with its sign and unit
 */
public record Change(int direction, String text, String brief) {

    /** A percentage of less than this many is noise. */
    private static final BigDecimal FEWEST_FOR_PERCENT = BigDecimal.TEN;

    private Change(int direction, String text) {
        this(direction, text, text);
    }

    /**
     * Returns the change of an indicator.
     *
     * @param comparison two reports
     * @param indicator one of their indicators
     * @param wording the words
     * @return the change; empty where one of the two answers is undefined, or nothing is to be compared yet
     */
    public static Optional<Change> of(Comparison comparison, Indicator<?> indicator, Wording wording) {
        KpiValue<?> before = comparison.before().get(indicator);
        KpiValue<?> now = comparison.now().get(indicator);
        Figure.Measure old = Figure.of(before).value();
        Figure.Measure current = Figure.of(now).value();
        BigDecimal from = old.number();
        BigDecimal to = current.number();
        return from == null || to == null || !comparison.isUnderWay()
                ? Optional.empty()
                : Optional.of(of(from, to, current, comparison.change(indicator), wording));
    }

    /**
     * Writes a part of a change of a rate or a mean.
     *
     * @param part the part, as a share
     * @param isOfMean whether it is that of a mean, whose change is told in percent; else of a rate, whose change is in points
     * @param wording the words
     * @return the part with its sign and unit
     */
    public static String ofPart(double part, boolean isOfMean, Wording wording) {
        BigDecimal exact = BigDecimal.valueOf(part);
        return isOfMean
                ? percent(exact, wording.locale())
                : rounded(exact.movePointRight(2), 1, "points", wording).text;
    }

    private static Change of(
            BigDecimal from, BigDecimal to, Figure.Measure measure, OptionalDouble share, Wording wording) {
        BigDecimal difference = to.subtract(from);
        return switch (measure.unit()) {
            case COUNT -> {
                String text = signed(difference, wording.whole(difference.abs().longValue()));
                boolean showsPercent = from.compareTo(FEWEST_FOR_PERCENT) >= 0;
                yield withPercent(difference, text, showsPercent ? share : OptionalDouble.empty(), wording.locale());
            }
            case CURRENCY -> money(from, difference, measure, share, wording);
            case CURRENCY_PER_DAY -> {
                Change money = money(from, difference, measure, share, wording);
                yield new Change(money.direction, wording.say("per-day", money.text), money.brief);
            }
            case RATE -> rounded(difference.movePointRight(2), 1, "points", wording);
            case SCORE -> rounded(difference, 1, "points", wording);
            case DAYS -> rounded(difference, 1, "days", wording);
            case HOURS -> rounded(difference, 1, "hours", wording);
            case RATIO -> rounded(difference, 2, null, wording);
        };
    }

    private static Change money(
            BigDecimal from, BigDecimal difference, Figure.Measure measure, OptionalDouble share, Wording wording) {
        Money money = Money.of(requireNonNull(measure.currency()), difference.abs(), RoundingMode.HALF_EVEN);
        String text = signed(difference, wording.value(Amount.from(money)));
        return withPercent(difference, text, from.signum() > 0 ? share : OptionalDouble.empty(), wording.locale());
    }

    private static Change rounded(BigDecimal difference, int decimals, @Nullable String unit, Wording wording) {
        BigDecimal shown = difference.setScale(decimals, RoundingMode.HALF_EVEN);
        NumberFormat format = NumberFormat.getNumberInstance(wording.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String number = format.format(shown.abs());
        return new Change(shown.signum(), signed(shown, unit == null ? number : wording.say(unit, number)));
    }

    private static Change withPercent(BigDecimal difference, String text, OptionalDouble share, Locale locale) {
        if (share.isEmpty() || difference.signum() == 0) {
            return new Change(difference.signum(), text);
        }
        String percent = percent(BigDecimal.valueOf(share.getAsDouble()), locale);
        return new Change(difference.signum(), text + " (" + percent + ")", percent);
    }

    private static String percent(BigDecimal share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        BigDecimal number = share.setScale(3, RoundingMode.HALF_EVEN);
        return signed(number, format.format(number.abs()));
    }

    private static String signed(BigDecimal number, String absolute) {
        return switch (number.signum()) {
            case 1 -> "+" + absolute;
            case -1 -> "−" + absolute;
            default -> absolute;
        };
    }

    /**
     * Returns a sign for more or less.
     *
     * @return an arrow; an equals sign for the same
     */
    public String arrow() {
        return direction > 0 ? "▲" : direction < 0 ? "▼" : "=";
    }

    /**
     * Tells whether the change is for the better.
     *
     * @param indicator what changed
     * @return null where more is neither better nor worse
     */
    public @Nullable Boolean isBetter(Indicator<?> indicator) {
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
