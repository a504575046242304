package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
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

/** Writes what each kind of answer is made of: lines of phrases, one empty phrase for what is made of itself. */
final class Details implements KpiValue.Visitor<List<List<String>>> {

    private static final List<List<String>> NONE = List.of(List.of(""));

    private final Wording wording;

    Details(Wording wording) {
        this.wording = wording;
    }

    @Override
    public List<List<String>> count(Count count) {
        return NONE;
    }

    @Override
    public List<List<String>> amount(Amount amount) {
        return NONE;
    }

    @Override
    public List<List<String>> meanAmount(MeanAmount mean) {
        return mean.count() > 1
                ? quotient(wording.value(mean.total()), wording.whole(mean.count()))
                : List.of(List.of(cases(mean.count())));
    }

    /** The mean of one case is the case: that it is but one is what there is to say. */
    private String cases(long count) {
        return wording.say("part.cases", wording.whole(count));
    }

    @Override
    public List<List<String>> ratio(Ratio ratio) {
        return quotient(wording.whole(ratio.dividend()), wording.whole(ratio.divisor()));
    }

    @Override
    public List<List<String>> ratioOfAmounts(RatioOfAmounts ratio) {
        return quotient(wording.value(ratio.dividend()), wording.value(ratio.divisor()));
    }

    private static List<List<String>> quotient(String numerator, String denominator) {
        return List.of(List.of(numerator + " / " + denominator));
    }

    @Override
    public List<List<String>> days(Days days) {
        return List.of(durations(wording.say("days", wording.whole(days.total())), days.count(), days.median()));
    }

    @Override
    public List<List<String>> waits(Waits waits) {
        return List.of(
                durations(wording.say("hours", wording.whole(waits.totalHours())), waits.count(), waits.median()),
                List.of(
                        wording.say("part.missed", wording.whole(waits.misses())),
                        wording.say("part.open", wording.whole(waits.open()))));
    }

    private List<String> durations(String total, long count, OptionalDouble median) {
        return count > 1
                ? List.of(total + " / " + wording.whole(count), wording.say("part.median", wording.oneDecimal(median)))
                : List.of(cases(count));
    }

    @Override
    public List<List<String>> rate(Rate rate) {
        return split(rate, wording.whole(rate.hits()), wording.whole(rate.total()), wording.whole(rate.open()));
    }

    @Override
    public List<List<String>> rateOfAmounts(RateOfAmounts rate) {
        return split(rate, wording.value(rate.hits()), wording.value(rate.total()), wording.value(rate.open()));
    }

    private List<List<String>> split(KpiValue<?> rate, String hits, String total, String open) {
        String part = wording.say("part", hits, total);
        Figure figure = Figure.of(rate);
        if (!figure.isOpen()) {
            return List.of(List.of(part));
        }
        List<String> counts = List.of(part, wording.say("part.open", open));
        return requireNonNull(figure.rateParts()).decided() == null
                ? List.of(counts)
                : List.of(
                        counts,
                        List.of(
                                wording.say("part.decided", rate.format(wording.locale(), ValuePart.DECIDED)),
                                wording.say("part.ceiling", rate.format(wording.locale(), ValuePart.CEILING))));
    }

    @Override
    public List<List<String>> score(Score score) {
        return List.of(List.of(
                wording.say("part.promoters", wording.whole(score.promoters())),
                wording.say("part.passives", wording.whole(score.passives())),
                wording.say("part.detractors", wording.whole(score.detractors()))));
    }

    @Override
    public List<List<String>> velocity(Velocity velocity) {
        String accepted = wording.whole(velocity.accepted());
        return List.of(
                List.of(
                        wording.say("part.open", wording.whole(velocity.open())),
                        wording.say("part", accepted, wording.whole(velocity.decided()))),
                List.of(
                        wording.value(velocity.amount()) + " / " + wording.whole(velocity.valued()),
                        wording.say("days", wording.whole(velocity.days())) + " / " + accepted));
    }
}
