package org.saleskpi.output.page;

import java.util.List;
import org.saleskpi.output.wording.Wording;
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
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** What each kind of answer counts, as a list of names and numbers. */
final class ValueCounts implements KpiValue.Visitor<List<ValueCounts.Entry>> {

    private final Wording wording;

    ValueCounts(Wording wording) {
        this.wording = wording;
    }

    /**
     * One line of the list.
     *
     * @param name what is counted
     * @param text the number
     */
    record Entry(String name, String text) {}

    private Entry entry(String key, String text) {
        return new Entry(wording.say(key), text);
    }

    private Entry entry(String key, long count) {
        return entry(key, wording.whole(count));
    }

    @Override
    public List<Entry> count(Count count) {
        return List.of(entry("count", count.value()));
    }

    @Override
    public List<Entry> amount(Amount amount) {
        return List.of(entry("total", wording.value(amount)));
    }

    @Override
    public List<Entry> meanAmount(MeanAmount mean) {
        return List.of(entry("total", wording.value(mean.total())), entry("count", mean.count()));
    }

    @Override
    public List<Entry> days(Days days) {
        return List.of(entry("total", wording.say("days", wording.whole(days.total()))), entry("count", days.count()));
    }

    @Override
    public List<Entry> waits(Waits waits) {
        return List.of(
                entry("total", wording.say("hours", wording.whole(waits.totalHours()))),
                entry("count", waits.count()),
                entry("card.misses", waits.misses()),
                entry("card.open", waits.open()));
    }

    @Override
    public List<Entry> rate(Rate rate) {
        return List.of(
                entry("card.hits", rate.hits()),
                entry("card.misses", rate.misses()),
                entry("card.open", rate.open()),
                entry("total", rate.total()));
    }

    @Override
    public List<Entry> rateOfAmounts(RateOfAmounts rate) {
        return List.of(
                entry("card.hits", wording.value(rate.hits())),
                entry("card.misses", wording.value(rate.misses())),
                entry("card.open", wording.value(rate.open())),
                entry("total", wording.value(rate.total())));
    }

    @Override
    public List<Entry> ratio(Ratio ratio) {
        return List.of(entry("card.dividend", ratio.dividend()), entry("card.divisor", ratio.divisor()));
    }

    @Override
    public List<Entry> ratioOfAmounts(RatioOfAmounts ratio) {
        return List.of(
                entry("card.dividend", wording.value(ratio.dividend())),
                entry("card.divisor", wording.value(ratio.divisor())));
    }

    @Override
    public List<Entry> score(Score score) {
        return List.of(
                entry("card.promoters", score.promoters()),
                entry("card.passives", score.passives()),
                entry("card.detractors", score.detractors()),
                entry("total", score.count()));
    }

    @Override
    public List<Entry> velocity(Velocity velocity) {
        return List.of(
                entry("card.open", velocity.open()),
                entry("card.decided", velocity.decided()),
                entry("card.accepted", velocity.accepted()),
                entry("card.valued", velocity.valued()),
                entry("card.amount", wording.value(velocity.amount())),
                entry("card.days", velocity.days()));
    }
}
