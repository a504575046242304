package org.saleskpi.analysis;

import java.text.NumberFormat;
import java.util.Locale;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.ValuePart;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;
import org.saleskpi.words.Words;

/**
 * What an answer is made of, in one language.
 *
 * @param locale the language
 */
record CountWords(Locale locale) implements KpiValue.Visitor<String> {

    private String say(String kind, String... counts) {
        return Words.say(locale, "count." + kind, counts);
    }

    private String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    @Override
    public String count(Count count) {
        return say("count", whole(count.value()));
    }

    @Override
    public String amount(Amount amount) {
        return say("amount", amount.format(locale));
    }

    @Override
    public String meanAmount(MeanAmount mean) {
        return say("mean", mean.total().format(locale), whole(mean.count()));
    }

    @Override
    public String days(Days days) {
        return say("days", whole(days.total()), whole(days.count()), days.format(locale, ValuePart.MEDIAN));
    }

    @Override
    public String waits(Waits waits) {
        return say(
                "waits",
                whole(waits.totalHours()),
                whole(waits.count()),
                waits.format(locale, ValuePart.MEDIAN),
                whole(waits.misses()),
                whole(waits.open()));
    }

    @Override
    public String rate(Rate rate) {
        return say("rate", whole(rate.hits()), whole(rate.misses()), whole(rate.open()), whole(rate.total()));
    }

    @Override
    public String rateOfAmounts(RateOfAmounts rate) {
        return say(
                "rate",
                rate.hits().format(locale),
                rate.misses().format(locale),
                rate.open().format(locale),
                rate.total().format(locale));
    }

    @Override
    public String ratio(Ratio ratio) {
        return say("ratio", whole(ratio.dividend()), whole(ratio.divisor()));
    }

    @Override
    public String ratioOfAmounts(RatioOfAmounts ratio) {
        return say("ratio", ratio.dividend().format(locale), ratio.divisor().format(locale));
    }

    @Override
    public String score(Score score) {
        return say("score", whole(score.promoters()), whole(score.passives()), whole(score.detractors()));
    }

    @Override
    public String velocity(Velocity velocity) {
        return say(
                "velocity",
                whole(velocity.open()),
                whole(velocity.decided()),
                whole(velocity.accepted()),
                velocity.amount().format(locale),
                whole(velocity.valued()),
                whole(velocity.days()));
    }
}
