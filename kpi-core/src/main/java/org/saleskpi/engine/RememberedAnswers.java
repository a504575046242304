package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/**
 * Answers questions about a history that changes: what was answered about one of its last states, less and more what has changed
 * since. What nobody has asked about those is asked of the whole.
 *
 * <p>For one thread.
 */
final class RememberedAnswers implements SelectionAnswers {

    private final Questions questions;
    private final Selection part;
    private final Past past;
    private final int layers;

    /** What answers about all layers; null as long as nobody needs it. */
    private @Nullable SumOfLayers whole;

    private @Nullable InstantRange period;
    private @Nullable ImmutableList<KpiValue<?>> values;

    /** The position of the indicator that is likely to be asked for next: reports ask for them in order. */
    private int next;

    /**
     * Creates answers.
     *
     * @param questions what is asked
     * @param part what it is asked about
     * @param past what was answered before
     * @param layers of how many layers the whole is
     */
    RememberedAnswers(Questions questions, Selection part, Past past, int layers) {
        this.questions = questions;
        this.part = part;
        this.past = past;
        this.layers = layers;
    }

    @Override
    public RememberedAnswers during(InstantRange another) {
        period = another;
        values = null;
        next = 0;
        return this;
    }

    @Override
    @SuppressWarnings("unchecked") // The answer at the position of an indicator is of its kind.
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
        List<Indicator<?>> all = questions.indicators();
        int position = next < all.size() && all.get(next) == indicator ? next : all.indexOf(indicator);
        next = position + 1;
        if (values == null) {
            values = values();
        }
        return (V) values.get(position);
    }

    private ImmutableList<KpiValue<?>> values() {
        Past.Known known = past.find(part, period(), layers);
        if (known != null && known.changes().isEmpty()) {
            return known.values();
        }
        ImmutableList<KpiValue<?>> now = known == null ? answers(whole()) : with(known);
        past.keep(part, period(), now);
        return now;
    }

    private ImmutableList<KpiValue<?>> answers(SumOfLayers all) {
        return questions.indicators().stream().map(all::answer).collect(toImmutableList());
    }

    private ImmutableList<KpiValue<?>> with(Past.Known known) {
        List<SumOfLayers.Layer> changes = questions.about(known.changes(), part);
        if (changes.isEmpty()) {
            return known.values();
        }
        changes.forEach(change -> change.answers().during(period()));
        ImmutableList.Builder<KpiValue<?>> now = ImmutableList.builder();
        for (int i = 0; i < known.values().size(); i++) {
            now.add(plus(known.values().get(i), questions.indicators().get(i), changes));
        }
        return now.build();
    }

    @SuppressWarnings("unchecked") // The answer at the position of an indicator is of its kind.
    private static <V extends KpiValue<V>> V plus(
            KpiValue<?> before, Indicator<V> indicator, List<SumOfLayers.Layer> changes) {
        return SumOfLayers.plus((V) before, indicator, changes);
    }

    private InstantRange period() {
        return requireNonNull(period, "period");
    }

    private SumOfLayers whole() {
        if (whole == null) {
            whole = questions.aboutLayers(part);
        }
        return whole.during(period());
    }

    @Override
    public CountedFacts facts(Indicator<?> indicator) {
        return whole().facts(indicator);
    }

    @Override
    public CountingMoments moments(Indicator<?> indicator) {
        return whole().moments(indicator);
    }
}
