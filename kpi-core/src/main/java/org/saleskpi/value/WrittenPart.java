package org.saleskpi.value;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Writes one number of an answer for people. */
record WrittenPart(Locale locale, ValuePart part) implements KpiValue.Visitor<String> {

    @Override
    public String count(Count count) {
        checkIsValueOf("Count");
        return Numbers.whole(count.value(), locale);
    }

    @Override
    public String amount(Amount amount) {
        checkIsValueOf("Amount");
        return Numbers.money(amount.money(), locale);
    }

    @Override
    public String meanAmount(MeanAmount mean) {
        checkIsValueOf("MeanAmount");
        return mean.mean().map(money -> Numbers.money(money, locale)).orElse(Numbers.NONE);
    }

    @Override
    public String days(Days days) {
        return durations("Days", days.mean(), days.median());
    }

    @Override
    public String waits(Waits waits) {
        return durations("Waits", waits.mean(), waits.median());
    }

    private String durations(String kind, OptionalDouble mean, OptionalDouble median) {
        return switch (part) {
            case VALUE -> Numbers.decimal(mean, 1, locale);
            case MEDIAN -> Numbers.decimal(median, 1, locale);
            case DECIDED, CEILING, INTERVAL_LOWER, INTERVAL_UPPER -> throw isNoPartOf(kind);
        };
    }

    @Override
    public String rate(Rate rate) {
        return switch (part) {
            case VALUE -> Numbers.percent(rate.value(), locale);
            case DECIDED -> Numbers.percent(rate.decided(), locale);
            case CEILING -> Numbers.percent(rate.ceiling(), locale);
            case INTERVAL_LOWER -> Numbers.percent(bound(rate, Interval::lower), locale);
            case INTERVAL_UPPER -> Numbers.percent(bound(rate, Interval::upper), locale);
            case MEDIAN -> throw isNoPartOf("Rate");
        };
    }

    private static OptionalDouble bound(Rate rate, ToDoubleFunction<Interval> bound) {
        return rate.interval(Confidence.PERCENT_95).stream().mapToDouble(bound).findFirst();
    }

    @Override
    public String rateOfAmounts(RateOfAmounts rate) {
        return switch (part) {
            case VALUE -> Numbers.percent(rate.value(), locale);
            case DECIDED -> Numbers.percent(rate.decided(), locale);
            case CEILING -> Numbers.percent(rate.ceiling(), locale);
            case INTERVAL_LOWER, INTERVAL_UPPER, MEDIAN -> throw isNoPartOf("RateOfAmounts");
        };
    }

    @Override
    public String ratio(Ratio ratio) {
        checkIsValueOf("Ratio");
        return Numbers.decimal(ratio.value(), 2, locale);
    }

    @Override
    public String ratioOfAmounts(RatioOfAmounts ratio) {
        checkIsValueOf("RatioOfAmounts");
        return Numbers.decimal(ratio.value(), 2, locale);
    }

    @Override
    public String score(Score score) {
        checkIsValueOf("Score");
        return Numbers.decimal(score.value(), 1, locale);
    }

    @Override
    public String velocity(Velocity velocity) {
        checkIsValueOf("Velocity");
        return velocity.perDay().map(money -> Numbers.money(money, locale)).orElse(Numbers.NONE);
    }

    /** For the kinds that are one number. */
    private void checkIsValueOf(String kind) {
        if (part != ValuePart.VALUE) {
            throw isNoPartOf(kind);
        }
    }

    private IllegalArgumentException isNoPartOf(String kind) {
        return new IllegalArgumentException(kind + " has no part " + part);
    }
}
